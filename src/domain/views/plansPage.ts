/** Action plans: which are open, and the forms that open and close one. */
import type { Day } from "../words/days";
import { longDay } from "../words/days";
import type { Grade } from "../words/grades";
import { GRADES, WORDS } from "../words/grades";
import type { Html } from "../words/html";
import { html } from "../words/html";
import { DSL_LINE } from "../words/safeguarding";
import type { ActionPlan } from "../tables/plans";
import { DECISIONS } from "../tables/plans";
import { button } from "./button";

export function plansPage(open: readonly ActionPlan[], today: Day): string {
  const shown = (plan: ActionPlan): Html => {
    const overdue = plan.reviewOn !== null && plan.reviewOn < today;
    const review = plan.reviewOn === null ? "No review date." : `Review on ${longDay(plan.reviewOn)}.`;
    return html`<h2>${plan.name} (${plan.pupil})</h2>
      <p class="${overdue || plan.withdrawn ? "warn" : "soft"}">
        ${review} ${overdue ? "Overdue." : ""}
        ${plan.withdrawn ? "Grades were corrected, so its reason no longer applies." : ""} Owner:
        ${plan.owner || "nobody yet"}.
      </p>
      ${button("Close it …", "planForm", [plan.plan])}`;
  };
  return html`${open.length === 0 ? [html`<p>No plan is open.</p>`] : open.map(shown)}
    <details>
      <summary>Open one by hand</summary>
      <form>
        <label>Pupil id <input name="pupil" /></label>
        <label>Concern and evidence <textarea name="concern" rows="3"></textarea></label>
        <p class="soft">${DSL_LINE}</p>
        ${button("Open the plan", "openPlan", [], "first")}
      </form>
    </details>`.html;
}

/** A series that the plan is about, with the level to suggest. */
export interface ToAgree {
  placement: string;
  series: string;
  name: string;
  suggested: Grade | null;
}

const option = (value: string, label: string): Html => html`<option value="${value}">${label}</option>`;

export function closingPage(plan: ActionPlan, toAgree: readonly ToAgree[]): string {
  const level = ({ placement, series, name, suggested }: ToAgree): Html =>
    html`<label
      >Agreed level for ${name} ${suggested ? `(suggested: ${WORDS[suggested]})` : ""}
      <select name="level ${placement} ${series}">
        ${[option("", "none"), ...GRADES.map((grade) => option(grade, `${grade} ${WORDS[grade]}`))]}
      </select></label
    >`;
  return html`<h2>Close the plan of ${plan.name}</h2>
    <form>
      <label
        >Decision
        <select name="decision">
          ${[...DECISIONS, WAIVED].map((d) => option(d, d))}
        </select></label
      >
      <label
        >Outcome against what was expected
        <select name="outcome">
          ${["0", "-2", "-1", "+1", "+2"].map((n) => option(n, n))}
        </select></label
      >
      ${toAgree.map(level)}
      <label>Reason (needed to waive it) <textarea name="reason" rows="2"></textarea></label>
      <p class="soft">${DSL_LINE}</p>
      ${button("Close the plan", "closePlan", [plan.plan], "first")}
    </form>`.html;
}

/** A lead's decision that no plan is needed. */
export const WAIVED = "waived";
