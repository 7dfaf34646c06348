/** Logger and console: every line goes to the host's own log. */
import type { Execution } from "../run/execution";
import type { Service } from "../run/service";

const LOGGER = { log: "..." };
const CONSOLE = { error: "...", info: "...", log: "...", warn: "..." };

const textOf = (arg: unknown): string => {
  if (typeof arg === "string") return arg;
  if (Object.prototype.toString.call(arg) === "[object Error]") return String(arg);
  return JSON.stringify(arg) ?? String(arg);
};

/** `%s` and its like take the arguments after the text. */
export function formatString(format: string, ...args: unknown[]): string {
  let next = 0;
  const text = format.replace(/%([-0]*)(\d*)(?:\.(\d+))?([sdf%])/g, (_all, flags, width, places, kind) => {
    if (kind === "%") return "%";
    const arg = args[next++];
    const plain =
      kind === "d"
        ? String(Math.trunc(Number(arg)))
        : kind === "f"
          ? Number(arg).toFixed(places === undefined ? 6 : Number(places))
          : textOf(arg);
    const size = Number(width || 0);
    if ((flags as string).includes("-")) return plain.padEnd(size);
    return plain.padStart(size, (flags as string).includes("0") ? "0" : " ");
  });
  return text;
}

const toLog =
  (execution: Execution) =>
  (...args: unknown[]): void =>
    execution.log(args.map(textOf).join(" "));

export const logger: Service = {
  name: "Logger",
  objects: { Logger: { methods: LOGGER } },
  make(execution) {
    const own = {
      log(format: unknown, ...args: unknown[]) {
        execution.log(typeof format === "string" ? formatString(format, ...args) : textOf(format));
        return own;
      },
    };
    return execution.wrap("Logger", own);
  },
};

export const consoleService: Service = {
  name: "console",
  objects: { console: { methods: CONSOLE } },
  make(execution) {
    const log = toLog(execution);
    return execution.wrap("console", { log, info: log, warn: log, error: log });
  },
};
