/**
 * What was late or corrected: the grades as they are now against the letters that a contact was sent.
 *
 * Late: blank in what was sent, graded now. Corrected: another letter now. Worked example: Behaviour was
 * blank in the update for the week beginning 9 November and is A now: "Week beginning 9 November: Behaviour
 * now Amber (was not graded)".
 */
import type { SchoolWeek } from "../hub/calendar";
import type { Hub } from "../hub/hub";
import { areasIn, overallOf, touches } from "../hub/hub";
import type { Day } from "../words/days";
import { shortDay } from "../words/days";
import type { Mark } from "../words/grades";
import { isGrade, MARKS, wordsOf } from "../words/grades";
import { partsOf } from "../mail/kinds";
import type { Letters } from "../mail/mail";
import { problem, stop } from "../words/problem";
import { isRestricted, isWithheld } from "../hub/restriction";
import type { OutboxRow } from "../tables/ledger";

export interface GradeChange {
  week: Day;
  pupilId: string;
  /** `overall` for the week's judgement. */
  area: string;
  now: Mark;
  line: string;
}

/**
 * The letters a contact was last sent, merged from its sent events of all kinds. Changes that a lead dropped
 * count as told: they never go, while what changes after them does.
 */
export function lettersSentTo(
  events: readonly OutboxRow[],
  { provider, contact }: { provider: string; contact: string },
): Letters {
  const merged: Letters = {};
  const isTold = ({ key, state }: OutboxRow): boolean => {
    if (state !== "sent" && state !== "dropped") return false;
    const parts = partsOf(key);
    if (parts?.kind !== "weekly" && parts?.kind !== "changes") return false;
    const tells = parts.kind === "changes" || state === "sent";
    return tells && parts.provider === provider && parts.contact === contact;
  };
  for (const event of events.filter(isTold).sort((a, b) => (a.no ?? 0) - (b.no ?? 0)))
    for (const [week, pupils] of Object.entries(lettersIn(event)))
      for (const [pupil, marks] of Object.entries(pupils))
        (merged[week] ??= {})[pupil] = { ...merged[week][pupil], ...marks };
  return merged;
}

/** Whether a value holds marks at this depth: week, pupil, area. */
const hasMarks = (value: unknown, depth = 3): boolean =>
  depth === 0
    ? MARKS.some((mark) => mark === value)
    : typeof value === "object" &&
      value !== null &&
      Object.values(value).every((v) => hasMarks(v, depth - 1));

function lettersIn({ no, letters }: OutboxRow): Letters {
  const parsed = parsedFrom(letters || "{}");
  if (hasMarks(parsed)) return parsed as Letters;
  const wrong = `The letters of event ${no} cannot be read, because somebody changed the cell.`;
  throw stop(
    problem(
      "Outbox",
      null,
      "Letters",
      wrong,
      "Nothing will be sent until it is restored with File, Version history.",
    ),
  );
}

/** Undefined where the text is no JSON. */
function parsedFrom(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * All changes to what a provider's contact was sent, oldest week first, of weeks before `before` where it is
 * given.
 */
export function changesSince(sent: Letters, provider: string, hub: Hub, before: Day | null): GradeChange[] {
  const weeks = hub.weeks.filter(
    ({ week }) => sent[week] !== undefined && (before === null || week < before),
  );
  return weeks.flatMap((week) => {
    const told = sent[week.week] ?? {};
    const placed = hub.placements.filter((p) => p.provider === provider && touches(p, week));
    const pupils = [...new Set(placed.map((p) => p.pupil))].sort();
    return pupils
      .filter((pupil) => !isRestricted(pupil, hub))
      .filter((pupil) => told[pupil] || !isWithheld(week.week, { pupil, provider }, hub))
      .flatMap((pupil) => changesOf(pupil, week, told[pupil] ?? {}, hub));
  });
}

function changesOf(
  pupilId: string,
  { week }: SchoolWeek,
  sent: Readonly<Record<string, Mark>>,
  hub: Hub,
): GradeChange[] {
  const row = hub.rows.get(`${week}|${pupilId}`);
  if (!row) return [];
  const marks: [string, string, Mark][] = [
    ["overall", "Overall", overallOf(row, hub.areas).overall],
    ...areasIn(hub.areas, week).map((a): [string, string, Mark] => [a.id, a.name, row.grades[a.id] ?? null]),
  ];
  return marks.flatMap(([area, name, now]) => {
    const was = sent[area] ?? null;
    const isLate = was === null && isGrade(now);
    const isCorrected = was !== null && now !== null && now !== "?" && now !== was;
    if (!isLate && !isCorrected) return [];
    const before = was === null ? "not graded" : wordsOf(was);
    const line = `Week beginning ${shortDay(week)}: ${name} now ${wordsOf(now)} (was ${before})`;
    return [{ week, pupilId, area, now, line }];
  });
}

/** The letters a message with these changes tells. */
export function lettersOfChanges(changes: readonly GradeChange[]): Letters {
  const letters: Letters = {};
  for (const { week, pupilId, area, now } of changes) ((letters[week] ??= {})[pupilId] ??= {})[area] = now;
  return letters;
}
