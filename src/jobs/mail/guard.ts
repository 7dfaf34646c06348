/** The last check before a message to a provider leaves. */
import type { History } from "../../domain/mail/history";
import { loadLedger } from "./sendThroughLedger";
import { load } from "../run/load";
import { runs } from "../../domain/tables/ledger";
import type { Guard } from "./sendThroughLedger";
import { loadHub } from "../run/loadHub";
import type { LoadedHub } from "../run/loadHub";
import type { Run } from "../run/job";
import type { Settings } from "../../domain/tables/settings";
import { problem, stop } from "../../domain/words/problem";
import { reasonNotToSend } from "../../domain/mail/outgoingCheck";

/** The last check before a message to a provider leaves; without an address for answers none does. */
export function guardFor(run: Run, settings: Settings): Guard {
  if (settings.replyTo === "") throw stop(noReplyTo);
  const known = knownOf(loadHub(run));
  const waits = () => (settings.holdUpdates ? "Waiting for approval." : null);
  return { waits, reasonNotToSend: (mail) => reasonNotToSend(mail, known) };
}

const noReplyTo = problem(
  "Settings",
  null,
  "Value",
  "The Reply-to address is empty.",
  "Enter the address for providers' replies. Nothing will be sent until then.",
);

const knownOf = ({ hub, contacts }: LoadedHub) => ({
  contacts,
  placements: hub.placements,
  pupils: [...hub.pupils.values()],
  weeks: hub.weeks,
});

export const historyOf = (run: Run): History => ({
  events: loadLedger(run).tab.records,
  runs: load(run, runs).records,
});
