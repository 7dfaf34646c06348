/** Try the rule: other numbers in, the notices they would have brought out. It writes nothing. */
import { shortDay } from "../words/days";
import type { Html } from "../words/html";
import { html } from "../words/html";
import { RULE } from "../words/ruleNumbers";
import type { Settings } from "../tables/settings";
import { cellsFor, SETTINGS } from "../tables/settings";
import type { Tried } from "../deterioration/tryRule";
import { button } from "./button";

/** The settings that decide which notices there are. */
export const TRIED = [...Object.keys(RULE), "overallNotifies", "keyAreasNotify"] as (keyof Settings)[];

const keyOf = ({ week, pupil, area, provider }: Tried): string => [week, pupil, area, provider].join("|");

export function tryRulePage(
  tried: Settings,
  now: readonly Tried[],
  then: readonly Tried[],
  weeks: number,
): string {
  const cells = cellsFor(tried);
  const [inUse, other] = [now, then].map((list) => new Set(list.map(keyOf)));
  const all = [...new Map([...now, ...then].map((notice) => [keyOf(notice), notice])).values()];
  const mark = (is: boolean | undefined): string => (is ? "yes" : "no");
  const rows = all
    .sort((a, b) => (a.week < b.week ? -1 : 1))
    .map(
      (notice): Html =>
        html`<tr>
          <td>${shortDay(notice.week)}</td>
          <td>${notice.pupil}, ${notice.area}</td>
          <td>${mark(inUse?.has(keyOf(notice)))}</td>
          <td>${mark(other?.has(keyOf(notice)))}</td>
        </tr>`,
    );
  const rate = (n: number): string => `${n} notices, ${(n / Math.max(1, weeks)).toFixed(1)} a week`;
  return html`<form>
      ${TRIED.map((field) => html`<label>${SETTINGS[field].name} <input name="${field}" value="${cells.get(field) ?? ""}" /></label>`)}
      ${button("Try these", "trySettings", [], "first")}
    </form>
    <p>In use: ${rate(now.length)}. With these: ${rate(then.length)}. Nothing is written or sent.</p>
    <table>
      <tr>
        <th>Week</th>
        <th>Pupil and area</th>
        <th>In use</th>
        <th>With these</th>
      </tr>
      ${rows}
    </table>`.html;
}
