/**
 * Archives that would fill the memory, run something or lead elsewhere: each is refused with its reason, as a
 * workbook changed outside and as an uploaded .docx, within a second and 200 MB, in a process of its own.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { inputsOf, shown } from "../../badInputs";
import type { Kind } from "./archives";
import { builderOf, goodFile, rawZip, texts, withParts } from "./archives";

const KINDS: Kind[] = [".xlsx", ".docx"];
const CASES = inputsOf("archive");
const MAX_MS = 1000;
const MAX_MB = 200;

interface Opened {
  said: string | null;
  ms: number;
  peakMb: number;
}

let folder = "";
let opened: Record<string, Opened> = {};
const fileOf = (name: string, kind: Kind): string => join(folder, `${name}${kind}`);

/** Beside those of the cases: what is refused at the limits themselves. */
const SHEET = "xl/worksheets/sheet1.xml";
const withCells = (cells: string) => () =>
  withParts(".xlsx", (text) => ({
    [SHEET]: text(SHEET).replace(
      /<sheetData>.*<\/sheetData>|<sheetData\/>/s,
      `<sheetData>${cells}</sheetData>`,
    ),
  }));
const corner = (row: number) => `<row r="${row}"><c r="XFD${row}"><v>1</v></c></row>`;
const OWN: Record<string, [make: () => Promise<Uint8Array>, says: RegExp]> = {
  "half a million texts": [
    () => withParts(".xlsx", () => ({ "xl/sharedStrings.xml": texts(500_001) })),
    /more than 500000 different texts/,
  ],
  "cells far apart": [withCells(corner(1000)), /cover more than 10000000 cells/],
  "cells far apart, their place hidden": [
    withCells('<row r="1"><c r="A1" r="XFD1000"><v>1</v></c></row>'),
    /does not say where it is/,
  ],
  "cells far apart, their place in other letters": [
    withCells('<row r="1"><c r="&#88;FD1000"><v>1</v></c></row>'),
    /does not say where it is/,
  ],
  "a cell in no place": [
    withCells('<row r="1"><c r="ZZZZ99999999"><v>1</v></c></row>'),
    /which is not a valid place/,
  ],
  "columns without end": [
    () =>
      withParts(".xlsx", (text) => ({
        [SHEET]: text(SHEET).replace(
          "<sheetData",
          `<cols><col min="x" max="y"/>${'<col min="1" max="16384" width="9"/>'.repeat(50)}</cols><sheetData`,
        ),
      })),
    /far too many columns or drop-downs/,
  ],
  "drop-downs without end": [
    () =>
      withParts(".xlsx", (text) => ({
        [SHEET]: text(SHEET).replace(
          "</worksheet>",
          `<dataValidations>${'<dataValidation type="list" sqref="A1"><formula1>$A$1:$A$9</formula1></dataValidation>'.repeat(1001)}</dataValidations></worksheet>`,
        ),
      })),
    /far too many columns or drop-downs/,
  ],
  "four million tags": [
    () => withParts(".xlsx", () => ({ "xl/other.xml": "<a/>".repeat(4_000_000) })),
    /more than 3000000 tags/,
  ],
  "a file of 21 MB": [() => Promise.resolve(Buffer.alloc(21 * 1024 * 1024, "PK")), /larger than 20 MB/],
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hub-tracker-archives-"));
  const files: string[] = [];
  const keep = (name: string, kind: Kind, bytes: Uint8Array): void => {
    writeFileSync(fileOf(name, kind), bytes);
    files.push(fileOf(name, kind));
  };
  for (const kind of KINDS) keep("good", kind, await goodFile(kind));
  for (const { id, value } of CASES)
    for (const kind of KINDS) {
      // A description that nobody can build fails in its own test.
      const made = await Promise.resolve()
        .then(() => builderOf(String(value))(kind))
        .catch(() => null);
      if (made) keep(id, kind, made);
    }
  for (const [name, [make]] of Object.entries(OWN)) keep(name, ".xlsx", await make());
  buildSync({
    ...{
      entryPoints: ["test/host/archive/openArchive.ts"],
      outfile: "build/out/test/openArchive.mjs",
      bundle: true,
    },
    ...{ platform: "node", format: "esm", packages: "external", logLevel: "error" },
  });
  const options = ["--max-old-space-size=200", "build/out/test/openArchive.mjs", ...files];
  opened = JSON.parse(execFileSync(process.execPath, options, { encoding: "utf8" })) as typeof opened;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SAYS: Record<Kind, RegExp> = {
  ".xlsx":
    /tracker\.xlsx cannot be read as an \.xlsx workbook\. (It|Its|One of its|Unpacked it) .+\. Put a good one in its place\.$/,
  ".docx": /^(It|Its|Unpacked it) .+\.$/,
};

test.each(KINDS)("a good %s is opened", (kind) => {
  expect(opened[fileOf("good", kind)]?.said).toBeNull();
});

describe.each(KINDS)("as a %s is refused", (kind) => {
  test.each(shown(CASES))("%s", (_name, { id, value }) => {
    builderOf(String(value));
    const { said, ms, peakMb } = opened[fileOf(id, kind)] as Opened;
    expect(said).toMatch(SAYS[kind]);
    expect(ms).toBeLessThan(MAX_MS);
    expect(peakMb).toBeLessThan(MAX_MB);
  });
});

test.each(Object.entries(OWN))("as a workbook is refused: %s", (name, [, says]) => {
  const { said, ms, peakMb } = opened[fileOf(name, ".xlsx")] as Opened;
  expect(said).toMatch(SAYS[".xlsx"]);
  expect(said).toMatch(says);
  expect(ms).toBeLessThan(MAX_MS);
  expect(peakMb).toBeLessThan(MAX_MB);
});

test("an archive that nobody can build is named", () => {
  expect(() => builderOf("zip of a zip of a zip")).toThrow(/^There is no builder for the archive "zip of/);
  expect(rawZip([]).length).toBe(22);
});
