/** What goes to whom at the end of a week, and why anybody gets nothing: decided, not sent. */
import { withId } from "../hub/names";
import type { History } from "../mail/history";
import type { HubWithContacts } from "../hub/contacts";
import { takes } from "../mail/takers";
import type { Rhythm, SchoolWeek } from "../hub/calendar";
import { closingDayOf, isDue, nextDueDay, weeksOfUpdate } from "../hub/calendar";
import type { Capsule } from "./capsule";
import { capsuleFor } from "./capsule";
import { rhythmOf } from "../hub/hub";
import { isDone } from "../hub/due";
import { UPDATE } from "./due";
import { changesSince, lettersSentTo } from "./changes";
import { notActive } from "../hub/checks";
import { startOf } from "../mail/kinds";
import type { Mail } from "../mail/mail";
import type { Problem } from "../words/problem";
import { problem } from "../words/problem";
import { newlyWithheld, withWithheld } from "../mail/withheld";
import type { Provider } from "../tables/people";
import type { InRow } from "../tables/read";
import type { Settings } from "../tables/settings";
import { isEmpty, weeklyEmail } from "./weeklyEmail";

export interface Plan {
  mails: Mail[];
  /** Providers that cannot be reached; what is withheld of the texts is a check of its own. */
  problems: Problem[];
  /** Providers that get nothing, each with the reason. */
  nothing: { provider: Provider; why: string }[];
  /** A provider with pupils cannot be reached. */
  blocked: boolean;
  /**
   * Keys of what is kept back for good because a pupil is restricted, to be recorded when the week is sent.
   */
  withheld: string[];
}

export function planWeek(
  { hub: joined, contacts }: HubWithContacts,
  history: History,
  week: SchoolWeek,
  settings: Settings,
): Plan {
  const hub = withWithheld(joined, history.events);
  const plan: Plan = { mails: [], problems: [], nothing: [], blocked: false, withheld: [] };
  for (const provider of hub.providers) {
    const rhythm = rhythmOf(provider, hub);
    const past = { ...history, rhythm, firstOn: settings.firstOn };
    const weeks = weeksOfUpdate(hub.weeks, week, (earlier) => isUntold(earlier, provider, past));
    const capsule = capsuleFor(provider, weeks, hub);
    plan.withheld.push(...newlyWithheld(provider.id, isDue(week, rhythm) ? weeks : [week], hub));
    const takers = contacts.filter((contact) => contact.provider === provider.id && takes("weekly", contact));
    const why = whyNothing(provider, capsule, isDue(week, rhythm), takers.length);
    if (why) {
      plan.nothing.push({ provider, why: why.sentence });
      if (why.problem) plan.problems.push(why.problem);
      plan.blocked ||= why.problem !== null;
      continue;
    }
    const nextDue = nextDueDay(hub.weeks, week, rhythm);
    for (const contact of takers) {
      const sent = lettersSentTo(history.events, { provider: provider.id, contact: contact.id });
      const changes = changesSince(sent, provider.id, hub, weeks[0]?.week ?? week.week);
      const theirs = changes.length === 0 ? capsule : capsuleFor(provider, weeks, hub, changes);
      plan.mails.push(weeklyEmail(theirs, { week: week.week, contact, nextDue, changes, settings }));
    }
  }
  return plan;
}

/**
 * Nothing was made for this provider, and the week's own run will make nothing more: it is done, or the
 * provider is not due then. A run may stay open for ever for the sake of another provider, so that it is done
 * is not the only sign.
 */
function isUntold(
  week: SchoolWeek,
  provider: Provider,
  { events, runs, rhythm, firstOn }: History & { rhythm: Rhythm; firstOn: string },
): boolean {
  const start = startOf("weekly", { week: week.week, provider: provider.id });
  if (events.some(({ key }) => key.startsWith(start))) return false;
  return (
    isDone(runs, UPDATE, week.week) ||
    (firstOn !== "" && closingDayOf(week) >= firstOn && !isDue(week, rhythm))
  );
}

function whyNothing(
  provider: InRow<Provider>,
  capsule: Capsule,
  due: boolean,
  takers: number,
): { sentence: string; problem: Problem | null } | null {
  const notNow = (sentence: string) => ({ sentence, problem: null });
  if (provider.cadence === "none") return notNow("This provider wants no updates.");
  if (!due) return notNow("No update is due this week. The next one will cover this week too.");
  if (isEmpty(capsule)) return notNow("It had no pupils here in these weeks.");
  if (provider.active === "yes" && takers > 0) return null;
  const found = unreachable(provider);
  return { sentence: found.wrong, problem: found };
}

const unreachable = (provider: InRow<Provider>): Problem =>
  provider.active === "no"
    ? notActive(provider)
    : problem(
        "Providers",
        provider.row,
        "Name",
        `${withId(provider.name, provider.id)} has pupils here but no confirmed contact who takes updates.`,
        "Enter one in Contacts and ask a lead to confirm the address.",
      );
