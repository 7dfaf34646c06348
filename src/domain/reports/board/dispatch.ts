/** Which approved reports go to whom, why some cannot, and which are sent: decided, not done. */
import type { Hub } from "../../hub/hub";
import { lastingOf, touches } from "../../hub/hub";
import type { PartsOf } from "../../mail/kinds";
import { keyOf, startOf } from "../../mail/kinds";
import type { KeyState } from "../../mail/ledger";
import type { ToldLetters } from "../../mail/mail";
import type { Problem } from "../../words/problem";
import { problem } from "../../words/problem";
import type { OutboxRow } from "../../tables/ledger";
import type { Contact, Placement, Provider } from "../../tables/people";
import type { InRow } from "../../tables/read";
import type { Report, Template } from "../../tables/reports";
import { reports } from "../../tables/reports";
import type { Period } from "../says/ownPeriod";
import { periodsOf } from "../says/ownPeriod";
import { isForAll } from "../../documents/starters";
import { partsOfRow } from "./wanted";
import { takes } from "../../mail/takers";

/** A report that is ready to leave. */
export interface DueReport {
  report: InRow<Report>;
  template: Template;
  provider: Provider;
  period: Period;
  /** Of the pupils in it, the placement that is reported on. */
  placements: readonly Placement[];
  contacts: readonly Contact[];
}

interface Standing {
  hub: Hub;
  contacts: readonly Contact[];
  board: readonly InRow<Report>[];
  templates: readonly Template[];
}

export function dueReports({ hub, contacts, board, templates }: Standing): {
  due: DueReport[];
  problems: Problem[];
} {
  const periods = new Map(periodsOf(hub.weeks).map((period) => [period.id, period]));
  const due: DueReport[] = [];
  const problems: Problem[] = [];
  for (const report of board.filter(({ state }) => state === "approved")) {
    const period = periods.get(report.period);
    const template = templates.find(({ id }) => id === report.template);
    const provider = hub.providers.find(({ id }) => id === report.provider);
    const placements = period && template ? placementsIn(report, period, template, hub) : [];
    const takers = contacts.filter((one) => one.provider === report.provider && takes("report", one));
    if (!period || !template || !provider || placements.length === 0) problems.push(undone(report, NOBODYS));
    else if (provider.active === "no") problems.push(undone(report, NOT_ACTIVE));
    else if (takers.length === 0) problems.push(undone(report, NO_CONTACT));
    else due.push({ report, template, provider, period, placements, contacts: takers });
  }
  return { due, problems };
}

/** The provider's placements in the period: of the report's pupil, or of everybody whom it is about. */
function placementsIn(report: Report, { weeks }: Period, template: Template, hub: Hub): Placement[] {
  const here = hub.placements.filter(
    (one) =>
      one.provider === report.provider &&
      (isForAll(template.kind) || one.pupil === report.pupil) &&
      weeks.some((week) => touches(one, week)),
  );
  return [...new Set(here.map(({ pupil }) => pupil))].flatMap(
    (pupil) => lastingOf(here.filter((one) => one.pupil === pupil)) ?? [],
  );
}

type Why = readonly [wrong: string, remedy: string];
const NOBODYS: Why = [
  "its template, half-term or provider, or the pupil's placement with that provider, is no longer there",
  "Correct that, or take the report back in the sidebar.",
];
const NOT_ACTIVE: Why = ["its provider is not active", "Make the provider active or take the report back."];
const NO_CONTACT: Why = [
  "its provider has no confirmed contact who takes reports",
  "Enter one in Contacts (Reports: yes) and ask a lead to confirm the address.",
];

const undone = (report: InRow<Report>, [wrong, remedy]: Why): Problem =>
  problem(
    reports.tab,
    report.row,
    "State",
    `The approved report ${keyOfReport(report)} was not sent: ${wrong}.`,
    remedy,
  );

/** A document's key in the ledger; a message's has its contact behind it. */
export const keyOfReport = (report: Report): string => keyOf("document", partsOfReport(report));
export const keyOfMessage = (report: Report, { id }: Pick<Contact, "id">): string =>
  keyOf("report", { ...partsOfReport(report), contact: id });
/** How the keys of a report's messages begin. */
export const startOfMessages = (report: Report): string => startOf("report", partsOfReport(report));

const partsOfReport = ({ revision, ...report }: Report): PartsOf<"document"> => ({
  ...partsOfRow(report),
  revision: revision ?? 1,
});

/** Each pupil in it under the last week in which the placement was there. */
export function toldInReport({ period, placements, template }: DueReport): ToldLetters {
  const told: ToldLetters = {};
  for (const placement of placements) {
    const last = period.weeks.filter((week) => touches(placement, week)).pop()?.week ?? "";
    told[last] = { ...told[last], [placement.pupil]: { report: template.id } };
  }
  return told;
}

/**
 * When the last of a report's messages went; null while one of its present contacts has none, or it went to
 * nobody.
 */
export function sentAt(
  { report, contacts }: Pick<DueReport, "report" | "contacts">,
  entries: ReadonlyMap<string, KeyState>,
  events: readonly OutboxRow[],
): string | null {
  const isOver = (contact: Contact): boolean =>
    ["sent", "dropped", "superseded"].includes(entries.get(keyOfMessage(report, contact))?.state ?? "");
  if (!contacts.every(isOver)) return null;
  const start = startOfMessages(report);
  const sent = events.filter(({ key, state }) => state === "sent" && key.startsWith(start));
  return (
    sent
      .map(({ at }) => at)
      .sort()
      .pop() ?? null
  );
}

/** A lead dropped all its messages: nothing more is sent under these keys. */
export const isDropped = (
  { report, contacts }: Pick<DueReport, "report" | "contacts">,
  entries: ReadonlyMap<string, KeyState>,
): boolean => contacts.every((contact) => entries.get(keyOfMessage(report, contact))?.state === "dropped");
