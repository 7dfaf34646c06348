/**
 * The script's start, each in a fresh process: a second one in the same process finds its functions compiled.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Row } from "./row";
import { median, tenths } from "./row";

const STARTS = 15;
const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

function fresh(program: string, ...args: string[]): number {
  const once = (): number =>
    Number(execFileSync(process.execPath, [beside(program), ...args], { encoding: "utf8" }));
  return tenths(median(Array.from({ length: STARTS }, once)));
}

export function starts(): Row[] {
  const [folder, code] = [beside("google"), beside("google/Code.js")];
  const size = Buffer.byteLength(readFileSync(code));
  return [
    { name: "the script evaluated, bytes", size, ms: fresh("bench/evaluate.mjs", code) },
    { name: "started by an edit elsewhere", ms: fresh("bench/edit.mjs", folder, "Areas") },
    { name: "started by a grade typed", ms: fresh("bench/edit.mjs", folder, "Weekly grades") },
  ];
}
