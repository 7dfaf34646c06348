/** Alerts, action plans and their actions, and what needs a look. */
import { GRADES } from "../words/grades";
import { DSL_LINE } from "../words/safeguarding";
import type { Column, RecordOf } from "./table";
import { choice, day, optionalDay, required, table, text, wholeNumber } from "./table";

const byAddOn = { writer: "add-on" } as const;
const words = (heading: string, note: string, rest: Partial<Column<string>> = {}) =>
  text(heading, { note, privacy: "personal", width: 240, wrap: true, ...rest });

export const ALERT_STATES = ["warning", "notified", "below", "recovered", "ended", "superseded"] as const;

export const alerts = table({
  tab: "Alerts",
  about: "Each time a pupil's grades stayed below the pupil's own level. Made from Weekly grades.",
  purpose: "To tell the provider of a deterioration and start a plan in time.",
  basis:
    "Public task (UK GDPR 6(1)(e)): the education of pupils whom a school or local authority placed here.",
  kept: "Until the pupil has left, then for as long as the hub's retention schedule says for pupil records.",
  ofPupil: { title: "When grades fell below the pupil's own level", by: "pupil" },
  key: ["placement", "series", "firstWeek"],
  addOnOnly: true,
  columns: () => ({
    placement: required("Placement", { ...byAddOn, note: "The placement's id.", width: 80 }),
    pupil: required("Pupil id", { ...byAddOn, note: "The pupil's id.", width: 70 }),
    name: text("Pupil", {
      ...byAddOn,
      note: "To make the row easy to read.",
      privacy: "personal",
      width: 160,
    }),
    provider: required("Provider", { ...byAddOn, note: "The provider's id.", width: 80 }),
    series: required("Series", { ...byAddOn, note: "overall, or the area's id.", width: 80 }),
    area: text("Area", { ...byAddOn, note: "The name of the area.", width: 140 }),
    level: choice("Level", GRADES, {
      ...byAddOn,
      note: "What the pupil is measured against: the pupil's own earlier weeks.",
      width: 70,
    }),
    firstWeek: day("First week", { ...byAddOn, note: "The first graded week below the level." }),
    weeksBelow: wholeNumber("Weeks below", { ...byAddOn, note: "How many graded weeks below since then." }),
    state: choice("State", ALERT_STATES, {
      ...byAddOn,
      note: "warning; notified; below (for as many weeks, but in an area that does not notify); recovered; ended (with the year or the placement); superseded (grades were corrected).",
      width: 100,
    }),
    sentence: words("Why", "The reason, from the grades.", { ...byAddOn, width: 480 }),
    notifiedOn: text("Notified on", {
      ...byAddOn,
      note: "The day the first message about this was sent to the provider. blocked: nobody there can be reached.",
      width: 110,
    }),
    plan: text("Plan", { ...byAddOn, note: "The action plan's id.", width: 170 }),
  }),
});

export const REASONS = [
  "not known yet",
  "attendance",
  "health",
  "home",
  "peers",
  "curriculum fit",
  "staffing",
  "transition",
  "unmet SEN",
  "other",
] as const;
export const DECISIONS = [
  "recovered",
  "continue",
  "change",
  "new level agreed",
  "placement review",
  "ended",
] as const;
export const PLAN_STATES = ["open", "closed", "waived"] as const;

export const plans = table({
  tab: "Action plans",
  about:
    "What is being done about a deterioration. Opened with the notice and closed with a decision (menu, Action plans).",
  purpose: "To record what is done about a deterioration, by whom, and what came of it.",
  basis:
    "Public task (UK GDPR 6(1)(e)); health, care and special needs for substantial public interest (9(2)(g)).",
  kept: "Until the pupil has left, then for as long as the hub's retention schedule says for pupil records.",
  ofPupil: { title: "Action plans", by: "pupil" },
  key: ["plan"],
  columns: () => ({
    plan: required("Plan", { ...byAddOn, note: "The plan's id.", width: 170 }),
    pupil: required("Pupil id", { ...byAddOn, note: "The pupil's id.", width: 70 }),
    name: text("Pupil", {
      ...byAddOn,
      note: "To make the row easy to read.",
      privacy: "personal",
      width: 160,
    }),
    state: choice("State", PLAN_STATES, {
      ...byAddOn,
      note: "open, closed or waived. Change it only in the menu, Action plans.",
      width: 80,
    }),
    openedOn: day("Opened on", { ...byAddOn, note: "The day the plan opened." }),
    concern: words("Concern and evidence", `What was seen. ${DSL_LINE}`, { width: 320 }),
    owner: text("Owner", {
      privacy: "personal",
      note: "Who leads the plan: a member of staff, at first the key worker.",
      width: 150,
    }),
    reviewOn: optionalDay("Review on", { note: "When the plan will be reviewed.", ifUnreadable: null }),
    why: choice("Why", REASONS, {
      note: "What seems to be the cause.",
      privacy: "sensitive",
      purpose: "So that the plan's actions fit the cause: it may be health, home or unmet SEN.",
      blank: "not known yet",
      ifUnreadable: "not known yet",
      width: 120,
    }),
    tried: words("Tried so far", `What has been tried. ${DSL_LINE}`),
    pupilView: words("Pupil's view", `What the pupil says would help. ${DSL_LINE}`),
    scribedBy: text("Scribed by", {
      privacy: "personal",
      note: "Who wrote down the pupil's view.",
      width: 130,
    }),
    parentInformed: optionalDay("Parent informed", { note: "The day.", ifUnreadable: null }),
    parentResponse: words("Parent's response", `What the parent or carer says. ${DSL_LINE}`),
    providerResponse: words("Provider's response", "What the placing school or service says."),
    outcome: text("Outcome", {
      ...byAddOn,
      note: "-2 to +2 against what was expected. Set when the plan is closed.",
      width: 80,
    }),
    decision: text("Decision", { ...byAddOn, note: "Set when the plan is closed.", width: 130 }),
    agreed: text("Agreed levels", {
      ...byAddOn,
      note: "By placement and series. The rule measures against these levels from then on.",
      width: 180,
    }),
    agreedFrom: optionalDay("Agreed from", { ...byAddOn, note: "The first week for which they apply." }),
    closedOn: optionalDay("Closed on", { ...byAddOn, note: "The day." }),
    closedBy: text("Closed by", { ...byAddOn, note: "The account.", privacy: "personal", width: 180 }),
    reason: words("Reason", "Why it was waived.", byAddOn),
    withdrawn: text("Opening withdrawn", {
      ...byAddOn,
      note: "Since this day the reason for opening the plan no longer applies, because grades were corrected. A lead closes it.",
      width: 120,
    }),
  }),
});

export const ACTION_STATES = ["to do", "doing", "done", "dropped"] as const;

export const actions = table({
  tab: "Actions",
  about: "What is due to be done in each action plan, by whom and by when.",
  purpose: "To know what is due in each plan, by whom and by when.",
  basis:
    "Public task (UK GDPR 6(1)(e)); health, care and special needs for substantial public interest (9(2)(g)).",
  kept: "Until the pupil has left, then for as long as the hub's retention schedule says for pupil records.",
  ofPupil: { title: "Actions of those plans", through: "plan", of: "Action plans" },
  key: [],
  columns: () => ({
    plan: required("Plan", { note: "The plan's id.", width: 170 }),
    name: text("Pupil", { note: "To make the row easy to read.", privacy: "personal", width: 160 }),
    what: words("What", `Begin with something to do. ${DSL_LINE}`, { width: 360 }),
    who: text("Who", { privacy: "personal", note: "A member of staff.", width: 150 }),
    by: optionalDay("By when", { note: "The day.", ifUnreadable: null }),
    status: choice("Status", ACTION_STATES, {
      note: "to do, doing, done or dropped.",
      blank: "to do",
      ifUnreadable: "to do",
      width: 90,
    }),
    result: words("What came of it", `In a sentence. ${DSL_LINE}`),
  }),
});

export const needsALook = table({
  tab: "Needs a look",
  about: "Who needs somebody's attention first, why, and what to do next.",
  purpose: "So that staff can see who needs attention first.",
  basis:
    "Public task (UK GDPR 6(1)(e)): the education of pupils whom a school or local authority placed here.",
  kept: "Rewritten by the add-on. Nothing older is kept here.",
  ofPupil: { title: "What staff were asked to look at", by: "pupil" },
  key: [],
  addOnOnly: true,
  whole: true,
  columns: () => ({
    what: text("What", { ...byAddOn, note: "The most urgent first.", width: 190 }),
    pupil: text("Pupil id", { ...byAddOn, note: "The pupil's id.", width: 70 }),
    name: text("Pupil", {
      ...byAddOn,
      note: "To make the row easy to read.",
      privacy: "personal",
      width: 160,
    }),
    who: text("For", {
      ...byAddOn,
      privacy: "personal",
      note: "The key worker, or the owner of the plan.",
      width: 150,
    }),
    reason: words("Why", "The reason, from the records.", { ...byAddOn, width: 480 }),
    next: words("What to do next", "In a sentence.", { ...byAddOn, width: 320 }),
  }),
});

export type Alert = RecordOf<typeof alerts>;
export type ActionPlan = RecordOf<typeof plans>;
export type Action = RecordOf<typeof actions>;
export type Look = RecordOf<typeof needsALook>;
