/** The jobs broken on purpose, one mistake each: the sweep must catch every one, or it proves nothing. */
import type { Kind } from "./blows";

export interface Replacement {
  file: string;
  text: string;
  by: string;
}

export interface Variant {
  name: string;
  replacements: readonly Replacement[];
  /** Where to look: the first scenario that breaks a promise ends the search. */
  where: readonly { job: string; kind: Kind; at?: RegExp }[];
}

const LEDGER = "src/jobs/mail/sendThroughLedger.ts";
const update = (kind: Kind, at?: RegExp) => [{ job: "weeklyUpdate", kind, ...(at && { at }) }];

export const VARIANTS: readonly Variant[] = [
  {
    name: "unflushed claim",
    replacements: [
      {
        file: LEDGER,
        text: "else appendAll(tab, records, lastRowOf(tab));\n  flush();",
        by: "else appendAll(tab, records, lastRowOf(tab));",
      },
    ],
    where: update("kill"),
  },
  {
    name: "marked sent before it is sent",
    replacements: [
      {
        file: LEDGER,
        text: `const outcome = attempt(mail);`,
        by: `recordEvent(run, tab, mail, { hash, state: "sent", letters: JSON.stringify(mail.letters) });
             const outcome = attempt(mail);
             if (outcome === "sent") return null;`,
      },
    ],
    where: update("kill"),
  },
  {
    name: "no lock",
    replacements: [
      {
        file: "src/google/run.ts",
        text: "return lock.tryLock(waitMs) ? work() : null;",
        by: "return work();",
      },
    ],
    where: update("second run"),
  },
  {
    name: "ledger read before the lock",
    replacements: [
      {
        file: "src/jobs/run/job.ts",
        text: `import { runs } from "../../domain/tables/ledger";`,
        by: `import { outbox, runs } from "../../domain/tables/ledger";`,
      },
      {
        file: "src/jobs/run/job.ts",
        text: "const run = begin();\n  const report = underLock(CLOCK_WAIT_MS",
        by: "const run = begin();\n  load(run, runs);\n  load(run, outbox);\n  const report = underLock(CLOCK_WAIT_MS",
      },
    ],
    where: update("second run"),
  },
  {
    name: "claim taken as sent",
    replacements: [
      {
        file: "src/domain/mail/ledger.ts",
        text: `if (entry.openClaims > 1) return hold("It was tried twice, and nobody knows whether it was sent.");`,
        by: "return nothing;",
      },
    ],
    where: update("kill"),
  },
  {
    name: "one error ends the loop",
    replacements: [
      {
        file: LEDGER,
        text: "return { refused: isRefusal(error), reason: error instanceof Error ? error.message : String(error) };",
        by: "throw error;",
      },
    ],
    where: update("refused"),
  },
  {
    name: "blind resend",
    replacements: [
      {
        file: "src/domain/mail/ledger.ts",
        text: `if (entry.openClaims > 1) return hold("It was tried twice, and nobody knows whether it was sent.");`,
        by: "",
      },
    ],
    where: update("pair", /^kill-none@(\d+)after\+next:kill-none@\1after$/),
  },
  {
    name: "unfiltered pupils",
    replacements: [
      {
        file: "src/domain/weekly/capsule.ts",
        text: "hub.placements.filter((p) => p.provider === provider.id);",
        by: "[...hub.placements];",
      },
      // The last look at a message finds it, too, and holds it.
      { file: "src/domain/mail/outgoingCheck.ts", text: "if (!placed)", by: "if (!week)" },
    ],
    where: update("kill"),
  },
  {
    name: "swallowed error marked sent",
    replacements: [
      {
        file: LEDGER,
        text: "return { refused: isRefusal(error), reason: error instanceof Error ? error.message : String(error) };",
        by: `return "sent";`,
      },
    ],
    where: update("refused"),
  },
  {
    name: "column by index instead of by heading",
    replacements: [
      {
        file: "src/domain/tables/read.ts",
        text: "const place = found.indexOf(wanted);",
        by: "const place = Object.keys(declared.columns).indexOf(field);",
      },
      {
        file: "src/domain/tables/read.ts",
        text: "if (found.lastIndexOf(wanted) !== place)",
        by: "if (place > 99)",
      },
    ],
    where: update("edit", /^column-moved/),
  },
  {
    name: "quota ignored",
    replacements: [
      {
        file: LEDGER,
        text: "quota <= 0 || run.timeLeft() < RESERVE_MS",
        by: "run.timeLeft() < RESERVE_MS",
      },
    ],
    where: update("quota"),
  },
  {
    name: "key from the clock",
    replacements: [
      {
        file: "src/jobs/weekly/weeklyUpdate.ts",
        text: "sendThroughLedger(run, plan.mails, guardFor(run, settings));",
        by: `sendThroughLedger(
               run,
               plan.mails.map((mail) => ({ ...mail, key: mail.key.replace(week.week, run.now) })),
               guardFor(run, settings),
             );`,
      },
    ],
    where: update("kill"),
  },
  {
    name: "done before all is done",
    replacements: [
      {
        file: "src/jobs/deterioration/deteriorationCheck.ts",
        text: "  // Nothing says that the check is done before all of it is kept.\n  flush();\n",
        by: "",
      },
    ],
    where: [{ job: "deteriorationCheck", kind: "kill" }],
  },
  {
    name: "approved and forgotten",
    replacements: [
      {
        file: "src/jobs/heldMail.ts",
        text: `if (update) writeRun(run, WEEKLY_UPDATE, { ...update, state: "open" });`,
        by: "",
      },
    ],
    where: [{ job: "approveMail", kind: "kill" }],
  },
];
