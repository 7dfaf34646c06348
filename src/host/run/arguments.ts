/** Which arguments a service's method takes: Google refuses all others, extra ones too. */
import { EnumValue } from "./enums";

/**
 * An object's methods, each with the arguments it takes, overloads divided by `|`: `n` number, `s` text, `b`
 * true or false, `g` rows of cells, `a` list, `o` object, `v` a cell's value, `d` date, `f` any of a
 * service's own objects; `?` allows null; `...` ends the checking. An overload after `-` is one that Google
 * has and the host lacks.
 *
 *     { clear: " | -o", setNote: "s?", getRange: "s | n n | n n n | n n n n" }
 */
export type Methods = Readonly<Record<string, string>>;

/** An object with all that the wrapper needs to know of it. */
export interface KnownObject {
  methods: Methods;
  /** Such as `SpreadsheetApp.Range`. */
  fullName: string;
}

const isDate = (value: unknown): boolean => Object.prototype.toString.call(value) === "[object Date]";

type IsService = (value: object) => boolean;

function fits(kind: string, value: unknown, isService: IsService): boolean {
  if (value === null || value === undefined) return kind.endsWith("?") || (kind === "v" && value === null);
  switch (kind[0]) {
    case "n":
      return typeof value === "number" && !Number.isNaN(value);
    case "s":
      return typeof value === "string";
    case "b":
      return typeof value === "boolean";
    case "a":
      return Array.isArray(value);
    case "g":
      return Array.isArray(value) && value.length > 0 && value.every(Array.isArray);
    case "d":
      return isDate(value);
    case "v":
      return ["string", "number", "boolean"].includes(typeof value) || isDate(value);
    case "f":
      return typeof value === "object" && (value instanceof EnumValue || isService(value));
    default:
      return typeof value === "object" && !Array.isArray(value) && !isService(value);
  }
}

interface Overload {
  kinds: readonly string[];
  /** More arguments may follow, of any kind. */
  isOpen: boolean;
  isLacking: boolean;
}

const read = new Map<string, readonly Overload[]>();

/** Read once for each of the few hundred there are: every call of a script comes by here. */
function overloadsIn(taken: string): readonly Overload[] {
  const known = read.get(taken);
  if (known) return known;
  const overloads = taken.split("|").map((text): Overload => {
    const kinds = text.replace("-", "").split(" ").filter(Boolean);
    const isOpen = kinds[kinds.length - 1] === "...";
    return { kinds: isOpen ? kinds.slice(0, -1) : kinds, isOpen, isLacking: text.includes("-") };
  });
  read.set(taken, overloads);
  return overloads;
}

/** Whether a method takes these arguments; "lacking" where only Google's would. */
export function takes(taken: string, args: readonly unknown[], isService: IsService): boolean | "lacking" {
  const found = overloadsIn(taken).find(
    ({ kinds, isOpen }) =>
      (isOpen ? args.length >= kinds.length : args.length === kinds.length) &&
      kinds.every((kind, i) => fits(kind, args[i], isService)),
  );
  return found?.isLacking ? "lacking" : found !== undefined;
}
