/** Making a half-term's reports: which half-term, for whom, and how far the board is. */
import type { Html } from "../html";
import { html } from "../html";
import type { Period } from "../reports/own";
import type { Provider } from "../tables/people";
import type { Report } from "../tables/reports";
import { REPORT_STATES } from "../tables/reports";
import { button } from "./button";

/** `periods`: of the running school year that have begun, the newest first. */
export function reportsPage(
  periods: readonly Period[],
  providers: readonly Pick<Provider, "id" | "name">[],
  board: readonly Report[],
): string {
  const option = (value: string, label: string): Html => html`<option value="${value}">${label}</option>`;
  return html`<p>
      One document for each pupil and template of the half-term; what is there already stays as it is.
    </p>
    <form>
      <label
        >Half-term
        <select name="period">
          ${periods.map(({ name }) => option(name, name))}
        </select></label
      >
      <label
        >Provider (placing school or service)
        <select name="provider">
          ${[option("all", "all"), ...providers.map(({ id, name }) => option(id, name))]}
        </select></label
      >
      ${button("Make the reports", "makeChosenReports", [], true)}
    </form>
    <h2>The board</h2>
    ${periods.map(({ id, name }) => html`<p>${name}: ${standOf(board.filter((row) => row.period === id))}</p>`)}
    <p class="soft">
      Staff write and check in the sidebar, Report; the documents are in Drive. Sending comes later.
    </p>`.html;
}

/** `30: 28 drafting, 2 checked`. */
function standOf(rows: readonly Report[]): string {
  const counts = REPORT_STATES.flatMap((state) => {
    const n = rows.filter((row) => row.state === state).length;
    return n === 0 ? [] : [`${n} ${state}`];
  });
  return rows.length === 0 ? "none made yet." : `${rows.length}: ${counts.join(", ")}.`;
}
