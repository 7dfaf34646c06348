/** Logger and console: every line goes to the host's own log. */
import type { Execution } from "../run/execution";

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

export function logs(execution: Execution) {
  const log = (...args: unknown[]): void => execution.log(args.map(textOf).join(" "));
  const logger = {
    log(format: unknown, ...args: unknown[]) {
      execution.log(typeof format === "string" ? formatString(format, ...args) : textOf(format));
      return logger;
    },
  };
  return {
    console: execution.wrap("console", { log, info: log, warn: log, error: log }),
    Logger: execution.wrap("Logger", logger),
  };
}
