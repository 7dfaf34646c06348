/** What a person sees and does on the page, for the tests: cells by row and column, colours, tabs. */
import type { Browser, Page } from "playwright-core";
import { a1 } from "../../src/host/model/a1";
import type { Workbook } from "../../src/host/model/model";

const GRID = "canvas[id^=univer-sheet-main]";
const SIZE = { width: 1280, height: 800 };
/** The grid's row numbers and column letters. Pixels. */
const ROW_NUMBERS = 46;
const LETTERS = 20;
const HEADINGS = 40;
const ROW = 24;
/** Waiting ends as soon as what is awaited is there; on busy cores that may take long. Milliseconds. */
const LONGEST_WAIT = 30_000;
/** Where pictures go for people to look at; none are made where the variable is not set. */
export const SHOTS = process.env["SHOTS"] ?? "";

export interface Seen {
  page: Page;
  /** Every address that the page asked for. */
  asked: string[];
  /** Opens a tab of the workbook. */
  open(tab: string): Promise<void>;
  /** Goes to a cell by its name, row and column from 1. */
  goTo(row: number, column: number): Promise<void>;
  /** Types each text into a cell and goes down. */
  type(...texts: string[]): Promise<void>;
  saved(): Promise<void>;
  /** What the selected cell shows, as it is copied; "" for nothing. */
  copied(): Promise<string>;
  /** The colour of a point of a cell, from its top left corner, as [red, green, blue]. */
  colour(tab: string, row: number, column: number, dx: number, dy: number): Promise<number[]>;
  /** The host's own workbook. */
  workbook(): Promise<Workbook>;
}

export async function look(browser: Browser, address: string, user = ""): Promise<Seen> {
  const context = await browser.newContext({
    viewport: SIZE,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  context.setDefaultTimeout(LONGEST_WAIT);
  const page = await context.newPage();
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(address);
  await page.getByRole("tab", { selected: true }).waitFor();
  await page.locator(GRID).waitFor();
  const workbook = () => workbookAt(address, user);
  let widthsOf: Record<string, Record<number, number>> = {};

  /** Sizes as the page sets them when it opens; tests use rows whose texts fit one line, or the first row. */
  async function cornerOf(tab: string, row: number, column: number): Promise<{ x: number; y: number }> {
    const canvas = await page.locator(GRID).boundingBox();
    if (!widthsOf[tab])
      widthsOf = Object.fromEntries((await workbook()).sheets.map(({ name, widths }) => [name, widths]));
    const widths = Array.from({ length: column - 1 }, (_, i) => widthsOf[tab]?.[i] ?? 100);
    const x = ROW_NUMBERS + widths.reduce((sum, width) => sum + width, 0);
    const y = LETTERS + (row > 1 ? HEADINGS + (row - 2) * ROW : 0);
    return { x: (canvas?.x ?? 0) + x, y: (canvas?.y ?? 0) + y };
  }

  return {
    page,
    asked,
    async open(tab) {
      await page.getByRole("tab", { name: tab, exact: true }).click();
      await page.getByRole("tab", { name: tab, exact: true, selected: true }).waitFor();
    },
    async goTo(row, column) {
      const name = page.getByRole("textbox", { name: "Cell name" });
      await name.fill(a1(row - 1, column - 1));
      await name.press("Enter");
    },
    async type(...texts) {
      for (const text of texts) {
        await page.keyboard.type(text);
        await page.keyboard.press("Enter");
      }
    },
    async copied() {
      await page.evaluate(() => navigator.clipboard.writeText("not copied"));
      await page.keyboard.press("Control+c");
      return page.evaluate(async () => {
        for (;;) {
          const text = await navigator.clipboard.readText();
          if (text !== "not copied") return text;
          await new Promise((resolve) => setTimeout(resolve, 30));
        }
      });
    },
    saved: () => page.getByText("All changes saved").waitFor(),
    async colour(tab, row, column, dx, dy) {
      const { x, y } = await cornerOf(tab, row, column);
      const clip = { x: Math.round(x + dx), y: Math.round(y + dy), width: 1, height: 1 };
      const png = (await page.screenshot({ clip })).toString("base64");
      return page.evaluate(async (data) => {
        const image = new Image();
        image.src = `data:image/png;base64,${data}`;
        await image.decode();
        const drawing = document.createElement("canvas").getContext("2d");
        drawing?.drawImage(image, 0, 0);
        return [...(drawing?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
      }, png);
    },
    workbook,
  };
}

/** The host's own workbook, as a page gets it when it opens. */
export async function workbookAt(address: string, user = ""): Promise<Workbook> {
  const { origin, hash } = new URL(address);
  const headers = { origin, "content-type": "application/json", "x-start-token": hash.slice(1) };
  const body = JSON.stringify({ user });
  const response = await fetch(`${origin}/api/open`, { method: "POST", headers, body });
  return ((await response.json()) as { workbook: Workbook }).workbook;
}

/** Waits until something seen is as expected; the last thing seen is what a failure shows. */
export async function until<T>(look: () => Promise<T>, expected: T, ms = LONGEST_WAIT): Promise<void> {
  const end = Date.now() + ms;
  for (;;) {
    const seen = await look();
    if (JSON.stringify(seen) === JSON.stringify(expected)) return;
    if (Date.now() > end) return void expect(seen).toEqual(expected);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
