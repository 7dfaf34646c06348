/** The weeks whose update a lead may send now, each with a question where something is still open. */
import type { SchoolWeek } from "../hub/calendar";
import { longDay } from "../words/days";
import { html } from "../words/html";
import { button } from "./button";

export interface Sendable {
  week: SchoolWeek;
  /** It has closed: what is blank now was blank then. */
  closed: boolean;
  /** Pupils with blank grades. */
  blanks: number;
  messages: number;
}

export function sendNowPage(weeks: readonly Sendable[]): string {
  if (weeks.length === 0)
    return html`<p>
      There is nothing to send: the update for every closed week has gone out. You can send this week's here
      on its last open day, once.
    </p>`.html;
  const question = ({ closed, blanks }: Sendable): string => {
    const open = blanks === 0 ? "" : `${blanks} ${blanks === 1 ? "pupil has" : "pupils have"} blank grades. `;
    if (closed) return `${open}It has closed. Send it now?`;
    return `${open}The week has not closed yet. Anything entered later will go in the next update. Send it now anyway?`;
  };
  return html`${weeks.map(
    (sendable) =>
      html`<h2>Week beginning ${longDay(sendable.week.week)}</h2>
        <p class="${sendable.blanks > 0 || !sendable.closed ? "warn" : "soft"}">
          ${sendable.messages} ${sendable.messages === 1 ? "message" : "messages"}. ${question(sendable)}
        </p>
        ${button("Send it now", "sendWeek", [sendable.week.week], "first")}`,
  )} `.html;
}
