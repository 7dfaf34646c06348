/** A document drawn into the page that holds this script, as large as its paper is. */
import { renderAsync } from "docx-preview";

/** Margins are inside the pages that are drawn. */
async function preview(base64: string): Promise<{ width: string; height: string }> {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  await renderAsync(bytes, document.body, document.body, {
    breakPages: true,
    inWrapper: false,
    ignoreLastRenderedPageBreak: false,
  });
  const paper = document.querySelector<HTMLElement>("section")?.style;
  const inPixels = (length: string | undefined, otherwise: string): string => {
    const points = Number.parseFloat(length ?? "");
    return points > 0 ? `${(points * 4) / 3}px` : otherwise;
  };
  return { width: inPixels(paper?.width, "210mm"), height: inPixels(paper?.minHeight, "297mm") };
}

Object.assign(globalThis, { preview });
