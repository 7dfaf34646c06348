/** Which contacts get which kinds of message. */
import { isReached } from "../hub/contacts";
import type { Contact } from "../tables/people";
import type { ToContacts } from "./kinds";
import { KINDS } from "./kinds";

/** Whether a contact takes messages of the kind, and can be reached. */
export const takes = (kind: ToContacts, contact: Contact): boolean =>
  contact[KINDS[kind].goesTo] === "yes" && isReached(contact);
