/** Documents that were read lately, kept open in memory as long as their files stay what they were. */
import type { DriveFile, State } from "../../model/model";
import type { Live } from "./live";
import { liveOf } from "./live";
import { openDocx } from "../xml/package";
import { Unreadable } from "../../archive/limits";

interface Kept {
  /** Of the file that it was read from or written to. */
  sha256: string;
  live: Live;
}

/** Each takes a few megabytes; a run works on one at a time. */
const MOST = 8;
const kept = new WeakMap<State, Map<string, Kept>>();

/** A file that another program has changed is read again. */
export function liveDocument(state: State, { id, name }: DriveFile, bytes: Uint8Array, sha256: string): Live {
  const known = kept.get(state)?.get(id);
  const live = known?.sha256 === sha256 ? known.live : read(name, bytes);
  rememberLive(state, id, sha256, live);
  return live;
}

function read(name: string, bytes: Uint8Array): Live {
  try {
    return liveOf(openDocx(bytes));
  } catch (error) {
    // It was a good one when it was made: somebody changed the file.
    if (error instanceof Unreadable)
      throw new Error(`The file of the document ${name} was changed and cannot be read. ${error.message}`);
    throw error;
  }
}

export function rememberLive(state: State, id: string, sha256: string, live: Live): void {
  const documents = kept.get(state) ?? new Map<string, Kept>();
  kept.set(state, documents);
  documents.delete(id);
  documents.set(id, { sha256, live });
  const [oldest] = documents.keys();
  if (documents.size > MOST && oldest !== undefined) documents.delete(oldest);
}

export const forgetLive = (state: State, id: string): void => void kept.get(state)?.delete(id);
