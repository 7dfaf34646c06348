/**
 * A folder for what one run of jest makes once for all of its test files, such as the demo's workspaces: new for each
 * run, so that nothing in it is older than the code, and gone with it.
 */
/* eslint-disable @typescript-eslint/no-require-imports -- jest loads this as CommonJS */
const { mkdtempSync, rmSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

module.exports = () => {
  const folder = mkdtempSync(join(tmpdir(), "hub-tracker-tests-"));
  process.env.HUB_TRACKER_SHARED = folder;
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
};
