/**
 * The starter templates: every tag is known, nothing unsafe or private is in them, and each is a format of
 * its own.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { FIELDS } from "../src/domain/reports/says/fields";
import { LISTS } from "../src/domain/reports/says/lists";
import type { Tag } from "../src/domain/documents/tags";
import { tagName, tagsIn } from "../src/domain/documents/tags";
import { GRID } from "../src/domain/documents/view";

const folder = join(__dirname, "../src/templates");
const MOST_BYTES = 40 * 1024;

const NAMES = [
  "certificate.docx",
  "ehcp.docx",
  "end-of-term.docx",
  "handover.docx",
  "la-return.docx",
  "narrative-letter.docx",
  "one-page-summary.docx",
  "pep.docx",
  "placement-review.docx",
  "primary.docx",
  "rag-grid.docx",
];
const SENSITIVE_ALLOWED = ["ehcp.docx", "pep.docx", "placement-review.docx"];
const LANDSCAPE = ["certificate.docx", "la-return.docx", "rag-grid.docx"];
const WITHOUT_GRADES = ["certificate.docx", "narrative-letter.docx", "primary.docx"];

/** What a return to a local authority says of each pupil. */
const ROW = "reference year start days offered attended overall review planOpen destination"
  .split(" ")
  .map((name) => tagName(`row.${name}`));

interface Template {
  name: string;
  size: number;
  parts: Map<string, string>;
  tags: Tag[];
  /** All its text, without tags. */
  words: string;
}

const unescaped = (xml: string): string =>
  xml
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");

/** Word cuts a text into runs wherever it likes: a paragraph's are joined before tags are looked for. */
const textsIn = (xml: string): string[] =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:tab\/>/g)]
      .map(([, text]) => (text === undefined ? "\t" : unescaped(text)))
      .join(""),
  );
const tagsOf = (xml: string): Tag[] => textsIn(xml).flatMap((text) => tagsIn({ start: 0, text }));
const wordsOf = (xml: string): string =>
  textsIn(xml)
    .map((text) => tagsIn({ start: 0, text }).reduce((all, { written }) => all.replace(written, " "), text))
    .join("\n");

function opened(name: string): Template {
  const bytes = readFileSync(join(folder, name));
  const parts = new Map(Object.entries(unzipSync(bytes)).map(([part, own]) => [part, strFromU8(own)]));
  const texts = [...parts].filter(([part]) => /^word\/(document|header|footer|footnotes)/.test(part));
  const all = texts.map(([, xml]) => xml).join("");
  return { name, size: bytes.length, parts, tags: tagsOf(all), words: wordsOf(all) };
}

const lastParagraph = (xml: string): string => [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].pop()?.[0] ?? "";
const part = ({ parts }: Template, name: string): string => parts.get(name) ?? "";
const namesIn = ({ tags }: Pick<Template, "tags">): string[] =>
  [...new Set(tags.map(({ name }) => name))].sort();
const tables = (template: Template): string[] =>
  [...part(template, "word/document.xml").matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) => table);

const flat = FIELDS.map(({ tag }) => tagName(tag));
const listed = LISTS.flatMap(({ fields }) => fields.map(({ tag }) => tagName(tag)));
const known = new Set<string>([...flat, ...listed, ...Object.values(GRID)]);
const conditions = new Set([...flat, ...LISTS.map(({ tag }) => tag)]);
const sensitive = new Set(
  [...FIELDS, ...LISTS.flatMap(({ fields }) => fields)]
    .filter(({ privacy }) => privacy === "sensitive")
    .map(({ tag }) => tagName(tag)),
);

const templates = readdirSync(folder).sort().map(opened);
const named = (name: string): Template => templates.find((template) => template.name === name) as Template;

test("a tag that is cut into runs is found as one", () => {
  const xml =
    "<w:p><w:r><w:t>{{pupil</w:t></w:r><w:r><w:t>.na</w:t></w:r><w:r><w:t>me}}, {{if plan.status}}x</w:t></w:r></w:p>";
  expect(tagsOf(xml).map(({ name, kind }) => [name, kind])).toEqual([
    ["pupil.name", "field"],
    ["plan.status", "if"],
  ]);
});

test("the eleven formats are there", () => {
  expect(templates.map(({ name }) => name)).toEqual(NAMES);
});

test.each(templates)("$name: every tag is known", (template) => {
  const fields = template.tags.filter(({ kind }) => kind === "field");
  const own = template.name === "la-return.docx" ? new Set([...known, ...ROW]) : known;
  expect(fields.length).toBeGreaterThan(3);
  expect(fields.filter(({ name }) => !own.has(name))).toEqual([]);
  const asked = template.tags.filter(({ kind }) => kind !== "field");
  expect(asked.filter(({ name }) => !conditions.has(name))).toEqual([]);
  // A condition on a field that always says something (plan.open: yes or no) asks nothing.
  expect(asked.filter(({ name }) => name === "plan.open")).toEqual([]);
  expect(template.words).not.toMatch(/[{}]/);
});

test.each(templates)("$name: small, and nothing in it acts or reaches outside", ({ size, parts }) => {
  expect(size).toBeLessThanOrEqual(MOST_BYTES);
  expect([...parts.keys()].filter((name) => !/\.(xml|rels)$/.test(name))).toEqual([]);
  const all = [...parts.values()].join("\n");
  expect(all).not.toMatch(/<!DOCTYPE|<!ENTITY|TargetMode="External"|vbaProject|macroEnabled|<w:object/i);
  expect(all).not.toMatch(/attachedTemplate|INCLUDE|DDEAUTO|HYPERLINK|<w:ins |<w:del |<w:comment/);
});

test.each(templates)("$name: nobody's name, address or number", (template) => {
  const core = part(template, "docProps/core.xml");
  for (const property of ["dc:creator", "cp:lastModifiedBy"])
    expect(core).toContain(`<${property}>Hub Tracker</${property}>`);
  expect(template.words).not.toMatch(/@|https?:|www\.|\d{4,}/);
  expect(template.words).not.toMatch(/\b(Mr|Mrs|Ms|Miss|Mx|Dr)\b/);
  // Who signs, and whom it is about, are tags or empty lines: the examples' names are in none.
  for (const { tag, example } of FIELDS)
    if (/\.name$|knownAs/.test(tag) && !tag.startsWith("period."))
      expect(template.words).not.toContain(example);
});

test.each(templates)(
  "$name: sensitive tags only where they may be; no diagnosis, no care status",
  (template) => {
    const found = namesIn(template).filter((name) => sensitive.has(name));
    if (!SENSITIVE_ALLOWED.includes(template.name)) expect(found).toEqual([]);
    expect(template.words).not.toMatch(
      /looked.after|child in need|in care|SEN support|diagnos|dyslex|autis|ADHD/i,
    );
  },
);

test("SDQ totals are in the three formats that have them", () => {
  expect(
    templates.filter((template) => namesIn(template).includes("sdq.totals")).map(({ name }) => name),
  ).toEqual(SENSITIVE_ALLOWED);
});

test("no two are alike: in tags, in words, in looks", () => {
  const looks = (template: Template): string => {
    const styles = part(template, "word/styles.xml");
    const heading = /w:styleId="(?:Title|Heading1)".*?<\/w:style>/s.exec(styles)?.[0] ?? "";
    const [, font = ""] = /w:ascii="([^"]+)"/.exec(styles) ?? [];
    const [, colour = ""] = /<w:color w:val="(\w+)"/.exec(heading) ?? [];
    return `${font} ${colour}`;
  };
  for (const of of [
    (template: Template) => namesIn(template).join(" "),
    ({ words }: Template) => words,
    looks,
  ])
    expect(new Set(templates.map(of)).size).toBe(NAMES.length);
});

test.each(WITHOUT_GRADES)("%s: no grades, neither words nor colours nor tags that print them", (name) => {
  const template = named(name);
  expect(template.words).not.toMatch(/\b(red|amber|green|RAG|grades?)\b/i);
  expect([...template.parts.values()].join()).not.toMatch(/C8ECD0|FFE2A0|F9CDC8/i);
  expect(
    namesIn(template).filter((tag) => /^(overall|grid|area|week|alerts)\.|\.(overall|mark)$/.test(tag)),
  ).toEqual([]);
});

test.each(templates)(
  "$name: header with the hub's name, footer, A4, British English, a title",
  (template) => {
    const [header, footer] = ["word/header1.xml", "word/footer1.xml"].map((name) => part(template, name));
    expect(namesIn({ tags: tagsOf(header ?? "") })).toContain("centre.name");
    expect(wordsOf(footer ?? "")).toMatch(/confidential|safe|share|recipient/i);
    if (template.name !== "certificate.docx") expect(footer).toMatch(/<w:instrText[^>]*> PAGE </);
    const page = LANDSCAPE.includes(template.name)
      ? '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
      : '<w:pgSz w:w="11906" w:h="16838"/>';
    expect(part(template, "word/document.xml")).toContain(page);
    expect(part(template, "word/styles.xml")).toContain('<w:lang w:val="en-GB"');
    expect(part(template, "docProps/core.xml")).toMatch(/<dc:title>[^<]{5,}<\/dc:title>/);
    expect(part(template, "word/document.xml")).toMatch(/<w:pStyle w:val="(Title|Heading1)"\/>/);
  },
);

test.each(templates)(
  "$name: rows that repeat stand under a marked heading row, no cell is merged",
  (template) => {
    for (const table of tables(template)) {
      expect(table).not.toMatch(/<w:gridSpan|<w:vMerge|<w:tbl>.*<w:tbl>/s);
      const repeats = tagsOf(table).some(({ name }) => [...listed, ...ROW, GRID.area].includes(name));
      if (repeats) expect(table).toContain("<w:tblHeader/>");
    }
  },
);

// Google Docs refuses to delete the line break before a table.
test.each(templates)("$name: no conditional paragraph directly before a table", (template) => {
  const body = part(template, "word/document.xml");
  const before = body
    .split("<w:tbl>")
    .slice(0, -1)
    .map((text) => tagsOf(lastParagraph(text)));
  expect(before.flat().filter(({ kind }) => kind !== "field")).toEqual([]);
});

test("the return has one row for each pupil and no free text", () => {
  const all = namesIn(named("la-return.docx"));
  expect(all.filter((name) => name.startsWith("row."))).toEqual([...ROW].sort());
  expect(all.filter((name) => /^(written|pupil|voice|target|feedback)\./.test(name))).toEqual([]);
  const [rows] = tables(named("la-return.docx")).filter((table) =>
    tagsOf(table).some(({ name }) => ROW.includes(name)),
  );
  expect(rows?.match(/<w:tr>/g)).toHaveLength(2);
});

test("the grid is one table with a column for the week and rows for areas and Overall", () => {
  const grids = templates.flatMap((template) =>
    tables(template)
      .filter((table) => tagsOf(table).some(({ name }) => name === GRID.week))
      .map((table) => ({
        name: template.name,
        rows: table
          .split("<w:tr>")
          .slice(1)
          .map((row) => tagsOf(row)),
      })),
  );
  expect(grids.map(({ name }) => name)).toEqual(["rag-grid.docx"]);
  expect(grids[0]?.rows.map((row) => row.map(({ name }) => name))).toEqual([
    [GRID.week],
    [GRID.area, GRID.mark],
    [GRID.overall],
  ]);
});

test("the letter has no table", () => {
  expect(tables(named("narrative-letter.docx"))).toEqual([]);
});

test("strengths come before everything else that is written, wherever both stand", () => {
  for (const template of templates) {
    const written = tagsOf(part(template, "word/document.xml"))
      .map(({ name }) => name)
      .filter((name) => name.startsWith("written."));
    if (written.includes("written.strengths")) expect(written[0]).toBe("written.strengths");
  }
});
