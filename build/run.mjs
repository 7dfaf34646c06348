/** `node build/run.mjs NAME …`: runs the local program NAME, building first when a source is newer. */
import { join } from "node:path";
import { buildWhereStale } from "./fresh.mjs";

process.chdir(join(import.meta.dirname, ".."));
try {
  buildWhereStale();
} catch {
  // The build has said why.
  process.exit(1);
}

const [name = "", ...args] = process.argv.slice(2);
process.argv = [process.argv[0] ?? "node", `build/out/${name}.mjs`, ...args];
await import(join(import.meta.dirname, "out", `${name}.mjs`));
