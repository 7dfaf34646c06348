/**
 * Bundles the sidebar to one page with everything inside, and refuses what Google would cut or a browser
 * misread.
 */
import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { noteParts } from "./thirdParty.mjs";

/** Google sends the whole page at every opening. Bytes. */
export const MAX_PAGE_BYTES = 96 * 1024;

/** @type {import("esbuild").BuildOptions} */
const common = {
  bundle: true,
  write: false,
  minify: true,
  target: "es2020",
  legalComments: "none",
  logLevel: "warning",
  plugins: [noteParts],
};

/**
 * The text of Sidebar.html.
 * @param {string} folder with main.tsx, sidebar.css and index.html
 * @returns {Promise<string>}
 */
export async function sidebarPage(folder) {
  const script = await build({
    ...common,
    entryPoints: [`${folder}/main.tsx`],
    format: "iife",
    jsx: "transform",
    jsxFactory: "h",
    jsxFragment: "Fragment",
    inject: [`${folder}/../parts/h.ts`],
    // Its own settings are for the types alone.
    tsconfigRaw: {},
    // Google cuts what follows two slashes inside a template literal, as if it were a comment.
    supported: { "template-literal": false },
  });
  const style = await build({ ...common, entryPoints: [`${folder}/sidebar.css`] });
  const page = readFileSync(`${folder}/index.html`, "utf8")
    .replace("/*style*/", () => textOf(style))
    .replace("/*script*/", () => textOf(script));
  for (const problem of pageProblems(page, textOf(script))) throw new Error(problem);
  return page;
}

/** @param {import("esbuild").BuildResult} result @returns {string} */
const textOf = ({ outputFiles }) => (outputFiles?.[0]?.text ?? "").trim();

/**
 * What must not be in the page, each as a sentence.
 * @param {string} page
 * @param {string} script what stands inside it as its script
 * @returns {string[]}
 */
export function pageProblems(page, script) {
  const bytes = Buffer.byteLength(page);
  const size =
    bytes > MAX_PAGE_BYTES ? [`Sidebar.html has ${bytes} bytes; the limit is ${MAX_PAGE_BYTES}.`] : [];
  const forbidden = ["`", "</script", "<!--"].filter((text) => script.toLowerCase().includes(text));
  return [...size, ...forbidden.map((text) => `The script of Sidebar.html contains ${text}.`)];
}
