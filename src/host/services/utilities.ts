/** Utilities: digests, base 64, dates as text, and a sleep that only moves the host's clock on. */
import { createHash, randomUUID } from "node:crypto";
import { BLOB, bytesFrom, newBlob, signed } from "./blob";
import type { EnumValue } from "../run/enums";
import { enumeration } from "../run/enums";
import { Exception } from "../run/errors";
import type { Execution } from "../run/execution";
import type { Service } from "../run/service";
import { formatDate } from "./formatDate";
import { formatString } from "./logs";
import { isTimeZone } from "../model/serial";

const UTILITIES = {
  base64Decode: "s | s f",
  base64Encode: "s | s f | a",
  computeDigest: "f s | f s f | f a",
  formatDate: "d s s",
  formatString: "s ...",
  getUuid: "",
  newBlob: "s | s s? | s s? s? | a | a s? | a s? s?",
  sleep: "n",
};

const DigestAlgorithm = enumeration<"MD2" | "MD5" | "SHA_1" | "SHA_256" | "SHA_384" | "SHA_512">(
  "MD2 MD5 SHA_1 SHA_256 SHA_384 SHA_512",
);
const Charset = enumeration<"US_ASCII" | "UTF_8">("US_ASCII UTF_8");

const MAX_SLEEP_MS = 300_000;

/** Bytes of a text; without a character set Google takes ASCII, where other letters become question marks. */
function bytesOf(content: string | number[], charset: EnumValue = Charset.US_ASCII): Buffer {
  if (typeof content !== "string") return bytesFrom(content);
  if (charset === Charset.UTF_8) return Buffer.from(content, "utf8");
  return Buffer.from(content.replace(/[^\0-\x7f]/gu, "?"), "ascii");
}

function made(execution: Execution): object {
  return execution.wrap("Utilities", {
    DigestAlgorithm,
    Charset,
    computeDigest(algorithm: EnumValue, content: string | number[], charset?: EnumValue): number[] {
      const name = algorithm.name().replace("_", "").toLowerCase();
      return signed(createHash(name).update(bytesOf(content, charset)).digest());
    },
    base64Encode: (content: string | number[], charset?: EnumValue): string =>
      bytesOf(content, charset ?? Charset.UTF_8).toString("base64"),
    base64Decode: (text: string): number[] => {
      if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text)) throw new Exception("Could not decode string.");
      return signed(Buffer.from(text, "base64"));
    },
    formatDate(date: Date, timeZone: string, pattern: string): string {
      if (!isTimeZone(timeZone)) throw new Exception(`Invalid argument: timeZone. Should be of type: String`);
      return formatDate(date, timeZone, pattern);
    },
    formatString,
    newBlob: (content: string | number[], contentType: string | null = null, name: string | null = null) =>
      newBlob(execution, content, contentType, name),
    getUuid: (): string => randomUUID(),
    sleep(ms: number): void {
      if (ms < 0 || ms > MAX_SLEEP_MS) throw new Exception(`Invalid argument: ${ms}`);
      execution.sleep(ms);
    },
  });
}

export const utilities: Service = {
  name: "Utilities",
  objects: { Utilities: { methods: UTILITIES }, Blob: { methods: BLOB, home: "" } },
  make: made,
};
