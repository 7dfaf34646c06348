/**
 * What must hold after every fault. None of the bundle's code is used, here or in the files of the single
 * promises, because what is wrong there must not be wrong here in the same way.
 */
import type { PlayOutcome } from "./play";
import { keysInOutbox, lettersIn } from "./reading";
import type { Broken, AfterFault } from "./promises/evidence";
import { editedOf, rowsIn } from "./promises/evidence";
import { everybodyDue, sameAsWithout, saysWhatStaffWrote } from "./promises/due";
import { leaks, ledgerTrue, repeats } from "./promises/messages";
import { atRest, clean, documentsAgree, plansAndReports, typedIn } from "./promises/kept";

export type Verdict = "exact" | "repeated" | "held" | "lost" | "leaked";

export interface Judged {
  verdict: Verdict;
  broken: Broken[];
}

export async function judge(outcome: PlayOutcome, plain: PlayOutcome, bundle: string): Promise<Judged> {
  const { start, end } = outcome;
  const known = new Set(rowsIn(start, "Problems").map((row) => row["What is wrong"]));
  const evidence: AfterFault = {
    outcome,
    plain,
    edited: editedOf(outcome, bundle),
    letters: await lettersIn(end),
    before: start.mails.length,
    ledger: keysInOutbox(end),
    alarms: rowsIn(end, "Problems").filter((row) => !known.has(row["What is wrong"])),
  };
  const plainKeys = (await lettersIn(plain.end)).map(({ key }) => key);
  const broken = [
    ...sameAsWithout(evidence, plainKeys),
    ...everybodyDue(evidence),
    ...PROMISES.flatMap((promise) => promise(evidence)),
  ];
  return { verdict: verdictOf(evidence, plainKeys, broken), broken };
}

function verdictOf(evidence: AfterFault, plainKeys: readonly string[], broken: readonly Broken[]): Verdict {
  if (broken.some(({ leaked }) => leaked)) return "leaked";
  if (broken.length > 0) return "lost";
  const sent = new Set(evidence.letters.map(({ key }) => key));
  if (plainKeys.some((key) => !sent.has(key))) return "held";
  return evidence.letters.length > sent.size ? "repeated" : "exact";
}

const PROMISES: readonly ((evidence: AfterFault) => Broken[])[] = [
  repeats,
  ledgerTrue,
  leaks,
  typedIn,
  saysWhatStaffWrote,
  plansAndReports,
  documentsAgree,
  clean,
  atRest,
];
