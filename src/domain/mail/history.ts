/** What the ledger and Runs say of earlier weeks. */
import type { OutboxRow, RunRow } from "../tables/ledger";

/** What the ledger and Runs say about earlier weeks. */
export interface History {
  events: readonly OutboxRow[];
  runs: readonly RunRow[];
}
