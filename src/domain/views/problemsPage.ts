/** Problems as a dialog shows them. */
import { html } from "../words/html";
import type { Problem } from "../words/problem";

export function problemsPage(problems: readonly Problem[]): string {
  if (problems.length === 0) return html`<p>Nothing wrong was found in any tab.</p>`.html;
  const rows = problems.map(
    (p) =>
      html`<tr>
        <td>${p.tab}${p.row === null ? "" : `, row ${p.row}`}${p.heading ? `, ${p.heading}` : ""}</td>
        <td>${p.wrong}</td>
        <td>${p.remedy}</td>
      </tr>`,
  );
  return html`<p>
      These are also on the Problems tab until they are corrected. All other rows are used as they are.
    </p>
    <table>
      <tr>
        <th>Where</th>
        <th>What is wrong</th>
        <th>What to do</th>
      </tr>
      ${rows}
    </table>`.html;
}
