/** Whether build/out is older than what it is made from, and building it where it is. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const built = join(root, "build/out/google/Code.js");
const sources = ["src", "build", "package-lock.json", "appsscript.json"];

/** @param {string} path @returns {number} the newest modification time at or below a path */
function newest(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const names = readdirSync(path).filter((name) => name !== "out");
  return Math.max(stats.mtimeMs, ...names.map((name) => newest(join(path, name))));
}

/** @returns {boolean} */
export const isStale = () =>
  !existsSync(built) || sources.some((source) => newest(join(root, source)) > statSync(built).mtimeMs);

/** Says so on standard error where it builds; a build that fails throws. */
export function buildWhereStale() {
  if (!isStale()) return;
  console.error("Building, because sources are newer than build/out …");
  const { status } = spawnSync(process.execPath, ["build/build.mjs"], { cwd: root, stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new Error("The build failed.");
}
