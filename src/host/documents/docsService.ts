/** The advanced service Docs, version 1, over the .docx files in drive/. */
import { fieldsIn, pick } from "../drive/partial";
import { copied, optionsOf } from "../drive/metadata";
import { DOCUMENT } from "../drive/mimeTypes";
import { keepFile } from "../drive/store";
import { sha256Of } from "../workspace/driveFolder";
import { ApiError } from "../run/errors";
import type { Execution } from "../run/execution";
import type { DriveFile } from "../model/model";
import { FULL, needs } from "../run/rights";
import { HostFiles } from "../drive/files";
import type { Service } from "../run/service";
import type { Has } from "../run/used";
import { sameAccount } from "../model/accounts";
import { documentJson } from "./json/documentJson";
import { Fault } from "./json/fault";
import { forgetLive, liveDocument, rememberLive } from "./json/liveDocuments";
import type { Live } from "./json/live";
import { bytesOf } from "./xml/package";
import { update } from "./requests/update";

type Collection = GoogleAppsScript.Docs.Collection.DocumentsCollection;
type DocumentJson = GoogleAppsScript.Docs.Schema.Document;
type Response = GoogleAppsScript.Docs.Schema.BatchUpdateDocumentResponse;

const DOCUMENTS = { batchUpdate: "o s", create: "o", get: "s | s o" };

interface Update {
  requests?: Record<string, object>[];
  writeControl?: { requiredRevisionId?: string; targetRevisionId?: string };
}

interface Open {
  file: DriveFile;
  live: Live;
  revisionId: string;
}

/** Another content has another; the same again is the same. */
const revisionOf = (sha256: string): string => `ALm37B${sha256.slice(0, 32)}`;

class HostDocuments implements Has<Collection, typeof DOCUMENTS> {
  readonly #execution: Execution;

  constructor(execution: Execution) {
    this.#execution = execution;
  }

  #begin(name: string): string {
    needs(this.#execution, `docs.documents.${name}`, FULL, "drive.file");
    return `docs.documents.${name}`;
  }

  #open(method: string, id: string): Open {
    const { workspace, user } = this.#execution;
    const file = workspace.state.files?.[id];
    const bytes = file?.file && sameAccount(file.owner, user) ? workspace.readFile(file.file) : null;
    if (!file || !bytes) throw new ApiError(method, "Requested entity was not found.", 404);
    if (file.mimeType !== DOCUMENT)
      throw new ApiError(method, "This operation is not supported for this document");
    const sha256 = sha256Of(bytes);
    return { file, live: liveDocument(workspace.state, file, bytes, sha256), revisionId: revisionOf(sha256) };
  }

  get(documentId: string, options: object = {}): DocumentJson {
    const method = this.#begin("get");
    const given = optionsOf(method, options, "includeTabsContent", "suggestionsViewMode");
    const { file, live, revisionId } = this.#open(method, documentId);
    const head = { documentId, title: file.name, revisionId };
    const json = documentJson(live, head, given["includeTabsContent"] === true);
    const fields = typeof given["fields"] === "string" ? fieldsIn(given["fields"]) : null;
    if (fields === undefined)
      throw new ApiError(method, `Invalid field selection ${String(given["fields"])}`);
    return pick(json, fields) as DocumentJson;
  }

  /** Only the title counts, as on Google. */
  create(resource: object): DocumentJson {
    this.#begin("create");
    const { title = "Untitled document" } = copied(resource) as { title?: string };
    const { id = "" } = new HostFiles(this.#execution).create({ name: title, mimeType: DOCUMENT });
    return this.get(id);
  }

  /** All of the requests are done and on disk when it returns, or none. */
  batchUpdate(resource: object, documentId: string): Response {
    const method = this.#begin("batchUpdate");
    const { requests = [], writeControl } = copied(resource) as Update;
    const opened = this.#open(method, documentId);
    if (requests.length === 0) throw new ApiError(method, "Must specify at least one request.");
    const required = writeControl?.requiredRevisionId ?? writeControl?.targetRevisionId;
    if (required !== undefined && required !== opened.revisionId)
      throw new ApiError(
        method,
        `The required revision ID '${required}' does not match the latest revision.`,
      );
    const { replies, bytes } = this.#changed(method, opened, requests);
    const modified = this.#execution.now().toISOString();
    const { sha256 } = keepFile(this.#execution, { ...opened.file, modified }, bytes);
    rememberLive(this.#execution.workspace.state, documentId, sha256, opened.live);
    return { documentId, replies, writeControl: { requiredRevisionId: revisionOf(sha256) } };
  }

  #changed(method: string, { file, live }: Open, requests: readonly Record<string, object>[]) {
    // Whatever happens, what is in memory is no longer what the file says.
    forgetLive(this.#execution.workspace.state, file.id);
    try {
      return { replies: update(live, requests), bytes: bytesOf(live.docx) };
    } catch (error) {
      throw error instanceof Fault ? new ApiError(method, error.message) : error;
    }
  }
}

export const docs: Service = {
  name: "Docs",
  advanced: { serviceId: "docs", version: "v1" },
  objects: { Docs: { methods: {} }, "Docs.Documents": { methods: DOCUMENTS, home: "" } },
  make: (execution) =>
    execution.wrap("Docs", {
      Documents: execution.wrap("Docs.Documents", new HostDocuments(execution)),
    }),
};
