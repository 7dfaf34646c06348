/**
 * The emails to a provider's contact, composed from the provider's capsule alone: the weekly update, and what
 * was late or corrected where no later update will report it.
 */
import type { Capsule, CapsuleWeek, PupilChanges, PupilWeek } from "./capsule";
import type { GradeChange } from "./changes";
import { lettersOfChanges } from "./changes";
import type { Day } from "../words/days";
import { dayWithWeekday, longDay } from "../words/days";
import type { Mark } from "../words/grades";
import { changeInWords, isGrade, wordsOf } from "../words/grades";
import type { Html } from "../words/html";
import { html } from "../words/html";
import { keyOf, referenceOf } from "../mail/kinds";
import type { Letters, Mail } from "../mail/mail";
import { cardOf, mailPage, small } from "../mail/mailPage";
import type { Contact } from "../tables/people";
import type { Settings } from "../tables/settings";

/** Mail programs clip a message of about 102 KB; above this, in UTF-16 units, only the plain text is sent. */
const MAX_HTML = 90_000;

/** What both kinds of message need to know beside the capsule. */
export interface Sending {
  /** The update's newest week, or the newest week that changed. */
  week: Day;
  contact: Contact;
  /** When the provider's next update is due; null where the calendar ends. */
  nextDue: Day | null;
  /** What was late or corrected for this contact; the capsule holds the same in words. */
  changes: readonly GradeChange[];
  settings: Settings;
}

export function weeklyEmail(capsule: Capsule, sending: Sending): Mail {
  const { week, changes } = sending;
  const key = keyOf("weekly", { week, provider: capsule.provider.id, contact: sending.contact.id });
  const page = styled(capsule, sending, key).html;
  const letters = lettersOfChanges(changes);
  return {
    ...addressed(capsule, sending),
    key,
    subject: `Weekly update, week beginning ${longDay(week)}: ${countOf(capsule.weeks)}`,
    text: plain(capsule, sending, key),
    html: page.length > MAX_HTML ? null : page,
    letters: { ...letters, ...lettersOf(capsule.weeks) },
  };
}

/** `n` counts the messages of this kind about the same week, from 1. */
export function changesMail(capsule: Capsule, sending: Sending, n: number): Mail {
  const { week, changes } = sending;
  const key = keyOf("changes", {
    week,
    provider: capsule.provider.id,
    contact: sending.contact.id,
    number: n,
  });
  return {
    ...addressed(capsule, sending),
    key,
    subject: `Late or corrected grades: ${counted(capsule.changed.length)}`,
    text: plain(capsule, sending, key),
    html: styled(capsule, sending, key).html,
    letters: lettersOfChanges(changes),
  };
}

const addressed = ({ provider }: Capsule, { contact, settings }: Sending) => ({
  to: { provider: provider.id, contact: contact.id },
  recipient: contact.confirmed,
  replyTo: settings.replyTo,
  fromName: settings.hubName,
});

export const isEmpty = (capsule: Capsule): boolean =>
  capsule.weeks.length === 0 && capsule.changed.length === 0;

const counted = (n: number): string => `${n} ${n === 1 ? "pupil" : "pupils"}`;

function countOf(weeks: readonly CapsuleWeek[]): string {
  const shown = new Set(weeks.flatMap((week) => week.pupils.map((p) => p.pupilId))).size;
  return shown > 0 ? counted(shown) : `${counted(Math.max(0, ...weeks.map((w) => w.toFollow)))} to follow`;
}

function lettersOf(weeks: readonly CapsuleWeek[]): Letters {
  const marks = (p: PupilWeek): [string, Mark][] => [
    ...p.areas.map((a): [string, Mark] => [a.id, a.mark]),
    ["overall", p.overall],
  ];
  const sent = ([, mark]: [string, Mark]) => mark !== null && mark !== "?";
  return Object.fromEntries(
    weeks.map((week) => [
      week.week,
      Object.fromEntries(week.pupils.map((p) => [p.pupilId, Object.fromEntries(marks(p).filter(sent))])),
    ]),
  );
}

const reference = (key: string): string =>
  `Ref ${referenceOf(key)}: if you get this twice, it is the same update.`;

const nextDueLine = (nextDue: Day | null): string =>
  nextDue
    ? `Next update due ${dayWithWeekday(nextDue)} ${nextDue.slice(0, 4)}.`
    : "The date of the next update has not been set yet.";

const toFollowLine = (n: number): string =>
  `${counted(n)} to follow: this week's grades are not complete yet. We are following this up.`;

/** `Overall: Amber, down from Green last week`; says where it was derived. */
function overallWords(p: PupilWeek): string {
  const change = changeInWords(p.overall, p.lastWeek);
  return [wordsOf(p.overall), change && `, ${change}`, p.derived ? " (worked out from the areas)" : ""].join(
    "",
  );
}

/** Each area with its mark; one line for all where none is graded, for the same reason. */
function areasOf({ areas }: PupilWeek): { name: string; mark: Mark }[] {
  const [first] = areas;
  const alike = first && !isGrade(first.mark) && areas.every((area) => area.mark === first.mark);
  return alike ? [{ name: "All areas", mark: first.mark }] : [...areas];
}
const comings = (p: PupilWeek): string => [p.joined, p.left].filter(Boolean).join(", ");
const textsOf = (p: PupilWeek): [string, string][] =>
  [
    ...p.rewards.map((reward) => ["Well done", reward]),
    ["Went well", p.strength],
    ["Next step", p.nextStep],
    ["Note", p.note],
  ].filter(([, t]) => t !== "") as [string, string][];

const opening = (capsule: Capsule, { settings }: Sending): string =>
  capsule.weeks.length > 0
    ? `This is how pupils placed by ${capsule.provider.name} did at ${settings.hubName}.`
    : `Some grades of pupils placed by ${capsule.provider.name} at ${settings.hubName} were entered late or corrected after the last update.`;

const CHANGED = "Late and corrected";
const nameOf = (p: Pick<PupilWeek, "label" | "reference">): string =>
  [p.label, p.reference && `ref ${p.reference}`].filter(Boolean).join(", ");

function plain(capsule: Capsule, sending: Sending, key: string): string {
  const pupil = (p: PupilWeek): string =>
    [
      `${nameOf(p)}${comings(p) ? ` (${comings(p)})` : ""}`,
      `  Overall: ${overallWords(p)}`,
      ...areasOf(p).map((area) => `  ${area.name}: ${wordsOf(area.mark)}`),
      ...textsOf(p).map(([name, t]) => `  ${name}: ${t}`),
    ].join("\n");
  const week = (w: CapsuleWeek): string =>
    [
      `WEEK BEGINNING ${longDay(w.week).toUpperCase()}`,
      ...w.pupils.map(pupil),
      ...(w.toFollow > 0 ? [toFollowLine(w.toFollow)] : []),
    ].join("\n\n");
  const changed = (p: PupilChanges): string => [nameOf(p), ...p.lines.map((l) => `  ${l}`)].join("\n");
  return [
    opening(capsule, sending),
    ...capsule.weeks.map(week),
    ...(capsule.changed.length > 0 ? [CHANGED.toUpperCase(), ...capsule.changed.map(changed)] : []),
    nextDueLine(sending.nextDue),
    `${reference(key)}\n${sending.settings.privacyLine}`,
  ].join("\n\n");
}

const CHIP: Record<string, string> = {
  G: "background:#c8ecd0;color:#0b4f1c",
  A: "background:#ffe2a0;color:#653c00",
  R: "background:#f9cdc8;color:#7d1410",
};

/**
 * A grade as letter, word and colour; anything else as plain words. Chips keep their own pair of colours in
 * dark mode.
 */
const chip = (mark: Mark): Html =>
  isGrade(mark)
    ? html`<span
        style="${CHIP[mark] ?? ""};display:inline-block;border-radius:4px;padding:1px 8px;font-weight:bold;white-space:nowrap"
        >${mark} ${wordsOf(mark)}</span
      >`
    : html`<span class="soft" style="color:#55606b">${wordsOf(mark)}</span>`;

const areaRow = (area: { name: string; mark: Mark }): Html =>
  html`<tr class="line">
    <td style="padding:4px 8px 4px 0;border-top:1px solid #e3e7eb">${area.name}</td>
    <td style="padding:4px 0;border-top:1px solid #e3e7eb;text-align:right">${chip(area.mark)}</td>
  </tr>`;

function card(p: PupilWeek): Html {
  const change = changeInWords(p.overall, p.lastWeek);
  const aside = [change, p.derived ? "worked out from the areas" : ""].filter(Boolean).join("; ");
  return cardOf(
    html`<h3 style="margin:0 0 2px;font-size:17px">${nameOf(p)}</h3>
      <p class="soft" style="margin:0;color:#55606b">${comings(p)}</p>
      <p style="margin:6px 0 10px">Overall ${chip(p.overall)} ${aside}</p>
      <table
        role="presentation"
        width="100%"
        cellspacing="0"
        cellpadding="0"
        style="font-size:15px;border-collapse:collapse"
      >
        ${areasOf(p).map(areaRow)}
      </table>
      ${textsOf(p).map(([name, t]) => html`<p style="margin:10px 0 0"><b>${name}.</b> ${t}</p>`)}`,
  );
}

const block = (w: CapsuleWeek): Html =>
  html`<h2 style="font-size:18px;margin:20px 0 10px">Week beginning ${longDay(w.week)}</h2>
    ${w.pupils.map(card)}${w.toFollow > 0 ? [html`<p>${toFollowLine(w.toFollow)}</p>`] : []}`;

const changedCard = (p: PupilChanges): Html =>
  cardOf(
    html`<h3 style="margin:0 0 6px;font-size:17px">${nameOf(p)}</h3>
      ${p.lines.map((line) => html`<p style="margin:0">${line}</p>`)}`,
  );

const changedBlock = (changed: readonly PupilChanges[]): Html[] =>
  changed.length === 0
    ? []
    : [html`<h2 style="font-size:18px;margin:20px 0 10px">${CHANGED}</h2>`, ...changed.map(changedCard)];

const styled = (capsule: Capsule, sending: Sending, key: string): Html =>
  mailPage("Weekly update", [
    html`<p style="margin:0">${opening(capsule, sending)}</p>`,
    ...capsule.weeks.map(block),
    ...changedBlock(capsule.changed),
    html`<p>${nextDueLine(sending.nextDue)}</p>
      ${small(reference(key))}${small(sending.settings.privacyLine)}`,
  ]);
