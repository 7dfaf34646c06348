/** A message as the text of an .eml file; the only file that names mimetext. */
import { createHash } from "node:crypto";
import { createMimeMessage, Mailbox } from "mimetext";

export interface Letter {
  from: string;
  fromName: string;
  to: string;
  replyTo: string;
  subject: string;
  text: string;
  html: string;
  date: Date;
  messageId: string;
}

/** One header line: control characters, line ends among them, become spaces. */
const line = (s: string): string => s.replace(/\p{Cc}+/gu, " ").trim();
/** Base64 in lines of 76 characters. */
const body = (s: string): string =>
  (
    Buffer.from(s, "utf8")
      .toString("base64")
      .match(/.{1,76}/g) ?? [""]
  ).join("\r\n");

/** The same message gives the same bytes. */
export function emlOf(letter: Letter): string {
  const message = createMimeMessage();
  const boundary = createHash("sha256").update(letter.messageId).digest("hex").slice(0, 24);
  message.boundaries = { mixed: `m${boundary}`, alt: `a${boundary}`, related: `r${boundary}` };
  message.setHeader("Date", letter.date.toUTCString().replace("GMT", "+0000"));
  message.setHeader("Message-ID", `<${line(letter.messageId)}>`);
  message.setSender({ name: line(letter.fromName), addr: line(letter.from) });
  message.setTo(letter.to.split(",").map((addr) => ({ addr: line(addr) })));
  if (letter.replyTo) message.setHeader("Reply-To", new Mailbox({ addr: line(letter.replyTo) }));
  message.setSubject(line(letter.subject));
  const part = (contentType: string, text: string) =>
    message.addMessage({ contentType, data: body(text), encoding: "base64", charset: "UTF-8" });
  part("text/plain", letter.text);
  if (letter.html) part("text/html", letter.html);
  return message.asRaw();
}
