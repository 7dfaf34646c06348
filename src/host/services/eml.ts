/** A message as the text of an .eml file; the only file that names mimetext. */
import { createHash } from "node:crypto";
import { createMimeMessage, Mailbox } from "mimetext";

/** Addresses in `to`, `cc` and `bcc` are separated by commas. */
export interface Letter {
  from: string;
  fromName?: string;
  to: string;
  cc?: string;
  /** Never written into the file, where every reader of the message would see it. */
  bcc?: string;
  replyTo?: string;
  subject: string;
  text: string;
  html?: string;
  date: Date;
  messageId: string;
  attachments?: readonly Attachment[];
}

export interface Attachment {
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

/** One header line: control characters and every kind of line end are left out. */
const line = (s: string): string => s.replace(/[\p{Cc}\u2028\u2029]+/gu, "").trim();
/** An address or id inside angle brackets: nothing in it can close them or start another header. */
const inBrackets = (s: string): string => line(s).replace(/[\s<>,;]+/g, "");
const addressesIn = (list: string): string[] => list.split(",").map(inBrackets).filter(Boolean);

const base64 = (s: string): string => Buffer.from(s, "utf8").toString("base64");
/** Base64 in lines of 76 characters, the text's own line ends as CRLF. */
const body = (s: string): string =>
  (base64(s.replace(/\r\n|\r|\n/g, "\r\n")).match(/.{1,76}/g) ?? [""]).join("\r\n");

/**
 * 39 bytes make an encoded word of 64 characters, which fits a line of 76 after the name of any header used
 * here.
 */
const MAX_WORD_BYTES = 39;

/** Text as RFC 2047 encoded words, folded; no word splits a character. "Zoë" -> "=?utf-8?B?Wm/Dqw==?=" */
function encodedWords(text: string): string {
  const words = [""];
  for (const character of text) {
    const longer = words[words.length - 1] + character;
    if (Buffer.byteLength(longer) > MAX_WORD_BYTES) words.push(character);
    else words[words.length - 1] = longer;
  }
  return words.map((word) => `=?utf-8?B?${base64(word)}?=`).join("\r\n ");
}

/** The message with CRLF line ends; the same message gives the same bytes. */
export function emlOf(letter: Letter): string {
  const message = createMimeMessage();
  const boundary = createHash("sha256").update(letter.messageId).digest("hex").slice(0, 24);
  message.boundaries = { mixed: `m${boundary}`, alt: `a${boundary}`, related: `r${boundary}` };
  message.setHeader("Date", letter.date.toUTCString().replace("GMT", "+0000"));
  message.setHeader("Message-ID", `<${inBrackets(letter.messageId)}>`);
  const from = inBrackets(letter.from);
  const name = line(letter.fromName ?? "");
  message.setSender({ addr: from });
  message.setTo(addressesIn(letter.to).map((addr) => ({ addr })));
  if (letter.cc) message.setCc(addressesIn(letter.cc).map((addr) => ({ addr })));
  if (letter.replyTo) message.setHeader("Reply-To", new Mailbox({ addr: inBrackets(letter.replyTo) }));
  message.setSubject(line(letter.subject));
  // mimetext puts any text into one encoded word; RFC 2047 allows 75 characters of it.
  for (const field of message.headers.fields) {
    if (field.name === "Subject") field.dump = () => encodedWords(line(letter.subject));
    if (field.name === "From" && name) field.dump = () => `${encodedWords(name)}\r\n <${from}>`;
  }
  const part = (contentType: string, text: string) =>
    message.addMessage({ contentType, data: body(text), encoding: "base64", charset: "UTF-8" });
  part("text/plain", letter.text);
  if (letter.html) part("text/html", letter.html);
  for (const attachment of letter.attachments ?? []) attach(message, attachment);
  // mimetext ends its own lines as the system does.
  return `${message.asRaw()}\n`.replace(/\r?\n/g, "\r\n");
}

const IS_TYPE = /^[\w.+-]+\/[\w.+-]+(; ?charset=[\w-]+)?$/;

function attach(
  message: ReturnType<typeof createMimeMessage>,
  { name, contentType, bytes }: Attachment,
): void {
  const data = (
    Buffer.from(bytes)
      .toString("base64")
      .match(/.{1,76}/g) ?? [""]
  ).join("\r\n");
  const type = IS_TYPE.test(contentType) ? contentType : "application/octet-stream";
  const part = message.addAttachment({
    filename: "attachment",
    contentType: "application/octet-stream",
    data,
  });
  part.setHeader("Content-Type", type);
  part.setHeader("Content-Disposition", `attachment;\r\n ${fileNames(line(name) || "attachment")}`);
}

/** 60 characters of a name's bytes fit a line with what is around them. */
const NAME_PART = 45;

/**
 * A file name as RFC 2231 writes it, in parts and with its character set, after a plain one for programs that
 * read no other. `Zoë.pdf` -> `filename="Zo_.pdf"; filename*0*=utf-8''Zo%C3%AB.pdf`
 */
function fileNames(name: string): string {
  // Some programs decode what looks like an encoded word here, too.
  const plain = name.replace(/[^ -~]|["\\]|=\?/g, "_").slice(0, NAME_PART);
  const escaped = encodeURIComponent(Buffer.from(name).toString()).replace(
    /['()*!]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  if (escaped === name && name.length <= NAME_PART) return `filename="${plain}"`;
  const parts = escaped.match(new RegExp(`(?:%[0-9A-F]{2}|[^%]){1,${NAME_PART / 3}}`, "g")) ?? [];
  const extended = parts.map((part, i) => `filename*${i}*=${i === 0 ? "utf-8''" : ""}${part}`);
  return [`filename="${plain}"`, ...extended].join(";\r\n ");
}
