/** Whether a contact may be reached: only a confirmed address that does not bounce gets anything. */
import type { Placed } from "../tables/read";
import type { Contact } from "../tables/people";
import { problem } from "../words/problem";
import type { Problem } from "../words/problem";
import type { Hub } from "./hub";

export const isConfirmed = (c: Contact): boolean => c.email !== "" && c.email === c.confirmed;

/** Whether anything may reach the contact. */
export const isReached = (c: Contact): boolean => c.bounced === "no" && isConfirmed(c);

export const contactProblem = (contact: Placed<Contact>): Problem[] =>
  contact.email === "" || isConfirmed(contact)
    ? []
    : [
        problem(
          "Contacts",
          contact.row,
          "Email",
          `The address of ${contact.id} is new or changed and not confirmed.`,
          "A lead confirms it (menu, Confirm contacts); nothing is sent to it before.",
        ),
      ];

/** A hub and its contacts, each with its provider's id. */
export interface HubWithContacts {
  hub: Hub;
  contacts: readonly Placed<Contact>[];
}
