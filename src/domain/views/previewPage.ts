/** What would go to whom, and why anybody gets nothing; it sends nothing. */
import type { SchoolWeek } from "../hub/calendar";
import { longDay } from "../words/days";
import type { Html } from "../words/html";
import { html } from "../words/html";
import type { Ledger } from "../mail/ledger";
import type { Mail } from "../mail/mail";
import type { Plan } from "../weekly/planWeek";
import { button } from "./button";

export interface Preview {
  week: SchoolWeek;
  plan: Plan;
  ledger: Ledger;
  /** Why a message would be held, in a sentence; null where it would go. */
  whyHeld: (mail: Mail) => string | null;
  /** Pupils with blank grades. */
  blanks: number;
  quota: number;
}

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export function previewPage(preview: Preview): string {
  const { week, plan, blanks, quota } = preview;
  const nothing = plan.nothing.map(({ provider, why }) => html`<li>${provider.name}: ${why}</li>`);
  return html`<h2>
      Week beginning ${longDay(week.week)}: ${counted(plan.mails.length, "message", "messages")}
    </h2>
    <p class="soft">
      Nothing is sent from here. ${counted(quota, "message", "messages")} can still be sent today.
      ${blanks > 0 ? `${counted(blanks, "pupil has", "pupils have")} blank grades.` : "No grades are blank."}
    </p>
    ${quota < plan.mails.length ? [html`<p class="warn">Not all can be sent today. The rest will go within a day.</p>`] : []}
    ${plan.mails.map((mail) => shown(mail, preview))}
    ${
      nothing.length > 0
        ? [
            html`<h2>These get nothing</h2>
              <ul>
                ${nothing}
              </ul>`,
          ]
        : []
    } `.html;
}

function shown(mail: Mail, { ledger, whyHeld }: Preview): Html {
  return html`<details>
    <summary>${mail.recipient}: ${mail.subject} (${stateOf(mail, ledger, whyHeld)})</summary>
    <pre>${mail.text}</pre>
    ${button("Send this one to me as a test", "sendTest", [mail.key])}
  </details>`;
}

function stateOf(mail: Mail, ledger: Ledger, whyHeld: Preview["whyHeld"]): string {
  const state = ledger.entries.get(mail.key)?.state;
  if (state === "sent") return "already sent, so not sent again";
  if (state === "dropped") return "dropped by a lead";
  if (state === "held") return "held: see Held mail";
  return whyHeld(mail) ?? "will go";
}
