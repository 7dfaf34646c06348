/** A real Chromium: the one inside @sparticuz/chromium on Linux, an installed Chrome elsewhere. */
import unpacked from "@sparticuz/chromium";
import type { Browser } from "playwright-core";
import { chromium } from "playwright-core";

export async function startBrowser(): Promise<Browser> {
  if (process.platform !== "linux" || process.arch !== "x64") return chromium.launch({ channel: "chrome" });
  // Of the package's own switches only this is taken: others turn off what the page's safety rests on.
  return chromium.launch({ executablePath: await unpacked.executablePath(), args: ["--no-sandbox"] });
}
