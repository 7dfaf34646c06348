/**
 * `node build/licences.mjs`: stops with a sentence for each package whose licence would bind the hub or its
 * users.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename } from "node:path";

/** Licences that ask for no more than their own text to be kept. */
const PLAIN = new Set(
  "MIT MIT-0 ISC 0BSD BSD-2-Clause BSD-3-Clause Apache-2.0 BlueOak-1.0.0 CC0-1.0 Python-2.0 Unlicense Zlib".split(
    " ",
  ),
);
/** Fine for a tool of the build, because its own files stay as they are and none of them is shipped. */
const TOOLS_ONLY = new Set(["MPL-2.0"]);
/**
 * Licences for data, which name the author and bind nothing else; only for these packages, which hold data
 * alone.
 */
const DATA_ONLY = /** @type {Record<string, string>} */ ({
  "caniuse-lite": "CC-BY-4.0",
  "spdx-exceptions": "CC-BY-3.0",
});

/**
 * Packages whose package.json names no licence, or none that has one meaning. `words` must stand in the
 * package's own licence file, so that a later version under another licence is noticed.
 * @type {Record<string, {licence: string, words: string, reason: string}>}
 */
export const READ_FROM_FILE = {
  "@univerjs/telemetry": {
    licence: "Apache-2.0",
    words: "Apache License Version 2.0, January 2004",
    reason: "package.json has no licence field; the other packages of Univer have one, and the same file",
  },
  fuzzy: {
    licence: "MIT",
    words: "Permission is hereby granted, free of charge, to any person obtaining a copy of this software",
    reason: "package.json has the older list `licenses`",
  },
  "url-template": {
    licence: "BSD-3-Clause",
    words: "The name of the author may not be used to endorse or promote products derived from this software",
    reason: "package.json says only BSD, of which there are several",
  },
};

/**
 * @typedef {object} Package
 * @property {string} name
 * @property {string} version
 * @property {string} licence as an SPDX expression; empty when none is named
 * @property {string} author
 * @property {boolean} isTool needed only to build and test
 * @property {string} text its licence and notice files, one after the other
 */

/** @param {string} path @returns {any} */
const json = (path) => JSON.parse(readFileSync(path, "utf8"));

/**
 * The licence and notice files that lie in a package's folder.
 * @param {string} folder
 * @returns {string}
 */
export function licenceText(folder) {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return names
    .filter((name) => /^(licen[cs]e|copying|notice)([-.]\w+)*$/i.test(name) && !/\.[cm]?[jt]s$/.test(name))
    .map((name) => readFileSync(`${folder}/${name}`, "utf8").trim())
    .join("\n\n");
}

/**
 * What the lock file and the installed folder say of one package. One made for another kind of computer is in
 * the lock file alone.
 * @param {string} folder such as node_modules/zod
 * @param {{name?: string, version?: string, license?: string, dev?: boolean}} locked
 * @returns {Package}
 */
export function packageAt(folder, locked) {
  const name = locked.name ?? folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
  const own = existsSync(`${folder}/package.json`) ? json(`${folder}/package.json`) : {};
  const named = typeof own.license === "string" ? own.license : (own.license?.type ?? locked.license ?? "");
  const text = licenceText(folder);
  const known = READ_FROM_FILE[name];
  const isRead = known && text.replace(/\s+/g, " ").includes(known.words);
  const version = own.version ?? locked.version ?? "";
  const author = (own.author?.name ?? own.author ?? "").replace(/ *[<(].*/, "");
  return {
    name,
    version,
    licence: isRead ? known.licence : named,
    author,
    isTool: locked.dev === true,
    text,
  };
}

/** Everything in the lock file but the project itself. @returns {Package[]} */
export function installed() {
  const { packages } = json("package-lock.json");
  return Object.keys(packages)
    .filter((folder) => folder !== "")
    .map((folder) => packageAt(folder, packages[folder]));
}

/**
 * Of licences joined by OR one is enough, of those joined by AND all count. An expression inside another is
 * not read, and so refused.
 * @param {string} expression such as "(MIT OR GPL-3.0-or-later)"
 * @param {(licence: string) => boolean} isFine
 */
const allows = (expression, isFine) =>
  expression
    .replace(/^\((.*)\)$/, "$1")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((licence) => isFine(licence.trim())));

/** Whether a package's code may stand in what the project ships. @param {Package} pack */
export const mayBeBundled = ({ licence }) => allows(licence, (one) => PLAIN.has(one));

/**
 * A sentence for each package that must not be used.
 * @param {readonly Package[]} packages
 * @returns {string[]}
 */
export const refused = (packages) =>
  packages
    .filter((pack) => !mayBeBundled(pack) && DATA_ONLY[pack.name] !== pack.licence)
    .filter((pack) => !(pack.isTool && allows(pack.licence, (one) => PLAIN.has(one) || TOOLS_ONLY.has(one))))
    .map(({ name, version, licence }) =>
      licence
        ? `${name} ${version} is under ${licence}, which this project does not take. Use another package.`
        : `${name} ${version} names no licence. Read its licence file, or use another package.`,
    );

// Asked for by name: bundled into a program that builds variants, this file is not what was started.
if (process.argv[1] && basename(process.argv[1]) === "licences.mjs") {
  const packages = installed();
  const problems = refused(packages);
  for (const problem of problems) console.error(problem);
  if (problems.length === 0) console.log(`Licences: all ${packages.length} packages are fine.`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
