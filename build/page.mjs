/**
 * Bundles the workspace's page for browsers: everything it needs lies beside it, so that no request leaves
 * the machine.
 */
import { build } from "esbuild";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { noteParts } from "./thirdParty.mjs";

const SOURCE = "src/host/page";

/** @type {import("esbuild").BuildOptions} */
const common = {
  bundle: true,
  minify: true,
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
  plugins: [noteParts],
};

/** @param {string} folder where index.html, main.js and the rest go */
export async function buildPage(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { metafile } = await build({
    ...common,
    entryPoints: { main: `${SOURCE}/main.tsx`, page: `${SOURCE}/page.css` },
    outdir: folder,
    format: "esm",
    metafile: true,
    // The grid comes in a file of its own, so that the page around it is there before it.
    splitting: true,
    chunkNames: "part-[hash]",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".woff2": "file", ".ttf": "file", ".svg": "dataurl" },
  });
  // Goes into dialogs as text, so it is one file without imports.
  await build({
    ...common,
    entryPoints: { scriptRun: `${SOURCE}/frame/scriptRun.ts` },
    outdir: folder,
    format: "iife",
  });
  copyFileSync(`${SOURCE}/icon.svg`, `${folder}/icon.svg`);
  const html = readFileSync(`${SOURCE}/index.html`, "utf8");
  const links = partsOf(metafile, `${SOURCE}/grid/sheetGrid.ts`).map(
    (part) => `<link rel="modulepreload" href="${part}" />`,
  );
  writeFileSync(`${folder}/index.html`, html.replace("</head>", `${links.join("\n    ")}\n  </head>`));
}

/**
 * The files of a part that is imported later, so that the browser fetches and reads them while the page
 * begins.
 * @param {import("esbuild").Metafile} metafile
 * @param {string} entry
 * @returns {string[]}
 */
function partsOf({ outputs }, entry) {
  const first = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === entry);
  const found = new Set(first ? [first] : []);
  for (const path of found)
    for (const { path: next, kind } of outputs[path]?.imports ?? [])
      if (kind === "import-statement") found.add(next);
  return [...found].map((path) => basename(path));
}
