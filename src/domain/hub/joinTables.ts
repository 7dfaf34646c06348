/**
 * The hub as the weekly update sees it: tables joined, references resolved, everything doubtful a located
 * problem.
 */
import type { Hub } from "./hub";
import { schoolWeeks } from "./calendar";
import { orphanProblem } from "./orphans";
import { longDay, weekdayOf } from "../words/days";
import { folded, fullNameOf, nameInUse } from "./names";
import type { Problem } from "../words/problem";
import { problem } from "../words/problem";
import type { Area } from "../tables/areas";
import type { CalendarRow } from "../tables/calendar";
import type { Contact, Placement, Provider, Pupil, StaffMember } from "../tables/people";
import {
  contacts as contactsTable,
  placements as placementsTable,
  pupils as pupilsTable,
} from "../tables/people";
import type { LeftOut, InRow, Read } from "../tables/read";
import type { Reward } from "../tables/rewards";
import { rewards as rewardsTable } from "../tables/rewards";
import type { WeekRow } from "../tables/weeklyGrades";
import { withColumn } from "../tables/weeklyGrades";
import { weekToldIn } from "./rewardsTold";

export interface Tables {
  calendar: Read<CalendarRow>;
  providers: Read<Provider>;
  contacts: Read<Contact>;
  staff: Read<StaffMember>;
  pupils: Read<Pupil>;
  placements: Read<Placement>;
  areas: Read<Area>;
  rows: Read<WeekRow>;
  rewards: Read<Reward>;
}

/** Finds what a cell refers to: by id, or by full name where only one has it. */
const finder = <R extends { id: string }>(records: readonly R[], namesOf: (record: R) => string[]) => {
  const byId = new Map(records.map((r) => [r.id.toLowerCase(), r]));
  const byName = new Map<string, Set<R>>();
  for (const record of records)
    for (const name of namesOf(record)) {
      const found = byName.get(folded(name)) ?? new Set<R>();
      byName.set(folded(name), found.add(record));
    }
  return (text: string): R | undefined => {
    const named = byName.get(folded(text));
    return byId.get(text.toLowerCase()) ?? (named?.size === 1 ? [...named][0] : undefined);
  };
};

const providerFinder = (providers: readonly Provider[]) => finder(providers, (p) => [p.name]);
const staffFinder = (staff: readonly StaffMember[]) => finder(staff, (member) => [member.name]);
const pupilFinder = (pupils: readonly Pupil[]) =>
  finder(pupils, (p) => [...new Set([fullNameOf(p), nameInUse(p)])]);

const unknown = (tab: string, row: number, heading: string, text: string, of: string): Problem =>
  problem(
    tab,
    row,
    heading,
    `"${text}" is not the id of a ${of}, and not the full name of exactly one.`,
    `Enter the ${of}'s id. Until then this row is left out.`,
  );

/**
 * The hub and every contact with its provider's id; problems beside those of reading. `closingTime` is that
 * of weeks.
 */
export function hubFrom(
  tables: Tables,
  closingTime: string,
): {
  hub: Hub;
  contacts: InRow<Contact>[];
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const findProvider = providerFinder(tables.providers.records);
  const findPupil = pupilFinder(tables.pupils.records);
  const findStaff = staffFinder(tables.staff.records);
  const weeks = schoolWeeks(tables.calendar.records);

  const contacts = tables.contacts.records.flatMap((contact) => {
    const provider = findProvider(contact.provider);
    if (provider) return [{ ...contact, provider: provider.id }];
    problems.push(unknown(contactsTable.tab, contact.row, "Provider", contact.provider, "provider"));
    return [];
  });

  const unresolved: LeftOut[] = [...tables.placements.leftOut];
  const placements = tables.placements.records.flatMap((placement) => {
    const [provider, pupil] = [findProvider(placement.provider), findPupil(placement.pupil)];
    if (provider && pupil) return [{ ...placement, provider: provider.id, pupil: pupil.id }];
    unresolved.push({ row: placement.row, texts: { provider: placement.provider } });
    if (!provider)
      problems.push(unknown(placementsTable.tab, placement.row, "Provider", placement.provider, "provider"));
    if (!pupil) problems.push(unknown(placementsTable.tab, placement.row, "Pupil", placement.pupil, "pupil"));
    return [];
  });

  const unreadablePlacements = new Map<string, number>();
  for (const { texts } of unresolved) {
    const provider = findProvider(texts["provider"] ?? "");
    if (provider) unreadablePlacements.set(provider.id, (unreadablePlacements.get(provider.id) ?? 0) + 1);
  }

  const holidays = tables.calendar.records.flatMap((holiday) => {
    if (holiday.kind !== "provider holiday") return [];
    const provider = findProvider(holiday.provider);
    if (provider) return [{ ...holiday, provider: provider.id }];
    problems.push(unknown("Calendar", holiday.row, "Provider", holiday.provider, "provider"));
    return [];
  });

  const keyWorkers = new Map<string, StaffMember>();
  for (const pupil of tables.pupils.records) {
    const member = findStaff(pupil.keyWorker);
    if (member) keyWorkers.set(pupil.id, member);
    else if (pupil.keyWorker !== "")
      problems.push(unknown(pupilsTable.tab, pupil.row, "Key worker", pupil.keyWorker, "member of staff"));
  }

  const pupils = new Map(tables.pupils.records.map((pupil) => [pupil.id, pupil]));
  const schoolMondays = new Set(weeks.map((week) => week.week));
  const rows = new Map<string, InRow<WeekRow>>();
  for (const row of tables.rows.records) {
    const wrong = rowProblem(row, pupils, schoolMondays);
    if (wrong) problems.push(wrong);
    else rows.set(`${row.week}|${row.pupil}`, row);
  }
  const rewards = tables.rewards.records.map((reward) => {
    if (!pupils.has(reward.pupil)) problems.push(orphanProblem(rewardsTable.tab, reward));
    return { ...reward, toldIn: weekToldIn(reward, weeks, closingTime) };
  });
  const takenRows = new Set([
    ...tables.rows.records.map(({ week, pupil }) => `${week}|${pupil}`),
    ...tables.rows.leftOut.map(({ texts }) => `${texts["week"]}|${texts["pupil"]}`),
  ]);
  const hub: Hub = {
    weeks,
    providers: tables.providers.records,
    holidays,
    staff: tables.staff.records,
    keyWorkers,
    pupils,
    placements,
    unreadablePlacements,
    areas: withColumn(tables.areas.records),
    rows,
    rewards,
    takenRows,
    withheld: new Set(),
  };
  return { hub, contacts, problems };
}

/**
 * Why nothing of a week's row may be used: no school week, an id that is nobody's, a name that is somebody
 * else's.
 */
function rowProblem(
  row: InRow<WeekRow>,
  pupils: ReadonlyMap<string, Pupil>,
  schoolMondays: ReadonlySet<string>,
): Problem | null {
  if (!schoolMondays.has(row.week)) {
    const why = weekdayOf(row.week) === 0 ? "is not a school week in the Calendar" : "is not a Monday";
    return problem(
      "Weekly grades",
      row.row,
      "Week",
      `${longDay(row.week)} ${why}.`,
      "Correct the week or the Calendar. Until then nothing in this row is sent.",
    );
  }
  const pupil = pupils.get(row.pupil);
  if (!pupil)
    return problem(
      "Weekly grades",
      row.row,
      "Pupil id",
      `No pupil has the id "${row.pupil}".`,
      "Correct the id. Until then nothing in this row is sent.",
    );
  const names = [fullNameOf(pupil), nameInUse(pupil)].map(folded);
  if (row.name !== "" && !names.includes(folded(row.name)))
    return problem(
      "Weekly grades",
      row.row,
      "Pupil",
      `The id ${row.pupil} belongs to somebody else: ${nameInUse(pupil)}.`,
      "Correct the id or the name. Until then nothing in this row is sent.",
    );
  return null;
}
