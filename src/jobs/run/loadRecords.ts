/** The records that jobs look through; and what is wrong in any of them. */
import type { Records } from "../../domain/learning/records";
import type { Problem } from "../../domain/words/problem";
import { orphanProblem } from "../../domain/hub/orphans";
import { assessments } from "../../domain/tables/assessments";
import { checkIns, evidence, feedback } from "../../domain/tables/feedback";
import { targets } from "../../domain/tables/targets";
import type { Run } from "./job";
import { load } from "./load";
import { loadHub } from "./loadHub";

export const loadRecords = (run: Run): Records => ({
  targets: load(run, targets).records,
  feedback: load(run, feedback).records,
  assessments: load(run, assessments).records,
});

/** Records whose pupil does not exist; reading reports what cannot be read at all. */
export function recordProblems(run: Run): Problem[] {
  const { pupils } = loadHub(run).hub;
  const tabs = [
    load(run, targets),
    load(run, feedback),
    load(run, checkIns),
    load(run, evidence),
    load(run, assessments),
  ];
  return tabs.flatMap(({ table, records }) =>
    records.filter(({ pupil }) => !pupils.has(pupil)).map((record) => orphanProblem(table.tab, record)),
  );
}
