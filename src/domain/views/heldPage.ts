/** Messages that wait for a lead: each to look at, then to approve or to drop. */
import { html } from "../words/html";
import type { Mail } from "../mail/mail";
import { button } from "./button";

export interface Held {
  key: string;
  reason: string;
  /** As it would leave now, with its fingerprint; null if nothing of that kind is due any longer. */
  now: { mail: Mail; hash: string } | null;
}

export function heldPage(held: readonly Held[]): string {
  if (held.length === 0) return html`<p>No message is held.</p>`.html;
  return html`<p class="soft">
      If you approve a message, it is sent as you see it here. If you drop it, it is never sent.
    </p>
    ${held.map(({ key, reason, now }) =>
      now
        ? html`<h2>${now.mail.recipient}: ${now.mail.subject}</h2>
            <p class="warn">${reason}</p>
            <details>
              <summary>Show it</summary>
              <pre>${now.mail.text}</pre>
            </details>
            ${button("Approve and send", "approveMail", [key, now.hash], "first")}
            ${button("Drop", "dropMail", [key])}`
        : html`<h2>${key}</h2>
            <p class="warn">
              ${reason} It cannot be shown or sent now: its pupils, provider or contact have changed, or only
              the automation's owner can open the report that it carries.
            </p>
            ${button("Drop", "dropMail", [key])}`,
    )} `.html;
}
