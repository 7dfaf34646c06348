/** The demo hub holds what domain.md, section 9, promises, whatever the date. */
import { schoolWeeks } from "../../src/domain/hub/calendar";
import { addDays, weekOf, weekdayOf } from "../../src/domain/words/days";
import { isGrade } from "../../src/domain/words/grades";
import { ledgerFrom } from "../../src/domain/mail/ledger";
import { finderIn, initialsOf, isNamed } from "../../src/domain/hub/names";
import { areas } from "../../src/domain/tables/areas";
import { calendar } from "../../src/domain/tables/calendar";
import { outbox, problems, runs } from "../../src/domain/tables/ledger";
import { contacts, placements, providers, pupils, staff } from "../../src/domain/tables/people";
import { columnsIn, recordsIn } from "../../src/domain/tables/read";
import { settings, settingsFrom } from "../../src/domain/tables/settings";
import type { Table } from "../../src/domain/tables/table";
import { headingsOf } from "../../src/domain/tables/table";
import { weekRowsIn, weeklyGrades } from "../../src/domain/tables/weeklyGrades";
import type { DemoHub, TabName } from "../../src/demo/hub";
import { cellsOfDemo, demoGrades, demoWeek } from "../../src/demo/hub";
import { upnOf } from "../../src/domain/words/upn";
import { calendarAround, demoFriday } from "../../src/demo/year";
import type { Size } from "./hubs";
import { hubOf, newHub, NOVEMBER, SIZES } from "./hubs";

const hubs = new Map(SIZES.map((size) => [size, hubOf(size)]));
const the = (size: Size) => hubs.get(size) as DemoHub;

const read = (hub: DemoHub, table: Table) => {
  const cells = [headingsOf(table), ...cellsOfDemo(hub)[table.tab as TabName]];
  const places = columnsIn(table, cells[0] ?? []) as Map<string, number>;
  return { cells, places, ...recordsIn(table, cells, places) };
};
const latestRows = ({ rows, friday }: DemoHub) =>
  rows["Weekly grades"].filter((row) => row.week === weekOf(friday));
const storyOf = (pupil: string) =>
  the("default")
    .rows["Weekly grades"].filter((row) => row.pupil === pupil)
    .map((row) => row.overall ?? ".")
    .reverse()
    .join("");

describe("the date", () => {
  test.each([
    ["2026-11-20T16:39", "2026-11-13"],
    ["2026-11-20T16:40", "2026-11-20"],
    ["2026-11-19T23:00", "2026-11-13"],
    ["2026-11-22T00:00", "2026-11-20"],
  ])("at %s the Friday is %s", (now, friday) => expect(demoFriday(now)).toBe(friday));

  test("late November lies in a year that starts on 1 September and has a holiday in October", () => {
    const [autumn1, autumn2] = calendarAround("2026-11-20");
    expect(autumn1).toMatchObject({ year: "2026-27", firstDay: "2026-09-01", lastDay: "2026-10-23" });
    expect(autumn2).toMatchObject({ firstDay: "2026-11-02" });
  });

  test("whatever the day of five years, its Friday is open and in the tenth school week or later", () => {
    const days = Array.from({ length: 5 * 366 }, (_, i) => addDays("2024-01-01", i));
    const fridays = [...new Set(days.map((day) => demoFriday(`${day}T12:00`)))];
    for (const friday of fridays) {
      const weeks = schoolWeeks(calendarAround(friday));
      const place = weeks.findIndex((week) => week.days.includes(friday));
      expect([friday, weekdayOf(friday), place >= 9, weeks.length]).toEqual([friday, 4, true, 39]);
    }
  });

  test.each(["2026-08-14T10:00", "2026-12-29T10:00", "2028-02-29T10:00", "2026-09-18T18:00"])(
    "at %s a whole hub can be made and read",
    (now) => {
      const hub = hubOf("small", now);
      const found = schoolWeeks(read(hub, calendar).records as never);
      expect(found.filter(({ week }) => week <= weekOf(hub.friday)).length).toBeGreaterThanOrEqual(10);
      expect(latestRows(hub).length).toBeGreaterThan(15);
    },
  );
});

test("the same options give the same hub, another seed another one", () => {
  expect(newHub("default")).toEqual(the("default"));
  expect(newHub("default", NOVEMBER, 2).rows["Weekly grades"]).not.toEqual(
    the("default").rows["Weekly grades"],
  );
});

test("a pupil's grades do not depend on the size", () => {
  const marks = (hub: DemoHub) => latestRows(hub).find(({ pupil }) => pupil === "U010")?.grades;
  expect(marks(the("small"))).toEqual(marks(the("large")));
});

describe.each(SIZES)("%s", (size) => {
  const hub = the(size);
  const { rows } = hub;

  test("every tab reads back without a problem", () => {
    const tables = [
      settings,
      calendar,
      providers,
      contacts,
      staff,
      pupils,
      placements,
      areas,
      outbox,
      runs,
      problems,
    ];
    for (const table of tables as unknown as Table[]) {
      const back = read(hub, table);
      expect([table.tab, back.problems, back.records.length]).toEqual([
        table.tab,
        [],
        rows[table.tab as TabName].length,
      ]);
    }
    const { cells, places } = read(hub, weeklyGrades(hub.areas));
    const back = weekRowsIn(hub.areas, cells, places);
    expect(back.problems).toEqual([]);
    expect(back.records).toMatchObject(rows["Weekly grades"]);
  });

  test("settings are valid and automation is on since the year's first day", () => {
    const found = settingsFrom(read(hub, settings as unknown as Table).records as never);
    expect(found.problems).toEqual([]);
    expect(found.settings).toMatchObject({
      automation: true,
      firstOn: "2026-09-01",
      owner: hub.owner,
      workbookId: "demo-book",
      lastPupil: rows.Pupils.length,
    });
  });

  test("UPNs are valid and of LA 999", () => {
    for (const { upn } of rows.Pupils) {
      expect(upn).toMatch(/^[A-Z]999\d{9}$/);
      expect(upnOf(upn.slice(1))).toBe(upn);
    }
    expect(new Set(rows.Pupils.map(({ upn }) => upn)).size).toBe(rows.Pupils.length);
  });

  test("exactly one contact waits, and its provider still has another", () => {
    const taking = rows.Contacts.filter(({ updates }) => updates === "yes");
    const waiting = rows.Contacts.filter(({ confirmed }) => confirmed === "");
    expect(waiting.length).toBe(1);
    for (const { id, domains } of rows.Providers) {
      const own = taking.filter((c) => c.provider === id);
      expect(own.filter((c) => c.confirmed === c.email).length).toBeGreaterThanOrEqual(1);
      expect(own.every(({ email, name }) => name !== "" && email.endsWith(`@${domains}`))).toBe(true);
    }
  });

  test("a key worker is a member of staff; a provider never has one pupil in two placements", () => {
    const names = rows.Staff.map(({ name }) => name);
    expect(rows.Pupils.every(({ keyWorker }) => names.includes(keyWorker))).toBe(true);
    expect(new Set(rows.Placements.map((p) => `${p.pupil}|${p.provider}`)).size).toBe(rows.Placements.length);
    expect(
      rows.Placements.every((p) => p.firstDay !== "" && (p.lastDay === null || p.firstDay <= p.lastDay)),
    ).toBe(true);
  });

  test("a third start mid-year, some leave, and the dual placements overlap", () => {
    const later = rows.Pupils.filter(
      ({ id }) => rows.Placements.find((p) => p.pupil === id)?.firstDay !== "2026-09-01",
    );
    expect(later.length / rows.Pupils.length).toBeGreaterThan(0.25);
    expect(later.length / rows.Pupils.length).toBeLessThan(0.4);
    expect(rows.Placements.some((p) => p.lastDay !== null && p.lastDay <= hub.friday)).toBe(true);
    const open = rows.Placements.filter((p) => p.lastDay === null).map((p) => p.pupil);
    expect(open.length - new Set(open).size).toBe(size === "small" ? 2 : 4);
  });

  test("rows run from the newest week to the first, one per pupil and week, a few of the newest unfinished", () => {
    const all = rows["Weekly grades"];
    expect(all.map(({ week }) => week)).toEqual(
      all
        .map(({ week }) => week)
        .sort()
        .reverse(),
    );
    expect(new Set(all.map(({ week }) => week)).size).toBe(11);
    const unfinished = latestRows(hub).filter((row) => Object.values(row.grades).includes(null));
    expect(unfinished.length).toBeGreaterThanOrEqual(2);
    expect(unfinished.length).toBeLessThanOrEqual(6);
  });

  test("about six in a hundred marks are not graded, and Green is common", () => {
    const told = ["U001", "U002", "U003", "U004", "U005", "U006", "U007", "U008", "U009"];
    const marks = rows["Weekly grades"]
      .filter(({ pupil }) => !told.includes(pupil))
      .flatMap(({ grades }) => Object.values(grades))
      .filter((mark) => mark !== null);
    const ungraded = marks.filter((mark) => !isGrade(mark)).length / marks.length;
    expect(ungraded).toBeGreaterThan(size === "small" ? 0.01 : 0.04);
    expect(ungraded).toBeLessThan(0.08);
    expect(marks.filter((mark) => mark === "G").length / marks.length).toBeGreaterThan(0.4);
  });

  test("sessions agree with Attendance", () => {
    for (const { grades, offered, attended } of rows["Weekly grades"]) {
      if (offered === null || attended === null) continue;
      if (grades["A01"] === "G") expect(attended).toBe(offered);
      if (grades["A01"] === "A") expect(attended).toBeLessThan(offered);
      if (grades["A01"] === "R") expect(attended * 3).toBeLessThan(offered * 2);
    }
  });

  test("one text names another pupil, in the newest week, and no other text does", () => {
    const named = rows["Weekly grades"].flatMap((row) =>
      [row.strength, row.nextStep, row.note].flatMap((text) => {
        const finder = finderIn(text);
        return rows.Pupils.filter((p) => p.id !== row.pupil && isNamed(finder, p)).map(
          (p) => `${row.week} ${row.pupil} ${p.id}`,
        );
      }),
    );
    expect(named).toEqual([`${weekOf(hub.friday)} U002 U004`]);
    const texts = rows["Weekly grades"].flatMap((row) => [row.strength, row.nextStep, row.note]);
    expect(rows.Providers.some(({ name }) => texts.some((text) => text.includes(name)))).toBe(false);
  });

  test("the ledger is whole; no week of the Friday and no unconfirmed contact is in it", () => {
    const found = ledgerFrom(
      read(hub, outbox as unknown as Table).records as never,
      0,
      rows.Runs[0]?.outboxRows ?? 0,
    );
    expect(found).toMatchObject({ last: rows.Outbox.length });
    const confirmed = rows.Contacts.map((c) => c.confirmed);
    expect(
      rows.Outbox.every((e) => confirmed.includes(e.recipient) && !e.key.includes(weekOf(hub.friday))),
    ).toBe(true);
    const sent = rows.Outbox.filter((e) => e.state === "sent");
    expect(new Set(sent.map((e) => e.key)).size).toBe(rows.Outbox.length / 2);
    const daily = ["hourlySweep", "weekRows", "dataCheck", "reminders", "deteriorationCheck", "eveningCheck"];
    expect(rows.Runs.map(({ job }) => job)).toEqual([...daily, ...Array(10).fill("weeklyUpdate")]);
  });
});

test("numbers of the default size", () => {
  const { rows } = the("default");
  expect([rows.Pupils, rows.Providers, rows.Staff, rows.Areas].map((tab) => tab.length)).toEqual([
    48, 9, 12, 8,
  ]);
  expect(
    rows.Providers.map(({ cadence }) => cadence)
      .sort()
      .slice(0, 3),
  ).toEqual(["fortnightly", "fortnightly", "none"]);
});

test("awkward names are where they should be", () => {
  const { Pupils, Placements } = the("default").rows;
  const at = (id: string) => Placements.find((p) => p.pupil === id)?.provider;
  const named = (full: string) =>
    Pupils.filter((p) => `${p.firstName} ${p.surname}`.trim() === full).map(({ id }) => id);
  expect(named("Zoë O'Neil-Šafářová").length).toBe(1);
  expect(named("Suleiman").length).toBe(1);
  expect(new Set(named("Jayden Clarke").map(at)).size).toBe(2);
  const [mb1, mb2] = Pupils.filter((p) => initialsOf(p) === "MB" && at(p.id) === "P01");
  expect(mb1 && mb2).toBeTruthy();
  expect(new Set(Pupils.filter((p) => p.surname === "Penhale").map(({ id }) => at(id))).size).toBe(2);
  const others = Pupils.map((p) => `${p.firstName} ${p.surname}`);
  expect(new Set(others).size).toBe(Pupils.length - 1);
});

test.each([
  ["plain trigger", "U001", "GGGGGGGAARA"],
  ["three weeks down, holiday, fourth after", "U002", /^GGGGGAARA..$/],
  ["honeymoon, then Amber", "U003", "GGGAAAAA"],
  ["Red from day one", "U004", "RRRRRR"],
  ["recovered", "U005", "GGGGAARAGGG"],
  ["relapse", "U006", "GGGAARAGGAA"],
  ["six weeks off ill", "U007", "GGGIIIIIIAA"],
  ["attendance only", "U008", "GGGGGGGGGGG"],
  ["missing on two Fridays", "U009", "GGGGGAG.G.A"],
])("story: %s", (_, pupil, weeks) => {
  if (typeof weeks === "string") expect(storyOf(pupil)).toBe(weeks);
  else expect(storyOf(pupil)).toMatch(weeks);
});

test("letting staff fill a week gives rows for any school week, the past ones as they stand", () => {
  const options = { size: "default", seed: 1, now: NOVEMBER } as const;
  const hub = the("default");
  // Every third: each is a whole hub made anew.
  const some = schoolWeeks(hub.rows.Calendar).filter((_, i) => i % 3 === 0);
  for (const { week } of some) {
    const rows = demoWeek(options, week);
    expect(rows.length).toBeGreaterThan(25);
    if (week < weekOf(hub.friday))
      expect(rows).toEqual(hub.rows["Weekly grades"].filter((row) => row.week === week));
    expect(demoGrades(options, "U010", week, hub.areas).grades).toEqual(
      rows.find((r) => r.pupil === "U010")?.grades,
    );
  }
  expect(demoWeek(options, "2026-10-26")).toEqual([]);
});
