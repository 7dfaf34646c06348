/**
 * Making reports, and a pupil's pack, read every tab with one call each. Where names or headings leave any
 * doubt, tabs are found by their names as ever, and what looks like a tab, but is its backup, is never used.
 */
import { rowsOf } from "../../../src/programs/look";
import { reports } from "../../../src/domain/tables/reports";
import type { Host } from "../../../src/host/host";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { fullDemo, person, problemsIn } from "../hub";

const OWNER = "helen.marlowe@hub.example";

type Book = ReturnType<typeof bookOf>;
const bookOf = (workspace: MemoryWorkspace) =>
  person(workspace, OWNER).globals.SpreadsheetApp.getActiveSpreadsheet();

/** A tab with the cells of another. */
function copyTab(book: Book, tab: string, name: string): void {
  const cells = book.getSheetByName(tab).getDataRange().getValues() as unknown[][];
  book
    .insertSheet(name)
    .getRange(1, 1, cells.length, cells[0]?.length ?? 0)
    .setValues(cells);
}

function renameHeading(book: Book, tab: string, from: string, to: string): void {
  const sheet = book.getSheetByName(tab);
  const [headings = []] = sheet.getDataRange().getValues() as string[][];
  sheet.getRange(1, headings.indexOf(from) + 1).setValue(to);
}

const remove = (book: Book, tab: string): void => void book.deleteSheet(book.getSheetByName(tab));

/** The half-term's reports for one provider, once the workbook is as somebody left it. */
function makeAfter(change: (book: Book) => void): { workspace: MemoryWorkspace; host: Host; error: string } {
  const { workspace } = fullDemo();
  const globals = person(workspace, OWNER).globals;
  change(globals.SpreadsheetApp.getActiveSpreadsheet());
  globals.SpreadsheetApp.flush();
  const host = person(workspace, OWNER);
  let error = "";
  try {
    host.call("makeReports", "Autumn 2", ["P03"]);
  } catch (thrown) {
    error = (thrown as Error).message;
  }
  return { workspace, host, error };
}

const made = (workspace: MemoryWorkspace): number => rowsOf(workspace, reports).length;
const asked = ({ calls }: Host): number => calls["Spreadsheet.getSheetByName"] ?? 0;

describe("no tab is asked for by its name, and each is read once", () => {
  test.each([
    ["as Prepare made it", () => {}],
    [
      "tabs renamed, and moved past the others",
      (book: Book) => {
        book.getSheetByName("Pupils").setName("Children");
        copyTab(book, "Staff", "Our staff");
        remove(book, "Staff");
      },
    ],
  ])("%s", (_what, change) => {
    const { workspace, host, error } = makeAfter(change);
    expect(error).toBe("");
    expect(made(workspace)).toBeGreaterThan(1);
    expect(asked(host)).toBe(0);
    expect(host.calls["Sheet.getSheetValues"]).toBe(bookOf(workspace).getSheets().length);
  });
});

describe("what is in doubt is found by its name, as ever", () => {
  test.each([
    ["a tab of people's own", (book: Book) => void book.insertSheet("Notes")],
    ["a copy of a tab", (book: Book) => copyTab(book, "Pupils", "Pupils backup")],
    [
      "a tab that is not needed deleted, another copied",
      (book: Book) => {
        remove(book, "Evidence");
        copyTab(book, "Pupils", "Pupils backup");
      },
    ],
    [
      "Start here deleted, a backup made",
      (book: Book) => {
        remove(book, "Start here");
        copyTab(book, "Pupils", "Pupils backup");
      },
    ],
  ])("%s: the reports are made", (_what, change) => {
    const { workspace, host, error } = makeAfter(change);
    expect(error).toBe("");
    expect(made(workspace)).toBeGreaterThan(1);
    expect(asked(host)).toBeGreaterThan(15);
  });

  const renamed = (book: Book): void => renameHeading(book, "Pupils", "Surname", "Last name");
  test.each([
    ["a renamed heading", renamed, /Pupils.*The heading "Surname" is missing/],
    [
      "a renamed heading, and a backup with the right ones",
      (book: Book) => {
        copyTab(book, "Pupils", "Pupils backup");
        renamed(book);
      },
      /Pupils.*The heading "Surname" is missing/,
    ],
    [
      "the same, and Start here deleted",
      (book: Book) => {
        copyTab(book, "Pupils", "Pupils backup");
        renamed(book);
        remove(book, "Start here");
      },
      /Pupils.*The heading "Surname" is missing/,
    ],
    [
      "a tab deleted, another copied",
      (book: Book) => {
        remove(book, "Pupils");
        copyTab(book, "Staff", "Staff backup");
      },
      /The tab "Pupils" is missing/,
    ],
    [
      "a tab deleted of which there are two copies",
      (book: Book) => {
        copyTab(book, "Pupils", "Pupils 1");
        copyTab(book, "Pupils", "Pupils 2");
        remove(book, "Pupils");
        remove(book, "Start here");
      },
      /There is no tab "Pupils", and 2 tabs have its headings/,
    ],
    [
      "an area's heading renamed",
      (book: Book) => renameHeading(book, "Weekly grades", "Literacy", "Reading"),
      /The heading "Literacy" is missing/,
    ],
  ])("%s: the run stops, and says why", (_what, change, why) => {
    const { workspace, error } = makeAfter(change);
    expect(error).toMatch(why);
    expect(problemsIn(workspace).join("\n")).toMatch(why);
    expect(made(workspace)).toBe(0);
  });
});

test("a tab deleted just as all are read is told of as ever", () => {
  const { workspace } = fullDemo();
  let reads = 0;
  const before = ({ name }: { name: string }): void => {
    if (name !== "Sheet.getSheetValues" || ++reads !== 2) return;
    const { SpreadsheetApp } = person(workspace, OWNER).globals;
    remove(SpreadsheetApp.getActiveSpreadsheet(), "Pupils");
    SpreadsheetApp.flush();
  };
  const host = person(workspace, OWNER, undefined, { hook: { before } });
  expect(() => host.call("makeReports", "Autumn 2", ["P03"])).toThrow(/The tab "Pupils" is missing/);
});

test("everything held about a pupil is the same either way", () => {
  const pack = (change: (book: Book) => void) => {
    const { workspace } = fullDemo();
    change(bookOf(workspace));
    const host = person(workspace, OWNER);
    return { host, page: (host.call("pupilPack", "U008") as { page: string }).page };
  };
  const whole = pack(() => {});
  const byName = pack((book) => void book.insertSheet("Notes"));
  expect(whole.page).toBe(byName.page);
  expect(whole.host.total).toBeLessThan(byName.host.total - 40);
});
