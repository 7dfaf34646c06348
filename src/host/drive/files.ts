/** Drive.Files, version 3: what is made, copied or changed is on disk before the call returns. */
import type { HostBlob } from "../services/blob";
import { blobIn } from "../services/blob";
import { ApiError } from "../run/errors";
import type { Execution } from "../run/execution";
import type { DriveFile } from "../model/model";
import { FULL, needs } from "../run/rights";
import type { Has } from "../run/used";
import { FILE_FIELDS, fileJson, selected } from "./answers";
import { exported } from "./export";
import { metadataOf, optionsOf, parentsOf, properties } from "./metadata";
import { FOLDER } from "./mimeTypes";
import { ownerOf } from "./permissions";
import { listed } from "./search";
import { bytesOfFile, dropFile, fileOf, keepFile, newFileId, rootOf } from "./store";
import { contentFor } from "./upload";

type Collection = GoogleAppsScript.Drive_v3.Drive.V3.Collection.FilesCollection;
type FileJson = GoogleAppsScript.Drive_v3.Drive.V3.Schema.File;
type FileList = GoogleAppsScript.Drive_v3.Drive.V3.Schema.FileList;

export const FILES = {
  copy: "o s | o s o",
  create: "o | o f? | o f? o",
  export: "s s | s s o",
  get: "s | s o",
  list: " | o",
  remove: "s | s o",
  update: "o s | o s f? | o s f? o",
};

export class HostFiles implements Has<Collection, typeof FILES, "export"> {
  readonly #execution: Execution;

  constructor(execution: Execution) {
    this.#execution = execution;
  }

  #begin(name: string): string {
    needs(this.#execution, `drive.files.${name}`, FULL, "drive.file");
    return `drive.files.${name}`;
  }

  #answer(method: string, file: DriveFile, fields: unknown): FileJson {
    return selected(method, fileJson(this.#execution, file), fields, FILE_FIELDS);
  }

  create(resource: object, media: HostBlob | null = null, options: object = {}): FileJson {
    const method = this.#begin("create");
    const metadata = metadataOf(method, resource);
    const { fields } = optionsOf(method, options, "keepRevisionForever");
    const content = contentFor(method, metadata.mimeType, blobOf(method, media));
    return this.#answer(method, this.#make(method, { ...metadata, ...content }), fields);
  }

  #make(method: string, given: ReturnType<typeof metadataOf> & { bytes: Uint8Array | null }): DriveFile {
    const execution = this.#execution;
    const { name = "Untitled", mimeType = FOLDER, description, bytes } = given;
    const parents = parentsOf(execution, method, given.parents ?? []);
    const appProperties = properties(method, {}, given.appProperties);
    const { id, counted } = newFileId(execution);
    const now = execution.now().toISOString();
    const file: DriveFile = {
      id,
      name,
      mimeType,
      ...(description !== undefined && { description }),
      owner: execution.user,
      parents: parents.length > 0 ? parents : [rootOf(execution.user)],
      appProperties,
      trashed: false,
      created: now,
      modified: now,
      file: null,
      sha256: "",
      permissions: [ownerOf(execution.user)],
    };
    return keepFile(execution, file, bytes, [counted]);
  }

  /** The copy has the properties and the parents of its model, as far as it gets no others. */
  copy(resource: object, fileId: string, options: object = {}): FileJson {
    const method = this.#begin("copy");
    const metadata = metadataOf(method, resource);
    const { fields } = optionsOf(method, options, "keepRevisionForever");
    const model = fileOf(this.#execution, method, fileId);
    if (model.mimeType === FOLDER) throw new ApiError(method, "This file cannot be copied by the user.", 403);
    if ((metadata.mimeType ?? model.mimeType) !== model.mimeType)
      throw new Error("The local host has no drive.files.copy into another kind of file");
    const made = this.#make(method, {
      ...metadata,
      name: metadata.name ?? `Copy of ${model.name}`,
      mimeType: model.mimeType,
      parents: metadata.parents ?? model.parents,
      appProperties: { ...model.appProperties, ...metadata.appProperties },
      bytes: bytesOfFile(this.#execution, method, model),
    });
    return this.#answer(method, made, fields);
  }

  get(fileId: string, options: object = {}): FileJson {
    const method = this.#begin("get");
    const { fields } = optionsOf(method, options, "acknowledgeAbuse");
    return this.#answer(method, fileOf(this.#execution, method, fileId), fields);
  }

  list(options: object = {}): FileList {
    const method = this.#begin("list");
    return listed(this.#execution, method, options);
  }

  update(resource: object, fileId: string, media: HostBlob | null = null, options: object = {}): FileJson {
    const method = this.#begin("update");
    const metadata = metadataOf(method, resource);
    const given = optionsOf(method, options, "addParents", "removeParents", "keepRevisionForever");
    const file = fileOf(this.#execution, method, fileId);
    if (metadata.parents)
      throw new ApiError(
        method,
        "The parents field is not directly writable in update requests. Use the addParents and removeParents parameters instead.",
        403,
      );
    const blob = blobOf(method, media);
    if (metadata.mimeType !== undefined && metadata.mimeType !== file.mimeType)
      throw new Error("The local host has no drive.files.update into another kind of file");
    const bytes = blob && contentFor(method, file.mimeType, blob).bytes;
    const changed: DriveFile = {
      ...file,
      name: metadata.name ?? file.name,
      ...(metadata.description !== undefined && { description: metadata.description }),
      trashed: metadata.trashed ?? file.trashed,
      appProperties: properties(method, file.appProperties, metadata.appProperties),
      parents: this.#moved(method, file, given),
      modified: this.#execution.now().toISOString(),
    };
    return this.#answer(method, keepFile(this.#execution, changed, bytes), given["fields"]);
  }

  #moved(method: string, file: DriveFile, options: Record<string, unknown>): string[] {
    const idsIn = (list: unknown): string[] =>
      typeof list === "string" ? list.split(",").map((id) => id.trim()) : [];
    const root = rootOf(this.#execution.user);
    const removed = idsIn(options["removeParents"]).map((id) => (id === "root" ? root : id));
    const added = parentsOf(this.#execution, method, idsIn(options["addParents"]));
    const parents = [...new Set([...file.parents.filter((id) => !removed.includes(id)), ...added])];
    if (parents.length > 1)
      throw new ApiError(method, "Increasing the number of parents is not allowed", 403);
    return parents.length > 0 ? parents : [root];
  }

  remove(fileId: string, options: object = {}): void {
    const method = this.#begin("delete");
    optionsOf(method, options);
    dropFile(this.#execution, fileOf(this.#execution, method, fileId));
  }

  /** Google's types say void: the option that makes it give a blob is not in them. */
  export(fileId: string, mimeType: string, options: object = {}): HostBlob {
    const method = this.#begin("export");
    const { alt } = optionsOf(method, options, "alt");
    return exported(this.#execution, fileOf(this.#execution, method, fileId), mimeType, alt);
  }
}

function blobOf(method: string, media: unknown): HostBlob | null {
  if (media === null || media === undefined) return null;
  const blob = blobIn(media);
  if (!blob) throw new ApiError(method, "Media data must be a blob.");
  return blob;
}
