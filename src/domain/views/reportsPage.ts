/**
 * Making and sending a half-term's reports: for whom, how far the board is, and one document for one pupil.
 */
import type { Html } from "../words/html";
import { html } from "../words/html";
import type { Period } from "../reports/says/ownPeriod";
import type { Provider } from "../tables/people";
import type { Report, Template } from "../tables/reports";
import { REPORT_STATES } from "../tables/reports";
import { button } from "./button";

export interface ReportsShown {
  /** Of the running school year that have begun, the newest first. */
  periods: readonly Period[];
  providers: readonly Pick<Provider, "id" | "name">[];
  board: readonly Report[];
  /** In use. */
  templates: readonly Pick<Template, "id" | "name">[];
  /** `U017 P03` and whom that names. */
  pupils: readonly (readonly [value: string, label: string])[];
  /** What a run for a while did not come to: the page goes on by itself. Null where nothing is under way. */
  goingOn: { period: string; provider: string; said: string } | null;
}

const option = (value: string, label: string): Html => html`<option value="${value}">${label}</option>`;

export function reportsPage(shown: ReportsShown): string {
  const { periods, providers, board, goingOn } = shown;
  const approved = board.filter(({ state }) => state === "approved").length;
  if (goingOn)
    return html`<h2>${goingOn.said}</h2>
      <p>More are being made. You can close this dialog: the automation will continue with them.</p>
      ${button("Continue", "makeChosenReports", [goingOn], "next")} ${standsOf(periods, board)}`.html;
  return html`<p>
      One document is made for each pupil and template of the half-term. Those that are still drafting and are
      out of date are made again. The earlier version stays in Drive.
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
      ${button("Make the reports", "makeChosenReports", [], "first")}
    </form>
    <h2>The board</h2>
    ${standsOf(periods, board)}
    <p class="soft">
      Staff write and check reports in the sidebar, under Report, and a lead approves them there. The
      documents are in the Drive folder Hub Tracker reports, which its owner may share with colleagues.
    </p>
    ${
      approved === 0
        ? html`<p class="soft">No approved report is waiting to be sent.</p>`
        : button(`Send the ${approved} approved now`, "sendApproved", [])
    }
    ${onePupil(shown)}`.html;
}

const onePupil = ({ templates, pupils }: ReportsShown): Html =>
  html`<h2>One document for one pupil</h2>
    <form>
      <label
        >Template
        <select name="template">
          ${templates.map(({ id, name }) => option(id, name))}
        </select></label
      >
      <label
        >Pupil
        <select name="for">
          ${pupils.map(([value, label]) => option(value, label))}
        </select></label
      >
      ${button("Make it", "makeOneReport", [])}
    </form>`;

const standsOf = (periods: readonly Period[], board: readonly Report[]): Html[] =>
  periods.map(({ id, name }) => html`<p>${name}: ${standOf(board.filter((row) => row.period === id))}</p>`);

/** `30: 28 drafting, 2 checked`. */
function standOf(rows: readonly Report[]): string {
  const counts = REPORT_STATES.flatMap((state) => {
    const n = rows.filter((row) => row.state === state).length;
    return n === 0 ? [] : [`${n} ${state}`];
  });
  return rows.length === 0 ? "none made yet." : `${rows.length}: ${counts.join(", ")}.`;
}
