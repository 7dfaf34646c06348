/**
 * Any text as a mail's subject, as its sender's name and as an attachment's file name: one header line each,
 * no header, recipient or part more, and another parser reads the text as it was, without its control
 * characters.
 */
import PostalMime from "postal-mime";
import { createHost } from "../../../src/host/host";
import { memoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import type { BadInput } from "../../badInputs";
import { INPUTS, inputsOf, shown } from "../../badInputs";
import { script } from "../script";

const BUNDLE = script("");
const TO = "anna@school.example";

async function mailWith(text: string) {
  const workspace = memoryWorkspace();
  const { MailApp, Utilities } = createHost(workspace, {
    bundle: BUNDLE,
    user: "lead@hub.example",
    mode: "menu",
  }).globals;
  const attachment = Utilities.newBlob("a", "application/pdf", text);
  MailApp.sendEmail({
    to: TO,
    subject: text,
    name: text,
    body: "b",
    htmlBody: "<p>b</p>",
    attachments: [attachment],
  });
  const { eml } = workspace.mails[0] ?? { eml: "" };
  return { eml, mail: await PostalMime.parse(eml) };
}

/** Names of all headers of the message and its parts, in order. */
const headerNames = (eml: string): string[] =>
  [...eml.matchAll(/^([\w-]+):/gm)].map(([, name = ""]) => name.toLowerCase());
const clean = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]/gu, "").trim();

/** The file name as RFC 2231 says it, in parts, or as it stands. */
function fileNameIn(eml: string): string {
  const [disposition = ""] = /^Content-Disposition: attachment;(\r\n .*)+/m.exec(eml) ?? [];
  const parts = [...disposition.matchAll(/filename\*\d+\*=(?:utf-8\'\')?([^;\r]+)/g)].map(([, part]) => part);
  return parts.length > 0
    ? decodeURIComponent(parts.join(""))
    : (/filename="(.*)"/.exec(disposition)?.[1] ?? "");
}

const LONGEST = 1000;
const texts = (inputs: readonly BadInput[]) =>
  inputs.filter(({ value }) => typeof value === "string" && clean(value) !== "" && value.length <= LONGEST);
const OTHERS = texts(INPUTS).filter(({ category }) => category !== "header" && category !== "archive");

let expected: string[] = [];
beforeAll(async () => {
  expected = headerNames((await mailWith("Weekly update")).eml);
});

async function check({ value }: BadInput): Promise<void> {
  const { eml, mail } = await mailWith(String(value));
  expect(eml.replace(/\r\n/g, "")).not.toMatch(/[^\t -~]/);
  expect(headerNames(eml)).toEqual(expected);
  expect([...(mail.to ?? []), ...(mail.cc ?? []), ...(mail.bcc ?? [])].map(({ address }) => address)).toEqual(
    [TO],
  );
  // Half of a character has no UTF-8; everything else comes as it was.
  const text = Buffer.from(clean(String(value))).toString();
  expect([mail.subject, mail.from?.name]).toEqual([text, text]);
  expect(mail.attachments.map(({ mimeType }) => mimeType)).toEqual(["application/pdf"]);
  expect(fileNameIn(eml)).toBe(text);
  // postal-mime also decodes what only looks like an encoded word in a file name.
  if (!text.includes("=?")) expect(mail.attachments[0]?.filename).toBe(text);
}

test.each(shown(texts(inputsOf("header"))))("%s", (_name, input) => check(input));

test("every other text, too", async () => {
  for (const input of OTHERS) await check(input);
});
