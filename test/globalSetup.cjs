/**
 * Once before all test files: builds what the journeys run where sources are newer, and makes a folder for what one run
 * of jest makes once for all of its files, such as the demo's workspaces. The folder is new for each run, so that
 * nothing in it is older than the code, and gone with it.
 */
/* eslint-disable @typescript-eslint/no-require-imports -- jest loads this as CommonJS */
const { mkdtempSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

module.exports = async () => {
  const { buildWhereStale } = await import("../build/fresh.mjs");
  buildWhereStale();
  const folder = mkdtempSync(join(tmpdir(), "hub-tracker-tests-"));
  process.env.HUB_TRACKER_SHARED = folder;
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
};
