/**
 * Templates filled as the local Docs service does it: what goes in comes out, literally, in place and in its
 * look.
 */
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { DocsDocument } from "../../../src/domain/documents/document";
import { walked } from "../../../src/domain/documents/document";
import { fill } from "../../../src/domain/documents/fill";
import { colourOf } from "../../../src/domain/documents/fillRequests";
import { tagName } from "../../../src/domain/documents/tags";
import type { Value, View } from "../../../src/domain/documents/view";
import { blankDocx } from "../../../src/host/documents/xml/blankDocx";
import { documentJson } from "../../../src/host/documents/json/documentJson";
import type { Live } from "../../../src/host/documents/json/live";
import { liveOf } from "../../../src/host/documents/json/live";
import { bytesOf, openDocx } from "../../../src/host/documents/xml/package";
import { update } from "../../../src/host/documents/requests/update";
import type { Block } from "../../host/documents/flat";
import { flat } from "../../host/documents/flat";

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
/** A run, with the properties in XML: `<w:b/>`. */
const r = (text: string, look = ""): string =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
const p = (...parts: string[]): string =>
  `<w:p>${parts.map((part) => (part.startsWith("<w:r>") ? part : r(part))).join("")}</w:p>`;
/** Rows of cells of paragraphs, each in XML. */
const table = (...rows: string[][]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid>${"<w:gridCol/>".repeat(rows[0]?.length ?? 0)}</w:tblGrid>${rows
    .map((row) => `<w:tr>${row.map((cell) => `<w:tc><w:tcPr/>${cell}</w:tc>`).join("")}</w:tr>`)
    .join("")}</w:tbl>`;

/** A .docx with this body and, if wanted, a header and a footer. */
function docx(body: string, header = "", footer = ""): Uint8Array {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(blankDocx())).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
  const put = (name: string, from: string | RegExp, to: string): void => {
    parts[name] = (parts[name] ?? "").replace(from, () => to);
  };
  put("word/document.xml", "<w:p/>", body);
  for (const [kind, xml] of [
    ["header", header],
    ["footer", footer],
  ] as const) {
    if (xml === "") continue;
    const root = kind === "header" ? "hdr" : "ftr";
    parts[`word/${kind}1.xml`] =
      `<w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${xml}</w:${root}>`;
    const type = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`;
    put(
      "word/_rels/document.xml.rels",
      "</Relationships>",
      `<Relationship Id="${kind}" Type="${type}" Target="${kind}1.xml"/></Relationships>`,
    );
    put(
      "[Content_Types].xml",
      "</Types>",
      `<Override PartName="/word/${kind}1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/></Types>`,
    );
    put("word/document.xml", "<w:sectPr>", `<w:sectPr><w:${kind}Reference w:type="default" r:id="${kind}"/>`);
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

const NO_GRID: View["grid"] = { weeks: [], areas: [], marks: [], overall: [] };
const valuesOf = (record: Record<string, string | Value>): Map<string, Value> =>
  new Map(
    Object.entries(record).map(([name, value]) => [
      tagName(name),
      typeof value === "string" ? { text: value } : value,
    ]),
  );
const viewWith = (
  fields: Record<string, string | Value>,
  lists: Record<string, Record<string, string | Value>[]> = {},
  grid = NO_GRID,
): View => ({
  fields: valuesOf(fields),
  lists: new Map(Object.entries(lists).map(([name, items]) => [name, items.map(valuesOf)])),
  grid,
});

const jsonOf = (live: Live): DocsDocument =>
  documentJson(live, { documentId: "d", title: "d", revisionId: "1" }, false) as DocsDocument;

/** The document after filling, read from its file again; `text` is the body's, without the section's mark. */
function filledWith(view: View, body: string, header = "", footer = "") {
  const live = liveOf(openDocx(docx(body, header, footer)));
  const { requests, unknown } = fill(jsonOf(live), view);
  update(live, requests as Record<string, object>[]);
  const json = jsonOf(liveOf(openDocx(bytesOf(live.docx))));
  const text = flat((json.body?.content ?? []) as Block[]).slice(1);
  const sideText = (of: DocsDocument["headers"]): string =>
    Object.values(of ?? {})
      .map(({ content = [] }) => flat(content as Block[]))
      .join("");
  return { json, unknown, text, header: sideText(json.headers), footer: sideText(json.footers) };
}

const ADA = viewWith({ "pupil.knownAs": "Ada", "period.name": "Autumn 2" });

test("tags in the body, a table, the header and the footer", () => {
  const { text, header, footer, unknown } = filledWith(
    ADA,
    p("Dear {{pupil.knownAs}},") + table([p("{{period.name}}"), p("of {{pupil.knownAs}}")]) + p("x"),
    p("For {{pupil.knownAs}}"),
    p("{{period.name}}, page 1"),
  );
  expect(text).toBe("Dear Ada,\n⟦│┊Autumn 2\n┊of Ada\n⟧x\n");
  expect([header, footer, unknown]).toEqual(["For Ada\n", "Autumn 2, page 1\n", []]);
});

test.each([
  "{{pupil.knownAs}}",
  "{{ Pupil . Known as }}",
  "{{PUPIL.KNOWNAS}}",
  "{{\u00a0pupil.knownAs\u00a0}}",
])("%s is the same tag", (tag) => expect(filledWith(ADA, p(`a ${tag} b`)).text).toBe("a Ada b\n"));

test("a tag that is split across looks takes that of its first brace; the text around keeps its own", () => {
  const { json, text } = filledWith(
    ADA,
    p(r("Dear ", "<w:i/>"), r("{", "<w:b/>"), r("{pupil.kn", "<w:i/>"), r("ownAs}", ""), r("}, hello")),
  );
  expect(text).toBe("Dear Ada, hello\n");
  const runs = json.body?.content?.flatMap(({ paragraph }) => paragraph?.elements ?? []) ?? [];
  const lookOf = (word: string) =>
    runs.find(({ textRun }) => textRun?.content?.includes(word))?.textRun?.textStyle ?? {};
  expect(lookOf("Ada")).toMatchObject({ bold: true });
  expect(lookOf("Ada")).not.toMatchObject({ italic: true });
  expect(lookOf("Dear")).toMatchObject({ italic: true });
  expect(lookOf("hello")).not.toMatchObject({ bold: true });
});

const TARGETS = {
  target: [
    { "target.subject": "literacy", "target.wording": "Write" },
    { "target.subject": "numeracy", "target.wording": "Add" },
    { "target.subject": "attendance", "target.wording": "Come" },
  ],
};

test("a row repeats for each item, its other cells with it, and keeps its looks", () => {
  const { text, json } = filledWith(
    viewWith({ "pupil.knownAs": "Ada" }, TARGETS),
    table(
      [p("Subject"), p("Target")],
      [p(r("{{target.subject}}", "<w:b/>")), p("{{target.wording}} ({{pupil.knownAs}})")],
      [p("end"), p("")],
    ) + p(""),
  );
  expect(text).toBe(
    "⟦│┊Subject\n┊Target\n│┊literacy\n┊Write (Ada)\n│┊numeracy\n┊Add (Ada)\n│┊attendance\n┊Come (Ada)\n│┊end\n┊\n⟧\n",
  );
  const bold = walked(json)
    .paragraphs.filter(({ runs }) => runs.some(({ style }) => style["bold"] === true))
    .map((paragraph) => paragraph.text);
  expect(bold).toEqual(["literacy\n", "numeracy\n", "attendance\n"]);
});

test("a paragraph repeats for each item", () => {
  const { text } = filledWith(
    viewWith({}, TARGETS),
    p("Targets") + p("- {{target.subject}}: {{target.wording}}") + p("."),
  );
  expect(text).toBe("Targets\n- literacy: Write\n- numeracy: Add\n- attendance: Come\n.\n");
});

test("an empty list prints that there is none, once", () => {
  const { text, unknown } = filledWith(
    viewWith({}, { target: [] }),
    p("- {{target.wording}}") + table([p("{{target.subject}}"), p("{{target.wording}}")]) + p(""),
  );
  expect(text).toBe("- none yet\n⟦│┊none yet\n┊none yet\n⟧\n");
  expect(unknown).toEqual([]);
});

describe("conditional paragraphs", () => {
  const view = viewWith(
    { full: "yes", empty: { text: "not yet assessed", isEmpty: true } },
    { target: [], reward: [{ "reward.text": "diary" }] },
  );
  test.each([
    ["{{if full}} kept", "kept\n"],
    ["{{unless full}} kept", ""],
    ["{{if empty}} kept", ""],
    ["{{unless empty}} kept", "kept\n"],
    ["{{if target}} kept", ""],
    ["{{unless target}} kept", "kept\n"],
    ["{{if reward}} {{reward.text}}", "diary\n"],
    ["{{ IF  full }}kept {{full}}", "kept yes\n"],
    ["{{if full}}{{if empty}}kept", ""],
  ])("%s", (paragraph, expected) =>
    expect(filledWith(view, p("a") + p(paragraph) + p("b")).text).toBe(`a\n${expected}b\n`),
  );

  test("the last paragraph, and the one right before a table, stay as empty ones", () => {
    expect(filledWith(view, p("{{if empty}} x") + table([p("c")]) + p("d") + p("{{if empty}} y")).text).toBe(
      "\n⟦│┊c\n⟧d\n\n",
    );
  });

  test("so does the one right before a section break, whose line break cannot go either", () => {
    const ending = `<w:p><w:pPr><w:sectPr/></w:pPr>${r("{{if empty}} x")}</w:p>`;
    expect(filledWith(view, p("a") + ending + p("b")).text).toBe("a\n\n\u0001b\n");
  });

  test("in a cell it goes, unless it is the cell's last", () => {
    expect(
      filledWith(view, table([p("{{if empty}} x") + p("y"), p("z") + p("{{if empty}} x")]) + p("")).text,
    ).toBe("⟦│┊y\n┊z\n\n⟧\n");
  });

  test("in a row that repeats it goes from every row", () => {
    const rows = viewWith({ full: "yes", empty: { text: "-", isEmpty: true } }, TARGETS);
    const cell = p("{{if empty}} never") + p("{{if full}} {{target.subject}}");
    expect(filledWith(rows, table([cell]) + p("")).text).toBe("⟦│┊literacy\n│┊numeracy\n│┊attendance\n⟧\n");
  });

  test("a paragraph that repeats takes no space of its condition along", () => {
    expect(filledWith(viewWith({}, TARGETS), p("{{if target}} {{target.subject}}") + p("")).text).toBe(
      "literacy\nnumeracy\nattendance\n\n",
    );
  });
});

describe("colours", () => {
  const coloursIn = (json: DocsDocument) =>
    walked(json).tables.flatMap(({ rows }) =>
      rows.map(({ cells }) =>
        cells.map(({ style }) => {
          const found = JSON.stringify(style["backgroundColor"] ?? null);
          const near = (["R", "A", "G"] as const).find((grade) => sameColour(found, grade));
          return near ?? "-";
        }),
      ),
    );
  const sharesIn = (json: string): number[] => (json.match(/0?\.\d+|\b[01]\b/g) ?? []).map(Number);
  const sameColour = (json: string, grade: "R" | "A" | "G"): boolean => {
    const [found, wanted] = [sharesIn(json), sharesIn(JSON.stringify(colourOf(grade)))];
    return found.length === 3 && found.every((share, i) => Math.abs(share - (wanted[i] ?? 9)) < 0.01);
  };

  test("a cell takes the colour of the grade in it, in a plain row and in one that repeats", () => {
    const view = viewWith(
      { "overall.now": { text: "Amber", grade: "A" }, word: "Amber" },
      {
        area: [
          { "area.name": "Behaviour", "area.now": { text: "Red", grade: "R" } },
          { "area.name": "Literacy", "area.now": { text: "Green", grade: "G" } },
          { "area.name": "Other", "area.now": "not yet" },
        ],
      },
    );
    const { json } = filledWith(
      view,
      table([p("{{word}}"), p("{{overall.now}}")], [p("{{area.name}}"), p("{{area.now}}")]) + p(""),
    );
    expect(coloursIn(json)).toEqual([
      ["-", "A"],
      ["-", "R"],
      ["-", "G"],
      ["-", "-"],
    ]);
  });

  test.each([1, 7, 8])("the grid of %d weeks", (weeks) => {
    const grades = ["G", "A", "R"] as const;
    const mark = (i: number): Value => {
      const grade = grades[i % 3] ?? "G";
      return { text: grade, grade };
    };
    const week = (i: number): Value => ({ text: `week ${i + 1}` });
    const all = Array.from({ length: weeks }, (_, i) => i);
    const view = viewWith(
      {},
      {},
      {
        weeks: all.map(week),
        areas: [{ text: "Attendance" }, { text: "Literacy" }],
        marks: [all.map(mark), all.map((i) => mark(i + 1))],
        overall: all.map((i) => (i === 0 ? { text: "T" } : mark(i + 2))),
      },
    );
    const { text, json, unknown } = filledWith(
      view,
      p("Before") +
        table(
          [p("Area"), p("{{grid.week}}")],
          [p("{{grid.area}}"), p("{{grid.mark}}")],
          [p("Overall"), p("{{grid.overall}}")],
        ) +
        p("After"),
    );
    const line = (first: string, cells: string[]) => `│┊${first}\n${cells.map((c) => `┊${c}\n`).join("")}`;
    const letter = (i: number) => grades[i % 3] ?? "";
    expect(unknown).toEqual([]);
    expect(text).toBe(
      `Before\n⟦${line(
        "Area",
        all.map((i) => week(i).text),
      )}${line("Attendance", all.map(letter))}${line(
        "Literacy",
        all.map((i) => letter(i + 1)),
      )}${line(
        "Overall",
        all.map((i) => (i === 0 ? "T" : letter(i + 2))),
      )}⟧After\n`,
    );
    expect(coloursIn(json)).toEqual([
      ["-", ...all.map(() => "-")],
      ["-", ...all.map(letter)],
      ["-", ...all.map((i) => letter(i + 1))],
      ["-", ...all.map((i) => (i === 0 ? "-" : letter(i + 2)))],
    ]);
  });

  // A4 with margins of 72 points leaves 451.3; the cells of a Word table lie in its margins.
  test.each([
    ["fit", 6, 58, 58],
    ["share what is left", 9, 60, 39.05],
    ["stay wide enough to be read", 30, 60, 18],
  ])("weeks that %s: %d of %d points are %d wide", (_what, weeks, width, expected) => {
    const cells = Array.from({ length: weeks }, () => ({ text: "G" }));
    const grid = { weeks: cells, areas: [{ text: "Attendance" }], marks: [cells], overall: cells };
    const columns = `<w:gridCol w:w="2000"/><w:gridCol w:w="${width * 20}"/>`;
    const { json } = filledWith(
      viewWith({}, {}, grid),
      p("Before") +
        table([p("Area"), p("{{grid.week}}")], [p("{{grid.area}}"), p("{{grid.mark}}")]).replace(
          /<w:tblGrid>.*<\/w:tblGrid>/,
          `<w:tblGrid>${columns}</w:tblGrid>`,
        ) +
        p("After"),
    );
    const { table: grown } = json.body?.content?.find((block) => block.table) ?? {};
    const widths = (grown?.tableStyle?.tableColumnProperties ?? []).map((one) => one.width?.magnitude ?? 0);
    expect(widths).toHaveLength(weeks + 1);
    expect(widths[0]).toBe(100);
    for (const one of widths.slice(1)) expect(one).toBeCloseTo(expected, 1);
  });

  test("a grid without weeks says so", () => {
    const { text } = filledWith(
      viewWith({}),
      table([p(""), p("{{grid.week}}")], [p("{{grid.area}}"), p("{{grid.mark}}")]) + p(""),
    );
    expect(text).toBe("⟦│┊\n┊–\n│┊–\n┊–\n⟧\n");
  });
});

const ODD: [string, string][] = [
  ["dollars", "$1 $& $$ $`"],
  ["a tag", "{{pupil.dob}}"],
  ["a tag that is known", "{{pupil.knownAs}}"],
  ["backslashes", "\\ \\n \\\\"],
  ["10,000 characters", "ab ".repeat(3334).slice(0, 10_000)],
  ["emoji", "👩‍👩‍👧 🎈 é e\u0301"],
  ["right-to-left", "שלום עולם مرحبا"],
  ["XML characters", `<>&"' ]]> <!-- &amp;`],
  ["XML of Word", "<w:t>x</w:t>"],
  ["a tab", "a\tb"],
];

test.each(ODD)("%s in a value come out literally, wherever it stands", (_what, value) => {
  const view = viewWith(
    { odd: value, after: "Ada" },
    { target: [{ "target.wording": value }, { "target.wording": "x" }] },
  );
  const { text, header, unknown } = filledWith(
    view,
    p("a {{odd}} b {{after}}") +
      p("- {{target.wording}}!") +
      table([p("[{{target.wording}}]")]) +
      p("{{odd}}"),
    p("{{odd}} {{after}}"),
  );
  expect(text).toBe(`a ${value} b Ada\n- ${value}!\n- x!\n⟦│┊[${value}]\n│┊[x]\n⟧${value}\n`);
  expect(header).toBe(`${value} Ada\n`);
  expect(unknown).toEqual([]);
});

test("what Google takes out of a text does not shift what follows", () => {
  const view = viewWith({ odd: "a\u0000b\r\u001bc\ue000d", next: "Ada", none: "\u0001" });
  expect(filledWith(view, p("({{odd}}) {{next}} {{none}} end")).text).toBe("(abcd) Ada end\n");
});

test("a value of several lines becomes paragraphs, in the body and in a cell", () => {
  const view = viewWith({ all: "one\ntwo\nthree" });
  expect(filledWith(view, p("[{{all}}]") + table([p("{{all}}")]) + p("end")).text).toBe(
    "[one\ntwo\nthree]\n⟦│┊one\ntwo\nthree\n⟧end\n",
  );
});

test.each([
  ["{{pupil.nam}}", "pupil.nam"],
  ["{{target.bogus}}", "target.bogus"],
  ["{{if nothing.such}} x", "{{if nothing.such}}"],
  ["{{if empty}} {{pupil.nam}}", "pupil.nam"],
  ["{{pupil.knownAs}", "{{pupil.knownAs}"],
  ["Dear {{ all", "{{ all"],
  ["{{}}", "{{}}"],
])("%s is reported", (paragraph, reported) => {
  const view = viewWith({ "pupil.knownAs": "Ada", empty: { text: "-", isEmpty: true } }, TARGETS);
  expect(filledWith(view, p(paragraph) + p("{{pupil.knownAs}}")).unknown).toEqual([reported]);
  expect(filledWith(view, table([p(paragraph)]) + p("")).unknown).toEqual([reported]);
});

/** What filling says, on plain strings: a template is paragraphs and tables of paragraphs. */
type Part = { paragraph: string } | { rows: string[][][] };
const CLEANED = /[\0-\x08\x0c-\x1f\ue000-\uf8ff\ufffe\uffff]/g;

function plain(parts: readonly Part[], view: View): string {
  const value = (name: string, list: string | null, item: number): string => {
    const [first = ""] = name.split(".");
    const items = view.lists.get(first);
    if (!items || !name.includes(".")) return view.fields.get(name)?.text ?? "?";
    if (items.length === 0) return "none yet";
    return items[first === list ? item : 0]?.get(name)?.text ?? "?";
  };
  const filled = (text: string, list: string | null, item: number): string =>
    text.replace(/\{\{([^{}]+)\}\}( ?)/g, (_all, name: string, space: string) => {
      const said = name.startsWith("if ") ? "" : value(name, list, item).replace(CLEANED, "");
      return said === "" ? "" : said + space;
    });
  const stands = (text: string): boolean =>
    [...text.matchAll(/\{\{if ([^{}]+)\}\}/g)].every(
      ([, name = ""]) => view.fields.get(name)?.isEmpty !== true,
    );
  const listIn = (text: string): string | null => /\{\{(list|other)\./.exec(text)?.[1] ?? null;
  const countOf = (list: string | null): number =>
    list ? Math.max(1, view.lists.get(list)?.length ?? 0) : 1;
  const range = (length: number) => Array.from({ length }, (_, i) => i);
  const cell = (paragraphs: readonly string[], list: string | null, item: number): string =>
    paragraphs
      .map((text, i) => {
        if (stands(text)) return `${filled(text, list, item)}\n`;
        return i === paragraphs.length - 1 ? "\n" : "";
      })
      .join("");
  return parts
    .map((part, i) => {
      if ("rows" in part) {
        const rows = part.rows.map((row) => {
          const list = listIn(row.flat().join(""));
          return range(countOf(list))
            .map((item) => `│${row.map((c) => `┊${cell(c, list, item)}`).join("")}`)
            .join("");
        });
        return `⟦${rows.join("")}⟧`;
      }
      const { paragraph } = part;
      const next = parts[i + 1];
      if (!stands(paragraph)) return !next || "rows" in next ? "\n" : "";
      const list = listIn(paragraph);
      return range(countOf(list))
        .map((item) => `${filled(paragraph, list, item)}\n`)
        .join("");
    })
    .join("");
}

const TAGS = ["a", "b", "list.x", "list.y", "other.x", "if full", "if empty"].map((tag) => `{{${tag}}}`);
const literal = fc.constantFrom("", " ", "x", "a b ", "$1", "\\", "🎈", "<w:t>", "&", "é", " end");
const paragraphText = fc
  .array(fc.oneof(literal, fc.constantFrom(...TAGS)), { maxLength: 5 })
  .map((parts) => parts.join(""));
const tableText = fc.integer({ min: 1, max: 3 }).chain((width) =>
  fc.array(
    fc.array(fc.array(paragraphText, { minLength: 1, maxLength: 2 }), {
      minLength: width,
      maxLength: width,
    }),
    { minLength: 1, maxLength: 3 },
  ),
);
const template = fc
  .array(
    fc.oneof(
      paragraphText.map((paragraph): Part => ({ paragraph })),
      paragraphText.map((paragraph): Part => ({ paragraph })),
      tableText.map((rows): Part => ({ rows })),
    ),
    { maxLength: 6 },
  )
  // Two tables that touch would be one; and a document ends in a paragraph.
  .map((parts) => [
    ...parts.filter((part, i) => !("rows" in part && parts[i - 1] && "rows" in (parts[i - 1] as Part))),
    { paragraph: "end" },
  ]);
const said = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 12 }),
  fc.constantFrom("{{a}}", "{{", "}}", "two\nlines", "\n", "$&", " "),
);
const item = fc.record({ "list.x": said, "list.y": said });
const view = fc
  .record({
    a: said,
    b: said,
    list: fc.array(item, { maxLength: 3 }),
    other: fc.array(said, { maxLength: 2 }),
  })
  .map(({ a, b, list, other }) =>
    viewWith(
      { a, b, full: "yes", empty: { text: "nothing", isEmpty: true } },
      { list, other: other.map((x) => ({ "other.x": x })) },
    ),
  );
/** Where a paragraph is cut into runs of different looks. */
const cuts = fc.array(fc.nat({ max: 30 }), { maxLength: 4 });

function cut(text: string, at: readonly number[]): string {
  const places = [
    0,
    ...at.filter((i) => i < text.length && !/[\udc00-\udfff]/.test(text[i] ?? "")),
    text.length,
  ];
  const sorted = [...new Set(places)].sort((x, y) => x - y);
  return p(...sorted.slice(1).map((end, i) => r(text.slice(sorted[i], end), i % 2 ? "<w:b/>" : "<w:i/>")));
}

test("random templates say exactly what plain strings would say", () => {
  fc.assert(
    fc.property(template, view, cuts, (parts, values, at) => {
      const body = parts
        .map((part) =>
          "rows" in part
            ? table(...part.rows.map((row) => row.map((c) => c.map((text) => cut(text, at)).join(""))))
            : cut(part.paragraph, at),
        )
        .join("");
      const { text, unknown } = filledWith(values, body);
      expect(unknown).toEqual([]);
      expect(text).toBe(plain(parts, values));
    }),
    { numRuns: 100 },
  );
});
