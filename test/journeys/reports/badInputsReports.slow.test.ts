/**
 * Any text as a value of a report: it stands in its place as it is, also where it looks like a tag, a pattern
 * or a part of a file; nothing is filled from inside it, and nothing of anybody else comes with it, in
 * Google's document and in the .docx that is kept.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { DocsDocument } from "../../../src/domain/documents/document";
import { walked } from "../../../src/domain/documents/document";
import { pupils } from "../../../src/domain/tables/people";
import { templates } from "../../../src/domain/tables/reports";
import type { Columns, Table } from "../../../src/domain/tables/table";
import { headingsOf } from "../../../src/domain/tables/table";
import { targets } from "../../../src/domain/tables/targets";
import { blankDocx } from "../../../src/host/documents/xml/blankDocx";
import { openDocx, xmlIn } from "../../../src/host/documents/xml/package";
import type { Host } from "../../../src/host/host";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { TEXTS } from "../../badInputs";
import { fullDemo, person, problemsIn, type, valuesOf } from "../hub";

const OWNER = "helen.marlowe@hub.example";
const DOCUMENT = "application/vnd.google-apps.document";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const PUPIL = "U017";
const OTHERS = "qzotherqz";

const isCell = (text: string): boolean =>
  text.length <= 2000 && text.trim() !== "" && !/[\p{Surrogate}\uFFFE\uFFFF]/u.test(text);
/** Beside those of the cases: tags that this very template would fill. */
const TAGS = [
  "{{pupil.name}}",
  "{{pupil.dob}}",
  "{{target.child}}",
  "{{ Pupil.Strengths }}",
  "{{",
  "{{target.wording",
];
const ALL = [...TEXTS.map(({ text }) => text).filter(isCell), ...TAGS];
/** A person who means such a text types an apostrophe first; without, it would be a formula. */
const typed = (text: string): string =>
  /^[\s\p{Cc}\p{Cf}]*=./u.test(text) || text.startsWith("'") ? `'${text}` : text;
/** Without what no document holds: line ends become paragraphs, control characters are left out. */
const words = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, "");

function add<C extends Columns>(
  host: Host,
  table: Table<C>,
  records: readonly Partial<Record<keyof C, string>>[],
): void {
  const fields = Object.keys(table.columns);
  const rows = records.map((record) => fields.map((field) => record[field] ?? ""));
  host.execute(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(table.tab);
    const last = sheet.getLastRow() as number;
    sheet.insertRowsAfter(last, rows.length);
    sheet.getRange(last + 1, 1, rows.length, headingsOf(table as Table).length).setValues(rows);
  });
}

/**
 * A Google Doc of the owner's: a paragraph with a tag in its middle, and a row that is repeated for each
 * target.
 */
function template(host: Host): string {
  const run = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
  const cells = ["[{{target.wording}}]", "{{target.child}}"]
    .map((text) => `<w:tc>${run(text)}</w:tc>`)
    .join("");
  const whole = `${run("For {{pupil.name}}: <{{pupil.strengths}}>.".replace(/[<>]/g, (c) => (c === "<" ? "&lt;" : "&gt;")))}<w:tbl><w:tr>${cells}</w:tr></w:tbl><w:p/>`;
  const parts = unzipSync(blankDocx());
  const main = strFromU8(parts["word/document.xml"] ?? new Uint8Array()).replace("<w:p/>", () => whole);
  const bytes = zipSync({ ...parts, "word/document.xml": strToU8(main) });
  return host.execute(({ Drive, Utilities }) => {
    const blob = Utilities.newBlob([...bytes], DOCX, "t.docx");
    return (Drive.Files.create({ name: "Template", mimeType: DOCUMENT }, blob) as { id: string }).id;
  });
}

let workspace: MemoryWorkspace;
let host: Host;
let document: DocsDocument;
let bytes: Uint8Array = new Uint8Array();
const child = (i: number): string => `own words ${i}`;

beforeAll(() => {
  ({ workspace } = fullDemo());
  host = person(workspace, OWNER);
  const at = valuesOf(host, "Templates")[0]?.indexOf("Active") ?? 0;
  const rows = valuesOf(host, "Templates").length - 1;
  host.edit(
    "Templates",
    2,
    at + 1,
    Array.from({ length: rows }, () => ["no"]),
  );
  // Nobody else is called as a text has it, and whatever stands in another's row must not come along.
  const [headings = [], ...rest] = valuesOf(host, "Pupils");
  const others = {
    "First name": () => "Qzfirst",
    Surname: (i: number) => `Qzlast${"abcdefghijklmnopqrstuvwxyz"[i]}`,
    "Known as": () => "",
  };
  for (const [heading, said] of Object.entries({ ...others, Strengths: () => OTHERS }))
    host.edit(
      "Pupils",
      2,
      headings.indexOf(heading) + 1,
      rest.map((_row, i) => [said(i)]),
    );
  type(workspace, pupils, ({ id }) => id === PUPIL, { strengths: "{{pupil.dob}} $& \\1 {{target.wording}}" });
  const target = {
    name: "",
    subject: "literacy",
    setBy: "Helen Marlowe",
    setOn: "2026-11-09",
    state: "active",
    pupilSays: "not asked yet",
    expectation: "expected for age",
  };
  const one = (pupil: string, i: number, wording: string) => ({
    ...target,
    ...{
      pupil,
      id: `T261109-${String(i).padStart(6, "0")}`,
      wording: typed(wording),
      childWording: child(i),
    },
  });
  add(host, targets as never, [...ALL.map((text, i) => one(PUPIL, i, text)), one("U008", 999, OTHERS)]);
  add(host, templates, [
    {
      id: "R261101-0000f1",
      name: "Own",
      provider: "P03",
      kind: "half-termly",
      forWhom: "all",
      document: template(host),
      active: "yes",
    },
  ]);
  const { said } = host.call("makeReports", "Autumn 2", ["P03"]) as { said: string };
  const made = Object.values(workspace.state.files ?? {}).find(({ appProperties }) =>
    appProperties["hubTracker"]?.includes(`|${PUPIL}|`),
  );
  if (!made)
    throw new Error(
      `${said} ${problemsIn(workspace)
        .filter((line) => line.startsWith("Reports"))
        .join("\n")
        .slice(0, 2000)}`,
    );
  bytes = workspace.files.get(made.file ?? "") ?? bytes;
  document = host.execute(({ Docs }) => Docs.Documents.get(made.id) as DocsDocument);
});

test("every text stands in its row as it is, and beside it what belongs to it", () => {
  const rows = walked(document).tables[0]?.rows.map(({ cells }) =>
    cells.map(({ paragraphs }) => paragraphs.map(({ text }) => text).join("\n")),
  );
  const found = new Map(rows?.map(([wording = "", beside = ""]) => [words(beside), words(wording)]));
  const wrong = ALL.filter((text, i) => found.get(words(child(i))) !== `[${words(text)}]`);
  expect(wrong).toEqual([]);
});

test("a value in a line is not searched for tags or patterns", () => {
  const text = walked(document)
    .paragraphs.map((paragraph) => paragraph.text)
    .join("");
  expect(text).toMatch(/^For .+: <\{\{pupil\.dob\}\} \$& \\1 \{\{target\.wording\}\}>\.\n/);
});

test("nothing of another pupil is in it, and the .docx is a sound one with the same text", () => {
  const docx = openDocx(bytes);
  const text = xmlIn(docx, docx.main)?.documentElement?.textContent ?? "";
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => name + strFromU8(part));
  expect(parts.join("\n")).not.toContain(OTHERS);
  expect(ALL.filter((one) => !words(text).includes(words(one)))).toEqual([]);
});
