/**
 * Where a host keeps things: in a folder of ordinary files (folderWorkspace.ts) or in memory
 * (memoryWorkspace.ts).
 */
import type { Operation, State, Workbook } from "./model";

export interface Workspace {
  /** What is in memory, the truth while the workspace is open; changed only by `apply` of apply.ts. */
  readonly workbook: Workbook;
  readonly state: State;
  /** Keeps operations that were already applied; they survive any death of this process once it returns. */
  keep(operations: readonly Operation[]): void;
  /** Puts a message into the outbox, at once and for good, and gives its name, such as `outbox/0001.eml`. */
  putMail(eml: string): string;
  /** The names of the files in drive/, those that people put there too. */
  fileNames(): string[];
  /** A file of drive/; null where there is none. */
  readFile(name: string): Uint8Array | null;
  /**
   * Writes a file of drive/ and keeps operations that were already applied and that tell its sha256: whenever
   * the process dies, both are there or neither is.
   */
  putFile(name: string, bytes: Uint8Array, operations: readonly Operation[]): void;
  /** Keeps operations that were already applied, then deletes a file of drive/. */
  removeFile(name: string, operations: readonly Operation[]): void;
  /** Ends the use of the workspace: everything is written to its ordinary files. */
  close(): Promise<void>;
}
