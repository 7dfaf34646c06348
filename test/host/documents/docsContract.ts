/**
 * What Google's advanced services Docs and Drive do, as a list without a test runner in it, so that it can
 * also be run in real Apps Script by hand, with both services enabled: log `docsContract.filter((c) =>
 * c.check(globalThis) !== c.expected)`. Each check makes a document of its own.
 */
/* eslint-disable @typescript-eslint/no-explicit-any -- the services' own types differ between the two places */
import { flat } from "./flat";

export interface DocsCheck {
  what: string;
  check: (app: any) => unknown;
  expected: unknown;
}

const failure = (act: () => unknown): string => {
  try {
    act();
    return "nothing was thrown";
  } catch (error) {
    return (error as Error).message.replace("API call to docs.documents.batchUpdate failed with error: ", "");
  }
};

const at = (index: number, text: string) => ({ insertText: { location: { index }, text } });
const atEnd = (text: string) => ({ insertText: { endOfSegmentLocation: {}, text } });
const cut = (startIndex: number, endIndex: number) => ({
  deleteContentRange: { range: { startIndex, endIndex } },
});
const bold = (startIndex: number, endIndex: number) => ({
  updateTextStyle: { range: { startIndex, endIndex }, textStyle: { bold: true }, fields: "bold" },
});
const paragraphs = (startIndex: number, endIndex: number, paragraphStyle: object) => ({
  updateParagraphStyle: {
    range: { startIndex, endIndex },
    paragraphStyle,
    fields: Object.keys(paragraphStyle).join(),
  },
});
const table = (index: number, rows: number, columns: number) => ({
  insertTable: { location: { index }, rows, columns },
});
const cellAt = (index: number, rowIndex: number, columnIndex: number) => ({
  tableStartLocation: { index },
  rowIndex,
  columnIndex,
});

/** Does requests to a new document, all at once, and gives its id. */
const after = (app: any, ...requests: object[]): string => {
  const { documentId } = app.Docs.Documents.create({ title: "contract" });
  if (requests.length > 0) app.Docs.Documents.batchUpdate({ requests }, documentId);
  return documentId;
};
const content = (app: any, id: string): any[] => app.Docs.Documents.get(id).body.content;
const text =
  (...requests: object[]) =>
  (app: any) =>
    flat(content(app, after(app, ...requests)));
const refusal =
  (...requests: object[]) =>
  (app: any) =>
    failure(() => after(app, ...requests));
/** Each run as its text, bold ones in stars. */
const runs =
  (...requests: object[]) =>
  (app: any) =>
    content(app, after(app, ...requests))
      .flatMap(({ paragraph }) => paragraph?.elements ?? [])
      .map(({ textRun }) => (textRun?.textStyle.bold ? `*${textRun.content}*` : (textRun?.content ?? "")))
      .join("|");
/** Of every paragraph what one member of its style says. */
const styles =
  (member: string, ...requests: object[]) =>
  (app: any) =>
    content(app, after(app, ...requests))
      .flatMap(({ paragraph }) => (paragraph ? [paragraph.paragraphStyle[member] ?? "-"] : []))
      .join();

const OUTSIDE =
  "The insertion index must be inside the bounds of an existing paragraph. You can still create new paragraphs by inserting newlines.";
const NOT_DELETABLE = "Invalid deletion range. Cannot delete the requested range.";

const texts: [what: string, expected: string, requests: object[]][] = [
  ["a new document is a section break and a newline", "\u0001\n", []],
  ["text at an index", "\u0001abc\n", [at(1, "ac"), at(2, "b")]],
  ["text at the end of the body is before its newline", "\u0001ab\n", [at(1, "a"), atEnd("b")]],
  ["requests go in order", "\u0001c\n", [at(1, "abc"), cut(1, 3)]],
  ["a newline makes a paragraph", "\u0001a\nb\n", [at(1, "ab"), at(2, "\n")]],
  ["several lines at once", "\u0001a1\n2\n3b\n", [at(1, "ab"), at(2, "1\n2\n3")]],
  ["tabs and line breaks are kept", "\u0001a\tb\u000bc\n", [at(1, "a\tb\u000bc")]],
  ["other control characters and private ones are taken out", "\u0001ab\n", [at(1, "a\u0007\r\ue000b")]],
  ["a character outside the basic plane takes two indexes", "\u0001🎈x\n", [at(1, "🎈"), at(3, "x")]],
  ["deleting a newline joins two paragraphs", "\u0001ab\n", [at(1, "a\nb"), cut(2, 3)]],
  ["deleting over three paragraphs", "\u0001af\n", [at(1, "ab\ncd\nef"), cut(2, 8)]],
  ["a table comes after a newline of its own", "\u0001a\n⟦│┊\n┊\n│┊\n┊\n⟧b\n", [at(1, "ab"), table(2, 2, 2)]],
  ["text in a cell", "\u0001\n⟦│┊x\n⟧\n", [table(1, 1, 1), at(5, "x")]],
  ["a whole table can be deleted", "\u0001\n\n", [table(1, 1, 1), cut(2, 7)]],
  [
    "a row below",
    "\u0001\n⟦│┊x\n│┊\n⟧\n",
    [
      table(1, 1, 1),
      at(5, "x"),
      { insertTableRow: { tableCellLocation: cellAt(2, 0, 0), insertBelow: true } },
    ],
  ],
  [
    "a column to the right",
    "\u0001\n⟦│┊x\n┊\n⟧\n",
    [
      table(1, 1, 1),
      at(5, "x"),
      { insertTableColumn: { tableCellLocation: cellAt(2, 0, 0), insertRight: true } },
    ],
  ],
  [
    "a row goes",
    "\u0001\n⟦│┊\n⟧\n",
    [table(1, 2, 1), at(5, "x"), { deleteTableRow: { tableCellLocation: cellAt(2, 0, 0) } }],
  ],
  [
    "a column goes",
    "\u0001\n⟦│┊\n⟧\n",
    [table(1, 1, 2), at(5, "x"), { deleteTableColumn: { tableCellLocation: cellAt(2, 0, 0) } }],
  ],
  [
    "with the last row the table goes",
    "\u0001\n\n",
    [table(1, 1, 1), { deleteTableRow: { tableCellLocation: cellAt(2, 0, 0) } }],
  ],
  [
    "a page break is a thing and a newline",
    "\u0001a\ufffc\nb\n",
    [at(1, "ab"), { insertPageBreak: { location: { index: 2 } } }],
  ],
  [
    "all places of a text are replaced, whatever the case",
    "\u0001x b x\n",
    [at(1, "Aa b aA"), { replaceAllText: { containsText: { text: "aa" }, replaceText: "x" } }],
  ],
  [
    "or in this case only",
    "\u0001Aa b x\n",
    [
      at(1, "Aa b aA"),
      { replaceAllText: { containsText: { text: "aA", matchCase: true }, replaceText: "x" } },
    ],
  ],
  [
    "a replaced text may have more lines",
    "\u0001a\nb c\n",
    [at(1, "{} c"), { replaceAllText: { containsText: { text: "{}" }, replaceText: "a\nb" } }],
  ],
  [
    "leading tabs say how deep a bullet is, and go",
    "\u0001a\nb\n",
    [
      at(1, "a\n\tb"),
      { createParagraphBullets: { range: { startIndex: 1, endIndex: 5 }, bulletPreset: "BULLET_CHECKBOX" } },
    ],
  ],
];

const refusals: [what: string, expected: string, requests: object[]][] = [
  [
    "text at or after the body's end",
    "Invalid requests[0].insertText: Index 2 must be less than the end index of the referenced segment, 2.",
    [at(2, "x")],
  ],
  ["text before the first paragraph", `Invalid requests[0].insertText: ${OUTSIDE}`, [at(0, "x")]],
  ["text at a table's start", `Invalid requests[1].insertText: ${OUTSIDE}`, [table(1, 1, 1), at(2, "x")]],
  [
    "no text",
    "Invalid requests[0].insertText: Insert text requests must specify text to insert.",
    [at(1, "")],
  ],
  ["an empty range", "Invalid requests[0].deleteContentRange: The range should not be empty.", [cut(1, 1)]],
  [
    "the body's last newline",
    "Invalid requests[1].deleteContentRange: The range cannot include the newline character at the end of the segment.",
    [at(1, "a"), cut(1, 3)],
  ],
  ["the first section", `Invalid requests[1].deleteContentRange: ${NOT_DELETABLE}`, [at(1, "a"), cut(0, 2)]],
  [
    "the newline before a table",
    `Invalid requests[1].deleteContentRange: ${NOT_DELETABLE}`,
    [table(1, 1, 1), cut(1, 2)],
  ],
  [
    "a part of a table",
    `Invalid requests[1].deleteContentRange: ${NOT_DELETABLE}`,
    [table(1, 1, 2), cut(2, 5)],
  ],
  [
    "a cell's last newline",
    `Invalid requests[2].deleteContentRange: ${NOT_DELETABLE}`,
    [table(1, 1, 2), at(5, "a"), cut(5, 7)],
  ],
  [
    "half of a character",
    `Invalid requests[1].deleteContentRange: ${NOT_DELETABLE}`,
    [at(1, "🎈x"), cut(1, 2)],
  ],
  [
    "a table that is not there",
    "Invalid requests[1].insertTableRow: Invalid table start location. Must specify the start index of the table.",
    [at(1, "ab"), { insertTableRow: { tableCellLocation: cellAt(2, 0, 0) } }],
  ],
  [
    "no fields",
    "Invalid requests[1].updateTextStyle: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    [at(1, "ab"), { updateTextStyle: { range: { startIndex: 1, endIndex: 2 }, textStyle: { bold: true } } }],
  ],
];

export const docsContract: DocsCheck[] = [
  ...texts.map(([what, expected, requests]) => ({ what, check: text(...requests), expected })),
  ...refusals.map(([what, expected, requests]) => ({
    what: `refused: ${what}`,
    check: refusal(...requests),
    expected,
  })),
  {
    what: "inserted text looks like the text before it",
    check: runs(at(1, "abcd"), bold(2, 4), at(4, "X")),
    expected: "a|*bcX*|d\n",
  },
  {
    what: "at a paragraph's start it looks like the text after it",
    check: runs(at(1, "abcd"), bold(1, 3), at(1, "X")),
    expected: "*Xab*|cd\n",
  },
  {
    what: "a text of several lines looks alike in all of them",
    check: runs(at(1, "abcd"), bold(2, 3), at(3, "1\n2")),
    expected: "a|*b1*|\n|*2*|cd\n",
  },
  {
    what: "a replaced text looks like the first character of the old one",
    check: runs(at(1, "x{ab}y"), bold(2, 3), {
      replaceAllText: { containsText: { text: "{ab}" }, replaceText: "new" },
    }),
    expected: "x|*new*|y\n",
  },
  {
    what: "a field without a value goes back to what is inherited",
    check: runs(at(1, "ab"), bold(1, 3), {
      updateTextStyle: { range: { startIndex: 1, endIndex: 2 }, textStyle: {}, fields: "bold" },
    }),
    expected: "a|*b*|\n",
  },
  {
    what: "a new paragraph has the style of the one it came from",
    check: styles("alignment", at(1, "ab"), paragraphs(1, 2, { alignment: "CENTER" }), at(2, "\n")),
    expected: "CENTER,CENTER",
  },
  {
    what: "joined paragraphs keep the first one's style",
    check: styles("alignment", at(1, "a\nb"), paragraphs(1, 2, { alignment: "CENTER" }), cut(2, 3)),
    expected: "CENTER",
  },
  {
    what: "unless nothing is left of it",
    check: styles("alignment", at(1, "a\nb"), paragraphs(1, 2, { alignment: "CENTER" }), cut(1, 3)),
    expected: "-",
  },
  {
    what: "a heading",
    check: styles("namedStyleType", at(1, "a\nb"), paragraphs(1, 2, { namedStyleType: "HEADING_2" })),
    expected: "HEADING_2,NORMAL_TEXT",
  },
  {
    what: "a 2 by 2 table takes 12 indexes",
    check(app) {
      const { startIndex, endIndex, table: found } = content(app, after(app, table(1, 2, 2)))[2];
      return [startIndex, endIndex, found.tableRows[1].tableCells[1].startIndex].join();
    },
    expected: "2,14,11",
  },
  {
    what: "a cell's colour",
    check(app) {
      const tableCellStyle = { backgroundColor: { color: { rgbColor: { red: 1 } } } };
      const tableRange = { tableCellLocation: cellAt(2, 0, 1), rowSpan: 1, columnSpan: 1 };
      const fields = "backgroundColor";
      const update = { updateTableCellStyle: { tableCellStyle, tableRange, fields } };
      const [row] = content(app, after(app, table(1, 1, 2), update))[2].table.tableRows;
      return row.tableCells.map((c: any) => JSON.stringify(c.tableCellStyle.backgroundColor)).join();
    },
    expected: '{},{"color":{"rgbColor":{"red":1}}}',
  },
  {
    what: "all requests or none",
    check(app) {
      const id = after(app, at(1, "a"));
      failure(() => app.Docs.Documents.batchUpdate({ requests: [at(1, "b"), at(99, "c")] }, id));
      return flat(content(app, id));
    },
    expected: "\u0001a\n",
  },
  {
    what: "replies in the requests' order",
    check(app) {
      const id = after(app, at(1, "aXaX"));
      const replace = (t: string) => ({ replaceAllText: { containsText: { text: t }, replaceText: "-" } });
      const requests = [at(1, "X"), replace("X"), replace("nowhere")];
      return JSON.stringify(app.Docs.Documents.batchUpdate({ requests }, id).replies);
    },
    expected: '[{},{"replaceAllText":{"occurrencesChanged":3}},{"replaceAllText":{}}]',
  },
  {
    what: "an update for an older revision is refused",
    check(app) {
      const id = after(app);
      const { revisionId } = app.Docs.Documents.get(id);
      const update = { requests: [at(1, "a")], writeControl: { requiredRevisionId: revisionId } };
      app.Docs.Documents.batchUpdate(update, id);
      return failure(() => app.Docs.Documents.batchUpdate(update, id)).includes("does not match the latest");
    },
    expected: true,
  },
  {
    what: "a header has indexes of its own, from 0",
    check(app) {
      const id = after(app, { createHeader: { type: "DEFAULT" } });
      const { documentStyle } = app.Docs.Documents.get(id);
      const location = { segmentId: documentStyle.defaultHeaderId, index: 0 };
      app.Docs.Documents.batchUpdate({ requests: [{ insertText: { location, text: "Top" } }] }, id);
      return flat(app.Docs.Documents.get(id).headers[documentStyle.defaultHeaderId].content);
    },
    expected: "Top\n",
  },
  {
    what: "only the fields asked for come",
    check(app) {
      const fields = "title,body(content(endIndex,paragraph/elements/textRun(content)))";
      const found = app.Docs.Documents.get(after(app, at(1, "ab")), { fields });
      return JSON.stringify(found);
    },
    expected:
      '{"title":"contract","body":{"content":[{"endIndex":1},{"endIndex":4,"paragraph":{"elements":[{"textRun":{"content":"ab\\n"}}]}}]}}',
  },
  {
    what: "with tabs the content is in the one tab",
    check(app) {
      const found = app.Docs.Documents.get(after(app, at(1, "ab")), { includeTabsContent: true });
      return [
        found.body === undefined,
        found.tabs.length,
        flat(found.tabs[0].documentTab.body.content),
      ].join();
    },
    expected: "true,1,\u0001ab\n",
  },
];
