/** What the Drive service answers about files, cut to the `fields` that were asked for. */
import { ApiError } from "../run/errors";
import type { Execution } from "../run/execution";
import type { DriveFile, Permission } from "../model/model";
import { DOCUMENT, FOLDER, isGoogles } from "./mimeTypes";
import { fieldsIn, pick } from "./partial";
import { isTrashed } from "./store";

type FileJson = GoogleAppsScript.Drive_v3.Drive.V3.Schema.File;

/** What Google says about a file if no fields are named. */
export const FILE_FIELDS = "kind,id,name,mimeType";

/** Cuts an answer; a selection that Google cannot read is refused. */
export function selected<T>(method: string, answer: T, fields: unknown, standard: string): T {
  const text = typeof fields === "string" && fields !== "" ? fields : standard;
  const wanted = fieldsIn(text);
  if (wanted === undefined) throw new ApiError(method, `Invalid field selection ${text}`);
  return pick(answer, wanted) as T;
}

export function fileJson(execution: Execution, file: DriveFile): FileJson {
  const { id, name, mimeType, description, owner } = file;
  const size =
    file.file === null || isGoogles(mimeType) ? null : execution.workspace.readFile(file.file)?.length;
  return {
    kind: "drive#file",
    id,
    name,
    mimeType,
    ...(description !== undefined && { description }),
    parents: file.parents,
    ...(Object.keys(file.appProperties).length > 0 && { appProperties: file.appProperties }),
    trashed: isTrashed(execution, file),
    explicitlyTrashed: file.trashed,
    createdTime: file.created,
    modifiedTime: file.modified,
    ...(size !== null && size !== undefined && { size: String(size) }),
    owners: [{ kind: "drive#user", emailAddress: owner, displayName: owner, me: true }],
    ownedByMe: true,
    shared: file.permissions.length > 1,
    permissions: file.permissions.map(permissionJson),
    webViewLink: linkOf(file),
  };
}

export const permissionJson = (permission: Permission) => ({ kind: "drive#permission", ...permission });

export function linkOf({ id, mimeType }: DriveFile): string {
  if (mimeType === DOCUMENT) return `https://docs.google.com/document/d/${id}/edit?usp=drivesdk`;
  if (mimeType === FOLDER) return `https://drive.google.com/drive/folders/${id}`;
  return `https://drive.google.com/file/d/${id}/view?usp=drivesdk`;
}
