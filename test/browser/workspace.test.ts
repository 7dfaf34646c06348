/** Staff try the product in a browser: the hub's week, from the first grade to the email. */
import type { Browser } from "playwright-core";
import { startBrowser } from "../../src/host/pdf/chromium";
import type { Seen } from "./seen";
import { look, SHOTS, until, workbookAt } from "./seen";
import { start, tidy, workspace } from "./started";

const GREEN = [200, 236, 208];
const AMBER = [255, 226, 160];
const RED = [249, 205, 200];
const WHITE = [255, 255, 255];
/** Weekly grades: the first area's column. */
const ATTENDANCE = 5;

let browser: Browser;
const opened: Seen[] = [];

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
  tidy();
});

async function see(address: string): Promise<Seen> {
  const seen = await look(browser, address);
  opened.push(seen);
  await seen.open("Weekly grades");
  return seen;
}

const gradesOf = async (seen: Pick<Seen, "workbook">, rows: number[]) => {
  const sheet = (await seen.workbook()).sheets.find(({ name }) => name === "Weekly grades");
  return rows.map((row) => sheet?.cells[row - 1]?.[ATTENDANCE - 1]?.v ?? null);
};
const shot = async ({ page }: Seen, name: string) =>
  void (SHOTS !== "" && (await page.screenshot({ path: `${SHOTS}/${name}.png` })));

describe("a week in one hub", () => {
  let first: Seen;
  let address = "";

  beforeAll(async () => {
    ({ address } = await start(workspace(), "--now", "2026-11-20T15:30"));
    first = await see(address);
  });

  test("grades go in by keyboard, in any spelling, as fast as a person types", async () => {
    await first.goTo(2, ATTENDANCE);
    await first.type("g", "a", "red", "Green", "U", "A");
    await first.saved();
    await until(() => gradesOf(first, [2, 3, 4, 5, 6, 7]), ["G", "A", "R", "G", "U", "A"]);
    await shot(first, "grades");
  });

  test("a grade has its colour at once, and one that cannot be read has a mark", async () => {
    // At once is: before the host has answered.
    let release = (): void => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await first.page.route("**/api/edit", async (route) => {
      await released;
      await route.continue();
    });
    await first.goTo(2, ATTENDANCE);
    await first.type("r");
    await until(() => first.colour("Weekly grades", 2, ATTENDANCE, 8, 16), RED);
    expect(await gradesOf(first, [2])).toEqual(["G"]);
    await first.goTo(2, ATTENDANCE);
    await first.type("g");
    await until(() => first.colour("Weekly grades", 2, ATTENDANCE, 8, 16), GREEN);
    release();
    await first.saved();
    await first.page.unroute("**/api/edit");
    await first.goTo(2, ATTENDANCE);
    await first.type("abs");
    await until(() => first.colour("Weekly grades", 2, ATTENDANCE, 8, 16), WHITE);
    const corner = await first.colour("Weekly grades", 2, ATTENDANCE, 87, 2);
    expect(corner[0]).toBeGreaterThan((corner[1] ?? 0) + 60);
    await until(() => gradesOf(first, [2]), ["abs"]);
    await shot(first, "unreadable");
  });

  test("another page sees the edit, and both edit without losing a cell", async () => {
    const second = await see(address);
    await first.goTo(2, ATTENDANCE);
    await first.type("a");
    await until(() => second.colour("Weekly grades", 2, ATTENDANCE, 8, 16), AMBER);
    await first.goTo(3, ATTENDANCE);
    await second.goTo(5, ATTENDANCE);
    await Promise.all([first.type("g", "r"), second.type("r", "g")]);
    await Promise.all([first.saved(), second.saved()]);
    await until(() => gradesOf(first, [2, 3, 4, 5, 6]), ["A", "G", "R", "R", "G"]);
    await second.page.close();
  });

  test("the clock is moved to Friday 16:40, the update goes, and its email can be read", async () => {
    const { page } = first;
    await page.getByRole("button", { name: "Clock", exact: true }).click();
    await shot(first, "clock");
    await page.getByRole("button", { name: /To Friday 16:40/ }).click();
    await page.getByRole("button", { name: /Fri 20 Nov 2026, 16:40/ }).waitFor();
    await page.getByRole("button", { name: /^Outbox/ }).click();
    await page
      .getByRole("button", { name: /Weekly update, week beginning 16 November 2026/ })
      .first()
      .click();
    const mail = page.frameLocator("iframe.mail");
    await mail.getByText("Week beginning 16 November 2026").first().waitFor();
    await shot(first, "email");
    await page.getByRole("button", { name: "Source" }).click();
    await page.getByText("Content-Type: text/html").first().waitFor();
    await page.getByRole("button", { name: "Runs", exact: true }).click();
    await page.getByText("hourlySweep").first().waitFor();
    await shot(first, "runs");
  });
});

test("a lead previews Friday's update, sends it by hand, and reads what a school receives", async () => {
  const { address } = await start(workspace(), "--now", "2026-11-20T15:30");
  const seen = await see(address);
  const { page } = seen;
  const choose = async (item: string) => {
    await page.getByRole("button", { name: "Add-on menu" }).click();
    await page.getByRole("menuitem", { name: item }).click();
    return page.getByRole("dialog").frameLocator("iframe");
  };
  const preview = await choose("Preview weekly update");
  await preview.getByText(/Week beginning 16 November 2026: \d+ messages/).waitFor();
  await shot(seen, "preview");
  await preview.getByRole("button", { name: "Close" }).click();
  const sending = await choose("Send now");
  await sending.getByText(/pupils have blank grades\. The week has not closed yet/).waitFor();
  await sending.getByRole("button", { name: "Send it now" }).click();
  await sending.getByText(/Week beginning 16 November 2026: \d+ sent/).waitFor();
  await shot(seen, "sent");
  await sending.getByRole("button", { name: "Close" }).click();
  await page
    .getByRole("button", { name: /Weekly update, week beginning 16 November 2026/ })
    .first()
    .click();
  await page.frameLocator("iframe.mail").getByText("Next update due Friday 27 November 2026").waitFor();

  const plans = await choose("Action plans");
  await plans.getByText("Open one by hand").click();
  const pupil = plans.getByLabel("Pupil id");
  await pupil.fill("U999");
  await pupil.press("Enter");
  // Enter in a form's only text field submits it: the dialog presses its button instead of going blank.
  await plans.getByRole("status").getByText(/pupil/i).waitFor();
  expect(await pupil.inputValue()).toBe("U999");
});

test("an accepted edit outlives a power cut right after it", async () => {
  const folder = workspace();
  const before = await start(folder, "--now", "2026-11-20T15:30");
  const seen = await see(before.address);
  await seen.goTo(3, ATTENDANCE);
  await seen.type("a", "g");
  await seen.saved();
  await before.end("SIGKILL");
  const after = await start(folder);
  expect(await gradesOf({ workbook: () => workbookAt(after.address) }, [3, 4])).toEqual(["A", "G"]);
  await after.end("SIGTERM");
});

test("no page asked anything of another machine", () => {
  const hosts = new Set(opened.flatMap(({ asked }) => asked).map((url) => new URL(url).hostname));
  hosts.delete("");
  expect([...hosts]).toEqual(["127.0.0.1"]);
});
