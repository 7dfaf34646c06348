/** The check of a template, over small documents in Google's shape, and the starters. */
import { knownFor } from "../../../src/domain/reports/says/known";
import { findingsIn } from "../../../src/domain/documents/checkTemplate";
import type { DocsDocument, Structural, DocStyle } from "../../../src/domain/documents/document";
import { distance, nearest } from "../../../src/domain/documents/nearest";
import type { ReportKind } from "../../../src/domain/tables/reports";

type Block = string | readonly (readonly (string | { text: string; style: DocStyle })[])[];

/** A paragraph for a text, a table for rows of cells, with Google's indexes. */
function contentOf(blocks: readonly Block[], from = 1): Structural[] {
  let at = from;
  return blocks.map((block): Structural => {
    const startIndex = at;
    if (typeof block === "string") {
      const content = `${block}\n`;
      at += content.length;
      const elements = [{ startIndex, endIndex: at, textRun: { content, textStyle: {} } }];
      return { startIndex, endIndex: at, paragraph: { elements } };
    }
    at += 1;
    const tableRows = block.map((cells) => {
      const rowStart = at;
      at += 1;
      const tableCells = cells.map((cell) => {
        const { text, style } = typeof cell === "string" ? { text: cell, style: {} } : cell;
        const cellStart = at;
        const content = contentOf([text], at + 1);
        at = content[0]?.endIndex ?? 0;
        return { startIndex: cellStart, endIndex: at, content, tableCellStyle: style };
      });
      return { startIndex: rowStart, endIndex: at, tableCells };
    });
    at += 1;
    return { startIndex, endIndex: at, table: { tableRows } };
  });
}
const bodyOf = (...blocks: Block[]): DocsDocument => ({ body: { content: contentOf(blocks) } });
const NAME = "{{pupil.name}}";
const wide = (text: string) => ({ text, style: { columnSpan: 2 } });
const tall = (text: string) => ({ text, style: { rowSpan: 2 } });
const GRID = [
  ["Area", "{{grid.week}}"],
  ["{{grid.area}}", "{{grid.mark}}"],
];

/** `where | wrong | remedy`, with ! before what stops. */
const said = (document: DocsDocument, kind: ReportKind = "half-termly"): string[] =>
  findingsIn(document, kind, knownFor(kind)).map(
    ({ stops, where, wrong, remedy }) => `${stops ? "!" : ""}${where} | ${wrong} | ${remedy}`,
  );

/** A row of a table of examples, half-termly where it says no kind. */
const withKind = <A, B>([a, b, kind = "half-termly"]: [A, B, ReportKind?]) => [a, b, kind] as const;

describe("clean", () => {
  const rows: [string, DocsDocument, ReportKind?][] = [
    ["fields", bodyOf(NAME, "{{ Pupil . KnownAs }} and {{today}}")],
    ["the grid", bodyOf(NAME, GRID)],
    ["a list in a row", bodyOf(NAME, [["{{target.wording}}", "{{target.state}}"]])],
    ["a list in a paragraph", bodyOf(NAME, "- {{reward.text}}")],
    ["a condition with its paragraph", bodyOf(NAME, "{{if written.note}}Note: {{written.note}}")],
    ["a condition on a list", bodyOf(NAME, "{{unless target}}No target is set.")],
    ["a row merged sideways", bodyOf(NAME, [[wide("{{target.wording}}"), ""]])],
    ["single braces that are no tag", bodyOf(NAME, "{see below} [1] «so»")],
    ["what is sensitive, in a PEP", bodyOf(NAME, "{{sdq.totals}}"), "PEP"],
    ["a return", bodyOf("{{provider.name}}", [["{{row.reference}}", "{{row.planOpen}}"]]), "LA return"],
    ["both targets", bodyOf(NAME, "{{targets.literacy}}", "{{targets.numeracy}}"), "end of term"],
    [
      "a picture",
      {
        ...bodyOf(NAME),
        inlineObjects: { a: { inlineObjectProperties: { embeddedObject: { imageProperties: {} } } } },
      },
    ],
    ["one tab", { tabs: [{ documentTab: bodyOf(NAME) }] }],
  ];
  test.each(rows.map(withKind))("%s", (_what, document, kind) => expect(said(document, kind)).toEqual([]));
});

describe("what stops, and what is to be looked at", () => {
  const rows: [DocsDocument, string[], ReportKind?][] = [
    [bodyOf("{{pupil.nmae}}"), ["!body | No field is called {{pupil.nmae}}. | Is it {{pupil.name}}?"]],
    [bodyOf("{{zzzzzzzz}}"), ["!body | No field is called {{zzzzzzzz}}. | See the list of all fields."]],
    [
      bodyOf(NAME, [
        ["x", "y"],
        ["", "{{target.wordng}}"],
      ]),
      ["!table 1, row 2, column 2 | No field is called {{target.wordng}}. | Is it {{target.wording}}?"],
    ],
    [
      { ...bodyOf(NAME), headers: { h1: { content: contentOf(["{{centre.nam}}"], 0) } } },
      ["!header | No field is called {{centre.nam}}. | Is it {{centre.name}}?"],
    ],
    [
      { ...bodyOf(NAME), footers: { f1: { content: contentOf([[["{{todday}}"]]], 0) } } },
      ["!footer, table 1, row 1, column 1 | No field is called {{todday}}. | Is it {{today}}?"],
    ],
    [
      bodyOf(NAME, "{{if written.noet}}Note"),
      ["!body | No field is called {{if written.noet}}. | Is it {{if written.note}}?"],
    ],
    [
      bodyOf(NAME, "{{endif}}"),
      [
        "!body | No field is called {{endif}}. | Take it out. A condition applies to the one paragraph it is in, so it needs no end.",
      ],
    ],
    [
      bodyOf(NAME, "{{pupil.", "year}}"),
      [
        '!body | A tag is incomplete: "{{pupil.". | Write each tag on one line, with two braces on both sides and only its name inside.',
        '!body | A tag is incomplete: "year}}". | Write each tag on one line, with two braces on both sides and only its name inside.',
      ],
    ],
    [
      bodyOf(NAME, "{pupil.year} and [[today]]"),
      [
        'body | "{pupil.year}" looks like a tag but is not one. | Write {{pupil.year}}.',
        'body | "[[today]]" looks like a tag but is not one. | Write {{today}}.',
      ],
    ],
    [
      bodyOf(NAME, "{{sdq.totals}}"),
      [
        "!body | {{sdq.totals}} is sensitive. A report of the kind half-termly must never contain it. | Take it out, or make the template a PEP, an EHCP or a placement review.",
      ],
    ],
    [
      bodyOf(NAME, "{{grid.mark}}"),
      [
        "!body | {{grid.mark}} is outside the grid. | It belongs in a table with {{grid.week}} in one of its cells.",
      ],
    ],
    [
      bodyOf(NAME, [[wide("Areas"), ""], ...GRID]),
      ["!table 1 | The grid has merged cells. | Unmerge them, because the grid gets new columns."],
    ],
    [
      bodyOf(NAME, [...GRID, ["{{target.wording}}", ""]]),
      [
        "!table 1, row 3, column 1 | {{target.wording}} belongs to a list, and the grid's table cannot contain a list. | Give the list its own table.",
      ],
    ],
    [
      bodyOf(NAME, [
        [tall("Targets"), "x"],
        ["", "{{target.wording}}"],
      ]),
      [
        "!table 1, row 2 | This row is repeated, but one of its cells is merged with a cell in another row. | Unmerge it.",
      ],
    ],
    [
      bodyOf(NAME, [["{{target.wording}}", "{{reward.text}}"]]),
      [
        "table 1, row 1 | Two lists share one row: target and reward. Only the first one is repeated. | Give each list its own row.",
      ],
    ],
    [
      bodyOf("For {{pupil.name}}: {{target.wording}}"),
      [
        "body | The whole paragraph is repeated for each target, and {{pupil.name}} with it. | Give the list its own paragraph or its own table row.",
      ],
    ],
    [
      bodyOf(NAME, "{{if plan.review}}"),
      [
        "body | {{if plan.review}} is alone in its paragraph, so it has no effect. | Put it at the beginning of the paragraph that it should show or hide.",
      ],
    ],
    [
      { ...bodyOf(NAME), positionedObjects: { a: { positionedObjectProperties: { embeddedObject: {} } } } },
      [
        " | It contains a drawing or a text box. Text in those can be neither read nor filled in. | Move any tags in it into the text or a table.",
      ],
    ],
    [
      { tabs: [{ documentTab: bodyOf(NAME), childTabs: [{}] }, {}] },
      ["! | The document has 3 tabs. | Move everything into one tab, and delete the others."],
    ],
    [
      bodyOf("Dear all"),
      ["! | No tag was found that can be read. | Write tags such as {{pupil.name}} where the values go."],
    ],
    [
      bodyOf("{{pupil.name}}"),
      ["!body | No field is called {{pupil.name}}. | Is it {{period.name}}?"],
      "LA return",
    ],
    [
      bodyOf(NAME, "{{targets.literacy}}"),
      ["! | An End of Term Report must say {{targets.numeracy}}, and this does not. | Add it."],
      "end of term",
    ],
  ];
  test.each(rows.map(withKind))("%#", (document, expected, kind) =>
    expect(said(document, kind)).toEqual(expected),
  );
});

test.each([
  ["nmae", "name", 2],
  ["", "abc", 3],
  ["same", "same", 0],
  ["today", "tday", 1],
])("from %s to %s it is %i", (a, b, far) => {
  expect(distance(a, b)).toBe(far);
  expect(distance(b, a)).toBe(far);
});
test("the nearest is none where nothing is near", () => {
  expect(nearest("pupil.nmae", ["pupil.name", "pupil.year"])).toBe("pupil.name");
  expect(nearest("qqqqqq", ["pupil.name"])).toBeNull();
});
