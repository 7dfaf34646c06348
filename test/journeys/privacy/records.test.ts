/** Records for people on the built bundle: what a provider received, and everything held about one pupil. */
import { rowsOf } from "../../../src/programs/look";
import type { DocsDocument } from "../../../src/domain/documents/document";
import { walked } from "../../../src/domain/documents/document";
import { allTables } from "../../../src/domain/tables/all";
import { starterAreas } from "../../../src/domain/tables/areas";
import { outbox, runs } from "../../../src/domain/tables/ledger";
import { contacts, providers, pupils, staff } from "../../../src/domain/tables/people";
import type { Host } from "../../../src/host/host";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { copyOf, fullDemo, globalsOf, person, sweep, type, valuesOf } from "../hub";

interface Answer {
  said: string;
  page: string;
  messages: { key: string; isSent: boolean; pupils: { pupil: string; grades: number }[] }[];
}
const PUPIL = "U001";
const NOVEMBER = ["2026-11-01", "2026-11-30"] as const;
let swept: MemoryWorkspace;
let owner: string;
beforeAll(() => {
  const { workspace, demo } = fullDemo();
  [swept, owner] = [workspace, demo.owner];
  sweep(workspace, owner);
});

/** The text of the newest document with this beginning of a name. */
function documentIn(host: Host, workspace: MemoryWorkspace, name: string): string {
  const file = Object.values(workspace.state.files ?? {})
    .filter((one) => one.name.startsWith(name))
    .pop();
  const { Docs } = host.globals as { Docs: { Documents: { get: (id: string) => DocsDocument } } };
  return walked(Docs.Documents.get(file?.id ?? ""))
    .paragraphs.map(({ text }) => text)
    .join("");
}

test("every message to a provider is there, and what it told, as the Outbox has it", () => {
  const workspace = copyOf(swept);
  const { messages } = person(workspace, owner).call("providerRecord", "P01", ...NOVEMBER) as Answer;
  const events = rowsOf(workspace, outbox).filter(
    (e) => e.key.includes("|P01|") && e.state === "sent" && e.at >= NOVEMBER[0],
  );
  expect(
    messages
      .filter(({ isSent }) => isSent)
      .map(({ key }) => key)
      .sort(),
  ).toEqual(events.map((e) => e.key).sort());
  expect(events.length).toBeGreaterThan(3);
  for (const { key, letters } of events) {
    const pupilsIn = new Set(
      Object.values(JSON.parse(letters) as Record<string, object>).flatMap(Object.keys),
    );
    expect(messages.find((one) => one.key === key)?.pupils.map(({ pupil }) => pupil)).toEqual(
      [...pupilsIn].sort(),
    );
  }
});

test("renamed, not active or deleted, provider and contact, the answer is the same", () => {
  const plain = person(copyOf(swept), owner).call("providerRecord", "P01", ...NOVEMBER) as Answer;
  const renamed = copyOf(swept);
  type(renamed, providers, (row) => row["id"] === "P01", { name: "Otherwise School", active: "no" });
  for (const contact of rowsOf(renamed, contacts).filter(({ provider }) => provider === "P01"))
    type(renamed, contacts, (row) => row["id"] === contact.id, {
      email: "new@otherwise.example",
      name: "New",
    });
  const deleted = copyOf(swept);
  for (const tab of ["Providers", "Contacts", "Placements", "Pupils"]) {
    const sheet = globalsOf(deleted).SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab);
    sheet.deleteRows(2, sheet.getLastRow() - 1);
  }
  for (const workspace of [renamed, deleted]) {
    const host = person(workspace, owner);
    expect((host.call("providerRecord", "P01", ...NOVEMBER) as Answer).messages).toEqual(plain.messages);
    host.call("recordsForPeople");
    expect(host.shown[0]?.html).toMatch(/<option value="P01">/);
  }
});

test("the dialog's form brings the same; a hole in the Outbox is said", () => {
  const workspace = copyOf(swept);
  const host = person(workspace, owner);
  const form = { provider: "P01", from: NOVEMBER[0], to: NOVEMBER[1] };
  const { said, page, messages } = host.run("providerRecord", form) as Answer;
  expect(said).toMatch(/^P01, 2026-11-01 to 2026-11-30: \d+ sent/);
  expect(page.split("<tr>").length - 2).toBe(messages.length);
  expect(page).not.toMatch(/may not be complete/);
  globalsOf(workspace).SpreadsheetApp.getActiveSpreadsheet().getSheetByName("Outbox").deleteRow(5);
  expect((person(workspace, owner).run("providerRecord", form) as Answer).page).toMatch(
    /may not be complete/,
  );
});

test("a lead alone may ask for either", () => {
  const workspace = copyOf(swept);
  const teacher = rowsOf(workspace, staff).find(({ role }) => role === "teacher")?.email ?? "";
  for (const user of [teacher, "stranger@elsewhere.example"]) {
    expect(() => person(workspace, user).call("recordsForPeople")).toThrow(/Only a lead|exactly one active/);
    expect(() => person(workspace, user).call("providerRecord", "P01", ...NOVEMBER)).toThrow(
      /Only a lead|exactly one active/,
    );
    expect(() => person(workspace, user).call("pupilPack", PUPIL)).toThrow(/Only a lead|exactly one active/);
  }
});

describe("a pupil's records", () => {
  let workspace: MemoryWorkspace;
  let answer: Answer;
  let text: string;
  let logged: string[];
  /** A word of the cell's own in every cell of every row that belongs to the pupil, by heading. */
  const planted: string[] = [];
  beforeAll(() => {
    workspace = copyOf(swept);
    const { SpreadsheetApp } = globalsOf(workspace);
    for (const { tab, ofPupil, columns } of allTables(starterAreas)) {
      if (!ofPupil || !("by" in ofPupil)) continue;
      const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab);
      const headings = (sheet.getDataRange().getValues() as string[][])[0] ?? [];
      const by = columns[ofPupil.by]?.heading ?? "";
      if (sheet.getLastRow() < 2) sheet.getRange(2, headings.indexOf(by) + 1).setValue(PUPIL);
      const rows = sheet.getDataRange().getValues() as string[][];
      const row = rows.findIndex((cells) => cells[headings.indexOf(by)] === PUPIL);
      if (row < 0) throw new Error(`${tab} has no row of ${PUPIL}`);
      const words = headings.map((heading, i) => {
        if (heading === by || heading === "") return rows[row]?.[i] ?? "";
        planted.push(`zq${planted.length}zq`);
        return planted[planted.length - 1] ?? "";
      });
      const range = sheet.getRange(row + 1, 1, 1, words.length);
      range.clearDataValidations();
      range.setValues([words]);
    }
    SpreadsheetApp.flush();
    logged = [];
    const host = person(workspace, owner, "2026-11-20T17:05", { log: (line) => logged.push(line) });
    const before = workspace.mails.length;
    answer = host.call("pupilPack", PUPIL) as Answer;
    expect(workspace.mails.length).toBe(before);
    text = documentIn(host, workspace, `Records held about ${PUPIL}`);
  });

  test("hold every cell of every row that is declared the pupil's, readable or not", () => {
    expect(planted.length).toBeGreaterThan(150);
    expect(planted.filter((word) => !text.includes(word))).toEqual([]);
  });

  test("hold everything sent about the pupil, and no other pupil's grades or id unmarked", () => {
    const sent = rowsOf(workspace, outbox).filter(
      (e) => e.state === "sent" && e.letters.includes(`"${PUPIL}"`),
    );
    expect(sent.length).toBeGreaterThan(5);
    expect(text.split("What it said, week beginning").length - 1).toBeGreaterThanOrEqual(sent.length);
    for (const { id } of rowsOf(workspace, pupils).filter((one) => one.id !== PUPIL))
      expect(text.replace(new RegExp(`⟦${id}⟧`, "g"), "")).not.toMatch(new RegExp(`\\b${id}\\b`));
  });

  test("mark every member of staff; the dialog says whom and where; names are in no log, row of Runs or file's name", () => {
    const [member] = rowsOf(workspace, staff).filter(({ name }) => text.includes(name));
    expect(member).toBeTruthy();
    for (const { name } of rowsOf(workspace, staff))
      expect(text.split(`⟦${name}⟧`).join("")).not.toContain(name);
    expect(answer.page).toContain(member?.name);
    expect(answer.page).toContain(`staff ${member?.id}`);
    expect(rowsOf(workspace, runs).find(({ job }) => job === "pupilPack")).toMatchObject({
      for: `${PUPIL} 2026-11-20 17:05`,
      state: "done",
      by: owner,
      counts: expect.stringMatching(/^\d+ records?, \d+ names? marked$/),
    });
    const kept = [
      logged.join(),
      answer.said,
      JSON.stringify(rowsOf(workspace, runs)),
      ...Object.values(workspace.state.files ?? {}).map(({ name }) =>
        name.startsWith("Records") ? name : "",
      ),
    ].join();
    for (const { surname } of rowsOf(workspace, pupils))
      if (surname !== "") expect(kept).not.toContain(surname);
  });

  test("are made anew each time, the one before listed; of nobody there is none", () => {
    const host = person(workspace, owner, "2026-11-20T17:10");
    host.call("pupilPack", PUPIL);
    expect(documentIn(host, workspace, `Records held about ${PUPIL}`)).toMatch(
      /Records held, made 2026-11-20T17:05/,
    );
    expect(() => host.call("pupilPack", "U999")).toThrow(/Nothing is held about U999/);
    expect(rowsOf(workspace, runs).filter(({ job }) => job === "pupilPack")).toHaveLength(2);
  });
});

test("a pupil deleted from Pupils still has records: by the id alone", () => {
  const workspace = copyOf(swept);
  const host = person(workspace, owner);
  const at = valuesOf(host, "Pupils").findIndex((row) => row[0] === PUPIL) + 1;
  globalsOf(workspace).SpreadsheetApp.getActiveSpreadsheet().getSheetByName("Pupils").deleteRow(at);
  person(workspace, owner).call("pupilPack", { pupil: "U002", id: PUPIL });
  const text = documentIn(host, workspace, `Records held about ${PUPIL}`);
  expect(text).toMatch(/Grades and notes of each week/);
  expect(text).toMatch(/Who the pupil is, .*|No records are held here/);
});
