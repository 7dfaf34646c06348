/** Every tab, in the order people meet them. Prepare makes them all. */
import type { Area } from "./areas";
import { areas } from "./areas";
import { assessments } from "./assessments";
import { calendar } from "./calendar";
import { checkIns, evidence, feedback } from "./feedback";
import { outbox, problems, runs } from "./ledger";
import { overview } from "./overview";
import { plans, actions, alerts, needsALook } from "./plans";
import { contacts, placements, providers, pupils, staff } from "./people";
import { comments, reports, templates } from "./reports";
import { rewards } from "./rewards";
import { settings } from "./settings";
import { startHere } from "./startHere";
import type { Table } from "./table";
import { targets } from "./targets";
import { weeklyGrades } from "./weeklyGrades";

const hidden = (table: Table): Table => ({ ...table, hidden: true });

export const allTables = (areasInUse: readonly Area[]): Table[] => [
  startHere,
  overview([]),
  weeklyGrades(areasInUse),
  needsALook,
  problems,
  pupils,
  ...[
    plans,
    actions,
    alerts,
    targets,
    feedback,
    checkIns,
    evidence,
    rewards,
    assessments,
    templates,
    comments,
    reports,
    placements,
    providers,
    contacts,
    staff,
    calendar,
    areas,
    settings,
    outbox,
    runs,
  ].map((t) => hidden(t)),
];
