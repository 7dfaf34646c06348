/** The files of Drive in a workspace: found for the account that made them, changed at once and for good. */
import { createHash } from "node:crypto";
import { apply } from "../model/apply";
import { sha256Of } from "../workspace/driveFolder";
import { ApiError, Exception } from "../run/errors";
import type { Execution } from "../run/execution";
import type { DriveFile, Operation } from "../model/model";
import { sameAccount } from "../model/accounts";
import { freeName } from "./names";

const DAY_MS = 24 * 60 * 60 * 1000;

/** All files that the script made for the account of this run. */
export const ownFiles = ({ workspace, user }: Execution): DriveFile[] =>
  Object.values(workspace.state.files ?? {}).filter((file) => sameAccount(file.owner, user));

/** Under `drive.file` a file of somebody else is as unknown as one that never was. */
export function fileOf(execution: Execution, method: string, id: string): DriveFile {
  const files = execution.workspace.state.files ?? {};
  const file = Object.hasOwn(files, id) ? files[id] : undefined;
  if (file && sameAccount(file.owner, execution.user)) return file;
  throw new ApiError(method, `File not found: ${id}.`, 404);
}

/** The account's My Drive, which every file without another parent is in; scripts also call it `root`. */
export const rootOf = (user: string): string => `0A${digest(`root of ${user.toLowerCase()}`).slice(0, 17)}`;

const digest = (text: string): string => createHash("sha256").update(text).digest("base64url");

/** Whether it or a folder it lies in is in the bin. */
export function isTrashed(execution: Execution, file: DriveFile): boolean {
  const files = execution.workspace.state.files ?? {};
  return (
    file.trashed || file.parents.some((id) => files[id] !== undefined && isTrashed(execution, files[id]))
  );
}

export const bytesOfFile = (execution: Execution, method: string, file: DriveFile): Uint8Array => {
  const bytes = file.file === null ? null : execution.workspace.readFile(file.file);
  // Somebody took it out of the folder.
  if (!bytes) throw new ApiError(method, `File not found: ${file.id}.`, 404);
  return bytes;
};

/** Checks the day's quota and gives the id and the count that a new file has. */
export function newFileId(execution: Execution): { id: string; counted: Operation } {
  const { state } = execution.workspace;
  const now = execution.now();
  const day = state.fileDay;
  const isRunning = day && now.getTime() - Date.parse(day.since) < DAY_MS;
  const [since, used] = isRunning ? [day.since, day.used] : [now.toISOString(), 0];
  if (used >= execution.fileQuota)
    throw new Exception("Service invoked too many times for one day: docs create.");
  const filesMade = (state.filesMade ?? 0) + 1;
  return {
    id: `1${digest(`${state.workbookId} ${filesMade}`).replace(/[-_]/g, "x").slice(0, 32)}`,
    counted: { op: "state", set: { filesMade, fileDay: { since, used: used + 1 } } },
  };
}

/** Keeps a new or changed entry, with its content where that is new, under its name in drive/. */
export function keepFile(
  execution: Execution,
  file: DriveFile,
  bytes: Uint8Array | null,
  more: readonly Operation[] = [],
): DriveFile {
  const { workspace } = execution;
  const known = workspace.state.files?.[file.id];
  const before = known?.file ?? null;
  const named = nameFor(execution, file, known, bytes !== null);
  const content = bytes ?? (before !== null && named !== before ? workspace.readFile(before) : null);
  const kept = { ...file, file: named, sha256: content ? sha256Of(content) : file.sha256 };
  const operations: Operation[] = [{ op: "file", id: file.id, file: kept }, ...more];
  for (const operation of operations) apply(workspace.workbook, workspace.state, operation);
  if (content && named !== null) workspace.putFile(named, content, operations);
  else workspace.keep(operations);
  if (before !== null && before !== named) workspace.removeFile(before, []);
  return kept;
}

/** A file keeps its name in drive/ as long as it keeps that in Drive. */
function nameFor(
  { workspace }: Execution,
  { name, mimeType }: DriveFile,
  known: DriveFile | undefined,
  hasBytes: boolean,
): string | null {
  if (known && (known.name === name || known.file === null)) return known.file;
  if (!known && !hasBytes) return null;
  const taken = workspace.fileNames().filter((other) => other !== known?.file);
  return freeName(name, mimeType, taken);
}

/** Deletes for good, without the bin; of a folder also all that is in it. */
export function dropFile(execution: Execution, file: DriveFile): void {
  const { workspace } = execution;
  for (const inside of ownFiles(execution).filter(({ parents }) => parents.includes(file.id)))
    dropFile(execution, inside);
  const operation: Operation = { op: "file", id: file.id, file: null };
  apply(workspace.workbook, workspace.state, operation);
  if (file.file === null) workspace.keep([operation]);
  else workspace.removeFile(file.file, [operation]);
}
