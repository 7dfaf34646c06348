/** The command line of the local programs. */
import { parseArgs } from "node:util";
import type { HubSize } from "./workspaces";

const SIZES: readonly string[] = ["small", "default", "large", "empty"];

/** London time now, `yyyy-mm-ddThh:mm`. */
const londonNow = (): string =>
  new Date().toLocaleString("sv-SE", { timeZone: "Europe/London" }).slice(0, 16).replace(" ", "T");

/** Reads options and names; a mistake is a sentence on standard error and exit code 2. */
export function readArguments(flags: Record<string, { type: "string" | "boolean" }>) {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        workspace: { type: "string", default: "workspace" },
        size: { type: "string", default: "default" },
        seed: { type: "string", default: "1" },
        now: { type: "string" },
        user: { type: "string" },
        ...flags,
      },
    });
    const text = (name: string): string | undefined => {
      const value = (values as Record<string, unknown>)[name];
      return typeof value === "string" ? value : undefined;
    };
    const size = text("size") ?? "";
    const now = text("now") ?? londonNow();
    if (!SIZES.includes(size))
      throw new Error(`--size must be one of ${SIZES.join(", ")}; it was "${size}".`);
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(now) || Number.isNaN(Date.parse(now)))
      throw new Error(`--now must be London time such as 2026-11-20T16:40; it was "${now}".`);
    if (!/^\d+$/.test(text("seed") ?? ""))
      throw new Error(`--seed must be a whole number; it was "${text("seed")}".`);
    return {
      names: positionals,
      text,
      flag: (name: string): boolean => (values as Record<string, unknown>)[name] === true,
      workspace: text("workspace") ?? "workspace",
      nowGiven: text("now") !== undefined,
      making: { size: size as HubSize, seed: Number(text("seed")), now },
    };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}
