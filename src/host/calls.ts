/** Every service call passes here: counted, hooked, and refused by name where the host lacks the member. */
export interface Call {
  /** From 1, within the execution. */
  number: number;
  /** Such as `Range.getValues`. */
  name: string;
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

export type Wrap = <T extends object>(name: string, service: T) => T;

/** A wrapper for the service objects of one execution. */
export function wrapper(counter: Counter, hook: Hook): Wrap {
  return (name, service) =>
    new Proxy(service, {
      get(target, key) {
        if (typeof key === "symbol") return Reflect.get(target, key) as unknown;
        if (key === "then" || key === "toJSON" || key === "constructor") return undefined;
        if (!(key in target)) throw new Error(`The local host has no ${name}.${key}`);
        const member = Reflect.get(target, key) as unknown;
        if (typeof member !== "function") return member;
        return (...args: unknown[]): unknown => {
          counter.total += 1;
          const call = { number: counter.total, name: `${name}.${key}` };
          counter.calls[call.name] = (counter.calls[call.name] ?? 0) + 1;
          return mortal(counter, () => {
            hook.before?.(call);
            const result = (member as (...a: unknown[]) => unknown).apply(target, args);
            hook.after?.(call);
            return result;
          });
        };
      },
    });
}

/** A script cannot catch its own death: once a hook has killed it, every further call dies too. */
function mortal<T>(counter: Counter, call: () => T): T {
  if (counter.death) throw counter.death;
  try {
    return call();
  } catch (error) {
    if (error instanceof Killed) counter.death = error;
    throw error;
  }
}

/** An error as Google's services throw them. */
export class Exception extends Error {
  override readonly name = "Exception";
}

/** Thrown by a hook to play the death of the process: nothing pending is kept. */
export class Killed extends Error {
  override readonly name = "Killed";
}

const typeName = (value: unknown): string => {
  if (Array.isArray(value))
    return `${value.length > 0 ? typeName(value[0]).replace("String", "string") : "object"}[]`.replace(
      "Number",
      "number",
    );
  if (value === null) return "null";
  if (Object.prototype.toString.call(value) === "[object Date]") return "Date";
  const kind = typeof value;
  return kind[0]?.toUpperCase() + kind.slice(1);
};

/** The error for arguments of the wrong kind, in Google's words. */
export const mismatch = (method: string, ...args: unknown[]): Exception =>
  new Exception(
    `The parameters (${args.map(typeName).join(",")}) don't match the method signature for ${method}.`,
  );
