/** The message that brings a provider an approved report. */
import type { Hub } from "../../hub/hub";
import { calledTo } from "../../hub/labels";
import type { Brought, Mail } from "../../mail/mail";
import { bodyOf } from "../../mail/mailPage";
import { pupilsInWords } from "../../words/phrases";
import type { Contact } from "../../tables/people";
import type { Settings } from "../../tables/settings";
import type { DocsDocument } from "../../documents/document";
import { csvOfReturn } from "./csvOfReturn";
import type { DueReport } from "./dispatch";
import { keyOfMessage, toldInReport } from "./dispatch";
import { isForAll } from "../../documents/starters";

export interface Context {
  hub: Hub;
  settings: Settings;
  /** The finished document, and all that it says. */
  document: DocsDocument;
  says: string;
}

export function reportMail(due: DueReport, contact: Contact, context: Context): Mail {
  const { report, provider, placements } = due;
  const { settings } = context;
  const brought = broughtBy(due, context);
  return {
    key: keyOfMessage(report, contact),
    to: { provider: provider.id, contact: contact.id },
    recipient: contact.confirmed,
    replyTo: settings.replyTo,
    fromName: settings.hubName,
    subject: `${titleOf(due)}: ${pupilsInWords(placements.length)}`,
    ...bodyOf("Report", paragraphsOf(due, contact, context)),
    letters: toldInReport(due),
    report: brought,
  };
}

/** `Report, Autumn 1 2026-27, version 2`. */
function titleOf({ report, template, period }: DueReport): string {
  const what = isForAll(template.kind) ? "Return" : "Report";
  return [`${what}, ${period.name} ${period.year}`, versionOf(report)].filter(Boolean).join(", ");
}

const versionOf = ({ revision }: DueReport["report"]): string =>
  (revision ?? 1) > 1 ? `version ${revision}` : "";

function broughtBy({ report, template, provider, placements, period }: DueReport, context: Context): Brought {
  const [one] = placements;
  const who = isForAll(template.kind) || !one ? "all pupils" : calledTo(one, period.weeks, context.hub);
  const name = [isForAll(template.kind) ? "Return" : "Report", period.id, who, versionOf(report)];
  return {
    document: report.document,
    way: provider.reportsAs,
    fileName: name
      .join(" ")
      .replace(/[^\p{L}\p{M}\p{N} '()-]+/gu, " ")
      .replace(/\s+/g, " ")
      .trim(),
    says: context.says,
    csv: isForAll(template.kind) ? csvOfReturn(context.document) : null,
  };
}

function paragraphsOf(due: DueReport, contact: Contact, { hub, settings }: Context) {
  const { report, template, provider, period, placements } = due;
  const [one] = placements;
  const about =
    isForAll(template.kind) || !one
      ? `our return on the ${pupilsInWords(placements.length)} you placed at ${settings.hubName}`
      : `our report on ${calledTo(one, period.weeks, hub)}, whom you placed at ${settings.hubName}`;
  const where = provider.reportsAs === "link" ? "The link in this message opens" : "Attached is";
  const newer =
    versionOf(report) === ""
      ? ""
      : ` It replaces the earlier version.${report.changed === "" ? "" : ` What changed: ${report.changed}.`}`;
  const who = one && !isForAll(template.kind) ? one.pupil : "all";
  const reference = [report.period.replace(/ /g, "-"), provider.id, contact.id, who, report.revision ?? 1];
  return [
    { text: `${where} ${about}, for ${period.name} ${period.year}.${newer}` },
    {
      text: "If anything is unclear, or you would like it in another form, just reply to this message.",
    },
    { text: `Ref ${reference.join("-")}: if you get this twice, it is the same report.` },
    { text: settings.privacyLine },
  ];
}
