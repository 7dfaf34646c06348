/** Bundles the workspace's page for browsers: everything it needs lies beside it, so that no request leaves the machine. */
import { build } from "esbuild";
import { copyFileSync, mkdirSync, rmSync } from "node:fs";

const SOURCE = "src/host/page";

/** @type {import("esbuild").BuildOptions} */
const common = { bundle: true, minify: true, target: "es2022", legalComments: "none", logLevel: "warning" };

/** @param {string} folder where index.html, main.js and the rest go */
export async function buildPage(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ["index.html", "icon.svg"]) copyFileSync(`${SOURCE}/${name}`, `${folder}/${name}`);
  await build({
    ...common,
    entryPoints: { main: `${SOURCE}/main.tsx`, page: `${SOURCE}/page.css` },
    outdir: folder,
    format: "esm",
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
}
