/** What a person sees and does in the sidebar, by keyboard alone once it is open. */
import type { Frame, FrameLocator } from "playwright-core";
import type { Seen } from "./seen";
import { SHOTS } from "./seen";

export interface Sidebar {
  frame: FrameLocator;
  /** Goes on with Tab, or back with Shift+Tab, to what has this name or begins with it. */
  tabTo(name: string, back?: boolean): Promise<void>;
  /** Presses keys one after the other. */
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Goes back to the views' tabs, along them, and opens one. */
  view(name: string): Promise<void>;
  /** Opens a pupil by typing into the list of the week. */
  pick(name: string): Promise<void>;
  /** Waits until the line below says this. */
  says(text: string | RegExp): Promise<void>;
  /** The name of what has the cursor. */
  here(): Promise<string>;
  /**
   * A picture of the whole page as it would be on an endless screen, at a width in pixels, where pictures are
   * asked for.
   */
  shot(name: string, width?: number): Promise<void>;
  /** What is wider than the sidebar's page at a width in pixels, as `<main class="…">`. */
  tooWide(width: number): Promise<string[]>;
}

const MOST_TABS = 90;
/** Sums of what stands above and below the frame. Pixels. */
const AROUND = 150;

/** Chosen in the add-on's menu; waits for the pupil of the selected row. */
export async function openSidebar({ page }: Seen): Promise<Sidebar> {
  await page.getByRole("button", { name: "Add-on menu" }).click();
  await page.getByRole("menuitem", { name: "Pupil sidebar" }).click();
  const frame = page.frameLocator("iframe.addon");
  await frame.getByRole("status").first().waitFor({ state: "attached" });
  await page.locator("iframe.addon").focus();
  const inside = (): Frame => {
    const found = page.frames().find((one) => one.url().includes("/frame/"));
    if (!found) throw new Error("The sidebar is not open.");
    return found;
  };
  const keys = page.keyboard;
  const here = () => inside().evaluate(() => nameOf(document.activeElement));
  await inside().addScriptTag({ content: `var nameOf = ${String(nameOf)};` });

  async function seek(key: string, isThere: (name: string) => boolean, what: string): Promise<void> {
    for (let i = 0; i < MOST_TABS; i += 1) {
      const name = await here();
      if (isThere(name)) return;
      if (i > 1 && name === "nowhere") break;
      await keys.press(key);
    }
    throw new Error(`${key} never came to ${what}; it is at ${await here()}.`);
  }

  const sidebar: Sidebar = {
    frame,
    here,
    async press(...all) {
      for (const key of all) await keys.press(key);
    },
    type: (text) => keys.type(text),
    tabTo: (name, back) => seek(back ? "Shift+Tab" : "Tab", (at) => at.startsWith(name), name),
    async view(name) {
      const isAbove = await inside().evaluate(() => document.activeElement?.closest(".chooser") !== null);
      await seek(isAbove ? "Tab" : "Shift+Tab", (at) => at.startsWith("tab "), "the tabs");
      await seek("ArrowRight", (at) => at.startsWith(`tab ${name}`), name);
      await keys.press("Enter");
      await frame.getByRole("tabpanel", { name: new RegExp(`^${name}, `) }).waitFor();
    },
    async pick(name) {
      const isOutside = await inside().evaluate(() => document.activeElement === document.body);
      await sidebar.tabTo("Open another pupil", !isOutside);
      await keys.type(name);
      await keys.press("Enter");
    },
    says: (text) => frame.locator("footer").getByText(text).first().waitFor(),
    async tooWide(width) {
      const style = await page.addStyleTag({ content: `.dock.sidebar { width: ${width}px !important; }` });
      const found = await inside().evaluate(() => {
        const right = document.documentElement.clientWidth;
        return [...document.querySelectorAll("body, body *")]
          .filter((element) => element.getBoundingClientRect().right > right + 1)
          .map(({ tagName, className, textContent }) => `<${tagName} class="${className}">${textContent}`);
      });
      await style.evaluate((element) => (element as Element).remove());
      return found;
    },
    async shot(name, width = 300) {
      if (SHOTS === "") return;
      const whole = await inside().evaluate(() => {
        const heights = ["header", "main", "footer"].map(
          (tag) => document.querySelector(tag)?.scrollHeight ?? 0,
        );
        return heights.reduce((sum, height) => sum + height, 0);
      });
      const before = page.viewportSize() ?? { width: 1280, height: 800 };
      await page.setViewportSize({ width: before.width, height: Math.max(640, whole + AROUND) });
      const style = await page.addStyleTag({ content: `.dock.sidebar { width: ${width}px !important; }` });
      await page.locator("iframe.addon").screenshot({ path: `${SHOTS}/sidebar-${name}.png` });
      await style.evaluate((element) => (element as Element).remove());
      await page.setViewportSize(before);
    },
  };
  return sidebar;
}

/** As a screen reader would call it, near enough: runs inside the page. */
function nameOf(element: Element | null): string {
  const labels = (element as HTMLInputElement | null)?.labels;
  const name = element?.getAttribute("aria-label") ?? labels?.[0]?.textContent ?? element?.textContent ?? "";
  const group = element?.closest("[role=radiogroup]")?.getAttribute("aria-label");
  const role = element?.getAttribute("role") === "tab" ? "tab " : "";
  return element === document.body ? "nowhere" : `${role}${group ? `${group}: ` : ""}${name}`;
}
