/** The demo's providers with their contacts, and its staff. */
import type { Contact, Provider, StaffMember } from "../domain/tables/people";
import { CONTACT_NAMES, PROVIDERS, STAFF } from "./invented";

/** `huge` is for measuring only: its names repeat. */
export type Size = "small" | "default" | "large" | "huge";

const COUNTS = {
  small: { pupils: 20, providers: 5, staff: 6 },
  default: { pupils: 48, providers: 9, staff: 12 },
  large: { pupils: 120, providers: 20, staff: 24 },
  huge: { pupils: 500, providers: 20, staff: 24 },
} satisfies Record<Size, Record<string, number>>;

export const inventedPupils = (size: Size): number => COUNTS[size].pupils;

/** `U`, 17, 3 -> `U017`. */
export const demoId = (letter: string, number: number, digits: number): string =>
  letter + String(number).padStart(digits, "0");

const CADENCES: Record<number, Provider["cadence"]> = { 4: "fortnightly", 6: "fortnightly", 8: "none" };

const domainOf = (name: string): string =>
  `${name
    .toLowerCase()
    .replace(/[^a-z ]/g, "")
    .replace(/ /g, "-")}.example`;

export const providersOf = (size: Size): Provider[] =>
  PROVIDERS.slice(0, COUNTS[size].providers).map(([, name], i) => ({
    id: demoId("P", i + 1, 2),
    name,
    namesInUpdates: i % 3 === 1 ? "full" : "initials",
    cadence: CADENCES[i] ?? "weekly",
    // One wants a link to the document, so that both ways can be seen.
    reportsAs: i === 5 ? "link" : "PDF",
    domains: domainOf(name),
    active: "yes",
  }));

/** What a contact of a provider takes: updates, notices, reports. */
type Takes = readonly ["yes" | "no", "yes" | "no", "yes" | "no"];
const ALL: Takes = ["yes", "yes", "yes"];
const UPDATES: Takes = ["yes", "no", "no"];
const REPORTS: Takes = ["no", "no", "yes"];

/**
 * Every provider's first contact takes everything; every third provider has a second one for updates, every
 * fourth one for reports.
 */
const takers = (i: number): (readonly [string, Takes])[] => [
  ["Deputy Head", ALL],
  ...(i % 3 === 1 ? [["Head of Year", UPDATES] as const] : []),
  ...(i % 4 === 0 ? [["SENCO", REPORTS] as const] : []),
];

/**
 * The first contact not yet confirmed is the second one of this provider, so that the provider still gets its
 * mail.
 */
const UNCONFIRMED_AT = "P02";

export function contactsOf(providers: readonly Provider[]): Contact[] {
  const posts = providers.flatMap((provider, i) =>
    takers(i).map(([role, takes]) => ({ provider, role, takes })),
  );
  return posts.map(({ provider, role, takes: [updates, notices, reports] }, i) => {
    const name = CONTACT_NAMES[i] ?? "";
    const email = `${name.toLowerCase().replace(" ", ".")}@${provider.domains}`;
    const waits = provider.id === UNCONFIRMED_AT && role === "Head of Year";
    return {
      id: demoId("C", i + 1, 3),
      provider: provider.id,
      name,
      role,
      email,
      updates,
      notices,
      reports,
      bounced: "no",
      confirmed: waits ? "" : email,
    };
  });
}

export const staffOf = (size: Size): StaffMember[] =>
  STAFF.slice(0, COUNTS[size].staff).map(([first, surname, role], i) => ({
    id: demoId("S", i + 1, 2),
    name: `${first} ${surname}`,
    email: `${first}.${surname}@hub.example`.toLowerCase(),
    role,
    active: "yes",
  }));
