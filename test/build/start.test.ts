/**
 * What a start of the script makes before anything is asked of it: Google evaluates the whole of it at every
 * edit.
 */
import { readFileSync } from "node:fs";
import type { Host } from "../../src/host/host";
import { createHost } from "../../src/host/host";
import { script } from "../host/script";
import { BUNDLE, FRIDAY, fullDemo } from "../journeys/hub";

/** Runs before the script: zod gives each schema that it makes a `_zod` of its own. */
const COUNTING = `"use strict";
let schemas = 0;
const define = Object.defineProperty;
Object.defineProperty = (object, name, how) => {
  if (name === "_zod") schemas += 1;
  return define(object, name, how);
};`;
/** Runs after it: each function logs how many there were before it and after it. */
const TELLING = `
const loaded = schemas;
for (const [name, own] of Object.entries(app))
  app[name] = (...given) => {
    const answer = own(...given);
    console.log("schemas", loaded, schemas);
    return answer;
  };`;

const folder = script(COUNTING + readFileSync(`${BUNDLE}/Code.js`, "utf8") + TELLING);

function schemasIn(act: (host: Host) => unknown): { atStart: number; after: number } {
  const { workspace, demo } = fullDemo();
  const host = createHost(workspace, { bundle: folder, now: FRIDAY, user: demo.owner, log: () => {} });
  act(host);
  const [, atStart = NaN, after = NaN] = /schemas (\d+) (\d+)/.exec(host.logs.join("\n"))?.map(Number) ?? [];
  return { atStart, after };
}

test("a start makes no check of any cell, and a grade typed needs none", () => {
  const { atStart, after } = schemasIn((host) => host.edit("Weekly grades", 2, 5, [["g"]]));
  expect([atStart, after]).toEqual([0, 0]);
});

test("a job makes those of the tabs that it reads", () => {
  const { atStart, after } = schemasIn((host) => host.call("previewWeeklyUpdate"));
  expect(atStart).toBe(0);
  expect(after).toBeGreaterThan(20);
});
