/** What every record made in the sidebar starts with. */
import type { Moment } from "../words/days";
import type { StaffMember } from "../tables/people";

/** The new record's id, the pupil, who makes it, and when. */
export interface NewRecord {
  id: string;
  pupil: string;
  name: string;
  by: StaffMember;
  now: Moment;
}

/** `Desmond Achebe` -> `DA`. */
export const initialsOfStaff = ({ name }: Pick<StaffMember, "name">): string =>
  name
    .split(/\s+/)
    .map((part) => part.charAt(0))
    .join("");
