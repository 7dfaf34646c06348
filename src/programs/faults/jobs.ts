/**
 * The jobs that faults are played in: from which stage, who runs what when, and what comes after. A new job
 * is a few lines here: its stage, its call, and for a person's job how the person sees that it is done.
 */
import type { Host } from "../../host/host";
import type { MemoryWorkspace } from "../../host/workspace/memoryWorkspace";
import type { StruckName } from "../../jobs/happenings";
import type { EditKind, Place } from "./edits";
import { rowsIn } from "./reading";
import { LEAD, PERIOD, TEACHER, WEEK } from "./rows";

export interface Job {
  name: string;
  stage: string;
  now: string;
  /** Undefined: the clock's run, as the automation's owner. */
  user?: string;
  act: (host: Host, start: MemoryWorkspace) => unknown;
  /** What a person looks at before doing it once more. */
  isDone?: (workspace: MemoryWorkspace) => boolean;
  /** The clock's runs afterwards; in the last of them nothing more is due. */
  after: readonly [string, string];
  /** Where staff edit meanwhile. */
  place: Place;
  /**
   * Edits after which a death is not tried. Where rows are sorted, or a column is moved, in the very call
   * that writes, the same run puts back what it wrote over; where it dies before it looks, only Google's
   * version history has that.
   */
  notBeforeDeath?: readonly EditKind[];
  /** Done twice it is there twice, as it should be: two people may enter the same. */
  addsEachTime?: true;
  /** The week whose update is due by the end. */
  closes?: string;
}

const sweep = (host: Host): unknown => host.call("hourlySweep");
const has = (tab: string, row: Readonly<Record<string, string>>) => (workspace: MemoryWorkspace) =>
  rowsIn(workspace, tab).some((r) => Object.entries(row).every(([heading, value]) => r[heading] === value));

const GRADES: Place = {
  tab: "Weekly grades",
  row: { Week: WEEK, "Pupil id": "U003" },
  heading: "Engagement",
  moved: "Strength",
};
const OLD_GRADES: Place = { ...GRADES, row: { Week: "2026-11-09", "Pupil id": "U003" } };
const AP = "AP-U001-2026-10-19";
const PLANS: Place = { tab: "Action plans", row: { Plan: AP }, heading: "Why" };
const FRIDAY = ["2026-11-20T17:40", "2026-11-20T17:50"] as const;
const EVENING = ["2026-11-20T19:10", "2026-11-20T20:10"] as const;
const MONDAY = ["2026-11-23T10:10", "2026-11-23T11:10"] as const;
const MORNING = "2026-11-23T09:00";

const TARGET = {
  subject: "numeracy",
  wording: "Add to a hundred",
  childWording: "I can add to a hundred",
  howWeKnow: "Nine of ten right",
  startingPoint: "Adds to twenty",
  expectation: "expected for age",
  reviewBy: "2026-12-11",
};
const KEY = `weekly|${WEEK}|P02|C002`;
const lastOf = (workspace: MemoryWorkspace, key: string) =>
  rowsIn(workspace, "Outbox")
    .filter((event) => event["Key"] === key)
    .pop();
const templateOf = (workspace: MemoryWorkspace): string =>
  rowsIn(workspace, "Reports").find((row) => row["Pupil id"] === "U003")?.["Template"] ?? "";

/** What the clock does: each happening that is to be struck. */
const CLOCK: Record<StruckName, Omit<Job, "name" | "act" | "user" | "isDone">> = {
  weekRows: {
    stage: "monday",
    now: "2026-11-16T07:10",
    after: ["2026-11-16T08:10", "2026-11-16T09:10"],
    place: OLD_GRADES,
    notBeforeDeath: ["sorted"],
  },
  dataCheck: {
    stage: "rowsMade",
    now: "2026-11-16T08:10",
    after: ["2026-11-16T09:10", "2026-11-16T10:10"],
    place: GRADES,
  },
  reminders: {
    stage: "friday",
    now: "2026-11-20T14:10",
    after: ["2026-11-20T15:10", "2026-11-20T16:10"],
    place: GRADES,
  },
  weeklyUpdate: {
    stage: "closing",
    now: "2026-11-20T16:40",
    after: FRIDAY,
    place: GRADES,
    closes: WEEK,
  },
  deteriorationCheck: {
    stage: "told",
    now: "2026-11-20T16:40",
    after: FRIDAY,
    place: { ...GRADES, row: { Week: WEEK, "Pupil id": "U001" }, heading: "Overall" },
    closes: WEEK,
  },
  eveningCheck: {
    stage: "corrected",
    now: "2026-11-20T18:10",
    after: EVENING,
    place: { ...GRADES, row: { Week: WEEK, "Pupil id": "U006" } },
    closes: WEEK,
  },
  sendReports: {
    stage: "approved",
    now: MORNING,
    after: MONDAY,
    place: { tab: "Contacts", row: { Id: "C003" }, heading: "Role" },
  },
};
const BY_CLOCK: readonly Job[] = Object.entries(CLOCK).map(([name, job]) => ({ ...job, name, act: sweep }));

/** What a person does from the menu, a dialog or the sidebar. */
const BY_PERSON: readonly Job[] = [
  {
    name: "prepareWorkbook",
    stage: "quiet",
    now: MORNING,
    user: LEAD,
    act: (host) => host.call("prepareWorkbook"),
    isDone: () => false,
    after: MONDAY,
    place: OLD_GRADES,
  },
  {
    name: "checkPasted",
    stage: "quiet",
    now: MORNING,
    user: LEAD,
    act: (host) => host.call("checkPasted"),
    isDone: () => false,
    after: MONDAY,
    place: GRADES,
  },
  {
    name: "confirmContact",
    stage: "quiet",
    now: MORNING,
    user: LEAD,
    act: (host) => host.run("confirmContact", "C004", "orla.stead@northhill.example"),
    isDone: has("Contacts", { Id: "C004", "Confirmed address": "orla.stead@northhill.example" }),
    after: MONDAY,
    place: { tab: "Contacts", row: { Id: "C003" }, heading: "Role" },
  },
  {
    name: "sendWeek",
    stage: "closing",
    now: "2026-11-20T16:35",
    user: LEAD,
    act: (host) => host.run("sendWeek", WEEK),
    isDone: has("Runs", { Job: "weeklyUpdate", For: WEEK, State: "done" }),
    after: FRIDAY,
    place: GRADES,
    closes: WEEK,
  },
  {
    name: "approveMail",
    stage: "held",
    now: "2026-11-20T17:00",
    user: LEAD,
    act: (host, start) => host.run("approveMail", KEY, lastOf(start, KEY)?.["Hash"]),
    isDone: (workspace) => lastOf(workspace, KEY)?.["State"] !== "held",
    after: FRIDAY,
    place: GRADES,
    closes: WEEK,
  },
  {
    name: "dropMail",
    stage: "held",
    now: "2026-11-20T17:00",
    user: LEAD,
    act: (host) => host.run("dropMail", KEY),
    isDone: (workspace) => lastOf(workspace, KEY)?.["State"] === "dropped",
    after: FRIDAY,
    place: GRADES,
  },
  {
    name: "turnAutomation",
    stage: "off",
    now: MORNING,
    user: LEAD,
    act: (host) => host.run("turnAutomation", "on"),
    isDone: (workspace) =>
      has("Settings", { Setting: "Automation", Value: "on" })(workspace) &&
      workspace.state.triggers.length > 0,
    after: MONDAY,
    notBeforeDeath: ["sorted", "column moved"],
    place: { tab: "Settings", row: { Setting: "DSL name" }, heading: "Value" },
  },
  {
    name: "closePlan",
    stage: "quiet",
    now: MORNING,
    user: TEACHER,
    act: (host) =>
      host.run("closePlan", AP, { decision: "new level agreed", outcome: "0", "level L001 overall": "A" }),
    isDone: has("Action plans", { Plan: AP, State: "closed" }),
    after: MONDAY,
    place: PLANS,
  },
  {
    name: "openPlan",
    stage: "quiet",
    now: MORNING,
    user: TEACHER,
    act: (host) => host.run("openPlan", { pupil: "U003", concern: "Quiet since half-term." }),
    isDone: has("Action plans", { "Pupil id": "U003", State: "open" }),
    after: MONDAY,
    place: PLANS,
  },
  {
    name: "makeReports",
    stage: "quiet",
    now: MORNING,
    user: LEAD,
    act: (host) => host.call("makeReports", "Autumn 2", "all"),
    isDone: (workspace) => rowsIn(workspace, "Reports").length === 3,
    after: MONDAY,
    place: GRADES,
  },
  {
    name: "changeReport",
    stage: "reported",
    now: MORNING,
    user: TEACHER,
    act: (host, start) => host.run("changeReport", PERIOD, "U003", "P02", templateOf(start), "checked"),
    isDone: has("Reports", { "Pupil id": "U003", State: "checked" }),
    after: MONDAY,
    place: { tab: "Reports", row: { "Pupil id": "U004" }, heading: "What changed" },
  },
  {
    name: "saveComment",
    stage: "reported",
    now: MORNING,
    user: TEACHER,
    act: (host) => host.run("saveComment", "U003", "literacy", "", "Reads a page aloud."),
    isDone: has("Report comments", { "Pupil id": "U003", Section: "literacy" }),
    after: MONDAY,
    place: { tab: "Reports", row: { "Pupil id": "U004" }, heading: "What changed" },
  },
  {
    name: "addTarget",
    stage: "quiet",
    now: MORNING,
    user: TEACHER,
    act: (host) => host.run("addTarget", "U003", TARGET),
    isDone: has("Targets", { "Pupil id": "U003", Target: TARGET.wording }),
    after: MONDAY,
    addsEachTime: true,
    place: { tab: "Pupils", row: { Id: "U004" }, heading: "Strengths" },
  },
  {
    name: "enterGrades",
    stage: "quiet",
    now: MORNING,
    user: TEACHER,
    act: (host) =>
      host.run("enterGrades", "U003", "2026-11-23", [
        { field: "A04", seen: "", now: "A" },
        { field: "nextStep", seen: "", now: "Plan the campion display." },
      ]),
    isDone: has("Weekly grades", { Week: "2026-11-23", "Pupil id": "U003", Engagement: "A" }),
    after: MONDAY,
    notBeforeDeath: ["sorted", "column moved"],
    place: { ...GRADES, row: { Week: "2026-11-23", "Pupil id": "U004" } },
  },
];

export const JOBS: readonly Job[] = [...BY_CLOCK, ...BY_PERSON];
