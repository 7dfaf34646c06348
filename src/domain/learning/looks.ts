/** What in the pupils' records needs somebody's attention: feedback, targets, baselines, recognition. */
import type { Hub } from "../hub/hub";
import type { Day } from "../words/days";
import { longDay } from "../words/days";
import { look } from "../hub/look";
import type { Look } from "../tables/plans";
import type { Settings } from "../tables/settings";
import type { Target } from "../tables/targets";
import { baselinesMissing } from "./assessments";
import { unrecognised } from "./recognition";
import type { Records } from "./records";
import { readyToStretch } from "./targets";

interface Context {
  hub: Hub;
  records: Records;
  settings: Settings;
  today: Day;
}

/** Of pupils who are here today; what waits for staff first, then what a pupil lacks. */
export function learningLooks(context: Context): Look[] {
  const { hub, today } = context;
  const here = [...hub.pupils.keys()].filter((id) =>
    hub.placements.some(
      (p) => p.pupil === id && p.firstDay <= today && (p.lastDay === null || p.lastDay >= today),
    ),
  );
  return [
    ...toCheck(here, context),
    ...toRespond(here, context),
    ...here.flatMap((id) => ofTargets(id, context)),
    ...here.flatMap((id) => ofBaselines(id, context)),
    ...ofRecognition(here, context),
  ];
}

const toCheck = (here: readonly string[], context: Context): Look[] =>
  context.records.feedback
    .filter(({ pupil, state }) => state === "to check" && here.includes(pupil))
    .map(({ pupil, by, on }) =>
      look(
        "Peer feedback to check",
        pupil,
        by,
        `Feedback from another pupil on ${longDay(on)} has not been checked.`,
        "Read it and decide whether to keep it (sidebar, Feedback).",
        context,
      ),
    );

const toRespond = (here: readonly string[], context: Context): Look[] =>
  context.records.feedback
    .filter(({ pupil, state }) => state === "open" && here.includes(pupil))
    .filter(({ respondOn }) => respondOn !== null && respondOn < context.today)
    .map(({ pupil, by, respondOn, subject }) =>
      look(
        "Feedback still open",
        pupil,
        by,
        `Time to respond to feedback in ${subject} was planned for ${longDay(respondOn ?? "")}.`,
        "Close it with the pupil or plan another day (sidebar, Feedback).",
        context,
      ),
    );

function ofTargets(id: string, context: Context): Look[] {
  const own = context.records.targets.filter(({ pupil }) => pupil === id);
  const active = own.filter(({ state }) => state === "active");
  const row = (what: string, found: readonly Target[], next: string): Look[] =>
    found.length === 0 ? [] : [look(what, id, "", found.map(sayOf).join(" "), next, context)];
  const overdue = active.filter(({ reviewBy }) => reviewBy !== null && reviewBy < context.today);
  const unfit = active.filter(({ pupilSays }) => pupilSays === "too easy" || pupilSays === "too hard");
  const stretch = readyToStretch(own);
  return [
    ...row("Target: review overdue", overdue, "Review it with the pupil (sidebar, Targets)."),
    ...row("Target: too easy or too hard", unfit, "Talk about it and revise it together (sidebar, Targets)."),
    ...row(
      "Target: not agreed yet",
      active.filter(({ agreedOn }) => agreedOn === null),
      "Agree it with the pupil (sidebar, Targets).",
    ),
    ...stretch.map((subject) =>
      look(
        "Ready to stretch",
        id,
        "",
        `The last three ${subject} targets were all met.`,
        "Celebrate, and set a harder one with the pupil.",
        context,
      ),
    ),
  ];
}

/** `literacy, to review by 13 November 2026.` */
function sayOf({ subject, reviewBy, pupilSays }: Target): string {
  const says = pupilSays === "too easy" || pupilSays === "too hard" ? `: ${pupilSays}` : "";
  const review = reviewBy === null ? "" : `, to review by ${longDay(reviewBy)}`;
  return `${subject.charAt(0).toUpperCase()}${subject.slice(1)}${says}${review}.`;
}

function ofBaselines(id: string, context: Context): Look[] {
  const { hub, records, today } = context;
  const found = baselinesMissing(
    records.assessments.filter(({ pupil }) => pupil === id),
    hub.placements.filter(({ pupil }) => pupil === id),
    hub.weeks,
    today,
  );
  if (!found || found.due >= today) return [];
  return [
    look(
      "Baseline missing",
      id,
      "",
      `No baseline in ${found.missing.join(", ")}; due by ${longDay(found.due)}.`,
      "Do it and enter the result (sidebar, Assessments).",
      context,
    ),
  ];
}

function ofRecognition(here: readonly string[], context: Context): Look[] {
  const { hub, settings, today } = context;
  const within = settings.recognised;
  return unrecognised(here, hub.rewards, hub.weeks, within, today).map((id) =>
    look(
      "Not recognised lately",
      id,
      "",
      `Nobody has recorded good work by this pupil for ${within} school weeks.`,
      "Find something to praise and record it (sidebar, Rewards).",
      context,
    ),
  );
}
