/**
 * Every service call passes here: counted, hooked, its arguments checked, and refused by name where the host
 * lacks it.
 */
import type { KnownObject } from "./arguments";
import { takes } from "./arguments";
import { Exception, Killed, kindOf } from "./errors";
import type { Realm } from "./realm";

export { Exception, Killed } from "./errors";

export interface Call {
  /** From 1, within the execution. */
  number: number;
  /** Such as `Range.getValues`. */
  name: string;
  args: readonly unknown[];
  /** Cells whose values it read; known after the call. */
  cells: number;
}

export interface Hook {
  before?: (call: Call) => void;
  after?: (call: Call) => void;
}

export interface Counter {
  calls: Record<string, number>;
  total: number;
  /** Cells whose values were read. */
  cells: number;
  /** Set when the process has died: from then on no call does anything. */
  death: Killed | null;
}

/** The name is one of those that the services declare. */
export type Wrap = <T extends object>(name: string, service: T) => T;

const services = new WeakMap<object, { fullName: string; service: object }>();

/** The host's own object behind what a script holds; the object itself where it is none. */
export const unwrap = <T extends object>(held: T): T => (services.get(held)?.service ?? held) as T;
export const isService = (value: object): boolean => services.has(value);

/** The error for arguments of the wrong kind, in Google's words. */
export const mismatch = (method: string, ...args: unknown[]): Exception =>
  new Exception(
    `The parameters (${args.map((arg) => kindOf(arg, (held) => services.get(held)?.fullName)).join(",")}) don't match the method signature for ${method}.`,
  );

interface Passing {
  counter: Counter;
  hook: Hook;
  realm: Realm;
  /** Throws when the run's time is over. */
  checkTime: () => void;
  objects: ReadonlyMap<string, KnownObject>;
}

/** A wrapper for the service objects of one execution. */
export function wrapper(passing: Passing): Wrap {
  return <T extends object>(name: string, service: T): T => {
    const known = passing.objects.get(name);
    if (!known) throw new Error(`No service of the local host declares ${name}.`);
    const proxy: T = new Proxy(service, {
      get(target, key) {
        if (typeof key === "symbol") return undefined;
        if (key === "toString") return () => name;
        if (key === "then" || key === "toJSON" || key in Object.prototype) return undefined;
        const member = Reflect.get(target, key) as unknown;
        const isMethod = typeof member === "function";
        if (!(key in target) || (isMethod && !Object.hasOwn(known.methods, key)))
          throw new Error(`The local host has no ${name}.${key}`);
        if (!isMethod) return member;
        return (...args: unknown[]): unknown => {
          const result = pass(passing, { name, key, known }, args, () =>
            (member as (...a: unknown[]) => unknown).apply(target, args),
          );
          return result === target ? proxy : passing.realm.adopt(result);
        };
      },
      set(_target, key) {
        throw new Error(`The local host does not let a script set ${name}.${String(key)}`);
      },
    });
    services.set(proxy, { fullName: known.fullName, service });
    return proxy;
  };
}

interface Method {
  name: string;
  key: string;
  known: KnownObject;
}

function pass(
  { counter, hook, realm, checkTime }: Passing,
  method: Method,
  args: readonly unknown[],
  act: () => unknown,
): unknown {
  // A script cannot catch its own death: once killed, every further call dies too.
  if (counter.death) throw counter.death;
  counter.total += 1;
  const call: Call = { number: counter.total, name: `${method.name}.${method.key}`, args, cells: 0 };
  counter.calls[call.name] = (counter.calls[call.name] ?? 0) + 1;
  const before = counter.cells;
  try {
    checkTime();
    hook.before?.(call);
    checkArguments(method, args);
    const result = act();
    call.cells = counter.cells - before;
    hook.after?.(call);
    return result;
  } catch (error) {
    if (error instanceof Killed) {
      counter.death = error;
      throw error;
    }
    throw realm.error(error);
  }
}

function checkArguments({ name, key, known }: Method, args: readonly unknown[]): void {
  const taken = takes(known.methods[key] ?? "", args, isService);
  if (taken === "lacking") throw new Error(`The local host has no ${name}.${key} with these arguments`);
  if (!taken) throw mismatch(`${known.fullName}.${key}`, ...args);
}
