/** What a piece of the clock's work came to. */

export interface Outcome {
  /** open: something is still to do, and the next sweep goes on with it. */
  state: "done" | "open";
  counts: string;
  outboxRows: number | null;
}
