/** Builds a variant's bundle in a folder of its own, and looks which promise it breaks. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { bundle } from "../../../build/bundle.mjs";
import { BUNDLE, sweepPart } from "./sweep";
import type { Result } from "./table";
import type { Replacement, Variant } from "./variants";

/**
 * The file's text with every replacement made; a text that is no longer there, or there twice, is an error.
 */
export function broken(path: string, replacements: readonly Replacement[]): string {
  return replacements.reduce(
    (source, { file, text, by }) => {
      const parts = source.split(text);
      if (parts.length === 2) return parts.join(by);
      throw new Error(`${file} holds ${parts.length - 1} times, not once: ${text}`);
    },
    readFileSync(path, "utf8"),
  );
}

export async function buildVariant({ name, replacements }: Variant): Promise<string> {
  const folder = join("build/out/variants", name.replace(/ /g, "-"));
  mkdirSync(folder, { recursive: true });
  const files = new Map(replacements.map(({ file }) => [resolve(file), file]));
  const plugin: import("esbuild").Plugin = {
    name,
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const file = files.get(path);
        if (file === undefined) return null;
        return {
          loader: "ts",
          contents: broken(
            path,
            replacements.filter((one) => one.file === file),
          ),
        };
      });
    },
  };
  const { code } = await bundle("src/main.ts", [plugin]);
  for (const page of readdirSync(BUNDLE).filter((one) => one !== "Code.js"))
    copyFileSync(join(BUNDLE, page), join(folder, page));
  writeFileSync(join(folder, "Code.js"), code);
  return folder;
}

/** The first scenario in which the variant breaks a promise; null where it is not caught. */
export async function caught(variant: Variant): Promise<Result | null> {
  const folder = await buildVariant(variant);
  for (const { job, kind, at } of variant.where) {
    const results = await sweepPart({ job, kind, part: 0, of: 1 }, { bundle: folder, at, untilFailed: true });
    const failed = results.find((result) => result.broken.length > 0);
    if (failed) return failed;
  }
  return null;
}
