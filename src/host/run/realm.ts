/** The bundle's own world: what services hand it is made there, so that `instanceof` answers as on Google. */
import { isContext, runInContext } from "node:vm";
import { ApiError } from "./errors";

export interface Realm {
  /** An error as the script would catch it. */
  error(error: unknown): unknown;
  /** Arrays and plain objects made again in the script's world; anything else as it is. */
  adopt<T>(value: T): T;
}

interface World {
  Error: ErrorConstructor;
  Array: ArrayConstructor;
  Object: ObjectConstructor;
}

/**
 * `globals` becomes a vm context when the bundle is loaded into it; until then this program's world is used.
 */
export function realmOf(globals: object): Realm {
  let world: World | null = null;
  const worldNow = (): World | null => {
    if (!world && isContext(globals)) world = runInContext("({ Error, Array, Object })", globals) as World;
    return world;
  };
  return {
    error(error) {
      const there = worldNow();
      if (!there || !(error instanceof Error)) return error;
      const made = new there.Error(error.message);
      Object.defineProperty(made, "name", { value: error.name, configurable: true, writable: true });
      if (error.stack) made.stack = error.stack;
      if (error instanceof ApiError) Object.assign(made, { details: adopted(error.details, there) });
      return made;
    },
    adopt(value) {
      const there = worldNow();
      return there ? (adopted(value, there) as typeof value) : value;
    },
  };
}

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

function adopted(value: unknown, world: World): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const made = new world.Array(value.length);
    for (let i = 0; i < value.length; i += 1) made[i] = adopted(value[i], world);
    return made;
  }
  // A service's own objects are proxies of class instances or of frozen literals; they pass as they are.
  if (!isPlain(value) || isServiceLike(value)) return value;
  // Each member is defined, not set: one called __proto__ is a member like any other.
  return world.Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, adopted(member, world)]),
  ) as unknown;
}

/**
 * Proxies of services answer `toString` with their name instead of Object's own method; a plain object may
 * hold one.
 */
const isServiceLike = (value: object): boolean =>
  Object.getPrototypeOf(value) !== null &&
  !Object.hasOwn(value, "toString") &&
  Reflect.get(value, "toString") !== Object.prototype.toString;
