/** What may go between a page and the script by google.script.run, and the copies that arrive. */
import { isService } from "../run/calls";

/** Google's words for an argument that may not cross; `at` is its place or the name of its member. */
const illegal = (at: string): TypeError => new TypeError(`Failed due to illegal value in property: ${at}`);

/**
 * A copy of a value that may cross: texts, finite numbers, true and false, null, and lists and plain objects
 * of these. In a list nothing becomes null; a member that is nothing stays away. `{a: [undefined], b:
 * undefined}` -> `{a: [null]}`
 */
export function crossed(value: unknown, at: string, around: readonly object[] = []): unknown {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value !== "object" || isService(value)) throw illegal(at);
  if (around.includes(value)) throw new TypeError("Failed due to circular reference.");
  const inside = [...around, value];
  if (Array.isArray(value)) return Array.from(value, (item, i) => crossed(item, String(i), inside));
  if (!isPlain(value)) throw illegal(at);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, crossed(member, name, inside)]));
}

/** Made by braces, in this world or in the script's: above it there is Object's own prototype or none. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
