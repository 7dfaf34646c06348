/** MailApp: every message becomes an .eml in the outbox before `sendEmail` returns. */
import { Exception, mismatch } from "./calls";
import { emlOf } from "./eml";
import type { Execution } from "./execution";
import { FULL, needs } from "./execution";

const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_RECIPIENTS = 50;
const MAX_BODY_BYTES = 200 * 1024;
const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/;

export interface Message {
  to?: string;
  subject?: string;
  body?: string;
  htmlBody?: string;
  name?: string;
  replyTo?: string;
}

export class HostMailApp {
  constructor(private readonly execution: Execution) {}

  getRemainingDailyQuota(): number {
    needs(this.execution, "MailApp.getRemainingDailyQuota", FULL);
    return Math.max(0, this.execution.mailQuota - this.used());
  }

  sendEmail(message: Message | string, subject?: string, body?: string): void {
    needs(this.execution, "MailApp.sendEmail", FULL);
    const given: Message =
      typeof message === "string" ? { to: message, subject: subject ?? "", body: body ?? "" } : message;
    if (typeof given !== "object" || given === null) throw mismatch("MailApp.sendEmail", message);
    const recipients = (given.to ?? "")
      .split(",")
      .map((s) => s.trim())
      .filter(Boolean);
    this.check(given, recipients);
    const state = this.execution.workspace.state;
    const since = this.used() === 0 ? this.execution.now().toISOString() : (state.mail?.since ?? "");
    const mail = { since, used: this.used() + recipients.length };
    // Google counts a message when it takes it, and nothing a run does later takes that back.
    this.execution.workspace.putMail(
      emlOf({
        from: this.execution.user,
        fromName: given.name ?? "",
        to: recipients.join(", "),
        replyTo: given.replyTo ?? "",
        subject: given.subject ?? "",
        text: given.body ?? "",
        html: given.htmlBody ?? "",
        date: this.execution.now(),
        messageId: `${state.mails + 1}.${since.replace(/\D/g, "")}@${state.workbookId}.example`,
      }),
    );
    const counted = { op: "state", set: { mail, mails: state.mails + 1 } } as const;
    Object.assign(state, counted.set);
    this.execution.workspace.keep([counted]);
  }

  private check(given: Message, recipients: readonly string[]): void {
    if (recipients.length === 0) throw new Exception("Failed to send email: no recipient");
    const bad = recipients.find((address) => !ADDRESS.test(address));
    if (bad !== undefined) throw new Exception(`Invalid email: ${bad}`);
    if (given.replyTo && !ADDRESS.test(given.replyTo)) throw new Exception(`Invalid email: ${given.replyTo}`);
    if (recipients.length > MAX_RECIPIENTS)
      throw new Exception("Limit Exceeded: Email Recipients Per Message.");
    const longest = Math.max(Buffer.byteLength(given.body ?? ""), Buffer.byteLength(given.htmlBody ?? ""));
    if (longest > MAX_BODY_BYTES) throw new Exception("Limit Exceeded: Email Body Size.");
    if (this.used() + recipients.length > this.execution.mailQuota)
      throw new Exception("Service invoked too many times for one day: email.");
  }

  /** Recipients used in the running day, which is the 24 hours after its first message. */
  private used(): number {
    const { mail } = this.execution.workspace.state;
    if (!mail || this.execution.now().getTime() - Date.parse(mail.since) >= DAY_MS) return 0;
    return mail.used;
  }
}
