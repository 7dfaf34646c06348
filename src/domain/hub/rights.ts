/** Who may do what: from the Staff tab, by the account that Google says is asking. */
import type { StaffMember } from "../tables/people";
import { ROLES } from "../tables/people";

export type Role = StaffMember["role"];

/**
 * What a role may be allowed to do: take part at all; work with pupils and write down what they did; teach;
 * and decide as a lead, such as what is sent and who is told.
 */
type Right = "take part" | "work with pupils" | "teach" | "lead";

/** What each role may do. A new role does not compile before it is decided here. */
export const MAY: Readonly<Record<Role, Readonly<Record<Right, boolean>>>> = {
  lead: { "take part": true, "work with pupils": true, teach: true, lead: true },
  teacher: { "take part": true, "work with pupils": true, teach: true, lead: false },
  support: { "take part": true, "work with pupils": true, teach: false, lead: false },
  admin: { "take part": true, "work with pupils": false, teach: false, lead: false },
};
const whoMay = (right: Right): readonly Role[] => ROLES.filter((role) => MAY[role][right]);

export const EVERYBODY = whoMay("take part");
export const WITH_PUPILS = whoMay("work with pupils");
export const TEACHING = whoMay("teach");
export const LEADS = whoMay("lead");

/** The active members of staff with the role lead. */
export const leadsIn = <S extends StaffMember>(staff: readonly S[]): S[] =>
  staff.filter(({ role, active }) => LEADS.includes(role) && active === "yes");

/**
 * Those of them with an address: without one Google cannot tell who is asking, and nothing can be sent to
 * them.
 */
export const leadsWithAddress = <S extends StaffMember>(staff: readonly S[]): S[] =>
  leadsIn(staff).filter(({ email }) => email !== "");

/** The active member of staff with this account; undefined for anybody else, and where two rows have it. */
export function memberWith(email: string, staff: readonly StaffMember[]): StaffMember | undefined {
  const found = staff.filter((s) => s.email.toLowerCase() === email.toLowerCase() && s.active === "yes");
  return email !== "" && found.length === 1 ? found[0] : undefined;
}

/** Why an account may not do what these roles may, in a sentence; null where it may. */
export function whyRefused(
  email: string,
  staff: readonly StaffMember[],
  roles: readonly Role[],
): string | null {
  const member = memberWith(email, staff);
  if (!member)
    return `${email || "This account"} does not belong to exactly one active member of staff on the Staff tab. Ask a lead to enter it there.`;
  if (roles.includes(member.role)) return null;
  return `Only a ${roles.join(" or ")} can do this; your role is ${member.role}. Ask a lead.`;
}
