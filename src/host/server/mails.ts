/** The messages in outbox/, for reading. */
import { readdirSync, readFileSync } from "node:fs";
import type { Email } from "postal-mime";
import PostalMime from "postal-mime";
import type { Mail, MailLine } from "./protocol";
import { Refusal } from "./refusal";

const IS_MAIL = /^\d{4,}\.eml$/;
const lines = new Map<string, MailLine>();

const addressesOf = (list: Email["to"]): string =>
  (list ?? []).map(({ address }) => address ?? "").join(", ");

const lineOf = (name: string, email: Email): MailLine => ({
  name,
  to: addressesOf(email.to),
  subject: email.subject ?? "(no subject)",
  date: email.date ?? null,
});

/** Newest first. Messages never change once written, so each is read once. */
export async function mailsIn(folder: string): Promise<MailLine[]> {
  const names = readdirSync(`${folder}/outbox`).filter((name) => IS_MAIL.test(name));
  const read = names.map(async (name) => {
    const key = `${folder}/${name}`;
    const known = lines.get(key);
    if (known) return known;
    const line = lineOf(name, await PostalMime.parse(readFileSync(`${folder}/outbox/${name}`)));
    lines.set(key, line);
    return line;
  });
  return (await Promise.all(read)).sort((a, b) => Number.parseInt(b.name) - Number.parseInt(a.name));
}

export async function mailIn(folder: string, name: string): Promise<Mail> {
  if (!IS_MAIL.test(name) || !readdirSync(`${folder}/outbox`).includes(name))
    throw new Refusal(404, "There is no such message.");
  const source = readFileSync(`${folder}/outbox/${name}`);
  const email = await PostalMime.parse(source);
  return {
    ...lineOf(name, email),
    from: email.from?.address ?? "",
    replyTo: addressesOf(email.replyTo) || null,
    html: email.html ?? null,
    text: email.text ?? "",
    attachments: email.attachments.map(({ filename, mimeType, content }) => ({
      name: filename ?? "attachment",
      kind: mimeType,
      base64: Buffer.from(content as ArrayBuffer).toString("base64"),
    })),
    source: source.toString("utf8"),
  };
}
