/**
 * What Google does, as a list without a test runner in it, so that it can also be run in real Apps Script by
 * hand: paste it there and log `contract.filter((c) => c.check(globalThis, sheet) !== c.expected)`. Each
 * check uses a fresh sheet and gives a text, or the message of what was thrown.
 */
/* eslint-disable @typescript-eslint/no-explicit-any -- the services' own types differ between the two places */
export interface Check {
  what: string;
  check: (sheet: any, app: any) => unknown;
  expected: unknown;
}

const message = (act: () => unknown): string => {
  try {
    act();
    return "nothing was thrown";
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
};

const typed = (value: unknown, format?: string) => (sheet: any) => {
  const cell = sheet.getRange(1, 1);
  if (format) cell.setNumberFormat(format);
  cell.setValue(value);
  const read = cell.getValue();
  const isDate = Object.prototype.toString.call(read) === "[object Date]";
  return isDate
    ? `Date ${[read.getFullYear(), read.getMonth() + 1, read.getDate(), read.getHours(), read.getMinutes()].join(" ")}`
    : read;
};

const parsing: [unknown, unknown, string?][] = [
  ["01234", 1234],
  ["22 34", 2234],
  ["1,234.5", 1234.5],
  ["5%", 0.05],
  ["TRUE", true],
  ["true", true],
  ["1/2/2026", "Date 2026 2 1 0 0"], // en_GB: day first
  ["2026-11-16", "Date 2026 11 16 0 0"],
  ["2026-07-01", "Date 2026 7 1 0 0"], // summer time
  ["31/2/2026", "31/2/2026"],
  ["16:30", "Date 1899 12 30 16 30"],
  ["25:99", "25:99"],
  ["-1-1", "-1-1"],
  ["@SUM(1,2)", "@SUM(1,2)"],
  ["'01234", "01234"],
  ["''x", "'x"],
  ["", ""],
  ["Green", "Green"],
  ["01234", "01234", "@"],
  ["2026-11-16", "2026-11-16", "@"],
  ["+1", "+1", "@"],
  ["'=1+1", "=1+1", "@"],
];

export const contract: Check[] = [
  ...parsing.map(([value, expected, format]): Check => ({
    what: `${JSON.stringify(value)} typed into ${format ? `a cell with format ${format}` : "an automatic cell"}`,
    check: typed(value, format),
    expected,
  })),
  {
    what: "= is a formula even where the format is plain text, + only elsewhere",
    check: (sheet) => {
      const cells = sheet.getRange(1, 1, 3, 1);
      sheet.getRange(1, 1, 2, 1).setNumberFormat("@");
      cells.setValues([["=1+1"], ["+1+1"], ["+1+1"]]);
      return cells.getFormulas().join();
    },
    expected: "=1+1,,=+1+1",
  },
  {
    what: "an empty sheet's data range is one empty cell",
    check: (s) => JSON.stringify(s.getDataRange().getValues()),
    expected: '[[""]]',
  },
  {
    what: "a count of -1 gives the values down to the last row and column with content",
    check: (s) => (
      s.getRange(9, 9).setBackground("#fff"),
      s.getRange(2, 3).setValue("x"),
      JSON.stringify([s.getSheetValues(1, 1, -1, -1), s.getSheetValues(2, 3, -1, -1)])
    ),
    expected: '[[["","",""],["","","x"]],[["x"]]]',
  },
  {
    what: "the data range is bounded by content, not by formats",
    check: (s) => (
      s.getRange(9, 9).setBackground("#fff"),
      s.getRange(2, 3).setValue("x"),
      s.getDataRange().getA1Notation()
    ),
    expected: "A1:C2",
  },
  {
    what: "getValues gives copies",
    check: (s) => ((s.getDataRange().getValues()[0][0] = "x"), s.getRange(1, 1).getValue()),
    expected: "",
  },
  {
    what: "appendRow goes after the last row with content in any column, and parses",
    check: (s) => (
      s.getRange(4, 7).setValue("x"),
      s.appendRow(["01", "b"]),
      `${s.getLastRow()} ${s.getRange(5, 1).getValue()}`
    ),
    expected: "5 1",
  },
  {
    what: "appendRow makes room at the end of the sheet",
    check: (s) => (s.getRange(s.getMaxRows(), 1).setValue("x"), s.appendRow(["y"]), s.getMaxRows()),
    expected: 1001,
  },
  {
    what: "inserting rows moves content, notes and formats down",
    check: (s) => (
      s.getRange(2, 1).setNumberFormat("@").setValue("07").setNote("n"),
      s.insertRowsAfter(1, 2),
      `${s.getRange(4, 1).getValue()} ${s.getRange(4, 1).getNotes()}`
    ),
    expected: "07 n",
  },
  {
    what: "deleting rows moves content up",
    check: (s) => (s.getRange(3, 1).setValue("x"), s.deleteRows(1, 2), s.getRange(1, 1).getValue()),
    expected: "x",
  },
  {
    what: "rows of another number",
    check: (s) => message(() => s.getRange(1, 1, 2, 1).setValues([["x"]])),
    expected:
      "Exception: The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.",
  },
  {
    what: "columns of another number",
    check: (s) => message(() => s.getRange(1, 1).setValues([["x", "y"]])),
    expected:
      "Exception: The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 1.",
  },
  {
    what: "outside the sheet",
    check: (s) => message(() => s.getRange(1001, 1)),
    expected: "Exception: The coordinates of the range are outside the dimensions of the sheet.",
  },
  {
    what: "no rows",
    check: (s) => message(() => s.getRange(1, 1, 0, 1)),
    expected: "Exception: The number of rows in the range must be at least 1.",
  },
  {
    what: "an array where a value belongs",
    check: (s) => message(() => s.getRange(1, 1).setValue([1])),
    expected:
      "Exception: The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValue.",
  },
  {
    what: "too long a text",
    check: (s) => message(() => s.getRange(1, 1).setValue("x".repeat(50_001))),
    expected: "Exception: Your input contains more than the maximum of 50000 characters in a single cell.",
  },
  {
    what: "a drop-down that rejects",
    check: (s, app) => {
      const rule = app.SpreadsheetApp.newDataValidation()
        .requireValueInList(["yes", "no"], true)
        .setAllowInvalid(false)
        .build();
      s.getRange(1, 10).setDataValidation(rule);
      return message(() => (s.getRange(1, 10).setValue("maybe"), app.SpreadsheetApp.flush()));
    },
    expected:
      "Exception: The data you entered in cell J1 violates the data validation rules set on this cell. Please enter one of the following values: yes, no.",
  },
  {
    what: "a drop-down that warns lets it in",
    check: (s, app) => {
      const rule = app.SpreadsheetApp.newDataValidation()
        .requireValueInList(["G"], true)
        .setAllowInvalid(true)
        .build();
      return s.getRange(1, 1).setDataValidation(rule).setValue("green").getValue();
    },
    expected: "green",
  },
  {
    what: "two sheets of one name",
    check: (s, app) => message(() => app.SpreadsheetApp.getActiveSpreadsheet().insertSheet(s.getName())),
    expected: 'Exception: A sheet with the name "Sheet1" already exists. Please enter another name.',
  },
  {
    what: "the last sheet",
    check: (s, app) => message(() => app.SpreadsheetApp.getActiveSpreadsheet().deleteSheet(s)),
    expected: "Exception: You can't remove all the sheets in a document.",
  },
  {
    what: "mail to nobody",
    check: (_s, app) => message(() => app.MailApp.sendEmail({ to: "", subject: "s", body: "b" })),
    expected: "Exception: Failed to send email: no recipient",
  },
  {
    what: "mail to no address",
    check: (_s, app) => message(() => app.MailApp.sendEmail("x", "s", "b")),
    expected: "Exception: Invalid email: x",
  },
  {
    what: "a trigger more often than hourly",
    check: (_s, app) => message(() => app.ScriptApp.newTrigger("f").timeBased().everyHours(0)),
    expected: "Exception: The recurrence interval for an Add-on trigger must be at least one hour.",
  },
  {
    what: "the twenty-first trigger",
    check: (_s, app) => {
      for (let i = 0; i < 20; i += 1) app.ScriptApp.newTrigger("f").timeBased().everyHours(1).create();
      return message(() => app.ScriptApp.newTrigger("f").timeBased().everyHours(1).create());
    },
    expected:
      "Exception: This script has too many triggers. Triggers must be deleted from the script before more can be added.",
  },
  {
    what: "a digest has signed bytes",
    check: (_s, app) =>
      app.Utilities.computeDigest(app.Utilities.DigestAlgorithm.SHA_256, "a", app.Utilities.Charset.UTF_8)
        .slice(0, 3)
        .join(),
    expected: "-54,-105,-127",
  },
  {
    what: "a page's size is nothing until it is set, and null takes it away again",
    check: (_s, app) => {
      const page = app.HtmlService.createHtmlOutput("<p>").append("x");
      const before = page.getWidth();
      page.setWidth(400).setHeight(9).setHeight(null).setTitle("t");
      return `${before} ${page.getWidth()} ${page.getHeight()} ${page.getTitle()} ${page.getContent()}`;
    },
    expected: "null 400 null t <p>x",
  },
  {
    what: "a page that is not in the script",
    check: (_s, app) => message(() => app.HtmlService.createHtmlOutputFromFile("nowhere")),
    expected: "Exception: No HTML file named nowhere was found.",
  },
  {
    what: "everybody may edit what is newly protected, so adding somebody narrows nothing",
    check: (s) => {
      const protection = s.protect().addEditor("a@hub.example");
      return [protection.canEdit(), protection.isWarningOnly(), protection.getUnprotectedRanges()].join();
    },
    expected: "true,false,",
  },
  {
    what: "neither the owner nor who runs the script is removed from a protection's editors",
    check: (s) => {
      const protection = s.getRange("A1:B2").protect();
      protection.addEditor("a@hub.example").removeEditors(protection.getEditors());
      return protection.canEdit() && protection.getEditors().length > 0 && !protection.canDomainEdit();
    },
    expected: true,
  },
  {
    what: "a protected sheet's unprotected ranges are read back",
    check: (s) =>
      s
        .protect()
        .setUnprotectedRanges([s.getRange("A1:B2"), s.getRange("D4")])
        .getUnprotectedRanges()
        .map((range: any) => range.getA1Notation())
        .join(),
    expected: "A1:B2,D4",
  },
  {
    what: "an editor without an address",
    check: (s) => message(() => s.protect().addEditor("nobody")),
    expected: "Exception: Invalid email: nobody",
  },
  {
    what: "activating a range selects it, its first cell and its sheet",
    check: (s, app) => {
      const book = app.SpreadsheetApp.getActiveSpreadsheet();
      book.insertSheet("Other");
      s.getRange("B2:C3").activate();
      return [
        book.getActiveSheet().getName() === s.getName(),
        book.getActiveRange().getA1Notation(),
        book.getSelection().getCurrentCell().getA1Notation(),
        s.getActiveRange().getA1Notation(),
        app.SpreadsheetApp.getActiveRange().getA1Notation(),
        book.getSheetByName("Other").getActiveCell().getA1Notation(),
      ].join();
    },
    expected: "true,B2:C3,B2,B2:C3,B2:C3,A1",
  },
  {
    what: "a sheet comes back to the front with what was selected in it",
    check: (s, app) => {
      s.setActiveRange(s.getRange("D4"));
      const other = app.SpreadsheetApp.getActiveSpreadsheet().insertSheet("Other");
      const between = app.SpreadsheetApp.getActiveRange().getSheet().getName();
      return `${between} ${s.activate().getActiveRange().getA1Notation()} ${other.getIndex()}`;
    },
    expected: "Other D4 2",
  },
  ...(
    [
      ["5:7", "5:7"],
      ["5:2", "2:5"],
      ["B:D", "B:D"],
      ["D:B", "B:D"],
      ["B2:D", "B2:D1000"],
      ["C5:B2", "B2:C5"],
      ["!c2:e5", "C2:E5"],
      ["R5C3", "C5"],
      ["R5C3:R2C2", "B2:C5"],
    ] as const
  ).map(([notation, expected]): Check => ({
    what: `the range ${notation} is ${expected}`,
    check: (s) => s.getRange(notation).getA1Notation(),
    expected,
  })),
  ...(
    [
      ["aliceblue", "#f0f8ff"],
      ["White", "#ffffff"],
      ["#FA0", "#ffaa00"],
      [null, "#ffffff"],
    ] as const
  ).map(([colour, expected]): Check => ({
    what: `the background ${colour} is read back as ${expected}`,
    check: (s) => s.getRange("A1:B2").setBackground(colour).getBackgrounds()[1][1],
    expected,
  })),
  {
    what: "a lock is not had in less than no time",
    check: (_s, app) => {
      const lock = app.LockService.getDocumentLock();
      const refused = message(() => lock.waitLock(-100)) !== "nothing was thrown";
      return `${lock.tryLock(-100)} ${refused} ${lock.hasLock()}`;
    },
    expected: "false true false",
  },
  {
    what: "where nothing has to be authorised there is no address to do it at",
    // The reference says null; live Google was also seen to give "". The product takes both.
    check: (_s, app) =>
      app.ScriptApp.getAuthorizationInfo(app.ScriptApp.AuthMode.FULL).getAuthorizationUrl() || null,
    expected: null,
  },
  ...["é", "🎈", "aé🎈b"].map((text): Check => ({
    what: `in ASCII, ${text} is digested with one question mark for each letter that it lacks`,
    check: (_s, { Utilities: u }) => {
      const digest = (of: string) =>
        u.computeDigest(u.DigestAlgorithm.SHA_256, of, u.Charset.US_ASCII).join();
      return digest(text) === digest(text.replace(/[^a-z]/gu, "?"));
    },
    expected: true,
  })),
  {
    what: "sorting a sheet sorts row 1 too, unless it is frozen",
    check: (s) => {
      s.getRange("A1:B3").setValues([
        ["b", 1],
        ["c", 2],
        ["a", 3],
      ]);
      const all = s.sort(1).getRange("A1:B3").getValues().join();
      s.setFrozenRows(1);
      return `${all} ${s.sort(1, false).getRange("A1:B3").getValues().join()}`;
    },
    expected: "a,3,b,1,c,2 a,3,c,2,b,1",
  },
  ...(
    [
      ["B:B", 5, "a,c,d,b,e"],
      ["B1:C1", 6, "a,d,e,b,c"],
      ["D:E", 1, "d,e,a,b,c"],
      ["D:D", 2, "a,d,b,c,e"],
      ["C:D", 3, "a,b,c,d,e"],
      ["C:D", 5, "a,b,c,d,e"],
    ] as const
  ).map(([columns, to, expected]): Check => ({
    what: `${columns} moved to column ${to}, counted before they move`,
    check: (s) => {
      s.getRange("A1:E1").setValues([["a", "b", "c", "d", "e"]]);
      s.moveColumns(s.getRange(columns), to);
      return s.getRange("A1:E1").getValues().join();
    },
    expected,
  })),
  {
    what: "a column takes its width, note, format, drop-down and hiding along",
    check: (s, app) => {
      const yes = app.SpreadsheetApp.newDataValidation().requireValueInList(["yes"]).build();
      s.getRange("B1:C1")
        .setDataValidation(yes)
        .setNotes([["n", ""]]);
      s.getRange("B:B").setNumberFormat("@");
      s.setColumnWidth(2, 77).hideColumns(2);
      s.moveColumns(s.getRange("B1"), 5);
      const rules = s
        .getRange("A1:E1")
        .getDataValidations()[0]
        .map((rule: any) => (rule ? "y" : "-"));
      const looks = s.getRange("A1:E1").getNumberFormats()[0].join();
      return [
        rules.join(""),
        looks,
        s.getRange("D1").getNote(),
        s.getColumnWidth(4),
        s.isColumnHiddenByUser(4),
      ].join(" ");
    },
    expected: "-y-y- General,General,General,@,General n 77 true",
  },
  {
    what: "a protected range keeps its columns when one of them leaves, and takes in what lands inside",
    check: (s) => {
      const [left, right] = [s.getRange("B1:D9").protect(), s.getRange("F1:G9").protect()];
      s.moveColumns(s.getRange("C:C"), 7);
      return `${left.getRange().getA1Notation()} ${right.getRange().getA1Notation()}`;
    },
    expected: "B1:C9 E1:G9",
  },
  {
    what: "heights of rows move with the rows, and are 21 where nobody set them",
    check: (s) => {
      s.setRowHeights(2, 2, 40).setRowHeight(9, 50).autoResizeRows(3, 1).insertRowBefore(1);
      return [1, 2, 3, 4, 10].map((row) => s.getRowHeight(row)).join();
    },
    expected: "21,21,40,21,50",
  },
  {
    what: "hidden columns are shown again one by one",
    check: (s) => {
      s.hideColumns(2, 3);
      s.showColumns(3);
      return [1, 2, 3, 4].map((column) => s.isColumnHiddenByUser(column)).join();
    },
    expected: "false,true,false,true",
  },
];
