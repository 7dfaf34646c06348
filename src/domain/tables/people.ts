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
  z.string().check(z.refine((s) => s === "" || isAddress(s), "it is not a single email address")),
);

/** How a report reaches a provider. */
export const REPORTS_AS = ["PDF", "link"] as const;

export const providers = table({
  tab: "Providers",
  about: "Providers: the schools and local-authority services that placed pupils here.",
  purpose: "To know who placed pupils here, and how each provider wants to be told.",
  basis:
    "Public task (UK GDPR 6(1)(e)): the education of pupils whom a school or local authority placed here.",
  kept: "For as long as the provider has a placement, then as the hub's retention schedule says.",
  ofPupil: null,
  key: ["id"],
  columns: () => ({
    id: id("P"),
    name: name("Name", {
      required: true,
      note: "The provider (placing school or service), as it writes its own name.",
      width: 240,
    }),
    namesInUpdates: choice("Names in updates", ["initials", "full"], {
      note: "How pupils appear in its emails: initials (the safe choice) or full names.",
      blank: "initials",
      ifUnreadable: "initials",
    }),
    cadence: choice("Cadence", ["weekly", "fortnightly", "none"], {
      note: "How often this provider wants the update. Notices are always sent.",
      blank: "weekly",
      ifUnreadable: "weekly",
    }),
    reportsAs: choice("Reports as", REPORTS_AS, {
      note: "How reports reach its contacts: a PDF in an email, or a link to the document, which needs a Google account at that address.",
      blank: "PDF",
      ifUnreadable: "PDF",
    }),
    domains: text("Email domains", {
      note: "The ending of its email addresses, such as ashby.example. Separate several with spaces. Any other address raises a question.",
      width: 200,
    }),
    active: yesNo("Active", "yes", { note: "no: nothing more is sent to this provider." }),
  }),
});

export const contacts = table({
  tab: "Contacts",
  about: "The people at each provider who get its emails.",
  purpose: "To send each provider's messages to the right people, at addresses that a lead has confirmed.",
  basis:
    "Public task (UK GDPR 6(1)(e)): the education of pupils whom a school or local authority placed here.",
  kept: "Until the person no longer takes messages. The Outbox keeps the address that was used.",
  ofPupil: null,
  key: ["id"],
  guarded: true,
  columns: () => ({
    id: id("C"),
    provider: required("Provider", { note: "The provider's id or its full name." }),
    name: name("Name", {
      note: "The person's name.",
      privacy: "personal",
      receivers: ["emails"],
      width: 160,
    }),
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
    updates: yesNo("Updates", "no", { note: "yes: receives the weekly update.", ifUnreadable: "no" }),
    notices: yesNo("Notices", "no", { note: "yes: receives notices of deterioration.", ifUnreadable: "no" }),
    reports: yesNo("Reports", "no", { note: "yes: receives half-termly reports.", ifUnreadable: "no" }),
    bounced: yesNo("Bounced", "no", {
      note: "yes: an email to this address came back. Nothing more is sent there.",
    }),
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
  purpose: "To know who may do what, and who is asked for what.",
  basis: "Public task (UK GDPR 6(1)(e)), and the employment of staff.",
  kept: "Until the person has left and nothing here depends on the row any more.",
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
      note: "If the pupil has a single name, enter it here.",
      privacy: "personal",
      receivers: ["emails", "reports"],
    }),
    surname: name("Surname", {
      note: "Leave blank if the pupil has a single name.",
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
        "To agree with the provider and the authority which pupil is meant. Returns that ask for it are filled in by hand.",
    }),
    yearGroup: wholeNumber("Year group", {
      note: "Only if it differs from the year group for the date of birth.",
      privacy: "shareable",
      ifUnreadable: null,
    }),
    keyWorker: text("Key worker", {
      note: "A member of staff: the id or full name.",
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
      purpose: "So that everybody who teaches the pupil can meet these needs.",
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
      purpose: "So that staff plan the support that the pupil is entitled to.",
      ifUnreadable: "no",
    }),
    ehcp: yesNo("EHCP", "no", {
      note: "yes while the pupil has an EHCP.",
      privacy: "sensitive",
      purpose: "To know which reports and reviews are due.",
      ifUnreadable: "no",
    }),
    lookedAfter: yesNo("Looked after", "no", {
      note: "yes while the pupil is looked after.",
      privacy: "sensitive",
      purpose: "To know which reports and reviews are due.",
      ifUnreadable: "no",
    }),
    childInNeed: yesNo("Child in need", "no", {
      note: "yes while the pupil is a child in need.",
      privacy: "sensitive",
      purpose: "To know which reviews are due.",
      ifUnreadable: "no",
    }),
    // What cannot be read keeps the pupil's records here: the other way round, a slip of the pen would send
    // them.
    restricted: yesNo("Restricted", "no", {
      note: "yes: the pupil's records are kept but not passed on (UK GDPR, restriction of processing). The pupil is left out of emails and reports. What was held back is not sent automatically when this is no again.",
      privacy: "personal",
      purpose: "To keep the records without passing them on, while the law or a parent requires it.",
      ifUnreadable: "yes",
    }),
  }),
});

export const placements = table({
  tab: "Placements",
  about: "A pupil's time here for one provider. What the provider may see follows these dates.",
  purpose: "To know which provider placed the pupil and when. This decides what the provider may see.",
  basis:
    "Public task (UK GDPR 6(1)(e)): the education of pupils whom a school or local authority placed here.",
  kept: "Until the pupil has left, then for as long as the hub's retention schedule says for pupil records.",
  ofPupil: { title: "Placements", by: "pupil" },
  key: ["id"],
  columns: () => ({
    id: id("L"),
    pupil: required("Pupil", {
      note: "The pupil's id, or the full name if no other pupil has it.",
      privacy: "personal",
    }),
    provider: required("Provider", { note: "The provider's id or its full name." }),
    firstDay: day("First day", { note: "The first day here for this provider." }),
    lastDay: optionalDay("Last day", { note: "Blank while the placement continues." }),
    reference: text("Provider's reference", {
      note: "The provider's own reference for this pupil. It is shown in emails to the provider.",
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
