/** Drive.Files.list: which of the account's files a query finds, page by page. */
import { ApiError } from "../run/errors";
import type { Execution } from "../run/execution";
import type { DriveFile } from "../model/model";
import { FILE_FIELDS, fileJson, selected } from "./answers";
import { optionsOf } from "./metadata";
import { conditionsIn } from "./query";
import { isTrashed, ownFiles, rootOf } from "./store";

type FileList = GoogleAppsScript.Drive_v3.Drive.V3.Schema.FileList;

const LIST_FIELDS = `kind,incompleteSearch,nextPageToken,files(${FILE_FIELDS})`;
const PAGE = 100;
const MAX_PAGE = 1000;

export function listed(execution: Execution, method: string, options: object): FileList {
  const given = optionsOf(method, options, "q", "pageSize", "pageToken", "spaces", "corpora");
  const { q = "", pageSize = PAGE, pageToken = "", fields } = given;
  const from = pageToken === "" ? 0 : Number(/^page(\d+)$/.exec(String(pageToken))?.[1]);
  const size = Number(pageSize);
  const found = typeof q === "string" ? filesFound(execution, q) : null;
  if (!found || Number.isNaN(from) || !(size >= 1 && size <= MAX_PAGE))
    throw new ApiError(method, "Invalid Value");
  const list: FileList = {
    kind: "drive#fileList",
    incompleteSearch: false,
    files: found.slice(from, from + size).map((file) => fileJson(execution, file)),
    ...(from + size < found.length && { nextPageToken: `page${from + size}` }),
  };
  return selected(method, list, fields, LIST_FIELDS);
}

/** Google promises no order; the newest first is what it mostly gives. Null where it finds it no query. */
function filesFound(execution: Execution, q: string): DriveFile[] | null {
  const conditions = conditionsIn(q);
  if (!conditions) return null;
  const found = ownFiles(execution).filter((file) => {
    const seen = asSearched(execution, file);
    return conditions.every((holds) => holds(seen));
  });
  return found.sort((a, b) => (a.modified < b.modified ? 1 : a.modified > b.modified ? -1 : 0));
}

/** As a query sees it: what lies in a folder in the bin is there too; My Drive has two names. */
function asSearched(execution: Execution, file: DriveFile): DriveFile {
  const isInRoot = file.parents.includes(rootOf(execution.user));
  const parents = isInRoot ? [...file.parents, "root"] : file.parents;
  return { ...file, trashed: isTrashed(execution, file), parents };
}
