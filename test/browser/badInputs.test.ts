/**
 * Any text on the pages, in a real browser: the sidebar and the page around it show it as the text it is,
 * with not one element more, and nothing of it runs or asks for anything.
 */
import type { Browser } from "playwright-core";
import { headingsOf } from "../../src/domain/tables/table";
import type { Table } from "../../src/domain/tables/table";
import { targets } from "../../src/domain/tables/targets";
import { openWorkspace } from "../../src/host/workspace/folderWorkspace";
import { createHost } from "../../src/host/host";
import { markOf } from "../../src/domain/words/grades";
import { TEXTS } from "../badInputs";
import { fullDemo, person, valuesOf } from "../journeys/hub";
import { startBrowser } from "../../src/host/pdf/chromium";
import { look } from "./seen";
import { openSidebar } from "./sidebarSeen";
import { start, tidy, workspace } from "./started";

const MARCUS = "Marcus Bell";
const isCell = (text: string): boolean =>
  text.length <= 2000 && text.trim() !== "" && !/[\p{Surrogate}\uFFFE\uFFFF]/u.test(text);
const ALL = TEXTS.map(({ text }) => text).filter(isCell);
const typed = (text: string): string =>
  /^[\s\p{Cc}\p{Cf}]*=./u.test(text) || text.startsWith("'") ? `'${text}` : text;

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  tidy();
});

/** Where a card of a target shows texts: five in each. */
const FIELDS = ["wording", "childWording", "howWeKnow", "startingPoint", "steps"];

/** Gives the pupil targets that hold every text, in place of those of the demo. */
async function fill(folder: string): Promise<void> {
  const opened = await openWorkspace(folder);
  createHost(opened, { bundle: "build/out/google" }).execute(({ SpreadsheetApp }) => {
    const book = SpreadsheetApp.getActiveSpreadsheet();
    const all = book.getSheetByName("Pupils").getDataRange().getValues() as unknown[][];
    const id = String(all.find((row) => `${String(row[3] || row[1])} ${String(row[2])}` === MARCUS)?.[0]);
    const sheet = book.getSheetByName("Targets");
    const height = sheet.getLastRow() as number;
    const rest = (sheet.getDataRange().getValues() as unknown[][]).map((row) =>
      row[1] === id ? row.map(() => "") : row,
    );
    sheet.getRange(1, 1, rest.length, rest[0]?.length).setValues(rest);
    const common = {
      pupil: id,
      name: MARCUS,
      subject: "literacy",
      setBy: "A",
      setOn: "2026-11-09",
      state: "active",
      pupilSays: "not asked yet",
      expectation: "expected for age",
    };
    const rows = Array.from({ length: Math.ceil(ALL.length / FIELDS.length) }, (_, i) => {
      const texts = FIELDS.map((field, k) => [field, typed(ALL[(i * FIELDS.length + k) % ALL.length] ?? "")]);
      const id = `T261109-${String(i).padStart(6, "0")}`;
      const record: Record<string, string> = { ...common, id, ...Object.fromEntries(texts) };
      return Object.keys(targets.columns).map((field) => record[field] ?? "");
    });
    sheet.insertRowsAfter(height, rows.length);
    sheet.getRange(height + 1, 1, rows.length, headingsOf(targets as never as Table).length).setValues(rows);
    SpreadsheetApp.flush();
  });
  await opened.close();
}

test("the sidebar shows every text as it is: each card has the same elements, and nothing runs or asks", async () => {
  const folder = workspace();
  await fill(folder);
  const { address } = await start(folder, "--now", "2026-11-20T15:30");
  const seen = await look(browser, address);
  const dialogs: string[] = [];
  seen.page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const sidebar = await openSidebar(seen);
  await sidebar.pick("marcus");
  await sidebar.says(`${MARCUS} is open.`);
  await sidebar.view("Targets");
  const cards = await sidebar.frame.locator("article.card").evaluateAll((articles) =>
    articles.map((article) => ({
      texts: [...article.querySelectorAll("p")].map((p) => p.textContent ?? ""),
      elements: [...article.querySelectorAll("*")]
        .map(({ tagName, attributes }) => [tagName, ...[...attributes].map(({ name }) => name)].join(" "))
        .join(","),
    })),
  );
  // In a card a text stands alone, in quotation marks, or after its heading.
  const read = cards.flatMap(({ texts }) =>
    texts.map((text) =>
      text.replace(/^“([^]*)”$/, "$1").replace(/^(How we will know|Starting point|Steps): /, ""),
    ),
  );
  expect(ALL.filter((text) => !read.includes(text.trim()))).toEqual([]);
  expect(new Set(cards.map(({ elements }) => elements)).size).toBe(1);
  expect(dialogs).toEqual([]);
  const here = new URL(address).hostname;
  expect(
    seen.asked.filter((asked) => !/^(data|blob):/.test(asked) && new URL(asked).hostname !== here),
  ).toEqual([]);
});

test("a dialog shows every text as it is: the problems with it have the same elements as those with words", async () => {
  const SIZE = 18 * 4;
  const pageWith = (texts: readonly string[]): string => {
    const { workspace: memory, demo } = fullDemo();
    const lead = person(memory, demo.owner);
    const [headings = []] = valuesOf(lead, "Weekly grades");
    ["Engagement", "Literacy", "Numeracy", "Wellbeing"].forEach((heading, k) => {
      const cells = Array.from({ length: 18 }, (_, i) => [typed(texts[k * 18 + i] ?? `words ${k} ${i}`)]);
      lead.edit("Weekly grades", 2, headings.indexOf(heading) + 1, cells);
    });
    return (lead.call("checkPasted") as { page: string }).page;
  };
  const page = await (await browser.newContext()).newPage();
  const [asked, dialogs]: [string[], string[]] = [[], []];
  page.on("request", (request) => asked.push(request.url()));
  page.on("dialog", (dialog) => (dialogs.push(dialog.message()), void dialog.dismiss()));
  const shown = async (html: string) => {
    await page.setContent(html);
    return page.evaluate(() => ({
      // Which stand in which: texts that differ in their ends alone are one problem, so rows are not counted.
      elements: [
        ...new Set(
          [...document.querySelectorAll("*")].map((one) => `${one.parentElement?.tagName}>${one.tagName}`),
        ),
      ].sort(),
      text: document.body.innerText.replace(/\s+/g, " "),
    }));
  };
  const plain = await shown(pageWith([]));
  // What reads as a grade makes no problem.
  const wrong = ALL.filter((text) => text.length < 300 && markOf(text) === undefined);
  // A page holds no control characters.
  const words = (one: string): string =>
    one
      .trim()
      .replace(/\s+/g, " ")
      .replace(/\p{Cc}/gu, "");
  for (let from = 0; from < wrong.length; from += SIZE) {
    const texts = wrong.slice(from, from + SIZE);
    const { elements, text } = await shown(pageWith(texts));
    expect(elements).toEqual(plain.elements);
    expect(texts.filter((one) => !words(text).includes(words(one)))).toEqual([]);
  }
  expect([asked, dialogs]).toEqual([[], []]);
});
