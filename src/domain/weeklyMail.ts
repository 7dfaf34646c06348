/** The weekly email to a provider's contact, composed from the provider's capsule alone. */
import type { Capsule, CapsuleWeek, PupilWeek } from "./capsule";
import type { Day } from "./days";
import { dayWithWeekday, longDay } from "./days";
import type { Mark } from "./grades";
import { changeInWords, isGrade, wordsOf } from "./grades";
import type { Html } from "./html";
import { html } from "./html";
import type { Letters, Mail } from "./mail";
import type { Contact } from "./tables/people";
import type { Settings } from "./tables/settings";

/** Mail programs clip a message of about 102 KB; above this, in UTF-16 units, only the plain text is sent. */
const MAX_HTML = 90_000;

export function weeklyMail(
  capsule: Capsule,
  contact: Contact,
  nextDue: Day | null,
  settings: Settings,
): Mail {
  const { provider, weeks } = capsule;
  const newest = weeks[weeks.length - 1]?.week ?? "";
  const page = styled(capsule, newest, nextDue, contact, settings).html;
  return {
    key: `weekly|${newest}|${provider.id}|${contact.id}`,
    provider: provider.id,
    contact: contact.id,
    recipient: contact.confirmed,
    replyTo: settings.replyTo,
    fromName: settings.centreName,
    subject: `Weekly update, week beginning ${longDay(newest)}: ${countOf(weeks)}`,
    text: plain(capsule, newest, nextDue, contact, settings),
    html: page.length > MAX_HTML ? null : page,
    letters: lettersOf(weeks),
  };
}

export const isEmpty = (capsule: Capsule): boolean =>
  capsule.weeks.every((week) => week.pupils.length === 0 && week.toFollow === 0);

const counted = (n: number): string => `${n} ${n === 1 ? "pupil" : "pupils"}`;

function countOf(weeks: readonly CapsuleWeek[]): string {
  const shown = new Set(weeks.flatMap((week) => week.pupils.map((p) => p.pupilId))).size;
  return shown > 0 ? counted(shown) : `${counted(Math.max(...weeks.map((w) => w.toFollow)))} to follow`;
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

const reference = (capsule: Capsule, newest: Day, contact: Contact): string =>
  `Ref ${newest}-${capsule.provider.id}-${contact.id}: if you get this twice, it is the same update.`;

const nextDueLine = (nextDue: Day | null): string =>
  nextDue
    ? `Next update due ${dayWithWeekday(nextDue)} ${nextDue.slice(0, 4)}.`
    : "The date of the next update is not set yet.";

const toFollowLine = (n: number): string =>
  `${counted(n)} to follow: this week's grades are not complete here yet. We are on to it.`;

/** `Overall: Amber, down from Green last week`; says where it was derived. */
function overallWords(p: PupilWeek): string {
  const change = changeInWords(p.overall, p.lastWeek);
  return [wordsOf(p.overall), change && `, ${change}`, p.derived ? " (worked out from the areas)" : ""].join(
    "",
  );
}

const heading = (p: PupilWeek): string =>
  [p.label, p.reference && `ref ${p.reference}`].filter(Boolean).join(", ");
const comings = (p: PupilWeek): string => [p.joined, p.left].filter(Boolean).join(", ");
const textsOf = (p: PupilWeek): [string, string][] =>
  [
    ["Went well", p.strength],
    ["Next step", p.nextStep],
    ["Note", p.note],
  ].filter(([, t]) => t !== "") as [string, string][];

const opening = (capsule: Capsule, settings: Settings): string =>
  `This is how pupils placed by ${capsule.provider.name} did at ${settings.centreName}.`;

function plain(
  capsule: Capsule,
  newest: Day,
  nextDue: Day | null,
  contact: Contact,
  settings: Settings,
): string {
  const pupil = (p: PupilWeek): string =>
    [
      `${heading(p)}${comings(p) ? ` (${comings(p)})` : ""}`,
      `  Overall: ${overallWords(p)}`,
      ...p.areas.map((area) => `  ${area.name}: ${wordsOf(area.mark)}`),
      ...textsOf(p).map(([name, t]) => `  ${name}: ${t}`),
    ].join("\n");
  const week = (w: CapsuleWeek): string =>
    [
      `WEEK BEGINNING ${longDay(w.week).toUpperCase()}`,
      ...w.pupils.map(pupil),
      ...(w.toFollow > 0 ? [toFollowLine(w.toFollow)] : []),
    ].join("\n\n");
  return [
    opening(capsule, settings),
    ...capsule.weeks.map(week),
    nextDueLine(nextDue),
    `${reference(capsule, newest, contact)}\n${settings.privacyLine}`,
  ].join("\n\n");
}

const CHIP: Record<string, string> = {
  G: "background:#c8ecd0;color:#0b4f1c",
  A: "background:#ffe2a0;color:#653c00",
  R: "background:#f9cdc8;color:#7d1410",
};

/** A grade as letter, word and colour; anything else as plain words. Chips keep their own pair of colours in dark mode. */
const chip = (mark: Mark): Html =>
  isGrade(mark)
    ? html`<span
        style="${CHIP[mark] ?? ""};display:inline-block;border-radius:4px;padding:1px 8px;font-weight:bold;white-space:nowrap"
        >${mark} ${wordsOf(mark)}</span
      >`
    : html`<span class="soft" style="color:#55606b">${wordsOf(mark)}</span>`;

const STYLE = `:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){.page{background:#15181c!important;color:#e8eaed!important}.card{background:#1f2429!important;border-color:#3a424a!important}.soft{color:#aeb6bf!important}.line td{border-color:#3a424a!important}}
@media (max-width:480px){.page{padding:12px!important}.card{padding:12px!important}}`;

const areaRow = (area: PupilWeek["areas"][number]): Html =>
  html`<tr class="line">
    <td style="padding:4px 8px 4px 0;border-top:1px solid #e3e7eb">${area.name}</td>
    <td style="padding:4px 0;border-top:1px solid #e3e7eb;text-align:right">${chip(area.mark)}</td>
  </tr>`;

function card(p: PupilWeek): Html {
  const change = changeInWords(p.overall, p.lastWeek);
  const aside = [change, p.derived ? "worked out from the areas" : ""].filter(Boolean).join("; ");
  return html`<div
    class="card"
    style="background:#ffffff;border:1px solid #d5dbe1;border-radius:8px;padding:16px;margin:0 0 12px"
  >
    <h3 style="margin:0 0 2px;font-size:17px">${heading(p)}</h3>
    <p class="soft" style="margin:0;color:#55606b">${comings(p)}</p>
    <p style="margin:6px 0 10px">Overall ${chip(p.overall)} ${aside}</p>
    <table
      role="presentation"
      width="100%"
      cellspacing="0"
      cellpadding="0"
      style="font-size:15px;border-collapse:collapse"
    >
      ${p.areas.map(areaRow)}
    </table>
    ${textsOf(p).map(([name, t]) => html`<p style="margin:10px 0 0"><b>${name}.</b> ${t}</p>`)}
  </div> `;
}

const block = (w: CapsuleWeek): Html =>
  html`<h2 style="font-size:18px;margin:20px 0 10px">Week beginning ${longDay(w.week)}</h2>
    ${w.pupils.map(card)}${w.toFollow > 0 ? [html`<p>${toFollowLine(w.toFollow)}</p>`] : []}`;

const styled = (
  capsule: Capsule,
  newest: Day,
  nextDue: Day | null,
  contact: Contact,
  settings: Settings,
): Html =>
  html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>Weekly update</title>
        <style>
          ${{ html: STYLE }}
        </style>
      </head>
      <body class="page" style="margin:0;background:#f4f6f8;color:#1d2329">
        <div
          class="page"
          style="background:#f4f6f8;color:#1d2329;padding:20px;font:15px/1.5 Arial,Helvetica,sans-serif"
        >
          <div style="max-width:600px;margin:0 auto">
            <p style="margin:0">${opening(capsule, settings)}</p>
            ${capsule.weeks.map(block)}
            <p>${nextDueLine(nextDue)}</p>
            <p class="soft" style="color:#55606b;font-size:13px">
              ${reference(capsule, newest, contact)}<br />${settings.privacyLine}
            </p>
          </div>
        </div>
      </body>
    </html> `;
