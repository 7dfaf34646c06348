/**
 * The metadata and options that a script hands to Drive.Files: copied, checked, and refused by name where
 * unknown.
 */
import { ApiError } from "../run/errors";
import type { Execution } from "../run/execution";
import { FOLDER } from "./mimeTypes";
import { fileOf, rootOf } from "./store";

export interface Metadata {
  name?: string;
  mimeType?: string;
  description?: string;
  parents?: string[];
  /** Null takes one away. */
  appProperties?: Record<string, string | null>;
  trashed?: boolean;
}

const METADATA = ["name", "mimeType", "description", "parents", "appProperties", "trashed"];
/** Read-only or of no effect here, so that an answer may be handed back. */
const IGNORED = ["kind", "id"];
/** Of the shared drives, which make no difference to a file of one's own. */
const HARMLESS = ["fields", "supportsAllDrives", "supportsTeamDrives", "includeItemsFromAllDrives"];

/**
 * What a script hands over goes by JSON, as to Google: nothing of it is shared, what is undefined is not
 * there.
 */
export const copied = <T extends object>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export function metadataOf(method: string, resource: object): Metadata {
  const given = copied(resource) as Record<string, unknown>;
  const other = Object.keys(given).find((key) => !METADATA.includes(key) && !IGNORED.includes(key));
  if (other) throw new Error(`The local host has no ${method} with ${other}`);
  const { name, appProperties, parents } = given as Metadata;
  if (name !== undefined && typeof name !== "string") throw new ApiError(method, "Invalid value for: name");
  if (parents !== undefined && (!Array.isArray(parents) || parents.length > 1))
    throw new ApiError(method, "A file cannot have more than one parent.");
  for (const [key, value] of Object.entries(appProperties ?? {})) checkProperty(method, key, value);
  return given as Metadata;
}

/** Google's limits: 124 bytes for a key and its value together. */
const MAX_PROPERTY_BYTES = 124;
export const MAX_PROPERTIES = 30;

function checkProperty(method: string, key: string, value: unknown): void {
  if (value === null) return;
  if (typeof value !== "string") throw new ApiError(method, `Invalid value for: appProperties[${key}]`);
  if (Buffer.byteLength(key + value) > MAX_PROPERTY_BYTES)
    throw new ApiError(method, `The property ${key} exceeds the maximum of ${MAX_PROPERTY_BYTES} bytes.`);
}

/** The properties after a change; a null value takes one away. */
export function properties(
  method: string,
  before: Record<string, string>,
  change: Metadata["appProperties"],
): Record<string, string> {
  const merged = { ...before, ...change };
  const kept = Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== null);
  if (kept.length > MAX_PROPERTIES)
    throw new ApiError(method, `The limit of ${MAX_PROPERTIES} properties has been exceeded.`);
  return Object.fromEntries(kept);
}

/** Options beside the harmless ones that a method takes; any other is refused by name. */
export function optionsOf(method: string, options: object, ...known: string[]): Record<string, unknown> {
  const given = copied(options) as Record<string, unknown>;
  const other = Object.keys(given).find((key) => !HARMLESS.includes(key) && !known.includes(key));
  if (other) throw new Error(`The local host has no ${method} with ${other}`);
  return given;
}

/** The folders named, `root` as its id; each must be one that the account reaches. */
export function parentsOf(execution: Execution, method: string, parents: readonly string[]): string[] {
  const root = rootOf(execution.user);
  return parents.map((id) => {
    if (id === "root" || id === root) return root;
    const folder = fileOf(execution, method, id);
    if (folder.mimeType !== FOLDER) throw new ApiError(method, "The specified parent is not a folder.", 403);
    return id;
  });
}
