/** Who may do what: from the Staff tab, by the account that Google says is asking. */
import type { StaffMember } from "../tables/people";

export type Role = StaffMember["role"];

export const EVERYBODY: readonly Role[] = ["lead", "teacher", "support", "admin"];
export const TEACHING: readonly Role[] = ["lead", "teacher"];
/** Who works with pupils and writes down what they did. */
export const WITH_PUPILS: readonly Role[] = ["lead", "teacher", "support"];
export const LEADS: readonly Role[] = ["lead"];

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
    return `${email || "This account"} is not one active member of staff on the Staff tab. Ask a lead to enter it there.`;
  if (roles.includes(member.role)) return null;
  return `Only a ${roles.join(" or ")} can do this; ${member.id} is ${member.role}. Ask a lead.`;
}
