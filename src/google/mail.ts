/** Sending mail, and telling Google's definite refusals from failures that leave it open whether a mail left. */
import type { Mail } from "../domain/mail";

/** How many mails may still leave today, and why none may where this account has not allowed the add-on to send. */
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
  MailApp.sendEmail({
    to: mail.recipient,
    replyTo: mail.replyTo,
    name: mail.fromName,
    subject: mail.subject,
    body: mail.text,
    ...(mail.html === null ? {} : { htmlBody: mail.html }),
  });
}

const REFUSALS = [
  /Invalid email/i,
  /no recipient/i,
  /Service invoked too many times/i,
  /Limit exceeded/i,
  /do not have permission|authoriz?s?ation is required/i,
];

/** Whether the error means for certain that nothing left. */
export const isRefusal = (error: unknown): boolean => REFUSALS.some((refusal) => refusal.test(String(error)));

/** A fingerprint of what the recipient would read. It begins with a letter, so that no cell takes it for a number. */
export function fingerprint(mail: Mail): string {
  const content = JSON.stringify([mail.subject, mail.text, mail.html, mail.replyTo, mail.fromName]);
  const bytes = Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, content, Utilities.Charset.UTF_8);
  return "h" + bytes.map((b) => ((b + 256) % 256).toString(16).padStart(2, "0")).join("");
}
