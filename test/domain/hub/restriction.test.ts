/**
 * A restricted pupil: left out of what leaves, counted as told, refused by the last check; nothing old goes
 * afterwards.
 */
import { changesSince } from "../../../src/domain/weekly/changes";
import { whyNoticeWaits } from "../../../src/domain/deterioration/standing";
import type { Standing } from "../../../src/domain/deterioration/standing";
import { reasonNotToSend, reasonNotToSendToStaff } from "../../../src/domain/mail/outgoingCheck";
import { reminders } from "../../../src/domain/weekly/reminders";
import { wantedReports } from "../../../src/domain/reports/board/wanted";
import { isWithheld, mayTell } from "../../../src/domain/hub/restriction";
import { withWithheld } from "../../../src/domain/mail/withheld";
import { columnsIn, recordsIn } from "../../../src/domain/tables/read";
import type { Contact, Placement, Pupil } from "../../../src/domain/tables/people";
import { pupils as pupilsTable } from "../../../src/domain/tables/people";
import type { Template } from "../../../src/domain/tables/reports";
import { headingsOf, rowOf } from "../../../src/domain/tables/table";
import { planWeek } from "../../../src/domain/weekly/planWeek";
import { hub, contact, member, placement, pupil, row, sentEvent, settings, WEEK, weekOf } from "../invented";

const [EARLIER, LATER] = ["2026-11-09", "2026-11-23"];
const weeksOf = ["2026-11-02", EARLIER, WEEK, LATER];
const everyWeek = (id: string) => weeksOf.map((monday) => row(id, monday, `${id} ${monday}`));
const at = ["U001", "U002"];
const placements = at.map((id) => placement(id, "P01"));
const pupilsWith = (restricted: "yes" | "no") => [
  { ...pupil("U001", "Ada", "Stone"), restricted },
  pupil("U002", "Ben", "Hill"),
];
const of = (restricted: "yes" | "no", placed = placements) =>
  hub(pupilsWith(restricted), placed, at.flatMap(everyWeek));
const contacts: Contact[] = [contact("C001", "P01")];
/** A week's plan, after these events. */
const plan = (
  restricted: "yes" | "no",
  monday: string,
  events: ReturnType<typeof sentEvent>[] = [],
  placed = placements,
) =>
  planWeek(
    { hub: of(restricted, placed), contacts: contacts as never },
    { events, runs: [] },
    weekOf(monday),
    { ...settings, firstOn: "2026-09-01" },
  );
/** The ledger after such a plan was sent. */
const sent = (planned: ReturnType<typeof plan>) =>
  [...planned.withheld.map((key) => ({ key, letters: {} })), ...planned.mails].map(({ key, letters }, i) =>
    sentEvent(i + 1, key, letters),
  );

test("the update has one pupil less and says nothing of it; the ledger is to say so", () => {
  const { mails, withheld } = plan("yes", WEEK);
  expect(mails.map((mail) => mail.subject)).toEqual([
    "Weekly update, week beginning 16 November 2026: 1 pupil",
  ]);
  expect(JSON.stringify(mails)).not.toMatch(/U001|Ada|Stone|restrict|not included/);
  expect(withheld).toEqual([`withheld|${WEEK}|U001|P01`]);
  expect(plan("yes", WEEK, sent(plan("yes", WEEK))).withheld).toEqual([]);
});

test("a provider with this pupil alone gets nothing, which is no problem", () => {
  const { mails, nothing, problems } = plan("yes", WEEK, [], [placement("U001", "P01")]);
  expect([mails, problems]).toEqual([[], []]);
  expect(nothing[0]?.why).toMatch(/no pupils here/);
});

test("once it is lifted the withheld week is told neither as late, nor as an earlier week, nor as last week", () => {
  const events = sent(plan("yes", WEEK));
  const [mail] = plan("no", LATER, events).mails;
  expect(mail?.subject).toMatch(/: 2 pupils$/);
  expect(Object.keys(mail?.letters ?? {})).toEqual([LATER]);
  expect(mail?.text).toContain(`U001 ${LATER}`.replace("U001", "U001"));
  expect(mail?.text).not.toMatch(/LATE AND CORRECTED|U001 2026-11-16/);
  // Last week's overall is said of Ben alone.
  expect(mail?.text.match(/last week/g)).toHaveLength(1);

  const alone = [placement("U001", "P01")];
  const nothingSent = sent(plan("yes", WEEK, [], alone));
  const [first] = plan("no", LATER, nothingSent, alone).mails;
  expect(Object.keys(first?.letters ?? {})).toEqual([LATER]);
});

test("what had been told before is corrected again once it is lifted, not before", () => {
  const told = { [EARLIER]: { U001: { overall: "R" as const, A01: "G" as const } } };
  const withheld = [sentEvent(1, `withheld|${EARLIER}|U001|P01`), sentEvent(2, `withheld|${WEEK}|U001|P01`)];
  const linesOf = (restricted: "yes" | "no") =>
    changesSince(told, "P01", withWithheld(of(restricted, [placement("U001", "P01")]), withheld), LATER).map(
      ({ line }) => line,
    );
  expect(linesOf("yes")).toEqual([]);
  expect(linesOf("no")).toEqual(["Week beginning 9 November: Overall now Amber (was Red)"]);
});

test("a notice waits while the pupil is restricted, and for a lead where its week was withheld", () => {
  const waits = (restricted: "yes" | "no", events: ReturnType<typeof sentEvent>[]) =>
    whyNoticeWaits(
      { key: `notice|${WEEK}|U001|P01|C001|1` } as never,
      { hub: of(restricted), events, settings, now: "2026-11-20T18:00" } as unknown as Standing,
    );
  expect(waits("yes", [])).toMatch(/U001 is restricted/);
  expect(waits("no", [sentEvent(1, `withheld|${WEEK}|U001|P01`)])).toMatch(/A lead decides/);
  expect(waits("no", [])).toBeNull();
});

test("a reminder does not speak of the pupil", () => {
  const blank = at.map((id) => row(id, WEEK, "", null, {}));
  const texts = reminders(
    weekOf(WEEK),
    "2026-11-20",
    hub(pupilsWith("yes"), placements, blank),
    settings,
  ).mails;
  expect(texts.map(({ text }) => text).join()).toMatch(/Ben Hill: nothing yet/);
  expect(texts.map(({ text }) => text).join()).not.toMatch(/Ada/);
});

test("no report is wanted, nor is the pupil in a return", () => {
  const template = (kind: Template["kind"]): Template => ({
    id: `R261101-00000${kind.length}`,
    name: kind,
    provider: "",
    kind,
    forWhom: "all",
    document: "d",
    active: "yes",
    mostPages: null,
  });
  const period = { id: "2026-27 Autumn 2", name: "Autumn 2", year: "2026-27", weeks: weeksOf.map(weekOf) };
  const wanted = wantedReports(
    period as never,
    of("yes"),
    [template("half-termly"), template("LA return")],
    "all",
  );
  expect(wanted.map(({ pupils }) => pupils.map((one) => one.pupil.id))).toEqual([["U002"], ["U002"]]);
});

describe("the last check refuses the pupil by itself", () => {
  const [mail] = plan("no", WEEK).mails;
  const known = (restricted: unknown) => ({
    contacts,
    placements: placements as Placement[],
    pupils: [{ ...pupil("U001", "Ada", "Stone"), restricted }, pupil("U002", "Ben", "Hill")] as Pupil[],
    weeks: weeksOf.map(weekOf),
  });
  test("an update composed as if nobody were restricted", () => {
    expect(mail && reasonNotToSend(mail, known("no"))).toBeNull();
    for (const restricted of ["yes", undefined, "?"])
      expect(mail && reasonNotToSend(mail, known(restricted))).toMatch(/U001 is restricted/);
  });
  test("a message whose key alone names the pupil", () =>
    expect(
      mail && reasonNotToSend({ ...mail, key: `report|p|U001|P01|t|1|C001`, letters: {} }, known("yes")),
    ).toMatch(/U001 is restricted/));
  test("a message to staff, unless somebody else bears the name too", () => {
    const to = { to: { staff: "S02" }, recipient: "s02@hub.example", letters: {}, key: "reminder|d|S02" };
    const refusal = (pupils: Pupil[]) =>
      mail &&
      reasonNotToSendToStaff({ ...mail, ...to, text: "Ada Stone: nothing yet" }, [member("S02")], pupils);
    expect(refusal(known("yes").pupils)).toMatch(/U001 is restricted/);
    expect(refusal([...known("yes").pupils, pupil("U003", "Ada", "Stone")])).toBeNull();
  });
});

test.each([
  ["", "no", 0],
  ["no", "no", 0],
  ["YES", "yes", 0],
  ["maybe", "yes", 1],
  ["n", "yes", 1],
])(
  "%j in the cell reads as %s, the safe side, with a problem where it cannot be read",
  (cell, read, problems) => {
    const headings = headingsOf(pupilsTable);
    const cells = [
      headings,
      rowOf(pupilsTable, { id: "U001", firstName: "Ada", restricted: cell } as never, headings),
    ];
    const places = columnsIn(pupilsTable, headings);
    if ("wrong" in places) throw new Error(places.wrong);
    const found = recordsIn(pupilsTable, cells, places);
    expect(found.records[0]?.restricted).toBe(read);
    expect(found.problems).toHaveLength(problems);
  },
);

test("withheld is one pupil, one week, one provider", () => {
  const kept = withWithheld(of("no"), [sentEvent(1, `withheld|${WEEK}|U001|P01`)]);
  expect(isWithheld(WEEK, { pupil: "U001", provider: "P01" }, kept)).toBe(true);
  expect(mayTell(WEEK, { pupil: "U001", provider: "P02" }, kept)).toBe(true);
  expect(mayTell(LATER, { pupil: "U001", provider: "P01" }, kept)).toBe(true);
  expect(mayTell(WEEK, { pupil: "U002", provider: "P01" }, kept)).toBe(true);
});
