/** Licences: what is refused, and what is shipped beside the code. */
import { readFileSync } from "node:fs";
import { installed, READ_FROM_FILE, refused } from "../../build/licences.mjs";
import { thirdPartyText } from "../../build/thirdParty.mjs";

const invented = { name: "invented", version: "1.0.0", author: "Somebody", isTool: true, text: "" };

test("every installed package is fine", () => {
  expect(installed().length).toBeGreaterThan(500);
  expect(refused(installed())).toEqual([]);
});

test.each([
  ["GPL-3.0-or-later", /^invented 1\.0\.0 is under GPL-3\.0-or-later/],
  ["MIT AND GPL-2.0-only", /is under MIT AND GPL-2\.0-only/],
  ["CC-BY-4.0", /is under CC-BY-4\.0/],
  ["", /names no licence/],
])("a package under %j is refused by name", (licence, sentence) =>
  expect(refused([{ ...invented, licence }]).join()).toMatch(sentence),
);

test.each(["MIT", "(MIT OR GPL-3.0-or-later)", "(MIT AND Zlib)", "MPL-2.0"])(
  "a tool under %s is fine",
  (licence) => expect(refused([{ ...invented, licence }])).toEqual([]),
);

test("MPL is fine for a tool only, and never inside a bundle", () => {
  expect(refused([{ ...invented, licence: "MPL-2.0", isTool: false }])).toHaveLength(1);
  expect(() => thirdPartyText([{ ...invented, licence: "MPL-2.0" }])).toThrow(/must not be shipped/);
});

test("each exception is a package that is there, and its licence file says so", () => {
  const byName = new Map(installed().map((pack) => [pack.name, pack.licence]));
  for (const [name, { licence }] of Object.entries(READ_FROM_FILE)) expect(byName.get(name)).toBe(licence);
});

test("the list of what is shipped names the packages in the script, the sidebar and the page, with their words", () => {
  const list = readFileSync("build/out/google/THIRD-PARTY.txt", "utf8");
  for (const name of ["zod", "preact", "react-dom", "docx-preview", "jszip", "pako"])
    expect(list).toMatch(new RegExp(`^${name} [\\d.]+ \\(`, "m"));
  expect(list).toContain("Permission is hereby granted, free of charge");
  expect(list).not.toMatch(/^(esbuild|jest|playwright-core) /m);
});
