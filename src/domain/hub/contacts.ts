/** Whether a contact may be reached: only a confirmed address that does not bounce gets anything. */
import { withId } from "./names";
import type { InRow } from "../tables/read";
import type { Contact } from "../tables/people";
import { problem } from "../words/problem";
import type { Problem } from "../words/problem";
import type { Hub } from "./hub";

export const isConfirmed = (c: Contact): boolean => c.email !== "" && c.email === c.confirmed;

/** Whether anything may reach the contact. */
export const isReached = (c: Contact): boolean => c.bounced === "no" && isConfirmed(c);

export const contactProblem = (contact: InRow<Contact>): Problem[] =>
  contact.email === "" || isConfirmed(contact)
    ? []
    : [
        problem(
          "Contacts",
          contact.row,
          "Email",
          `The address of ${withId(contact.name, contact.id)} is new or has changed, and is not confirmed.`,
          "A lead must confirm it (menu, Confirm contacts). Nothing is sent to it until then.",
        ),
      ];

/** A hub and its contacts, each with its provider's id. */
export interface HubWithContacts {
  hub: Hub;
  contacts: readonly InRow<Contact>[];
}
