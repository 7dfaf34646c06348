/** `npm run build`: the add-on for Google in build/out/google, and the local programs beside it. */
import { build } from "esbuild";
import { copyFileSync, mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { bundle } from "./bundle.mjs";
import { startersPage } from "./starters.mjs";
import { buildPage } from "./page.mjs";
import { sidebarPage } from "./sidebar.mjs";
import { noteParts, writeThirdParty } from "./thirdParty.mjs";

const google = "build/out/google";
const started = new Date();
rmSync(google, { recursive: true, force: true });
mkdirSync(google, { recursive: true });

await build({
  entryPoints: {
    host: "src/host/host.ts",
    server: "src/host/server/server.ts",
    start: "src/programs/start.ts",
    job: "src/programs/job.ts",
    coverage: "src/programs/coverage.ts",
    versionFixture: "src/programs/versionFixture.ts",
    bench: "src/programs/bench.ts",
    "bench/evaluate": "src/programs/bench/evaluate.ts",
    "bench/edit": "src/programs/bench/edit.ts",
    pdf: "src/host/pdf/program.ts",
    privacyRecord: "src/programs/privacyRecord.ts",
    faults: "src/programs/faultSweep.ts",
  },
  outdir: "build/out",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  packages: "external",
  format: "esm",
  platform: "node",
  target: "node20",
  sourcemap: true,
});

await build({
  entryPoints: { preview: "src/host/page/preview.ts" },
  outdir: "build/out",
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  plugins: [noteParts],
});
const { privacyRecordOf } = await import(pathToFileURL("build/out/privacyRecord.mjs").href);
writeFileSync("build/out/privacy-record.html", privacyRecordOf());

await buildPage("build/out/page");

const sidebar = await sidebarPage("src/pages/sidebar");
writeFileSync(`${google}/Sidebar.html`, sidebar);

const { code, names } = await bundle("src/main.ts");
writeThirdParty(["build/out/THIRD-PARTY.txt", `${google}/THIRD-PARTY.txt`]);
writeFileSync(`${google}/Starters.html`, startersPage("src/templates"));
copyFileSync("appsscript.json", `${google}/appsscript.json`);
// Last, and as old as the build's beginning: its time is what fresh.mjs compares with the sources'.
writeFileSync(`${google}/Code.js`, code);
utimesSync(`${google}/Code.js`, started, started);

console.error(`Sidebar.html: ${Buffer.byteLength(sidebar)} bytes`);
console.error(`Code.js: ${Buffer.byteLength(code)} bytes, ${names.length} functions: ${names.join(", ")}`);
