/** MailApp: every message becomes an .eml in the outbox before `sendEmail` returns. */
import { ADDRESS } from "../model/accounts";
import { apply } from "../model/apply";
import { blobIn, HostBlob } from "./blob";
import type { Attachment } from "./eml";
import { emlOf } from "./eml";
import { Exception } from "../run/errors";
import type { Execution } from "../run/execution";
import type { Operation } from "../model/model";
import { FULL, needs } from "../run/rights";
import type { Service } from "../run/service";
import type { Has } from "../run/used";

const MAIL_APP = { getRemainingDailyQuota: "", sendEmail: "o | s s s | s s s o | s s s s" };

const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_RECIPIENTS = 50;
const MAX_BODY_BYTES = 200 * 1024;
const MAX_ATTACHMENTS = 250;
const MAX_ATTACHED_BYTES = 25 * 1024 * 1024;

export interface Message {
  to?: string;
  cc?: string;
  bcc?: string;
  subject?: string;
  body?: string;
  htmlBody?: string;
  name?: string;
  replyTo?: string;
  /** Blobs. */
  attachments?: readonly unknown[];
}

const KNOWN = ["to", "cc", "bcc", "subject", "body", "htmlBody", "name", "replyTo"];
const UNKNOWN = ["inlineImages", "noReply"];

const addressesIn = (list: string | undefined): string[] =>
  (list ?? "")
    .split(",")
    .map((address) => address.trim())
    .filter(Boolean);

class HostMailApp implements Has<GoogleAppsScript.Mail.MailApp, typeof MAIL_APP> {
  readonly #execution: Execution;

  constructor(execution: Execution) {
    this.#execution = execution;
  }

  getRemainingDailyQuota(): number {
    needs(this.#execution, "MailApp.getRemainingDailyQuota", FULL, "script.send_mail");
    return Math.max(0, this.#execution.mailQuota - this.#used());
  }

  sendEmail(message: object | string, subject = "", body = "", more: Message | string = {}): void {
    needs(this.#execution, "MailApp.sendEmail", FULL, "script.send_mail");
    const given = messageOf(message, subject, body, more);
    const [to, cc, bcc] = [given.to, given.cc, given.bcc].map(addressesIn) as [string[], string[], string[]];
    const recipients = [...to, ...cc, ...bcc];
    const attachments = attachmentsIn(given.attachments);
    this.#check(given, recipients);
    checkAttachments(attachments);
    const state = this.#execution.workspace.state;
    const since = this.#used() === 0 ? this.#execution.now().toISOString() : (state.mail?.since ?? "");
    const mail = { since, used: this.#used() + recipients.length };
    // Google counts a message when it takes it, and nothing a run does later takes that back.
    this.#execution.workspace.putMail(
      emlOf({
        from: this.#execution.user,
        fromName: given.name ?? "",
        to: to.join(", "),
        cc: cc.join(", "),
        bcc: bcc.join(", "),
        replyTo: given.replyTo ?? "",
        subject: given.subject ?? "",
        text: given.body ?? "",
        html: given.htmlBody ?? "",
        attachments,
        date: this.#execution.now(),
        messageId: `${state.mails + 1}.${since.replace(/\D/g, "")}@${state.workbookId}.example`,
      }),
    );
    const counted: Operation = { op: "state", set: { mail, mails: state.mails + 1 } };
    apply(this.#execution.workspace.workbook, state, counted);
    this.#execution.workspace.keep([counted]);
  }

  #check(given: Message, recipients: readonly string[]): void {
    if (recipients.length === 0) throw new Exception("Failed to send email: no recipient");
    const bad = recipients.find((address) => !ADDRESS.test(address));
    if (bad !== undefined) throw new Exception(`Invalid email: ${bad}`);
    if (given.replyTo && !ADDRESS.test(given.replyTo)) throw new Exception(`Invalid email: ${given.replyTo}`);
    if (recipients.length > MAX_RECIPIENTS)
      throw new Exception("Limit Exceeded: Email Recipients Per Message.");
    const longest = Math.max(Buffer.byteLength(given.body ?? ""), Buffer.byteLength(given.htmlBody ?? ""));
    if (longest > MAX_BODY_BYTES) throw new Exception("Limit Exceeded: Email Body Size.");
    if (this.#used() + recipients.length > this.#execution.mailQuota)
      throw new Exception("Service invoked too many times for one day: email.");
  }

  /** Recipients used in the running day, which is the 24 hours after its first message. */
  #used(): number {
    const { mail } = this.#execution.workspace.state;
    if (!mail || this.#execution.now().getTime() - Date.parse(mail.since) >= DAY_MS) return 0;
    return mail.used;
  }
}

export const mailApp: Service = {
  name: "MailApp",
  objects: { MailApp: { methods: MAIL_APP } },
  make: (execution) => execution.wrap("MailApp", new HostMailApp(execution)),
};

/**
 * Both of Google's ways to say a message, as one; what the host cannot send is refused by name, never left
 * out.
 */
function messageOf(first: object | string, subject: string, body: string, more: Message | string): Message {
  const given: Message =
    typeof first !== "string"
      ? first
      : typeof more === "string"
        ? { to: first, replyTo: subject, subject: body, body: more }
        : { ...more, to: first, subject, body };
  const missing = UNKNOWN.find((key) => key in given);
  if (missing) throw new Error(`The local host has no MailApp.sendEmail with ${missing}`);
  for (const key of KNOWN) {
    const value: unknown = given[key as keyof Message] ?? null;
    if (value !== null && typeof value !== "string") throw new Exception(`Invalid argument: ${key}`);
  }
  return given;
}

/** A blob without a name is attached without one on Google, too; mail programs then make one up. */
function attachmentsIn(given: unknown): Attachment[] {
  if (given === undefined || given === null) return [];
  if (!Array.isArray(given)) throw new Exception("Invalid argument: attachments");
  return given.map((held) => {
    const blob = blobIn(held);
    if (!blob) throw new Exception("Invalid argument: attachments");
    const contentType = blob.getContentType() ?? "application/octet-stream";
    return { name: blob.getName() ?? "", contentType, bytes: HostBlob.bytesOf(blob) };
  });
}

function checkAttachments(attachments: readonly Attachment[]): void {
  if (attachments.length > MAX_ATTACHMENTS)
    throw new Exception("Limit Exceeded: Email Attachments Per Message.");
  const bytes = attachments.reduce((sum, attachment) => sum + attachment.bytes.length, 0);
  if (bytes > MAX_ATTACHED_BYTES) throw new Exception("Limit Exceeded: Email Total Attachments Size.");
}
