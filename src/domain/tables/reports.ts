/** Templates, the sections that staff write, and the working board of reports. */
import { recordId } from "./records";
import type { RecordOf } from "./table";
import { choice, required, table, text, wholeNumber, yesNo } from "./table";

export const REPORT_KINDS = [
  "half-termly",
  "end of term",
  "PEP",
  "EHCP",
  "placement review",
  "LA return",
  "certificate",
  "handover",
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const FOR_WHOM = ["all", "looked after", "EHCP", "primary"] as const;

const wrote = { writer: "add-on" } as const;

export const templates = table({
  tab: "Templates",
  about: "Each provider's own formats: Google Docs with tags. Made from the menu, Report templates.",
  purpose: "Each provider's own report formats.",
  basis: "Holds no personal records.",
  kept: "For as long as they are in use.",
  ofPupil: null,
  key: ["id"],
  addOnOnly: true,
  columns: () => ({
    id: recordId("R"),
    name: required("Name", { ...wrote, note: "The name of the template.", width: 200 }),
    provider: text("Provider", { ...wrote, note: "The provider's id. Blank: any provider.", width: 100 }),
    kind: choice("Kind", REPORT_KINDS, { ...wrote, note: "The kind of report.", width: 140 }),
    forWhom: choice("For whom", FOR_WHOM, {
      ...wrote,
      note: "Which of the provider's pupils get this report.",
      blank: "all",
      width: 110,
    }),
    document: text("Document", { ...wrote, note: "The id of the Google Doc.", width: 260 }),
    active: yesNo("Active", "yes", { ...wrote, note: "no: no more reports are made from it." }),
    mostPages: wholeNumber("Most pages", {
      since: 2,
      note: "A report with more pages waits until a lead has looked at it. Blank: no limit.",
    }),
  }),
});

export const comments = table({
  tab: "Report comments",
  about: "The sections of reports that staff write, by pupil and half-term. Written in the sidebar.",
  purpose: "To keep what staff, the pupil and carers say in the half-term's reports.",
  basis:
    "Public task (UK GDPR 6(1)(e)): the education of pupils whom a school or local authority placed here.",
  kept: "Until the pupil has left, then for as long as the hub's retention schedule says for pupil records.",
  ofPupil: { title: "Texts written for reports", by: "pupil" },
  key: ["period", "pupil", "section"],
  addOnOnly: true,
  columns: () => ({
    period: required("Period", { ...wrote, note: "Such as 2026-27 Autumn 1.", width: 140 }),
    pupil: required("Pupil id", { ...wrote, note: "The pupil's id.", width: 70 }),
    name: text("Pupil", { ...wrote, note: "To make the row easy to read.", privacy: "personal", width: 160 }),
    section: required("Section", { ...wrote, note: "Which section of the report.", width: 160 }),
    words: text("Text", {
      ...wrote,
      note: "The text that the report shows.",
      privacy: "shareable",
      width: 480,
      wrap: true,
    }),
    by: text("By", { ...wrote, privacy: "personal", note: "Who wrote it last.", width: 150 }),
    at: text("Changed at", { ...wrote, note: "London time.", width: 130 }),
  }),
});

export const REPORT_STATES = ["not started", "drafting", "checked", "approved", "sent"] as const;

export const reports = table({
  tab: "Reports",
  about: "The working board: each report of a half-term and how far it has got. Changed in the sidebar.",
  purpose: "To know which reports were made, checked, approved and sent.",
  basis:
    "Public task (UK GDPR 6(1)(e)): the education of pupils whom a school or local authority placed here.",
  kept: "Until the pupil has left, then for as long as the hub's retention schedule says for pupil records.",
  ofPupil: { title: "Reports made", by: "pupil", orAllOf: "provider" },
  key: ["period", "pupil", "provider", "template"],
  addOnOnly: true,
  columns: () => ({
    period: required("Period", { ...wrote, note: "Such as 2026-27 Autumn 1.", width: 140 }),
    provider: required("Provider", { ...wrote, note: "The provider's id.", width: 80 }),
    pupil: text("Pupil id", {
      ...wrote,
      note: "The pupil's id. Blank: one report for all the provider's pupils.",
      width: 70,
    }),
    name: text("Pupil", { ...wrote, note: "To make the row easy to read.", privacy: "personal", width: 160 }),
    template: required("Template", { ...wrote, note: "The template's id.", width: 90 }),
    state: choice("State", REPORT_STATES, {
      ...wrote,
      note: "How far the report has got.",
      blank: "not started",
      width: 110,
    }),
    revision: wholeNumber("Revision", {
      ...wrote,
      note: "1 for the first one made.",
      ifUnreadable: null,
      width: 80,
    }),
    document: text("Document", { ...wrote, note: "The id of the newest document.", width: 260 }),
    madeAt: text("Made at", { ...wrote, note: "London time.", width: 130 }),
    changed: text("What changed", {
      ...wrote,
      note: "What is different from the revision before.",
      width: 260,
      wrap: true,
    }),
    checkedBy: text("Checked by", {
      ...wrote,
      privacy: "personal",
      note: "Somebody who did not write it.",
      width: 150,
    }),
    checkedAt: text("Checked at", { ...wrote, note: "London time.", width: 130 }),
    approvedBy: text("Approved by", { ...wrote, privacy: "personal", note: "A lead.", width: 150 }),
    approvedAt: text("Approved at", { ...wrote, note: "London time.", width: 130 }),
    sentAt: text("Sent at", { ...wrote, note: "London time.", width: 130 }),
    basis: text("Basis", {
      ...wrote,
      note: "Fingerprints of what the document says. They show when something has changed.",
      width: 120,
    }),
  }),
});

export type Template = RecordOf<typeof templates>;
export type ReportComment = RecordOf<typeof comments>;
export type Report = RecordOf<typeof reports>;
