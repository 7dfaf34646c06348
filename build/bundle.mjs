/** Compiles src/main.ts to the one plain script that Google runs, and refuses what Google would refuse. */
import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { parse } from "acorn";
import { minify } from "terser";
import { noteParts } from "./thirdParty.mjs";

/**
 * Google reads the whole script at every start: a bundle that grows past this is a mistake. Bytes. All of it is
 * evaluated in some 20 ms, a tenth of what one call of a service may take.
 */
export const MAX_BYTES = 320 * 1024;

/**
 * The tables' declarations without what only people and the build read of them: what a tab is for, why and how long it is
 * kept, how private a column is and who receives it. Google reads the whole script at every start.
 * @type {import("esbuild").Plugin}
 */
const leanTables = {
  name: "lean tables",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]domain[\\/]tables[\\/]\w+\.ts$/ }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8")
        .replace(/^ {2}about:\s*"(?:[^"\\]|\\.)*",$/gm, "")
        .replace(/\b(?:purpose|basis|kept):\s*"(?:[^"\\]|\\.)*",?/g, "")
        .replace(/\breceivers: \[[^\]]*\],?/g, "")
        .replace(/\bprivacy: "\w+",|, privacy: "\w+"(?= \})/g, ""),
    }));
  },
};

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
  charset: "utf8",
  plugins: [leanTables],
};

/**
 * The text of Code.js for an entry file: the program as one immediately called function, and after it a plain
 * global function for each of its exports, because Google calls only those.
 * @param {string} entry path of a module such as src/main.ts
 * @param {{plugins?: import("esbuild").Plugin[], small?: boolean}} [how] plugins that come first; small: false saves
 *   the second pass, for a bundle that never goes to Google
 * @returns {Promise<{code: string, names: string[]}>}
 */
export async function bundle(entry, { plugins = [], small: isSmall = true } = {}) {
  /** @type {import("esbuild").BuildOptions} */
  const options = {
    ...common,
    plugins: [...plugins, leanTables, noteParts],
    logLevel: isSmall ? "warning" : "silent",
  };
  // esbuild lists a module's exports only for the esm format, so the names come from a build of their own.
  const esm = await build({ ...options, entryPoints: [entry], format: "esm", outfile: "names.js" });
  const names = Object.values(esm.metafile?.outputs ?? {})[0]?.exports ?? [];
  const app = await build({
    ...options,
    entryPoints: [entry],
    format: "iife",
    globalName: "app",
    outfile: "Code.js",
  });
  const stubs = names.map((name) => `function ${name}() { return app.${name}.apply(this, arguments); }\n`);
  // Indentation is left only inside templates of HTML, where it means nothing.
  const text = (app.outputFiles?.[0]?.text ?? "").replace(/\n +/g, "\n");
  const whole = text + stubs.join("");
  const code = isSmall ? await smaller(whole, names) : whole;
  for (const problem of problemsIn(code, names)) throw new Error(problem);
  return { code, names };
}

/**
 * A second pass over the whole: Google reads every byte at every start.
 * @param {string} text
 * @param {string[]} names
 */
async function smaller(text, names) {
  const { code = "" } = await minify(text, {
    ecma: 2020,
    compress: { passes: 3, unsafe_arrows: true },
    mangle: { reserved: names },
    format: { ecma: 2020 },
  });
  return code;
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
