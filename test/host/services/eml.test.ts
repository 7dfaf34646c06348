import fc from "fast-check";
import PostalMime from "postal-mime";
import type { Letter } from "../../../src/host/services/eml";
import { emlOf } from "../../../src/host/services/eml";

const letter: Letter = {
  from: "lead@hub.example",
  fromName: "Zoë’s Hub",
  to: "anna@school.example, ben@school.example",
  replyTo: "office@hub.example",
  subject: "Weekly update 🎈",
  text: "Dear Anna,\nZoë: G 🎈\n",
  html: "<p>Zoë: <b>G</b> 🎈</p>",
  date: new Date("2026-11-20T16:40:00Z"),
  messageId: "7.20261120@local.example",
};
/** postal-mime adds a line end of its own to a text. */
const text = (s: string | undefined): string => (s ?? "").replace(/\r\n/g, "\n").replace(/\n$/, "");
const headersOf = (eml: string): string => eml.slice(0, eml.indexOf("\r\n\r\n"));

test("another parser reads back what was written", async () => {
  const mail = await PostalMime.parse(emlOf({ ...letter, cc: "cara@school.example" }));
  expect(mail.from).toEqual({ address: "lead@hub.example", name: "Zoë’s Hub" });
  expect(mail.to?.map(({ address }) => address)).toEqual(["anna@school.example", "ben@school.example"]);
  expect(mail.cc?.map(({ address }) => address)).toEqual(["cara@school.example"]);
  expect(mail.replyTo?.map(({ address }) => address)).toEqual(["office@hub.example"]);
  expect(mail.subject).toBe("Weekly update 🎈");
  expect(text(mail.text)).toBe(text(letter.text));
  expect(text(mail.html)).toBe(letter.html);
  expect(mail.date).toBe("2026-11-20T16:40:00.000Z");
  expect(mail.messageId).toBe("<7.20261120@local.example>");
});

test("text alone is one part; text and HTML are alternatives", async () => {
  const plain = emlOf({ ...letter, html: "" });
  expect(plain).toContain("Content-Type: text/plain; charset=UTF-8");
  expect(plain).not.toContain("multipart");
  expect(text((await PostalMime.parse(plain)).text)).toBe(text(letter.text));
  expect(emlOf(letter)).toContain("Content-Type: multipart/alternative");
});

test("the same message gives the same bytes, another message id another boundary", () => {
  expect(emlOf(letter)).toBe(emlOf({ ...letter }));
  const boundary = (eml: string) => /boundary=(\S+)/.exec(eml)?.[1];
  expect(boundary(emlOf(letter))).not.toBe(boundary(emlOf({ ...letter, messageId: "8@local.example" })));
});

test("every line ends in CRLF and has at most 76 ASCII characters, however long the texts are", async () => {
  const long = "Wöchentlich 🎈 ".repeat(200).trim();
  const eml = emlOf({ ...letter, subject: long, fromName: long, text: long, html: long });
  expect(eml.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
  expect(eml).toMatch(/^[\t\r\n -~]*$/);
  expect(Math.max(...eml.split("\r\n").map((s) => s.length))).toBeLessThanOrEqual(76);
  const mail = await PostalMime.parse(eml);
  expect([mail.subject, mail.from?.name, text(mail.text), text(mail.html)]).toEqual([long, long, long, long]);
});

test("nobody can add a header, and blind copies stay blind", async () => {
  const evil = "x\r\nBcc: spy@evil.example\n\rX-Evil: 1\u2028\u0000";
  const eml = emlOf({
    ...letter,
    subject: evil,
    fromName: evil,
    from: `lead@hub.example>${evil}`,
    to: `anna@school.example${evil}`,
    replyTo: `office@hub.example${evil}`,
    messageId: `7@local.example>${evil}`,
    bcc: "hidden@school.example",
  });
  expect(headersOf(eml)).not.toMatch(/^(bcc|x-evil)/im);
  expect(eml).not.toContain("hidden");
  const mail = await PostalMime.parse(eml);
  expect(mail.bcc ?? []).toEqual([]);
  expect(mail.subject).toBe("xBcc: spy@evil.exampleX-Evil: 1");
  expect(text(mail.text)).toBe(text(letter.text));
});

test("any subject and any text come back", async () => {
  const plain = fc.string({ unit: "grapheme", minLength: 1 }).map((s) => s.replace(/[\p{Cc}\s]/gu, "x"));
  await fc.assert(
    fc.asyncProperty(plain, plain, async (subject, words) => {
      const mail = await PostalMime.parse(emlOf({ ...letter, subject, text: words, html: "" }));
      expect([mail.subject, text(mail.text)]).toEqual([subject, words]);
    }),
    { numRuns: 200, seed: 7 },
  );
});
