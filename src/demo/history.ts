/** Outbox, Runs, alerts and plans as they are when every week before the Friday's has been sent. */
import type { SchoolWeek } from "../domain/hub/calendar";
import { closingDayOf, isDue, weeksOfUpdate } from "../domain/hub/calendar";
import type { Standing } from "../domain/deterioration/standing";
import { keyOf } from "../domain/mail/kinds";
import type { Mail } from "../domain/mail/mail";
import { addDays } from "../domain/words/days";
import { derivedOverall } from "../domain/words/grades";
import type { OutboxRow, RunRow } from "../domain/tables/ledger";
import type { Contact, Placement, Provider } from "../domain/tables/people";
import type { WeekRow } from "../domain/tables/weeklyGrades";
import type { PlansSoFar } from "./deterioration";
import { checkedWeek } from "./deterioration";
import type { DemoYear } from "./year";

/** What is needed to work out what has been sent. */
export interface SentBefore {
  /** The deterioration check's view of the hub. */
  standing: Omit<Standing, keyof PlansSoFar | "now" | "events">;
  year: DemoYear;
  owner: string;
  providers: readonly Provider[];
  contacts: readonly Contact[];
  placements: readonly Placement[];
  rows: readonly WeekRow[];
}

/** The marks of a row by area id, its overall as sent: the derived one where staff left it blank. */
function lettersOf({ grades, overall }: WeekRow): Record<string, string> {
  const sent = { ...grades, overall: overall ?? derivedOverall(Object.values(grades)) };
  return Object.fromEntries(
    Object.entries(sent).flatMap(([area, mark]) => (mark === null ? [] : [[area, mark]])),
  );
}

/** The provider's rows of a week: pupils whose placement there touches an open day. */
const rowsFor = ({ rows, placements }: SentBefore, provider: string, { week, days }: SchoolWeek): WeekRow[] =>
  rows.filter(
    (row) =>
      row.week === week &&
      placements.some(
        (p) =>
          p.pupil === row.pupil &&
          p.provider === provider &&
          days.some((day) => p.firstDay <= day && day <= (p.lastDay ?? day)),
      ),
  );

/** The closing days' mails of one week, two events each, without their numbers. */
function eventsOf(sent: SentBefore, week: SchoolWeek): Omit<OutboxRow, "no">[] {
  const rhythmOf = ({ id, cadence }: Provider) => ({
    cadence,
    holidays: sent.year.calendar.filter((row) => row.kind === "provider holiday" && row.provider === id),
  });
  const due = sent.providers.filter((provider) => isDue(week, rhythmOf(provider)));
  const mails = due.flatMap((provider) => {
    const { id } = provider;
    const rows = rowsFor(sent, id, week);
    const untold = (earlier: SchoolWeek) => !isDue(earlier, rhythmOf(provider));
    const told = weeksOfUpdate(sent.year.weeks, week, untold).map((w) => [
      w.week,
      Object.fromEntries(rowsFor(sent, id, w).map((row) => [row.pupil, lettersOf(row)])),
    ]);
    const letters = JSON.stringify(Object.fromEntries(told));
    const takers = sent.contacts.filter(
      (c) => c.provider === id && c.updates === "yes" && c.confirmed === c.email,
    );
    return rows.length > 0 ? takers.map(({ id: contact, email }) => ({ id, contact, email, letters })) : [];
  });
  return mails.flatMap(({ id, contact, email, letters }, i) => {
    const event = {
      at: `${week.days[week.days.length - 1]} 16:4${Math.min(9, Math.floor(i / 10))}`,
      by: sent.owner,
      key: keyOf("weekly", { week: week.week, provider: id, contact }),
      recipient: email,
      hash: "demo",
      reason: "",
    };
    return [
      { ...event, state: "claimed" as const, letters: "" },
      { ...event, state: "sent" as const, letters },
    ];
  });
}

/** The two events of a notice that left when the week closed. */
const noticeEvents = (mail: Mail, week: SchoolWeek, by: string): Omit<OutboxRow, "no">[] => {
  const { key, recipient } = mail;
  const event = { at: `${closingDayOf(week)} 16:50`, by, key, recipient, hash: "demo", reason: "" };
  return [
    { ...event, state: "claimed", letters: "" },
    { ...event, state: "sent", letters: JSON.stringify(mail.letters) },
  ];
};

export interface DemoHistory extends PlansSoFar {
  outbox: OutboxRow[];
  runs: RunRow[];
}

/**
 * The Outbox numbered from 1, oldest first; Runs with the last sign of life first; and what the notices
 * opened.
 */
export function demoHistory(sent: SentBefore): DemoHistory {
  const past = sent.year.weeks.slice(0, sent.year.at);
  const outbox: (OutboxRow & { row: number })[] = [];
  const add = (events: readonly Omit<OutboxRow, "no">[]) => {
    for (const event of events) outbox.push({ no: outbox.length + 1, ...event, row: outbox.length + 2 });
  };
  let soFar: PlansSoFar = { alerts: [], plans: [], actions: [] };
  const weekly = past.map((week): RunRow => {
    const events = eventsOf(sent, week);
    add(events);
    const checked = checkedWeek({ ...sent.standing, events: [...outbox] }, soFar, week);
    for (const mail of checked.mails) add(noticeEvents(mail, week, sent.owner));
    soFar = checked.next([...outbox]);
    return {
      job: "weeklyUpdate",
      for: week.week,
      state: "done",
      at: `${closingDayOf(week)} 16:49`,
      by: sent.owner,
      counts: `${events.length / 2} sent`,
      outboxRows: outbox.length,
    };
  });
  const { friday } = sent.year;
  const daily = (job: string, day: string, time: string): RunRow => ({
    job,
    for: day,
    state: "done",
    at: `${day} ${time}`,
    by: sent.owner,
    counts: "",
    outboxRows: outbox.length,
  });
  // On the Friday itself everything has run that is due before it closes.
  const heartbeat = { ...daily("hourlySweep", "", ""), at: `${friday} 15:49` };
  const others = [
    daily("weekRows", friday, "07:49"),
    daily("dataCheck", friday, "08:49"),
    daily("reminders", friday, "14:49"),
    daily("deteriorationCheck", addDays(friday, -1), "18:49"),
    daily("eveningCheck", addDays(friday, -1), "18:49"),
  ];
  const runs = [heartbeat, ...others, ...weekly];
  return { outbox, runs, ...soFar };
}
