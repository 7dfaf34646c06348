/** The errors of Google's services, in Google's words, and the two ways in which a run dies. */
export class Exception extends Error {
  override readonly name = "Exception";
}

/** The error of an advanced service: it names its method as the web does, such as `drive.files.get`. */
export class ApiError extends Error {
  override readonly name = "GoogleJsonResponseException";
  readonly details: { code: number; message: string };
  constructor(method: string, message: string, code = 400) {
    super(`API call to ${method} failed with error: ${message}`);
    this.details = { code, message };
  }
}

/** Thrown by a hook to play the death of the process: nothing pending is kept. */
export class Killed extends Error {
  override readonly name: string = "Killed";
}

/** The end that Google puts to a run of more than six minutes (30 seconds for a simple trigger). */
export class TimedOut extends Killed {
  override readonly name = "Exception";
  constructor() {
    super("Exceeded maximum execution time");
  }
}

/** Whether the whole process has died, not only a run that took too long. */
export const isProcessDeath = (error: unknown): boolean =>
  error instanceof Killed && !(error instanceof TimedOut);

/** What a thrown value says. */
export const messageOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);

/** Google's word for the kind of an argument; `nameOf` knows its own service objects. */
export function kindOf(value: unknown, nameOf: (service: object) => string | undefined): string {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return `${value.length > 0 ? kindOf(value[0], nameOf) : "number"}[]`;
  switch (typeof value) {
    case "string":
      return "String";
    case "number":
      return "number";
    case "boolean":
      return "Boolean";
  }
  if (Object.prototype.toString.call(value) === "[object Date]") return "Date";
  return (typeof value === "object" && nameOf(value)) || "(class)";
}
