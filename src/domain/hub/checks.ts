/**
 * What may be wrong with rows that can be read: duplicates, dates that overlap, people nobody is responsible
 * for. Found before anything uses the rows, after pasting and every morning.
 */
import type { Hub } from "./hub";
import { touches } from "./hub";
import type { SchoolWeek } from "./calendar";
import type { Day } from "../words/days";
import { folded, fullNameOf, nameWithId, withId } from "./names";
import { leadsWithAddress } from "./rights";
import type { Problem } from "../words/problem";
import { problem } from "../words/problem";
import type { Contact, Placement, Provider, Pupil, StaffMember } from "../tables/people";
import type { InRow } from "../tables/read";
import type { WeekRow } from "../tables/weeklyGrades";
import { isUpn } from "../words/upn";

export interface CheckedRows {
  pupils: readonly InRow<Pupil>[];
  /** Rows of Placements with content, readable or not. */
  placementRows: number;
  providers: readonly InRow<Provider>[];
  contacts: readonly InRow<Contact>[];
  staff: readonly InRow<StaffMember>[];
  rows: readonly InRow<WeekRow>[];
  hub: Hub;
  /** The running or next school week, in which people who are here need a provider that can be reached. */
  week: SchoolWeek | undefined;
}

export const dataProblems = (checked: CheckedRows): Problem[] => [
  ...pupilProblems(checked),
  ...placementProblems(checked),
  ...providerProblems(checked),
  ...staffProblems(checked),
  ...sessionProblems(checked),
];

/** Groups of records with the same key; "" does not count as a key. */
function doubles<R>(records: readonly R[], keyOf: (record: R) => string): R[][] {
  const groups = new Map<string, R[]>();
  for (const record of records) {
    const key = keyOf(record);
    if (key !== "") groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

const rowsOf = (group: readonly { row: number }[]): string => group.map((r) => r.row).join(" and ");

function pupilProblems({ pupils, placementRows, hub }: CheckedRows): Problem[] {
  const at = (pupil: InRow<Pupil>, heading: string, wrong: string, remedy: string) =>
    problem("Pupils", pupil.row, heading, wrong, remedy);
  const placed = new Set(hub.placements.map((p) => p.pupil));
  // A placement that cannot be read may be the pupil's; then that is the problem to mend first.
  const anyLost = placementRows > hub.placements.length;
  return [
    ...pupils
      .filter(({ restricted }) => restricted === "yes")
      .map((p) =>
        at(
          p,
          "Restricted",
          `${nameWithId(p)} is restricted and has been left out of emails and reports since this was first seen.`,
          "Nothing to correct while the restriction applies. Enter no when it is lifted. What was held back is not sent automatically.",
        ),
      ),
    ...pupils
      .filter(({ upn }) => upn !== "" && !isUpn(upn))
      .map((p) =>
        at(
          p,
          "UPN",
          "Not a valid UPN: the check letter does not match the digits.",
          "Correct it or leave it blank.",
        ),
      ),
    ...doubles(pupils, ({ upn }) => upn.toUpperCase()).map((group) =>
      at(
        group[0] as InRow<Pupil>,
        "UPN",
        `Rows ${rowsOf(group)} have the same UPN.`,
        "Each pupil has one row. Delete one of these, or correct the UPN.",
      ),
    ),
    ...doubles(pupils, (p) => (p.born === null ? "" : `${folded(fullNameOf(p))}|${p.born}`)).map((group) =>
      at(
        group[0] as InRow<Pupil>,
        "First name",
        `Rows ${rowsOf(group)} have the same name and date of birth.`,
        "If this is one pupil, delete one row and correct the placements.",
      ),
    ),
    ...(anyLost ? [] : pupils)
      .filter(({ id }) => !placed.has(id))
      .map((p) =>
        at(
          p,
          "Id",
          `${nameWithId(p)} has no placement, so no provider hears about this pupil.`,
          "Enter one in Placements, or delete the row if the pupil never came here.",
        ),
      ),
  ];
}

function placementProblems({ hub: { placements } }: CheckedRows): Problem[] {
  const endOf = (p: Placement): Day => p.lastDay ?? "9999-12-31";
  const isBackwards = (p: Placement): boolean => endOf(p) < p.firstDay;
  const backwards = placements.filter(isBackwards);
  const forwards = placements.filter((p) => !isBackwards(p));
  const together = doubles(forwards, (p) => `${p.pupil}|${p.provider}`).flatMap((group) => {
    const inOrder = [...group].sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
    return inOrder.filter((p, i) => inOrder.slice(0, i).some((before) => p.firstDay <= endOf(before)));
  });
  return [
    ...backwards.map((p) =>
      problem(
        "Placements",
        p.row,
        "Last day",
        `Placement ${p.id} ends before it starts.`,
        "Correct one of the two days. Until then the placement is ignored.",
      ),
    ),
    ...together.map((p) =>
      problem(
        "Placements",
        p.row,
        "First day",
        `Placement ${p.id} overlaps another placement of ${p.pupil} with ${p.provider}.`,
        "Correct the days. Until then the pupil appears once in that provider's updates.",
      ),
    ),
  ];
}

/** Also found when its update is due, because pupils may have come since. */
export const notActive = (provider: InRow<Provider>): Problem =>
  problem(
    "Providers",
    provider.row,
    "Active",
    `${withId(provider.name, provider.id)} is not active but has pupils here.`,
    "Set Active to yes, or enter the last day of its placements.",
  );

function providerProblems({ providers, contacts, hub, week }: CheckedRows): Problem[] {
  const current = new Set(week ? hub.placements.filter((p) => touches(p, week)).map((p) => p.provider) : []);
  const hasContact = (id: string) =>
    contacts.some(
      (c) =>
        c.provider === id &&
        c.email !== "" &&
        c.bounced === "no" &&
        (c.updates === "yes" || c.notices === "yes"),
    );
  return [
    ...providers
      .filter(({ id, active }) => current.has(id) && active === "yes" && !hasContact(id))
      .map((p) =>
        problem(
          "Providers",
          p.row,
          "Name",
          `${withId(p.name, p.id)} has pupils here but no contact who takes updates or notices.`,
          "Enter one in Contacts and ask a lead to confirm the address.",
        ),
      ),
    ...providers.filter(({ id, active }) => current.has(id) && active === "no").map(notActive),
    ...doubles(providers, ({ name }) => folded(name)).map((group) =>
      problem(
        "Providers",
        group[0]?.row ?? null,
        "Name",
        `Rows ${rowsOf(group)} have the same name.`,
        "Give each its own name. Until then other tabs must use the id.",
      ),
    ),
    ...contacts
      .filter((c) => c.email === "" && [c.updates, c.notices, c.reports].includes("yes"))
      .map((c) =>
        problem(
          "Contacts",
          c.row,
          "Email",
          `${withId(c.name, c.id)} is due to get messages but has no address.`,
          "Enter an address, or set Updates, Notices and Reports to no.",
        ),
      ),
    ...doubles(contacts, ({ email, provider }) =>
      email === "" ? "" : `${email.toLowerCase()}|${provider}`,
    ).map((group) =>
      problem(
        "Contacts",
        group[0]?.row ?? null,
        "Email",
        `Rows ${rowsOf(group)} have the same address, so each message would arrive twice.`,
        "Delete one of them.",
      ),
    ),
  ];
}

function staffProblems({ staff }: CheckedRows): Problem[] {
  const active = staff.filter((member) => member.active === "yes");
  return [
    ...(leadsWithAddress(staff).length === 0
      ? [
          problem(
            "Staff",
            null,
            "Role",
            "There is no active lead with an address.",
            "Enter one. Only leads can confirm contacts and turn the automation on.",
          ),
        ]
      : []),
    ...doubles(active, ({ email }) => email.toLowerCase()).map((group) =>
      problem(
        "Staff",
        group[0]?.row ?? null,
        "Email",
        `Rows ${rowsOf(group)} have the same address, so neither can use the tracker.`,
        "Correct one of them.",
      ),
    ),
  ];
}

const sessionProblems = ({ rows }: CheckedRows): Problem[] =>
  rows
    .filter((row) => row.offered !== null && row.attended !== null && row.attended > row.offered)
    .map((row) =>
      problem(
        "Weekly grades",
        row.row,
        "Sessions attended",
        `${row.attended} attended, but only ${row.offered} offered.`,
        "Correct one of the two numbers.",
      ),
    );
