/** Goes into every dialog and sidebar: google.script, which reaches the page around the frame by messages. */

type Handler = ((value: unknown, userObject?: unknown) => void) | null;

interface Runner {
  success: Handler;
  failure: Handler;
  userObject: unknown;
}

interface Call extends Runner {
  name: string;
  args: unknown[];
}

interface Reply {
  reply: number;
  result?: unknown;
  error?: string;
}

/** Google runs this many calls of a page at once; further ones wait. */
const AT_ONCE = 10;
const running = new Map<number, Call>();
const waiting: Call[] = [];
let calls = 0;

const tell = (message: object): void => parent.postMessage(message, "*");

function start(): void {
  while (running.size < AT_ONCE && waiting.length > 0) {
    const call = waiting.shift() as Call;
    running.set((calls += 1), call);
    tell({ call: calls, name: call.name, args: call.args });
  }
}

/**
 * Only texts, numbers, booleans, null, plain objects, arrays and forms cross; Google's own words for the
 * rest.
 */
function crossing(value: unknown, key: string): unknown {
  const illegal = () => new TypeError(`Failed due to illegal value in property: ${key}`);
  if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint") throw illegal();
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((member, i) => crossing(member, String(i)) ?? null);
  if (value instanceof HTMLFormElement) return fieldsOf(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw illegal();
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, crossing(member, name)]));
}

/** A form as Google sends it: its fields by name, several of one name as a list. */
function fieldsOf(form: HTMLFormElement): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  const sent = new FormData(form);
  for (const name of new Set(sent.keys())) {
    const values = sent.getAll(name);
    if (values.some((value) => typeof value !== "string"))
      throw new TypeError(
        "The local host takes no files from forms. Read the file in the page and send its content.",
      );
    fields[name] = values.length > 1 ? values : values[0];
  }
  return fields;
}

function runnerOf(runner: Runner): object {
  const chained = (change: Partial<Runner>) => runnerOf({ ...runner, ...change });
  const handlers: Record<string, unknown> = {
    withSuccessHandler: (success: Handler) => chained({ success }),
    withFailureHandler: (failure: Handler) => chained({ failure }),
    withUserObject: (userObject: unknown) => chained({ userObject }),
  };
  return new Proxy(handlers, {
    get(target, name) {
      if (typeof name === "symbol" || name === "then") return undefined;
      if (name in target) return target[name];
      return (...args: unknown[]): void => {
        waiting.push({ ...runner, name, args: args.map((arg, i) => crossing(arg, String(i)) ?? null) });
        start();
      };
    },
  });
}

addEventListener("message", ({ source, data }: MessageEvent<Reply>) => {
  if (source !== parent || typeof data?.reply !== "number") return;
  const call = running.get(data.reply);
  running.delete(data.reply);
  start();
  if (!call) return;
  if (data.error === undefined) call.success?.(data.result, call.userObject);
  else if (call.failure) call.failure(new Error(data.error), call.userObject);
  else console.error(`${call.name}: ${data.error}`);
});

const host = {
  close: () => tell({ host: "close" }),
  setWidth: (width: number) => tell({ host: "size", width }),
  setHeight: (height: number) => tell({ host: "size", height }),
  editor: { focus: () => tell({ host: "focus" }) },
  origin: new URL(document.referrer || location.href).origin,
};
const run = runnerOf({ success: null, failure: null, userObject: undefined });
Object.assign(globalThis, { google: { script: { run, host } } });
