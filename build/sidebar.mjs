/** Bundles the sidebar to one page with everything inside, and refuses what Google would cut or a browser misread. */
import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { minify } from "terser";
import { noteParts } from "./thirdParty.mjs";

/** Google sends the whole page at every opening. Bytes. */
export const MAX_PAGE_BYTES = 60 * 1024;

/**
 * Names of the page's own properties, which the build makes short. None of them may be a field of what goes to the server
 * or comes from it, or one that a browser knows; test/build/sidebar.test.ts looks at that.
 */
export const OWN_NAMES = [
  "again",
  "asked",
  "beside",
  "button",
  "drafts",
  "few",
  "form",
  "isFirst",
  "isLong",
  "isMinor",
  "isOff",
  "isOn",
  "isShort",
  "isStill",
  "meanwhile",
  "offers",
  "onwards",
  "options",
  "picker",
  "question",
  "records",
  "revise",
  "saved",
  "start",
  "typed",
  "unfolded",
];

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
    mangleProps: new RegExp(`^(${OWN_NAMES.join("|")})$`),
  });
  const style = await build({ ...common, entryPoints: [`${folder}/sidebar.css`] });
  const { code = "" } = await minify(textOf(script), {
    ecma: 2020,
    compress: { passes: 3, unsafe_arrows: true, hoist_funs: true },
    format: { ecma: 2020 },
  });
  const page = readFileSync(`${folder}/index.html`, "utf8")
    .replace(/\s*\n\s*/g, "")
    .replace("/*style*/", () => textOf(style).replace(/--([a-z])[a-z]+/g, "--$1")) // --navy: no two begin alike
    .replace("/*script*/", () => code);
  for (const problem of pageProblems(page, code)) throw new Error(problem);
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
