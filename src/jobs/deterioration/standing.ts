/** What the deterioration check works from: everything read once. */
import { loadLedger } from "../mail/sendThroughLedger";
import { loadHub } from "../run/loadHub";
import { load } from "../run/load";
import type { Run } from "../run/job";
import type { Settings } from "../../domain/tables/settings";
import { plans, actions, alerts } from "../../domain/tables/plans";
import type { Standing } from "../../domain/deterioration/standing";

export function standingOf(run: Run, settings: Settings): Standing {
  const { hub, contacts } = loadHub(run);
  return {
    hub,
    contacts,
    events: loadLedger(run).tab.records,
    alerts: load(run, alerts).records,
    plans: load(run, plans).records,
    actions: load(run, actions).records,
    settings,
    now: run.now,
  };
}
