/**
 * The list of what happens: names and rows as they stand in Runs, what reports bring, and that each is
 * declared whole.
 */
import { dueWork } from "../../src/domain/hub/due";
import type { Settler } from "../../src/domain/mail/kinds";
import { demoHub } from "../../src/demo/hub";
import type { AnyHappening, HappeningName } from "../../src/jobs/happenings";
import { happening, HAPPENINGS } from "../../src/jobs/happenings";
import { HEARTBEAT } from "../../src/jobs/run/job";
import { runRow, settings, weeks } from "../domain/invented";

test("they are done in this order, and Runs keeps this of each", () =>
  expect(HAPPENINGS.map(({ name, keeps }) => `${name}: ${keeps}`)).toEqual([
    "weekRows: latest",
    "dataCheck: each",
    "reminders: latest",
    "weeklyUpdate: each",
    "deteriorationCheck: latest",
    "eveningCheck: latest",
    "sendReports: latest",
    "newTemplate: each",
    "makeReports: each",
  ]));

test("the demo's Runs know nothing else", () => {
  const names: string[] = [HEARTBEAT, ...HAPPENINGS.map(({ name }) => name)];
  const { Runs } = demoHub({ size: "small", seed: 1, now: "2026-11-20T16:40", workbookId: "w" }).rows;
  expect(Runs.length).toBeGreaterThan(10);
  expect(Runs.filter(({ job }) => !names.includes(job))).toEqual([]);
});

test("reports are sent whenever one is approved, also in holidays; what was asked for waits in Runs", () => {
  const runs = [
    runRow("makeReports", "2026-27 Autumn 2|all", "open"),
    runRow("makeReports", "2026-27 Autumn 1|all"),
    runRow("newTemplate", "R261101-000001", "open"),
  ];
  const at = (now: string, isApproved: boolean) =>
    dueWork<AnyHappening>(HAPPENINGS, { weeks, runs, settings, now, isApproved }).map(
      (work) => `${work.happening.name} ${work.for}`,
    );
  const asked = ["newTemplate R261101-000001", "makeReports 2026-27 Autumn 2|all"];
  expect(at("2026-12-24T10:00", true)).toEqual(["sendReports 2026-12-24", ...asked]);
  expect(at("2026-12-24T10:00", false)).toEqual(asked);
  expect(at("2026-08-01T10:00", true)).toEqual([]);
});

test("one that is not whole does not compile, nor a kind of message whose claims no happening settles", () => {
  const due = () => [];
  const run = () => ({ state: "done", counts: "", outboxRows: null }) as const;
  const whole = { name: "reviews", keeps: "latest", due, run, isStruck: false } as const;
  expect(happening(whole)).toBe(whole);
  // @ts-expect-error: nobody says when it is due
  happening({ name: "reviews", keeps: "latest", run, isStruck: false });
  // @ts-expect-error: nobody says what it runs
  happening({ name: "reviews", keeps: "latest", due, isStruck: false });
  // @ts-expect-error: nobody says what Runs keeps of it
  happening({ name: "reviews", due, run, isStruck: false });
  // @ts-expect-error: nobody says whether the fault sweep strikes it
  happening({ name: "reviews", keeps: "latest", due, run });
  const settlers: readonly Settler[] = ["deteriorationCheck", "eveningCheck"];
  const names: readonly HappeningName[] = settlers;
  expect(HAPPENINGS.map(({ name }) => name)).toEqual(expect.arrayContaining([...names]));
});
