/** `node build/run.mjs NAME …`: runs the local program NAME, building first when a source is newer. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

process.chdir(join(import.meta.dirname, ".."));

/** @param {string} path @returns {number} the newest modification time at or below a path */
function newest(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const names = readdirSync(path).filter((name) => name !== "out");
  return Math.max(stats.mtimeMs, ...names.map((name) => newest(join(path, name))));
}

const built = "build/out/google/Code.js";
const sources = ["src", "build", "package-lock.json", "appsscript.json"];
if (!existsSync(built) || sources.some((source) => newest(source) > statSync(built).mtimeMs)) {
  console.error("Building, because sources are newer than build/out …");
  const build = spawnSync(process.execPath, ["build/build.mjs"], { stdio: ["ignore", 2, 2] });
  if (build.status !== 0) process.exit(1);
}

const [name = "", ...args] = process.argv.slice(2);
process.argv = [process.argv[0] ?? "node", `build/out/${name}.mjs`, ...args];
await import(join(import.meta.dirname, "out", `${name}.mjs`));
