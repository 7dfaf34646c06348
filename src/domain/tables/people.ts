/** Who is who: providers and their contacts, staff, pupils and their placements. */
import type { RecordOf } from "./table";
import * as z from "zod/mini";
import { lazy } from "../words/lazy";
import { choice, day, id, name, optionalDay, required, table, text, wholeNumber, yesNo } from "./table";

/** One address, nothing else: two in a cell, a name around it or a space are refused. */
export const EMAIL =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/;
export const isAddress = (s: string): boolean => EMAIL.test(s) && s.length <= 254 && !/\.\.|^\.|\.@/.test(s);
const address = lazy(() =>
  z.string().check(z.refine((s) => s === "" || isAddress(s), "it is not one email address")),
);

/** How a report reaches a provider. */
export const REPORTS_AS = ["PDF", "link"] as const;

export const providers = table({
  tab: "Providers",
  about: "Providers: the schools and local-authority services that placed pupils here.",
  purpose: "Who placed pupils here, and how each wants to hear.",
  basis:
    "Public task (UK GDPR 6(1)(e)): the education of pupils whom a school or local authority placed here.",
  kept: "As long as there is a placement for it, then as the hub's retention schedule says.",
  ofPupil: null,
  key: ["id"],
  columns: () => ({
    id: id("P"),
    name: name("Name", {
      required: true,
      note: "The provider (placing school or service), as it writes itself.",
      width: 240,
    }),
    namesInUpdates: choice("Names in updates", ["initials", "full"], {
      note: "How pupils appear in its emails: initials (the safe choice) or full names.",
      blank: "initials",
      ifUnreadable: "initials",
    }),
    cadence: choice("Cadence", ["weekly", "fortnightly", "none"], {
      note: "How often it wants the update. Notices are sent whatever stands here.",
      blank: "weekly",
      ifUnreadable: "weekly",
    }),
    reportsAs: choice("Reports as", REPORTS_AS, {
      note: "How reports reach its contacts: a PDF in an email, or a link to the document, which the address must be able to open with Google.",
      blank: "PDF",
      ifUnreadable: "PDF",
    }),
    domains: text("Email domains", {
      note: "What its addresses end in, such as ashby.example; several with spaces between. A contact outside them is questioned.",
      width: 200,
    }),
    active: yesNo("Active", "yes", { note: "no: nothing more is sent to it." }),
  }),
});

export const contacts = table({
  tab: "Contacts",
  about: "The people at each provider who get its emails.",
  purpose: "To send each provider's messages to the right people, at addresses a lead confirmed.",
  basis:
    "Public task (UK GDPR 6(1)(e)): the education of pupils whom a school or local authority placed here.",
  kept: "Until the person no longer takes messages; the Outbox keeps the address that was used.",
  ofPupil: null,
  key: ["id"],
  guarded: true,
  columns: () => ({
    id: id("C"),
    provider: required("Provider", { note: "The provider's id or its full name." }),
    name: name("Name", { note: "Who it is.", privacy: "personal", receivers: ["emails"], width: 160 }),
    role: text("Role", { note: "For example Head of Year 9.", width: 160 }),
    email: {
      ...text("Email", {
        note: "One address. It is used once a lead has confirmed it.",
        receivers: ["emails"],
        privacy: "personal",
        width: 240,
      }),
      schema: address,
    },
    updates: yesNo("Updates", "no", { note: "Takes the weekly update.", ifUnreadable: "no" }),
    notices: yesNo("Notices", "no", { note: "Takes notices of deterioration.", ifUnreadable: "no" }),
    reports: yesNo("Reports", "no", { note: "Takes half-termly reports.", ifUnreadable: "no" }),
    bounced: yesNo("Bounced", "no", { note: "yes: mail to it came back; nothing more is sent there." }),
    confirmed: text("Confirmed address", {
      note: "The address a lead has confirmed. Hub Tracker writes it (menu, Confirm contacts).",
      writer: "add-on",
      privacy: "personal",
      width: 240,
    }),
  }),
});

export const ROLES = ["lead", "teacher", "support", "admin"] as const;

export const staff = table({
  tab: "Staff",
  about: "Everybody who works with the tracker, and what they may do.",
  purpose: "Who may do what, and who is asked for what.",
  basis: "Public task (UK GDPR 6(1)(e)), and the employment of staff.",
  kept: "Until the person has left and nothing here depends on the row.",
  ofPupil: null,
  key: ["id"],
  guarded: true,
  columns: () => ({
    id: id("S"),
    name: name("Name", {
      required: true,
      note: "First name and surname.",
      privacy: "personal",
      receivers: ["reports"],
      width: 180,
    }),
    email: {
      ...text("Email", { note: "The Google account they use here.", privacy: "personal", width: 240 }),
      schema: address,
    },
    role: choice("Role", ROLES, {
      note: "lead, teacher, support or admin. Leads and teachers are teaching staff.",
    }),
    active: yesNo("Active", "yes", { note: "no: has left." }),
  }),
});

export const pupils = table({
  tab: "Pupils",
  about: "One row for each pupil.",
  purpose: "To know who the pupil is, teach and support the pupil, and report to whoever placed the pupil.",
  basis:
    "Public task (UK GDPR 6(1)(e)); health, care and special needs for substantial public interest (9(2)(g)).",
  kept: "Until the pupil has left, then for as long as the hub's retention schedule says for pupil records.",
  ofPupil: { title: "Who the pupil is", by: "id" },
  key: ["id"],
  columns: () => ({
    id: id("U"),
    firstName: name("First name", {
      required: true,
      note: "A single name stands here alone.",
      privacy: "personal",
      receivers: ["emails", "reports"],
    }),
    surname: name("Surname", {
      note: "Blank for a single name.",
      privacy: "personal",
      receivers: ["emails", "reports"],
    }),
    knownAs: name("Known as", {
      note: "If the pupil goes by another name.",
      privacy: "personal",
      receivers: ["emails", "reports"],
    }),
    born: optionalDay("Born", { note: "Date of birth.", privacy: "personal", ifUnreadable: null }),
    upn: text("UPN", {
      note: "13 characters. Never put into an email or a file name.",
      privacy: "sensitive",
      purpose:
        "To agree with the provider and the authority which pupil is meant; returns that ask for it are filled in by hand.",
    }),
    yearGroup: wholeNumber("Year group", {
      note: "Only where it differs from the one the date of birth gives.",
      privacy: "shareable",
      ifUnreadable: null,
    }),
    keyWorker: text("Key worker", {
      note: "A member of staff: id or full name.",
      receivers: ["reports"],
      privacy: "personal",
      width: 160,
    }),
    strengths: text("Strengths", {
      note: "What this pupil is good at.",
      receivers: ["reports"],
      privacy: "personal",
      width: 220,
      wrap: true,
    }),
    needs: text("Needs", {
      note: "What this pupil needs.",
      privacy: "sensitive",
      purpose: "So that everybody who teaches the pupil meets the needs.",
      width: 220,
      wrap: true,
    }),
    whatHelps: text("What helps", {
      note: "What works.",
      privacy: "personal",
      receivers: ["reports"],
      width: 220,
      wrap: true,
    }),
    senSupport: yesNo("SEN support", "no", {
      note: "yes while the pupil has SEN support.",
      privacy: "sensitive",
      purpose: "So that staff plan the support the pupil has a right to.",
      ifUnreadable: "no",
    }),
    ehcp: yesNo("EHCP", "no", {
      note: "yes while the pupil has an EHCP.",
      privacy: "sensitive",
      purpose: "Which reports and reviews are due.",
      ifUnreadable: "no",
    }),
    lookedAfter: yesNo("Looked after", "no", {
      note: "yes while the pupil is looked after.",
      privacy: "sensitive",
      purpose: "Which reports and reviews are due.",
      ifUnreadable: "no",
    }),
    childInNeed: yesNo("Child in need", "no", {
      note: "yes while the pupil is a child in need.",
      privacy: "sensitive",
      purpose: "Which reviews are due.",
      ifUnreadable: "no",
    }),
    // What cannot be read keeps the pupil's records here: the other way round, a slip of the pen would send them.
    restricted: yesNo("Restricted", "no", {
      note: "yes: the pupil's records are kept but not passed on (UK GDPR, restriction of processing). The pupil is left out of emails and reports; what was kept back does not go by itself when it is no again.",
      privacy: "personal",
      purpose: "To keep the records without passing them on while the law or a parent asks for that.",
      ifUnreadable: "yes",
    }),
  }),
});

export const placements = table({
  tab: "Placements",
  about: "A pupil's time here for one provider. What the provider may see follows these dates.",
  purpose: "Which provider placed the pupil and when: it decides what the provider may see.",
  basis:
    "Public task (UK GDPR 6(1)(e)): the education of pupils whom a school or local authority placed here.",
  kept: "Until the pupil has left, then for as long as the hub's retention schedule says for pupil records.",
  ofPupil: { title: "Placements", by: "pupil" },
  key: ["id"],
  columns: () => ({
    id: id("L"),
    pupil: required("Pupil", {
      note: "The pupil's id, or the full name where only one has it.",
      privacy: "personal",
    }),
    provider: required("Provider", { note: "The provider's id or its full name." }),
    firstDay: day("First day", { note: "The first day here for this provider." }),
    lastDay: optionalDay("Last day", { note: "Blank while the placement goes on." }),
    reference: text("Provider's reference", {
      note: "What the provider calls this pupil; it stands in its emails.",
      privacy: "shareable",
      width: 160,
    }),
  }),
});

export type Provider = RecordOf<typeof providers>;
export type Contact = RecordOf<typeof contacts>;
export type StaffMember = RecordOf<typeof staff>;
export type Pupil = RecordOf<typeof pupils>;
export type Placement = RecordOf<typeof placements>;
