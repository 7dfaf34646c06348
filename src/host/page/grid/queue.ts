/**
 * What the page has asked of the host and not yet heard back: sent one after another, as the person acted.
 */
import type { Answer } from "../../server/protocol";
import { ask } from "../link";

/** Of this page, among all that are open. */
export const PAGE = crypto.randomUUID();

export interface Asking {
  path: string;
  /** Made when its turn comes, because it says what the page had seen when the person acted. */
  body: object;
  request: number;
  /** Called with the host's sentence when it refuses. */
  refused: (sentence: string) => void;
}

export interface Queue {
  /** The next request's number. */
  next(): number;
  add(asking: Asking): void;
  waiting(): number;
}

export function changeQueue(onChange: (waiting: number) => void): Queue {
  let number = 0;
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();
  const sendOne = async ({ path, body, refused }: Asking): Promise<void> => {
    try {
      const { refused: sentence } = await ask<Answer>(path, body);
      if (sentence !== null) refused(sentence);
    } catch (error) {
      refused(error instanceof Error ? error.message : String(error));
    }
    waiting -= 1;
    onChange(waiting);
  };
  return {
    next: () => (number += 1),
    add(asking) {
      waiting += 1;
      onChange(waiting);
      last = last.then(() => sendOne(asking));
    },
    waiting: () => waiting,
  };
}
