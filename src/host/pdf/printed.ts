/** PDFs by a browser that prints the preview: nearly what a word processor makes of the document. */
import { readFileSync } from "node:fs";
import { startBrowser } from "./chromium";

/** What the page that draws the preview offers. */
interface Previewing {
  preview: (base64: string) => Promise<{ width: string; height: string }>;
}

export async function printed(docx: Uint8Array, previewing: string): Promise<Uint8Array> {
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent("<!doctype html><html><body style='margin:0'></body></html>");
    await page.addScriptTag({ content: readFileSync(previewing, "utf8") });
    const size = await page.evaluate(
      (base64) => (globalThis as unknown as Previewing).preview(base64),
      Buffer.from(docx).toString("base64"),
    );
    return await page.pdf({ ...size, printBackground: true });
  } finally {
    await browser.close();
  }
}
