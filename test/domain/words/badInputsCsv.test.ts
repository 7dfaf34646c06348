/**
 * Any text in a CSV file: it comes back as it was, in its own field, and no spreadsheet takes it for a
 * formula or a command.
 */
import { csvOf } from "../../../src/domain/words/csv";
import { TEXTS } from "../../badInputs";

/** An RFC 4180 reader of its own; throws where a quote stands in the wrong place. */
function fieldsIn(csv: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < csv.length) {
    const found = /"((?:[^"]|"")*)"(,|\r\n)/y;
    found.lastIndex = at;
    const [whole = "", field = "", end = ""] = found.exec(csv) ?? [];
    if (whole === "") throw new Error(`No field begins at ${at}.`);
    rows[rows.length - 1]?.push(field.replace(/""/g, '"'));
    at += whole.length;
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

/**
 * What spreadsheets skip before they look for a formula, and what then is one; a tab, line break or | begins
 * a command.
 */
const isTrigger = (text: string): boolean =>
  /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u.test(text) || /^[\t\r\n|]/.test(text);

const FILE = csvOf(TEXTS.map(({ id, text }) => [id, text, "last"]));

test("the file begins with its mark, so that its accents are read as UTF-8", () => {
  expect(FILE.startsWith("\ufeff")).toBe(true);
});

test("every text stands in its own field, and none begins with what a spreadsheet would run", () => {
  const rows = fieldsIn(FILE.slice(1));
  expect(rows).toHaveLength(TEXTS.length);
  rows.forEach(([id, field = "", last, ...more], i) => {
    const { text } = TEXTS[i] ?? { text: "" };
    expect([id, last, more]).toEqual([TEXTS[i]?.id, "last", []]);
    expect(isTrigger(field)).toBe(false);
    expect([text, `'${text}`]).toContain(field);
    expect(field === text || isTrigger(text) || text.replace(/^[\s\p{Cc}\p{Cf}]*/u, "").startsWith("'")).toBe(
      true,
    );
  });
});

test.each(["O'Brien", "Zoë", "Zoe\u0308", "null", "00123", "Smith, Ann", 'Ann "Nan" Smith'])(
  "%s stays as it is",
  (name) => {
    expect(fieldsIn(csvOf([[name]]).slice(1))).toEqual([[name]]);
  },
);
