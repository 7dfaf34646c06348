/**
 * The built script in its folder: what its manifest says, and its functions, each time in a world of their
 * own.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import gas from "gas-local";
import { SERVICES } from "./services";

export interface Program {
  /** Holds Code.js, appsscript.json and the script's .html files. */
  folder: string;
  timeZone: string;
  /** The rights it asks for, in full; null where the manifest names none. */
  scopes: string[] | null;
  /** Advanced services by their names in the script, such as `Drive`; null where there is no manifest. */
  advanced: string[] | null;
}

interface Manifest {
  timeZone?: string;
  oauthScopes?: string[];
  dependencies?: { enabledAdvancedServices?: { userSymbol: string; serviceId: string; version: string }[] };
}

export function programIn(folder: string): Program {
  const file = join(folder, "appsscript.json");
  const manifest = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Manifest) : null;
  const { timeZone = "Europe/London", oauthScopes = null, dependencies } = manifest ?? {};
  const enabled = (dependencies?.enabledAdvancedServices ?? []).filter(
    // A manifest with another version gets a service that lacks it all.
    (asked) =>
      SERVICES.some(
        ({ advanced }) => advanced?.serviceId === asked.serviceId && advanced.version === asked.version,
      ),
  );
  const advanced = manifest && enabled.map(({ userSymbol }) => userSymbol);
  return { folder, timeZone, scopes: oauthScopes, advanced };
}

export type Entry = (...args: unknown[]) => unknown;

/**
 * One of the script's own global functions; null if it has none of that name. The whole script is evaluated
 * again, as Google does at every start, with the services as its globals.
 */
export function functionIn(
  { folder }: Program,
  services: Readonly<Record<string, unknown>>,
  name: string,
): Entry | null {
  const given = new Set(Object.keys(services));
  const world = gas.require(folder, services) as Record<string, unknown>;
  const entry = Object.hasOwn(world, name) && !given.has(name) ? world[name] : null;
  return typeof entry === "function" ? (entry as Entry) : null;
}
