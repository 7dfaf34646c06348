/** Claims that a run left open. */
import { loadLedger, recordEvent } from "./sendThroughLedger";
import type { Run } from "../run/job";
import type { Settler } from "../../domain/mail/kinds";
import { isSettledBy } from "../../domain/mail/kinds";
import type { Mail } from "../../domain/mail/mail";

/**
 * What was being sent when a run died and is no longer due: nobody knows whether it was sent, so a lead
 * looks.
 */
export function holdUnresolved(run: Run, mails: readonly Pick<Mail, "key">[], job: Settler): void {
  const { tab, ledger } = loadLedger(run);
  const due = new Set(mails.map(({ key }) => key));
  for (const [key, { state, recipient, hash }] of ledger.entries)
    if (state === "claimed" && isSettledBy(job, key) && !due.has(key)) {
      const reason = "A run stopped while sending it, and it is no longer due.";
      recordEvent(run, tab, { key, recipient }, { hash, state: "held", reason });
    }
}
