/**
 * The working board: how a report goes from drafting to approved, and who may move it. Sending itself is none
 * of it.
 */
import type { Subject } from "../../words/choices";
import { BY_TEACHING_STAFF } from "../../words/choices";
import type { Moment } from "../../words/days";
import { dayOf, longDay, momentInWords, spaced } from "../../words/days";
import { refusal } from "../../words/problem";
import { LEADS, TEACHING } from "../../hub/rights";
import type { StaffMember } from "../../tables/people";
import type { Report, ReportComment, ReportKind } from "../../tables/reports";
import type { Target } from "../../tables/targets";
import type { WordingProblem } from "./wording";
import { sentenceOfWording } from "./watched";

/** What a person may move a report to. */
export const STEPS = ["drafting", "checked", "approved"] as const;
export type ReportStep = (typeof STEPS)[number];

/** The states that a step starts from. What was sent can be taken back only to make a new version of it. */
const FROM: Record<ReportStep, readonly Report["state"][]> = {
  drafting: ["checked", "approved", "sent"],
  checked: ["drafting"],
  approved: ["checked"],
};

/** Whether the report is where this step begins, and whether this person may take it. */
export function refuseStep(report: Report, to: ReportStep, { role }: StaffMember): void {
  const { state } = report;
  if (to === "approved" && !LEADS.includes(role))
    throw refusal(`Only a lead can approve reports; your role is ${role}. Ask a lead. Nothing was changed.`);
  if (state === "sent" && !LEADS.includes(role))
    throw refusal(
      `This report is ${stateInWords(report)}; only a lead can begin a new version. Nothing was changed.`,
    );
  if (FROM[to].includes(state)) return;
  throw refusal(`This report is ${stateInWords(report)}; ${WAY_ON[state]} Nothing was changed.`);
}

const WAY_ON: Record<Report["state"], string> = {
  "not started": "a lead must make the half-term's reports first.",
  drafting: "somebody who did not write any of it must check it first.",
  checked: "a lead must approve it, or you can take it back.",
  approved: "take it back to change it.",
  sent: "a lead can begin a new version.",
};

/** `already checked by Ann Ashe, 20 November 2026`. */
function stateInWords({ state, checkedBy, checkedAt, approvedBy, approvedAt, sentAt }: Report): string {
  const by = (who: string, at: string): string =>
    [who && ` by ${who}`, at && `, ${longDay(dayOf(at))}`].filter(Boolean).join("");
  switch (state) {
    case "not started":
    case "drafting":
      return state;
    case "checked":
      return `already checked${by(checkedBy, checkedAt)}`;
    case "approved":
      return `already approved${by(approvedBy, approvedAt)}`;
    case "sent":
      return `sent${by("", sentAt)}`;
  }
}

/** Nobody checks what they wrote; of a report that is checked already, who checked it is looked at. */
export function refuseWriters(
  { state, checkedBy }: Pick<Report, "state" | "checkedBy">,
  comments: readonly Pick<ReportComment, "by">[],
  by: StaffMember,
): void {
  const writers = new Set(comments.map((one) => one.by));
  if (state === "drafting" && writers.has(by.name))
    throw refusal(
      "You wrote a section of this report, so somebody else must check it. Ask a colleague. Nothing was changed.",
    );
  if (state === "checked" && (checkedBy === "" || writers.has(checkedBy)))
    throw refusal(
      `${checkedBy || "Somebody unknown"} checked this report and also wrote a section of it. Take it back and ask somebody else to check it. Nothing was changed.`,
    );
}

/** Whoever approves has words before them that somebody checked. */
export function refuseChangedSince(
  { checkedAt }: Pick<Report, "checkedAt">,
  comments: readonly Pick<ReportComment, "section" | "at">[],
): void {
  const late = changedAfter(checkedAt, comments);
  if (late)
    throw refusal(
      `The section ${late.section} was changed at ${momentInWords(late.at)}, after the check. Take the report back and have it checked again. Nothing was changed.`,
    );
}

/** Whoever checks has a document before them that says what the sections say. */
export function refuseOldDocument(
  { madeAt }: Pick<Report, "madeAt">,
  comments: readonly Pick<ReportComment, "section" | "at">[],
): void {
  const late = changedAfter(madeAt, comments);
  if (late)
    throw refusal(
      `The section ${late.section} was changed at ${momentInWords(late.at)}, after the document was made (${momentInWords(madeAt)}). A lead must make it again first (menu, Half-termly reports). Nothing was changed.`,
    );
}

/** What goes to nobody needs nobody's approval. */
export function refuseNeverSent(kind: ReportKind): void {
  if (kind === "certificate" || kind === "handover")
    throw refusal(`A ${kind} is printed, not sent: there is nothing to approve. Nothing was changed.`);
}

/** Of two moments in one minute nobody can say which was first: those count as before. */
export const changedAfter = <C extends Pick<ReportComment, "at">>(
  moment: string,
  comments: readonly C[],
): C | undefined => comments.find(({ at }) => at > moment);

/** Enough problems to begin with. */
const MOST_SAID = 4;

export function refuseWording(problems: readonly WordingProblem[]): void {
  if (problems.length === 0) return;
  const said = problems.slice(0, MOST_SAID).map(sentenceOfWording);
  const more = problems.length > said.length ? ` And ${problems.length - said.length} more.` : "";
  throw refusal(`Please reword this first. ${said.join(" ")}${more} Nothing was changed.`);
}

/** An End of Term Report has a literacy and a numeracy target, set by teaching staff. */
export function refuseWithoutTargets(
  kind: ReportKind,
  own: readonly Target[],
  staff: readonly StaffMember[],
): void {
  const missing = kind === "end of term" ? targetsMissing(own, staff) : [];
  if (missing.length === 0) return;
  throw refusal(
    `An End of Term Report needs an active ${missing.join(" and an active ")} target set by teaching staff. Set one in Targets first. Nothing was changed.`,
  );
}

function targetsMissing(own: readonly Target[], staff: readonly StaffMember[]): Subject[] {
  const teaching = new Set(staff.flatMap(({ name, role }) => (TEACHING.includes(role) ? [name] : [])));
  return BY_TEACHING_STAFF.filter(
    (subject) =>
      !own.some((one) => one.subject === subject && one.state === "active" && teaching.has(one.setBy)),
  );
}

/** Nobody has checked or approved it. */
export const TAKEN_BACK = {
  state: "drafting",
  checkedBy: "",
  checkedAt: "",
  approvedBy: "",
  approvedAt: "",
  sentAt: "",
} as const satisfies Partial<Report>;

/**
 * The same, and it must be made again as another version: its document, or what was sent of it, is no longer
 * of use.
 */
export const TO_MAKE_ANEW = { ...TAKEN_BACK, basis: "" } as const satisfies Partial<Report>;

/** What a step writes. */
export function stepped(to: ReportStep, { name }: StaffMember, now: Moment): Partial<Report> {
  const at = spaced(now);
  switch (to) {
    case "drafting":
      return TAKEN_BACK;
    case "checked":
      return { state: to, checkedBy: name, checkedAt: at, approvedBy: "", approvedAt: "" };
    case "approved":
      return { state: to, approvedBy: name, approvedAt: at };
  }
}
