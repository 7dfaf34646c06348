/**
 * What was late or corrected for pupils whom no later update will cover: they have left, or the calendar
 * ends. For all others the next update says it.
 */
import type { SchoolWeek } from "../hub/calendar";
import { isDue, nextDueDay } from "../hub/calendar";
import type { Hub } from "../hub/hub";
import { capsuleFor } from "./capsule";
import { rhythmOf, touches } from "../hub/hub";
import type { GradeChange } from "./changes";
import { changesSince, lettersSentTo } from "./changes";
import { startOf } from "../mail/kinds";
import type { Mail } from "../mail/mail";
import { withWithheld } from "../mail/withheld";
import type { OutboxRow } from "../tables/ledger";
import type { Provider } from "../tables/people";
import type { Settings } from "../tables/settings";
import { changesMail } from "./weeklyEmail";
import { takes } from "../mail/takers";
import type { HubWithContacts } from "../hub/contacts";

/**
 * `newestClosed`: updates of later weeks are still to come, and so are those of earlier ones not due by
 * themselves.
 */
export function changesEmails(
  { hub: joined, contacts }: HubWithContacts,
  events: readonly OutboxRow[],
  newestClosed: SchoolWeek,
  settings: Settings,
): Mail[] {
  const hub = withWithheld(joined, events);
  return hub.providers
    .filter((provider) => provider.active === "yes")
    .flatMap((provider) => {
      const waits = (change: GradeChange) => hasLaterUpdate(change.pupilId, provider, newestClosed, hub);
      const takers = contacts.filter(
        (contact) => contact.provider === provider.id && takes("changes", contact),
      );
      return takers.flatMap((contact) => {
        const sent = lettersSentTo(events, { provider: provider.id, contact: contact.id });
        const changes = changesSince(sent, provider.id, hub, null).filter((change) => !waits(change));
        const week = changes[changes.length - 1]?.week;
        if (week === undefined) return [];
        const capsule = capsuleFor(provider, [], hub, changes);
        const nextDue = nextDueDay(hub.weeks, newestClosed, rhythmOf(provider, hub));
        const n = numberOf(startOf("changes", { week, provider: provider.id, contact: contact.id }), events);
        return [changesMail(capsule, { week, contact, nextDue, changes, settings }, n)];
      });
    });
}

/** Whether an update still to come will hold this pupil: one of a week after the last that was due. */
function hasLaterUpdate(pupilId: string, provider: Provider, newestClosed: SchoolWeek, hub: Hub): boolean {
  const rhythm = rhythmOf(provider, hub);
  const due = hub.weeks.filter((week) => week.week <= newestClosed.week && isDue(week, rhythm)).pop();
  const later = hub.weeks.filter((week) => due === undefined || week.week > due.week);
  return later.some((week, i) => {
    const isHere = hub.placements.some(
      (p) => p.pupil === pupilId && p.provider === provider.id && touches(p, week),
    );
    return isHere && later.slice(i).some((next) => isDue(next, rhythm));
  });
}

/** The first number not yet sent or dropped: one still under way keeps its own. */
function numberOf(start: string, events: readonly OutboxRow[]): number {
  const over = new Set(
    events
      .filter(({ key, state }) => key.startsWith(start) && (state === "sent" || state === "dropped"))
      .map(({ key }) => key),
  );
  return over.size + 1;
}
