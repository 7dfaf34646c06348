/** Staff work in the sidebar: by keyboard, with calls that fail, and two at once. */
import type { Browser } from "playwright-core";
import { RECORD_LETTERS } from "../../src/domain/tables/records";
import { openWorkspace } from "../../src/host/workspace/folderWorkspace";
import { createHost } from "../../src/host/host";
import { startBrowser } from "../../src/host/pdf/chromium";
import type { Seen } from "./seen";
import { look, until } from "./seen";
import type { Sidebar } from "./sidebarSeen";
import { openSidebar } from "./sidebarSeen";
import { start, tidy, workspace } from "./started";

const [MARCUS, BILAL, CERYS, DEXTER] = ["Marcus Bell", "Bilal Okafor", "Cerys Varga", "Dexter Drummond"];

let browser: Browser;
let address = "";
let seen: Seen;
let sidebar: Sidebar;

beforeAll(async () => {
  browser = await startBrowser();
  const folder = workspace();
  await forget(folder, MARCUS);
  ({ address } = await start(folder, "--now", "2026-11-20T15:30"));
  seen = await look(browser, address);
  await seen.open("Weekly grades");
  await selectRowOf(seen, MARCUS);
  sidebar = await openSidebar(seen);
  await sidebar.says(`${MARCUS} is open.`);
});

afterAll(async () => {
  await browser.close();
  tidy();
});

/**
 * Takes all that the demo has written down about a pupil out of the workbook, so that the pupil begins here.
 */
async function forget(folder: string, pupil: string): Promise<void> {
  const opened = await openWorkspace(folder);
  createHost(opened, { bundle: "build/out/google" }).execute(({ SpreadsheetApp }) => {
    for (const tab of Object.keys(RECORD_LETTERS)) {
      const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab);
      const rows = sheet.getDataRange().getValues() as unknown[][];
      rows.forEach((row, i) => {
        if (row[2] === pupil) sheet.getRange(i + 1, 1, 1, row.length).clearContent();
      });
    }
    const book = SpreadsheetApp.getActiveSpreadsheet();
    const all = book.getSheetByName("Pupils").getDataRange().getValues() as unknown[][];
    const id = all.find((row) => `${row[3] || row[1]} ${row[2]}` === pupil)?.[0] ?? "";
    book
      .getSheetByName("Reports")
      .appendRow(["2026-27 Autumn 2", "P01", id, pupil, "R261101-000001", "drafting"]);
  });
  await opened.close();
}

/** A tab's rows as texts, of one pupil or of all. */
async function rowsOf(tab: string, pupil = ""): Promise<string[][]> {
  const { sheets } = await seen.workbook();
  const cells = Object.values(sheets.find(({ name }) => name === tab)?.cells ?? {});
  return cells
    .slice(1)
    .filter((row) => (pupil === "" ? row[2]?.v !== undefined : row[2]?.v === pupil))
    .map((row) => Array.from({ length: 24 }, (_, i) => String(row[i]?.v ?? "")));
}

/** The row of a pupil in the newest week. */
async function selectRowOf({ workbook, goTo }: Seen, pupil: string): Promise<void> {
  const { sheets } = await workbook();
  const sheet = sheets.find(({ name }) => name === "Weekly grades");
  const row = Object.entries(sheet?.cells ?? {}).find(([, line]) => line[2]?.v === pupil)?.[0];
  await goTo(Number(row) + 1, 1);
}

/** Waits until the cursor is at a grade, such as `Attendance: Green`. */
const atGrades = (one: Sidebar) => until(async () => (await one.here()).includes(": "), true);

const title = () => sidebar.frame.getByRole("heading", { level: 1 }).textContent();

test("it follows the row that is selected, but not while somebody has chosen another pupil", async () => {
  expect(await title()).toBe(MARCUS);
  await sidebar.shot("pupil");
  await selectRowOf(seen, BILAL);
  await seen.page.locator("iframe.addon").focus();
  await until(title, BILAL);

  await sidebar.pick("cerys");
  await until(title, CERYS);
  await seen.page.getByRole("textbox", { name: "Cell name" }).focus();
  await seen.page.locator("iframe.addon").focus();
  await sidebar.tabTo("Selected row", true);
  expect(await title()).toBe(CERYS);
  await sidebar.press("Enter");
  await until(title, BILAL);
  await sidebar.tabTo("Selected row", true);
  await sidebar.press("Enter");
  await sidebar.says("This is the pupil in the selected row.");
});

test("a class of three is graded by keyboard alone", async () => {
  await sidebar.pick("bilal");
  await sidebar.says(`${BILAL} is open.`);
  await sidebar.view("Grade");
  for (const [letters, name, next] of [
    ["gagarghtw", BILAL, CERYS],
    ["ggggggggg", CERYS, DEXTER],
    ["raruieagr", DEXTER, "Esme Kinsella"],
  ] as const) {
    await until(title, name);
    await atGrades(sidebar);
    await sidebar.press(...Array<string>(8).fill("ArrowUp"));
    await sidebar.press(...letters);
    expect(await sidebar.here()).toBe("Strength: what went well");
    await sidebar.press("Control+a");
    await sidebar.type(`Asked a good question, ${name.split(" ")[0]}.`);
    await sidebar.press("Tab", "Control+a");
    await sidebar.type("Practise it twice.");
    if (name === BILAL) await sidebar.shot("grade");
    await sidebar.press("Control+Enter");
    await until(title, next);
  }
  const weeks = await rowsOf("Weekly grades");
  const graded = [BILAL, CERYS, DEXTER].map((name) => weeks.find((row) => row[2] === name)?.slice(4, 15));
  expect(graded).toEqual([
    [..."GAGARGHT", "", "Asked a good question, Bilal.", "Practise it twice."],
    [..."GGGGGGGGG", "Asked a good question, Cerys.", "Practise it twice."],
    [..."RARUIEAGR", "Asked a good question, Dexter.", "Practise it twice."],
  ]);
});

describe("each form, by keyboard", () => {
  beforeAll(async () => {
    await sidebar.pick("marcus");
    await sidebar.says(`${MARCUS} is open.`);
  });

  test("feedback in a line; then a peer's, which is checked; then it is closed", async () => {
    await sidebar.view("Feedback");
    expect(await sidebar.here()).toBe("What next");
    await sidebar.type("better spelling");
    await sidebar.frame.getByText(/Hint: begin with something to do/).waitFor();
    await sidebar.press("Control+a");
    await sidebar.type("Check the spelling of each new word");
    await sidebar.press("Enter");
    await sidebar.says("Saved.");
    await sidebar.frame.getByText("Acknowledged, HM, 20 November").waitFor();

    await sidebar.tabTo("Kind of feedback: Verbal", true);
    await sidebar.press("ArrowRight", "ArrowRight", "ArrowRight");
    for (const [box, text] of [
      ["Piece of work", "A poem"],
      ["How well it was done", "It made us laugh"],
      ["What next", "Read it aloud to the group"],
    ] as const) {
      await sidebar.tabTo(box);
      await sidebar.type(text);
    }
    await sidebar.press("Control+Enter");
    await sidebar.frame.getByRole("button", { name: "Keep it", exact: true }).waitFor();
    await sidebar.tabTo("Keep it");
    await sidebar.shot("feedback");
    await sidebar.press("Enter");
    await sidebar.says("Kept. The pupil may read it.");
    await sidebar.frame.getByText("Close it", { exact: true }).first().waitFor();
    await sidebar.tabTo("Close it");
    await sidebar.press("Enter");
    await sidebar.tabTo("Pupil's initials");
    await sidebar.type("MB");
    await sidebar.press("Enter");
    await sidebar.says("Closed: read over, MB.");
    const states = (await rowsOf("Feedback", MARCUS)).map((row) => row[15]);
    expect(states.sort()).toEqual(["closed", "closed"]);
  });

  test("a target is set, agreed, shared and revised, and its history shows", async () => {
    await sidebar.view("Targets");
    await sidebar.tabTo("New target");
    await sidebar.press("Enter");
    await sidebar.tabTo("Target: what");
    await sidebar.type("Write a paragraph with capital letters and full stops");
    await sidebar.tabTo("In the child's own words");
    await sidebar.type("I start with a big letter");
    await sidebar.tabTo("Review by");
    await sidebar.tabTo("Review by: today");
    await sidebar.press("Space");
    await sidebar.shot("new-target");
    await sidebar.press("Control+Enter");
    await sidebar.says("Saved.");
    await sidebar.frame.getByText("Not agreed with the pupil yet").waitFor();
    await sidebar.shot("targets");

    await sidebar.tabTo("Agreed with the pupil today");
    await sidebar.press("Enter");
    await sidebar.frame.getByText("Agreed with the pupil, 20 November").waitFor();
    await sidebar.tabTo("Shared with parent today");
    await sidebar.press("Enter");
    await sidebar.frame.getByText("Shared with parent or carer phone, 20 November").waitFor();
    await sidebar.tabTo("About right");
    await sidebar.press("Enter");
    await sidebar.frame.getByRole("button", { name: "About right", pressed: true }).waitFor();

    await sidebar.tabTo("Change its review");
    await sidebar.press("Enter");
    await sidebar.tabTo("Revise it");
    await sidebar.press("Enter");
    await sidebar.tabTo("Why it is being changed");
    await sidebar.type("Met sooner than thought");
    await sidebar.press("Control+Enter");
    await sidebar.says("The new target is saved");
    await sidebar.frame.getByText("Earlier targets (1)").waitFor();
    await sidebar.tabTo("Earlier targets (1)");
    await sidebar.press("Enter");
    await sidebar.frame.getByText("Literacy: changed by agreement").waitFor();
    expect((await rowsOf("Targets", MARCUS)).length).toBeGreaterThanOrEqual(2);
  });

  test("a check-in in the pupil's words shows what to talk about", async () => {
    await sidebar.view("Check-in");
    await sidebar.tabTo("Attendance");
    await sidebar.press("Space");
    await sidebar.tabTo("Behaviour");
    await sidebar.press("Space", "ArrowRight", "ArrowRight");
    await sidebar.tabTo("What would you like to say");
    await sidebar.type("I liked cooking");
    await sidebar.tabTo("I wrote this down");
    await sidebar.press("Space");
    await sidebar.shot("check-in");
    await sidebar.press("Control+Enter");
    await sidebar.says("Saved.");
    await sidebar.frame.getByText("“I liked cooking”").waitFor();
    await sidebar.frame
      .getByText(/Marcus says Red, staff say \w+\. Something to talk about/)
      .first()
      .waitFor();
    await sidebar.shot("check-in-after");
  });

  test("evidence for two pupils at once is refused a level, keeps the text, and is saved without it", async () => {
    await sidebar.view("Evidence");
    await sidebar.tabTo("What the pupil did or said");
    await sidebar.type("Read a page at level 3");
    await sidebar.tabTo("Look for pupils");
    await sidebar.type("zara");
    await sidebar.tabTo("Zara Ahmed");
    await sidebar.press("Space", "Control+Enter");
    await sidebar.says(/A note never carries a level.*Say what was shown instead/);
    await sidebar.shot("evidence-refused");
    await sidebar.tabTo("What the pupil did or said", true);
    await sidebar.press("Control+a");
    await sidebar.type("Read a page without stopping");
    await sidebar.tabTo("Try again");
    await sidebar.press("Enter");
    await sidebar.says("Saved for 2 pupils.");
    const notes = (await rowsOf("Evidence")).slice(-2);
    expect(notes.map((row) => row[2])).toEqual([MARCUS, "Zara Ahmed"]);
    await sidebar.shot("evidence");
  });

  test("good work, a nomination, and the choice of the Student of the Week", async () => {
    await sidebar.view("Rewards");
    await sidebar.tabTo("Piece of work");
    await sidebar.type("A bench");
    await sidebar.tabTo("Criterion");
    await sidebar.type("Every edge is sanded");
    await sidebar.press("Control+Enter");
    await sidebar.says("Saved.");
    await sidebar.tabTo("What it is", true);
    await sidebar.press("ArrowRight");
    await sidebar.tabTo("Why you nominate");
    await sidebar.type("Helped a new pupil all week");
    await sidebar.press("Control+Enter");
    await sidebar.frame.getByRole("button", { name: `Choose ${MARCUS}` }).waitFor();
    await sidebar.tabTo(`Choose ${MARCUS}`);
    await sidebar.shot("rewards");
    await sidebar.press("Enter");
    await sidebar.says(`${MARCUS} is Student of the Week.`);
    await sidebar.frame.getByText(`${MARCUS} is this week's.`).waitFor();
  });

  test("an SDQ with its bands while one types", async () => {
    await sidebar.view("Assessments");
    await sidebar.tabTo("Kind");
    await sidebar.type("SDQ");
    await sidebar.tabTo("Filled in by");
    await sidebar.press("Space", "ArrowRight");
    for (const [scale, score] of [
      ["emotional", "5"],
      ["conduct", "3"],
      ["hyperactivity", "7"],
      ["peer", "2"],
      ["prosocial", "6"],
    ] as const) {
      await sidebar.tabTo(`${scale}, 0 to 10`);
      await sidebar.type(score);
    }
    await sidebar.frame.getByText("17, high").waitFor();
    await sidebar.shot("assessments-sdq");
    await sidebar.press("Control+Enter");
    await sidebar.says("Saved.");
    await sidebar.frame.getByText(/conduct slightly raised/).waitFor();
    await sidebar.shot("assessments");
  });

  test("a section of the report, reworded as one types; who wrote it does not check it", async () => {
    await sidebar.view("Report");
    await sidebar.tabTo("What staff write");
    await sidebar.press("Enter");
    await sidebar.tabTo("Strengths");
    await sidebar.press("Enter", "Tab");
    await sidebar.type("Never lazy.");
    await sidebar.frame.getByText("“lazy”: a label. Instead: what was started").waitFor();
    await sidebar.frame.getByText("889 characters left").waitFor();
    await sidebar.shot("report-wording");
    await sidebar.press("Control+a");
    await sidebar.type("Finished every page.");
    await sidebar.press("Control+Enter");
    await sidebar.says("Strengths is saved.");
    await sidebar.frame.getByText("Strengths ✓").waitFor();
    expect((await rowsOf("Report comments", MARCUS)).map((row) => row[4])).toEqual(["Finished every page."]);
    await sidebar.tabTo("Checked: ");
    await sidebar.press("Enter");
    await sidebar.says(/You wrote a section of this report, so somebody else must check it/);
    await sidebar.shot("report");
  });
});

test("text that is not saved is asked about before another pupil opens, and kept between views", async () => {
  await sidebar.pick("marcus");
  await sidebar.says(`${MARCUS} is open.`);
  await sidebar.view("Feedback");
  await sidebar.type("Draw the plan again");
  await sidebar.view("Grade");
  await sidebar.view("Feedback");
  expect(await sidebar.frame.getByLabel("What next").inputValue()).toBe("Draw the plan again");
  await sidebar.pick("dexter");
  await sidebar.frame.getByText(`You have unsaved text for ${MARCUS}.`).first().waitFor();
  await until(() => sidebar.here(), "Keep writing");
  await sidebar.shot("unsaved");
  await sidebar.press("Enter");
  expect(await title()).toBe(MARCUS);
  expect(await sidebar.frame.getByLabel("What next").inputValue()).toBe("Draw the plan again");

  // Coming back from another row asks too, and leaves the cursor where it is.
  await selectRowOf(seen, DEXTER);
  await sidebar.frame.getByLabel("What next").focus();
  await sidebar.frame.getByText(`You have unsaved text for ${MARCUS}.`).first().waitFor();
  expect(await sidebar.here()).toBe("What next");
  await sidebar.tabTo("Leave it");
  await sidebar.press("Enter");
  await until(title, DEXTER);
  expect(await sidebar.frame.getByLabel("What next").inputValue()).toBe("");
});

test("two people work on one pupil: both records are there, and neither grade goes unseen", async () => {
  const other = await look(browser, address);
  const as = other.page.getByLabel("Act as");
  await as.selectOption({ index: 2 });
  await other.goTo(1, 1);
  const theirs = await openSidebar(other);
  await theirs.says("Select a pupil's row or choose a pupil above.");
  await theirs.pick("dexter");
  await theirs.says(`${DEXTER} is open.`);
  const before = (await rowsOf("Feedback")).length;
  for (const one of [sidebar, theirs]) {
    await one.view("Feedback");
    await one.type(one === sidebar ? "Add two reasons" : "Measure it again");
  }
  await Promise.all([sidebar.press("Enter"), theirs.press("Enter")]);
  await Promise.all([sidebar.says("Saved."), theirs.says("Saved.")]);
  const rows = (await rowsOf("Feedback")).slice(before);
  expect(rows.map((row) => row[11]).sort()).toEqual(["Add two reasons", "Measure it again"]);

  for (const one of [sidebar, theirs]) await one.view("Grade");
  await atGrades(theirs);
  await theirs.press("g", "Control+Enter");
  await theirs.says("Esme Kinsella is open.");
  await atGrades(sidebar);
  await sidebar.press("a", "Control+Enter");
  await sidebar.says('Attendance: somebody else has just entered "G".');
  await sidebar.frame.getByText("Somebody else has just entered: Green").waitFor();
  await sidebar.shot("meanwhile");
  await sidebar.press("Control+Enter");
  await until(title, "Esme Kinsella");
  expect((await rowsOf("Weekly grades")).find((row) => row[2] === DEXTER)?.[4]).toBe("A");
  await other.page.context().close();
});

test("every view of a pupil with a year's records fits 300 pixels, and 260", async () => {
  await sidebar.pick("dexter");
  await sidebar.says(`${DEXTER} is open.`);
  for (const view of [
    "Pupil",
    "Grade",
    "Targets",
    "Feedback",
    "Check-in",
    "Evidence",
    "Rewards",
    "Assessments",
    "Report",
  ]) {
    await sidebar.view(view);
    for (const width of [300, 260]) {
      expect([view, width, await sidebar.tooWide(width)]).toEqual([view, width, []]);
      await sidebar.shot(`${width}-${view.toLowerCase()}`, width);
    }
  }
});
