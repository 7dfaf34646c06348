/**
 * Sending mail, and telling Google's definite refusals from failures that leave it open whether a mail left.
 */
import type { Brought, Mail } from "../domain/mail/mail";
import { csvBlob, pdfOf, share } from "./documents";

/**
 * How many mails may still leave today, and why none may where this account has not allowed the add-on to
 * send.
 */
export function mailsLeftToday(): { left: number; refused: string | null } {
  try {
    return { left: MailApp.getRemainingDailyQuota(), refused: null };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { left: 0, refused: (error as Error).message };
  }
}

/** Sends to one recipient. Returns nothing, as Google does: there is no receipt. */
export function send(mail: Mail): void {
  const { report, recipient } = mail;
  if (report?.way === "link") return share(report.document, report.fileName, recipient, mail.text);
  MailApp.sendEmail({
    to: recipient,
    replyTo: mail.replyTo,
    name: mail.fromName,
    subject: mail.subject,
    body: mail.text,
    ...(mail.html === null ? {} : { htmlBody: mail.html }),
    ...(report ? { attachments: attachmentsOf(report) } : {}),
  });
}

const attachmentsOf = ({ document, fileName, csv }: Brought): GoogleAppsScript.Base.BlobSource[] => [
  pdfOf(document, `${fileName}.pdf`),
  ...(csv === null ? [] : [csvBlob(csv, `${fileName}.csv`)]),
];

const REFUSALS = [
  /Invalid email/i,
  /no recipient/i,
  /Service invoked too many times/i,
  /Limit exceeded/i,
  /do not have permission|authoriz?s?ation is required/i,
  // Before anything is sent.
  /drive\.files\.(export|update) failed/,
  // The hub's domain, or the address, does not allow it; an error inside Google leaves it open.
  /drive\.permissions\.create failed(?!.*(internal|backend|try again))/i,
];

/** Whether the error means for certain that nothing left. */
export const isRefusal = (error: unknown): boolean => REFUSALS.some((refusal) => refusal.test(String(error)));

/**
 * A fingerprint of what the recipient would read. It begins with a letter, so that no cell takes it for a
 * number.
 */
export function fingerprint(mail: Mail): string {
  const { subject, text, html, replyTo, fromName, report } = mail;
  const content = JSON.stringify([subject, text, html, replyTo, fromName, ...(report ? [report] : [])]);
  const bytes = Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, content, Utilities.Charset.UTF_8);
  return "h" + bytes.map((b) => ((b + 256) % 256).toString(16).padStart(2, "0")).join("");
}
