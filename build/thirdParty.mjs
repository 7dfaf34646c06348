/** Lists every package whose code stands in what the build writes, with its licence's whole text. */
import { writeFileSync } from "node:fs";
import { standardText } from "./licenceTexts.mjs";
import { mayBeBundled, packageAt } from "./licences.mjs";

/** @typedef {import("./licences.mjs").Package} Package */

/** Folders of packages met so far, such as node_modules/zod. @type {Set<string>} */
const folders = new Set();

/**
 * Packages whose one file holds others, which esbuild therefore does not see. @type {Record<string,
 * string[]>}
 */
const CARRIES = { jszip: ["immediate", "lie", "pako", "setimmediate"] };

/** The same, where what is carried is not installed by itself. @type {Record<string, Package>} */
const CARRIES_UNSEEN = {
  "opentype.js": {
    name: "tiny-inflate",
    version: "1.0.3",
    licence: "MIT",
    author: "2015-present Devon Govett",
    isTool: true,
    text: "",
  },
};

/**
 * Goes into the plugins of each bundle that people receive.
 * @type {import("esbuild").Plugin}
 */
export const noteParts = {
  name: "third parties",
  setup({ initialOptions, onEnd }) {
    initialOptions.metafile = true;
    onEnd(({ metafile }) => {
      for (const { inputs } of Object.values(metafile?.outputs ?? {}))
        for (const [path, { bytesInOutput }] of Object.entries(inputs)) if (bytesInOutput > 0) note(path);
    });
  },
};

/** @param {string} path of a file, which need not be a package's */
function note(path) {
  const [folder = "", root = "", name = ""] = path.match(/^(.*node_modules\/)((?:@[^/]+\/)?[^/]+)/) ?? [];
  if (folder) folders.add(folder);
  for (const carried of CARRIES[name] ?? []) folders.add(root + carried);
}

/**
 * What has to stand beside a package's code.
 * @param {Package} pack
 */
function textOf(pack) {
  const { name, licence, author } = pack;
  if (!mayBeBundled(pack)) throw new Error(`${name} is under ${licence}: its code must not be shipped.`);
  const text = pack.text || standardText(licence, author);
  if (!text) throw new Error(`${name} brings no licence text to be shipped with its code.`);
  return text;
}

/**
 * The list as text; packages with the same words stand over them together.
 * @param {readonly Package[]} packages
 * @returns {string}
 */
export function thirdPartyText(packages) {
  /** @type {Map<string, string[]>} */
  const byText = new Map();
  for (const pack of packages) {
    const names = byText.get(textOf(pack)) ?? [];
    byText.set(textOf(pack), [...names, `${pack.name} ${pack.version} (${pack.licence})`]);
  }
  const entries = [...byText].map(([text, names]) => `${names.join("\n")}\n\n${text}\n`);
  const head = "Hub Tracker contains code of these packages, each under its own licence.\n";
  return [head, ...entries].join(`\n${"-".repeat(80)}\n\n`);
}

/**
 * Writes the list of the packages met.
 * @param {readonly string[]} paths where copies of it go
 */
export function writeThirdParty(paths) {
  const met = [...folders].sort().map((folder) => packageAt(folder, {}));
  const unseen = met.flatMap(({ name }) => CARRIES_UNSEEN[name] ?? []);
  const text = thirdPartyText([...met, ...unseen]);
  for (const path of paths) writeFileSync(path, text);
}
