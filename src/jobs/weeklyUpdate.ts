/** Sends a closed week's update: reads each tab once, decides what goes to whom, sends through the ledger. */
import type { Cadence, SchoolWeek } from "../domain/calendar";
import { isDue, nextDueDay, weeksOfUpdate } from "../domain/calendar";
import type { Centre } from "../domain/capsule";
import { capsuleFor } from "../domain/capsule";
import { centreFrom } from "../domain/centre";
import type { Mail } from "../domain/mail";
import { whyNot } from "../domain/outgoingCheck";
import type { Problem } from "../domain/problem";
import { problem, stop } from "../domain/problem";
import { areas } from "../domain/tables/areas";
import type { CalendarRow } from "../domain/tables/calendar";
import type { Contact, Provider } from "../domain/tables/people";
import { contacts, placements, providers, pupils } from "../domain/tables/people";
import type { Placed, Read } from "../domain/tables/read";
import type { Settings } from "../domain/tables/settings";
import { weeklyGrades, weekRowsIn } from "../domain/tables/weeklyGrades";
import { isEmpty, weeklyMail } from "../domain/weeklyMail";
import { readTab } from "../google/workbook";
import type { Run } from "./job";
import { load } from "./job";
import { sendThroughLedger } from "./sendThroughLedger";

export interface Outcome {
  /** open: something is still to send, and the next sweep goes on with it. */
  state: "done" | "open";
  counts: string;
  outboxRows: number;
}

export function sendWeeklyUpdate(
  run: Run,
  settings: Settings,
  week: SchoolWeek,
  calendar: Read<CalendarRow>,
  counted: number,
): Outcome {
  if (settings.replyTo === "")
    throw stop(
      problem(
        "Settings",
        null,
        "Value",
        "Reply-to address is empty.",
        "Enter where providers' answers go; nothing is sent before.",
      ),
    );
  const { centre, contacts: people, problems } = loadCentre(run, calendar);
  run.problems.push(...problems);
  const plan = weeklyMails(centre, people, week, settings);
  run.problems.push(...plan.problems);

  const known = {
    contacts: people,
    placements: centre.placements,
    pupils: [...centre.pupils.values()],
    weeks: centre.weeks,
  };
  const needsApproval = settings.holdUpdates === "yes";
  const sent = sendThroughLedger(run, plan.mails, counted, needsApproval, (mail) => whyNot(mail, known));
  const state = plan.blocked || sent.unfinished ? "open" : "done";
  return { state, counts: sent.counts, outboxRows: sent.outboxRows };
}

function loadCentre(run: Run, calendar: Read<CalendarRow>): ReturnType<typeof centreFrom> {
  const inUse = load(run, areas);
  const table = weeklyGrades(inUse.records);
  run.checked.add(table.tab);
  const tab = readTab(run.workbook, table, run.problems);
  const rows = weekRowsIn(inUse.records, tab.cells, tab.places);
  run.problems.push(...rows.problems);
  return centreFrom({
    calendar,
    rows,
    areas: inUse,
    providers: load(run, providers),
    contacts: load(run, contacts),
    pupils: load(run, pupils),
    placements: load(run, placements),
  });
}

interface Plan {
  mails: Mail[];
  problems: Problem[];
  /** A provider with pupils cannot be reached. */
  blocked: boolean;
}

/** What goes to whom at the end of a week; pure. */
export function weeklyMails(
  centre: Centre,
  people: readonly Placed<Contact>[],
  week: SchoolWeek,
  settings: Settings,
): Plan {
  const plan: Plan = { mails: [], problems: people.flatMap(contactProblem), blocked: false };
  for (const provider of centre.providers as readonly Placed<Provider>[]) {
    const cadence: Cadence = provider.cadence;
    if (!isDue(week, cadence)) continue;
    const capsule = capsuleFor(provider, weeksOfUpdate(centre.weeks, week, cadence), centre);
    if (isEmpty(capsule)) continue;
    plan.problems.push(...capsule.problems);
    const takers = people.filter((contact) => contact.provider === provider.id && takesUpdates(contact));
    if (provider.active === "no" || takers.length === 0) {
      plan.problems.push(unreachable(provider));
      plan.blocked = true;
      continue;
    }
    const nextDue = nextDueDay(centre.weeks, week, cadence);
    plan.mails.push(...takers.map((contact) => weeklyMail(capsule, contact, nextDue, settings)));
  }
  return plan;
}

const isConfirmed = (c: Contact): boolean => c.email !== "" && c.email === c.confirmed;
const takesUpdates = (c: Contact): boolean => c.updates === "yes" && c.bounced === "no" && isConfirmed(c);

const contactProblem = (contact: Placed<Contact>): Problem[] =>
  contact.email === "" || isConfirmed(contact)
    ? []
    : [
        problem(
          "Contacts",
          contact.row,
          "Email",
          `The address of ${contact.id} is new or changed and not confirmed.`,
          "A lead confirms it; nothing is sent to it before.",
        ),
      ];

const unreachable = (provider: Placed<Provider>): Problem =>
  provider.active === "no"
    ? problem(
        "Providers",
        provider.row,
        "Active",
        `${provider.id} is not active but has pupils here.`,
        "Set it to yes, or enter the last day of its placements.",
      )
    : problem(
        "Providers",
        provider.row,
        "Name",
        `${provider.id} has pupils here but no confirmed contact who takes updates.`,
        "Enter a contact in Contacts and have a lead confirm the address.",
      );
