/** Check of a template: what is wrong with it, and what its tags would say for one pupil. */
import type { Html } from "../words/html";
import { html } from "../words/html";
import type { Saying } from "../documents/dryFill";
import type { Finding } from "../documents/finding";
import type { Template } from "../tables/reports";
import { button } from "./button";

export interface CheckedTemplate {
  template: Pick<Template, "id" | "name" | "kind" | "provider">;
  findings: readonly Finding[];
  /** Whom a report could be made of, and whose is shown; null if it is meant for nobody this half-term. */
  shown: { chosen: string; choices: readonly (readonly [value: string, label: string])[] } | null;
  sayings: readonly Saying[];
  /** Fields that it could hold and does not. */
  unused: readonly string[];
}

export function checkPage({ template, findings, shown, sayings, unused }: CheckedTemplate): string {
  return html`<h2 data-top="shown">${template.name} (${template.kind})</h2>
    ${summary(findings)} ${findings.map(findingOf)}
    ${
      shown === null
        ? html`<p class="soft">No pupil is due one this half-term, so there is nothing to preview.</p>`
        : html`<h2>What its tags would say</h2>
            <form>
              <label
                >For
                <select name="for">
                  ${shown.choices.map(([value, label]) =>
                    value === shown.chosen
                      ? html`<option value="${value}" selected="selected">${label}</option>`
                      : html`<option value="${value}">${label}</option>`,
                  )}
                </select></label
              >
              ${button("Show", "checkTemplate", [template.id])}
            </form>
            <table>
              <tr>
                <th>Tag</th>
                <th>Would say</th>
                <th>Where</th>
              </tr>
              ${sayings.map(rowOf)}
            </table>`
    }
    <details>
      <summary>Fields that it does not use (${unused.length})</summary>
      <p class="soft">${unused.join(", ")}</p>
    </details>
    ${button("Check again", "checkTemplate", [template.id], "first")}
    ${button("Back to the templates", "listTemplates", [])}`.html;
}

function summary(findings: readonly Finding[]): Html {
  if (findings.length === 0) return html`<p>Nothing is wrong. Reports can be made.</p>`;
  return findings.some(({ stops }) => stops)
    ? html`<p>No report can be made from this template yet. Correct the Google Doc, then check again.</p>`
    : html`<p>Reports can be made. Please look at this first:</p>`;
}

const findingOf = ({ stops, where, wrong, remedy }: Finding): Html =>
  html`<p class="${stops ? "warn" : "soft"}">
    ${where === "" ? "" : `${where[0]?.toUpperCase() ?? ""}${where.slice(1)}: `}${wrong} ${remedy}
  </p>`;

const rowOf = ({ where, tag, says }: Saying): Html =>
  html`<tr>
    <td>${tag}</td>
    <td>${says}</td>
    <td class="soft">${where}</td>
  </tr>`;
