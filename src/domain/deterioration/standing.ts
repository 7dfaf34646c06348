/**
 * The deterioration check, decided: from the grades, the ledger, the plans and the Alerts as they are now,
 * what must be opened, told, taken back and shown. Pure: decided twice on the same workbook it decides the
 * same.
 */
import { withId } from "../hub/names";
import type { FoundAlert } from "./alertRows";
import { alertRows, alertsIn, firstWeekIn, keyOfAlert } from "./alertRows";
import type { SchoolWeek } from "../hub/calendar";
import { closedWeeks, closingDayOf, closingOf } from "../hub/calendar";
import type { Moment } from "../words/days";
import { addDays, dayOf } from "../words/days";
import type { Judgement } from "../rule/judgements";
import { judgementsOf, notifies } from "../rule/judgements";
import type { Records } from "../learning/records";
import { partsOf, startOf } from "../mail/kinds";
import type { Mail } from "../mail/mail";
import { looksFor } from "./needsALook";
import { noticeMail } from "./noticeMail";
import type { DueNotices } from "./notices";
import { dueNotices } from "./notices";
import type { Opening } from "./planOpening";
import { openPlans } from "./planOpening";
import type { Problem } from "../words/problem";
import { problem } from "../words/problem";
import { isRestricted, isWithheld } from "../hub/restriction";
import { withWithheld } from "../mail/withheld";
import type { OutboxRow } from "../tables/ledger";
import type { Action, ActionPlan, Alert, Look } from "../tables/plans";
import type { Settings } from "../tables/settings";
import type { HubWithContacts } from "../hub/contacts";
import { takes } from "../mail/takers";

export interface Standing extends HubWithContacts {
  events: readonly OutboxRow[];
  alerts: readonly Alert[];
  plans: readonly ActionPlan[];
  actions: readonly Action[];
  settings: Settings;
  now: Moment;
}

export interface Decided {
  opening: Opening;
  /** Plans whose reason for opening came or went, with the day to show. */
  withdrawn: { plan: ActionPlan; on: string }[];
  superseded: DueNotices["superseded"];
  mails: Mail[];
  problems: Problem[];
}

/**
 * A notice about a week that closed longer ago than this waits for a lead: nobody is surprised by news about
 * the past. Days.
 */
const TOO_OLD = 28;

/** What the grades say; plans opened or told in the same run change nothing in it. */
export interface Seen {
  closed: SchoolWeek[];
  judgements: Judgement[];
  found: FoundAlert[];
}

export function see({ hub, plans, settings, now }: Standing): Seen {
  const closed = closedWeeks(hub.weeks, settings.closingTime, now);
  const judgements = judgementsOf(hub, closed, plans, settings);
  return { closed, judgements, found: alertsIn(judgements, closed[closed.length - 1], hub, settings) };
}

export function decide(standing: Standing, seen = see(standing)): Decided {
  const { hub, contacts, events, settings, now } = standing;
  const { closed, judgements, found } = seen;
  const told = found.filter((alert) => isTold(alert, standing, closed));
  const context = { hub, weeks: hub.weeks, settings, today: dayOf(now) };
  const opening = openPlans(told, standing.alerts, standing.plans, standing.actions, context);
  const { due, superseded } = dueNotices(judgements, contacts, events, hub, closed, settings);
  const plans = [...standing.plans, ...opening.plans];
  const newest = closed[closed.length - 1]?.week;
  const mails = due.map((notice) =>
    noticeMail(notice, {
      hub,
      weeks: hub.weeks,
      rule: settings,
      settings,
      plan: plans.find(({ pupil, state }) => pupil === notice.placement.pupil && state === "open"),
      isLate: notice.week !== newest,
    }),
  );
  return {
    opening,
    withdrawn: withdrawnPlans(standing, opening, found),
    superseded,
    mails,
    problems: blocked(told, standing),
  };
}

/** An alert whose notice is for the provider, of a week that closed since the automation was first on. */
function isTold(
  { row, notifyWeek }: FoundAlert,
  { hub, settings }: Standing,
  closed: readonly SchoolWeek[],
): boolean {
  const week = closed.find((w) => w.week === notifyWeek);
  return (
    week !== undefined &&
    settings.firstOn !== "" &&
    closingOf(week, settings.closingTime) >= settings.firstOn &&
    notifies(row.series, hub.areas, settings)
  );
}

/** An open plan none of whose alerts is left: the grades that opened it were corrected. */
function withdrawnPlans({ plans, now, hub }: Standing, { planOf }: Opening, found: readonly FoundAlert[]) {
  const keys = new Set(found.map(({ row }) => keyOfAlert(row)));
  const yearStarts = yearStart(hub.weeks, dayOf(now));
  return plans.flatMap((plan) => {
    const own = [...planOf].filter(([, id]) => id === plan.plan).map(([key]) => key);
    // By hand, or in another school year: then no grades can take its reason away.
    const judged = own.filter((key) => firstWeekIn(key) >= yearStarts);
    if (plan.state !== "open" || judged.length === 0) return [];
    const isGone = judged.every((key) => !keys.has(key));
    if (isGone && plan.withdrawn === "") return [{ plan, on: dayOf(now) }];
    return !isGone && plan.withdrawn !== "" ? [{ plan, on: "" }] : [];
  });
}

function yearStart(weeks: readonly SchoolWeek[], today: string): string {
  const past = weeks.filter((week) => week.week <= today);
  const year = past[past.length - 1]?.year;
  return weeks.find((week) => week.year === year)?.week ?? "";
}

/** Providers of told alerts that nobody can be reached at. */
function blocked(told: readonly FoundAlert[], { hub, contacts }: Standing): Problem[] {
  const open = told.filter(({ row }) => row.state === "notified");
  return hub.providers
    .filter(({ id }) => open.some(({ row }) => row.provider === id) && !reaches(id, contacts))
    .map(({ id, name, row }) =>
      problem(
        "Providers",
        row,
        "Name",
        `A notice should go to ${withId(name, id)}, but no confirmed contact there receives notices.`,
        "Enter one in Contacts and ask a lead to confirm the address. The notice then goes out at the next check.",
      ),
    );
}

const reaches = (provider: string, contacts: HubWithContacts["contacts"]): boolean =>
  contacts.some((contact) => contact.provider === provider && takes("notice", contact));

/** Why a notice waits for a lead, though nothing is wrong with it; null where it may go. */
export function whyNoticeWaits(mail: Mail, standing: Standing): string | null {
  const { events, settings, now } = standing;
  const hub = withWithheld(standing.hub, events);
  const parts = partsOf(mail.key);
  if (parts?.kind !== "notice" && parts?.kind !== "correction") return "It is not a notice.";
  const { week: monday, pupil } = parts;
  if (isRestricted(pupil, hub))
    return `${pupil} is restricted. It is held back until the restriction is lifted.`;
  if (isWithheld(monday, parts, hub))
    return `${pupil} was restricted when that week closed. A lead decides whether it is sent.`;
  if (settings.holdNotices) return "Waiting for approval.";
  const week = hub.weeks.find((w) => w.week === monday);
  if (week && addDays(closingDayOf(week), TOO_OLD) >= dayOf(now)) return null;
  return "It is about a week that closed more than four weeks ago.";
}

/** The rows of Alerts, once everything else is done. */
export function alertsNow(
  standing: Standing,
  planOf: ReadonlyMap<string, string>,
  { closed, found }: Seen,
): Alert[] {
  const { hub, contacts, events, now } = standing;
  const told = new Set(found.filter((alert) => isTold(alert, standing, closed)));
  const toldOn = (alert: FoundAlert): string => {
    if (!told.has(alert)) return "";
    const { pupil, provider } = alert.row;
    const start = startOf("notice", { week: alert.notifyWeek ?? "", pupil, provider });
    const sent = events.find(({ key, state }) => key.startsWith(start) && state === "sent");
    if (sent) return dayOf(sent.at);
    return reaches(provider, contacts) ? "waits" : "blocked";
  };
  const plan = (key: string): string => planOf.get(key) ?? "";
  return alertRows(found, standing.alerts, toldOn, plan, yearStart(hub.weeks, dayOf(now)));
}

/** Why a notice did not go, and what to do. */
function whyStuck(how: string, area: string, provider: string): { why: string; next: string } {
  if (how === "restricted")
    return {
      why: `${area}: the pupil is restricted, so the notice to ${provider} is held back.`,
      next: "It will go only when the restriction is lifted and a lead approves it (menu, Held mail).",
    };
  return how === "blocked"
    ? {
        why: `${area}: ${provider} has no confirmed contact who takes notices.`,
        next: "Enter one and have it confirmed, or phone the provider.",
      }
    : {
        why: `${area}: the notice to ${provider} is held or could not be sent.`,
        next: "See Held mail in the menu, then the Problems tab.",
      };
}

/** The rows of Needs a look, beside those of Alerts. */
export function looksNow(
  { hub, plans, actions, settings, now }: Standing,
  rows: readonly Alert[],
  { closed, judgements, found }: Seen,
  records: Records,
): Look[] {
  const nameOf = (id: string): string => hub.providers.find((one) => one.id === id)?.name ?? id;
  const stuck = rows
    .filter(({ state, notifiedOn }) => state === "notified" && /^(blocked|waits)$/.test(notifiedOn))
    .map(({ pupil, provider, area, notifiedOn }) => ({
      pupil,
      ...whyStuck(isRestricted(pupil, hub) ? "restricted" : notifiedOn, area, nameOf(provider)),
    }));
  return looksFor({
    hub,
    judgements,
    alerts: found,
    plans,
    actions,
    records,
    stuck,
    closed,
    rule: settings,
    settings,
    today: dayOf(now),
  });
}
