/** Compiles src/main.ts to the one plain script that Google runs, and refuses what Google would refuse. */
import { build } from "esbuild";
import { parse } from "acorn";
import { noteParts } from "./thirdParty.mjs";

/** Google reads the whole script at every start: a bundle that grows past this is a mistake. Bytes. */
export const MAX_BYTES = 512 * 1024;

/** @type {import("esbuild").BuildOptions} `neutral`: importing anything of Node's becomes a build error. */
const common = {
  bundle: true,
  write: false,
  metafile: true,
  minify: true,
  target: "es2020",
  platform: "neutral",
  mainFields: ["module", "main"],
  legalComments: "none",
};

/**
 * The text of Code.js for an entry file: the program as one immediately called function, and after it a plain
 * global function for each of its exports, because Google calls only those.
 * @param {string} entry path of a module such as src/main.ts
 * @param {import("esbuild").Plugin[]} [plugins] of a bundle that is to differ from its sources
 * @returns {Promise<{code: string, names: string[]}>}
 */
export async function bundle(entry, plugins = []) {
  // What a plugin refuses is said by the error alone.
  /** @type {import("esbuild").LogLevel} */
  const logLevel = plugins.length > 0 ? "silent" : "warning";
  const options = { ...common, plugins: [...plugins, noteParts], logLevel };
  // esbuild lists a module's exports only for the esm format, so the names come from a build of their own.
  const esm = await build({ ...options, entryPoints: [entry], format: "esm", outfile: "names.js" });
  const names = Object.values(esm.metafile?.outputs ?? {})[0]?.exports ?? [];
  const list = names.join(", ");
  const contents = `import { ${list} } from "./${entry}";\nglobalThis.app = { ${list} };\n`;
  const app = await build({
    ...options,
    banner: { js: `"use strict";` },
    stdin: { contents, resolveDir: "." },
    format: "iife",
    outfile: "Code.js",
  });
  const stubs = names.map((name) => `function ${name}() { return app.${name}.apply(this, arguments); }\n`);
  const code = (app.outputFiles?.[0]?.text ?? "") + stubs.join("");
  for (const problem of problemsIn(code, names)) throw new Error(problem);
  return { code, names };
}

/**
 * What Google would refuse or run wrongly in a script, each as a sentence.
 * @param {string} code
 * @param {string[]} exported
 * @returns {string[]}
 */
export function problemsIn(code, exported) {
  const bytes = Buffer.byteLength(code);
  if (bytes > MAX_BYTES) return [`Code.js has ${bytes} bytes; the limit is ${MAX_BYTES}.`];
  let program;
  try {
    program = parse(code, { ecmaVersion: 2020, sourceType: "script" });
  } catch (error) {
    return [`Code.js is not an ES2020 script: ${error instanceof Error ? error.message : error}`];
  }
  const functions = program.body.flatMap((node) =>
    node.type === "FunctionDeclaration" ? [node.id.name] : [],
  );
  const unexpected = functions.filter((name) => !exported.includes(name));
  return unexpected.map(
    (name) => `Code.js has the global function ${name}, which src/main.ts does not export.`,
  );
}
