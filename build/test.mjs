/**
 * `npm test`: builds, then tests, and beside both looks at types, lint and formatting, so that no core stands
 * idle. `--quick` leaves out the browser and the slowest proofs; anything else goes to jest: `npm test --
 * friday`.
 */
import { spawn } from "node:child_process";
import { delimiter, join, resolve } from "node:path";
import { isStale } from "./fresh.mjs";

process.chdir(join(import.meta.dirname, ".."));
process.env["PATH"] = [resolve("node_modules/.bin"), process.env["PATH"]].join(delimiter);
const CACHE = "build/out/cache";
const SLOWEST = ["test/browser/", "\\.slow\\.test\\.ts$"];

/** What is looked at beside the tests, one after the other. */
const CHECKS = [
  { name: "types", run: ["tsc", "-b"] },
  {
    name: "lint",
    run: [
      "eslint",
      "--cache",
      "--cache-strategy",
      "content",
      "--cache-location",
      `${CACHE}/eslint/`,
      "src",
      "test",
      "build",
    ],
  },
  {
    name: "format",
    run: [
      ...["prettier", "--cache", "--cache-strategy", "content", "--cache-location", `${CACHE}/prettier`],
      ...[
        "--log-level",
        "warn",
        "--check",
        "src",
        "test",
        "build",
        "README.md",
        "CONTRIBUTING.md",
        "*.{json,mjs}",
      ],
    ],
  },
];

/**
 * @param {string[]} run a command of a package and its arguments
 * @returns {Promise<{ isGood: boolean, said: string, seconds: number }>}
 */
function outcomeOf([command = "", ...args]) {
  const started = performance.now();
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (/** @type {Buffer} */ part) => (said += part.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ isGood: code === 0, said, seconds: Math.round((performance.now() - started) / 1000) });
    });
  });
}

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * The tests; null where jest ended before it had counts.
 * @param {string[]} args
 * @returns {Promise<{ isGood: boolean, counts: Counts | null }>}
 */
function tested(args) {
  const child = spawn("jest", args, { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  /** @type {Counts | null} */
  let counts = null;
  child.on("message", (/** @type {Counts} */ given) => (counts = given));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ isGood: code === 0, counts }));
  });
}

async function checked() {
  const found = [];
  for (const { name, run } of CHECKS) found.push({ name, ...(await outcomeOf(run)) });
  return found;
}

/** @param {string} name @param {{ isGood: boolean, said: string, seconds: number }} outcome */
function report(name, { isGood, said, seconds }) {
  if (!isGood) process.stderr.write(`\n${said.trim()}\n`);
  console.error(`${name}: ${isGood ? "good" : "FAILED"}, ${seconds} s`);
}

const args = process.argv.slice(2);
const more = args.filter((one) => one !== "--quick");
const without = args.includes("--quick") ? SLOWEST.map((one) => `--testPathIgnorePatterns=${one}`) : [];

const beside = checked();
const build = isStale() ? await outcomeOf([process.execPath, "build/build.mjs"]) : null;
if (build) report("build", build);
const isBuilt = build === null || build.isGood;
const tests = isBuilt ? await tested([...more, ...without]) : { isGood: false, counts: null };
const checks = await beside;
for (const one of checks) report(one.name, one);

const failed = checks.filter(({ isGood }) => !isGood).length + (isBuilt ? 0 : 1);
const counts = tests.counts ?? { passed: 0, failed: failed === 0 ? 1 : 0, skipped: 0 };
process.exitCode = tests.isGood && failed === 0 ? 0 : 1;
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
console.log(`${counts.passed} passed, ${counts.failed + failed} failed${skipped}`);
