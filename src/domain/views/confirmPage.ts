/** Addresses that wait for a lead's confirmation, each with what is odd about it. */
import { html } from "../words/html";
import { button } from "./button";
import type { Contact } from "../tables/people";

export interface ToConfirm {
  contact: Contact;
  provider: string;
  questions: readonly string[];
}

export function confirmPage(waiting: readonly ToConfirm[]): string {
  if (waiting.length === 0) return html`<p>Every contact's address is confirmed.</p>`.html;
  return html`<p class="soft">
      Messages about pupils will go to these addresses once you confirm them. Check each one against a letter
      or by phone.
    </p>
    ${waiting.map(
      ({ contact, provider, questions }) =>
        html`<h2>${contact.email}</h2>
          <p>
            ${[contact.name, contact.role, provider].filter(Boolean).join(", ")}${
              contact.confirmed ? ` (before: ${contact.confirmed})` : ""
            }
          </p>
          ${questions.map((question) => html`<p class="warn">${question}</p>`)}
          ${button("Confirm this address", "confirmContact", [contact.id, contact.email], "first")}`,
    )} `.html;
}
