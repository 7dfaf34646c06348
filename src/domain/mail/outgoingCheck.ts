/**
 * The last look at a finished message before it leaves. It shares no code with composing: it goes back to the
 * tables and asks again who the recipient is, whose pupils these are, and whether any other pupil can be
 * found in the text.
 */
import type { SchoolWeek } from "../hub/calendar";
import { segmentsOf } from "./kinds";
import type { Mail } from "./mail";
import { longDay } from "../words/days";
import type { Contact, Placement, Pupil, StaffMember } from "../tables/people";

export interface KnownPeople {
  contacts: readonly Contact[];
  placements: readonly Placement[];
  pupils: readonly Pupil[];
  weeks: readonly SchoolWeek[];
}

/** A value that was never a text. */
const BROKEN = /\[object |\bNaN\b/;
/** Without accents, one kind of apostrophe, lines joined. */
const plainText = (s: string): string =>
  s
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[‘’ʼ]/g, "'")
    .replace(/\s+/g, " ")
    .toLocaleLowerCase("en-GB");

/** Why a message to a provider must not leave, in a sentence; null where nothing was found. */
export function reasonNotToSend(mail: Mail, known: KnownPeople): string | null {
  const { to } = mail;
  if (!("contact" in to)) return "It is not addressed to a contact at a provider.";
  const contact = known.contacts.find((c) => c.id === to.contact);
  if (
    !contact ||
    contact.provider !== to.provider ||
    contact.confirmed !== mail.recipient ||
    contact.email !== mail.recipient
  )
    return "The recipient is not a confirmed contact at the provider.";

  const kept = restrictedIn(mail, known.pupils);
  if (kept) return `Pupil ${kept} is restricted, so nothing about this pupil may be sent.`;
  const own = new Set<string>();
  for (const [monday, pupils] of Object.entries(mail.letters)) {
    const week = known.weeks.find((w) => w.week === monday);
    for (const id of Object.keys(pupils)) {
      own.add(id);
      const placed = known.placements.some(
        (p) =>
          p.pupil === id &&
          p.provider === to.provider &&
          week?.days.some((day) => p.firstDay <= day && day <= (p.lastDay ?? day)),
      );
      if (!placed)
        return `Pupil ${id} has no placement with the provider in the week beginning ${longDay(monday)}.`;
    }
  }

  const fullText = fullTextOf(mail);
  const allowed = new Set(known.pupils.filter((p) => own.has(p.id)).flatMap(namesOf));
  for (const pupil of known.pupils) {
    if (isRealUpn(pupil.upn) && fullText.includes(plainText(pupil.upn)))
      return `It contains the UPN of ${pupil.id}.`;
    if (own.has(pupil.id)) continue;
    for (const name of namesOf(pupil))
      if (!allowed.has(name) && name.includes(" ") && isWithin(fullText, name))
        return `It contains the name of ${pupil.id}.`;
  }
  // A pupil may be called Nan, and be entered as NaN.
  const isCalledSo = known.pupils.some(
    (p) => own.has(p.id) && BROKEN.test(`${p.firstName} ${p.surname} ${p.knownAs}`),
  );
  return isCalledSo ? null : whyBroken(mail);
}

/** The same for a message within the hub: it goes to an active member of staff, at the address in Staff. */
export function reasonNotToSendToStaff(
  mail: Mail,
  staff: readonly StaffMember[],
  pupils: readonly Pupil[],
): string | null {
  const { to } = mail;
  const member = "staff" in to && staff.find((s) => s.id === to.staff);
  if (!member || member.active !== "yes" || member.email !== mail.recipient)
    return "The recipient is not an active member of staff.";
  const kept = restrictedNamedIn(mail, pupils);
  if (kept) return `Pupil ${kept} is restricted, so nothing about this pupil may be sent.`;
  return whyBroken(mail);
}

/** A restricted pupil whom a message is about, by its key or its letters; anything but "no" restricts. */
function restrictedIn({ key, letters }: Mail, pupils: readonly Pupil[]): string | undefined {
  const about = new Set([...segmentsOf(key), ...Object.values(letters).flatMap((one) => Object.keys(one))]);
  return pupils.find(({ id, restricted }) => restricted !== "no" && about.has(id))?.id;
}

/** All that a message says, with what the report says that it brings. */
const fullTextOf = ({ subject, text, report }: Mail): string =>
  plainText([subject, text, report?.fileName ?? "", report?.says ?? ""].join("\n"));

/** A restricted pupil whose full name is in a message, unless somebody else has the same name. */
function restrictedNamedIn(mail: Mail, pupils: readonly Pupil[]): string | undefined {
  const fullText = fullTextOf(mail);
  const others = new Set(pupils.filter(({ restricted }) => restricted === "no").flatMap(namesOf));
  const isNamed = (pupil: Pupil): boolean =>
    namesOf(pupil).some((name) => name.includes(" ") && !others.has(name) && isWithin(fullText, name));
  return pupils.find((pupil) => pupil.restricted !== "no" && isNamed(pupil))?.id;
}

const whyBroken = ({ text, html, report }: Mail): string | null =>
  [text, html ?? "", report?.says ?? ""].some((said) => BROKEN.test(said))
    ? "It is not filled in completely."
    : null;

/**
 * "none" or "R" in the cell is not a number that a message could give away, and would hold everybody's
 * messages.
 */
const isRealUpn = (upn: string): boolean => upn.replace(/\D/g, "").length >= 6;

const namesOf = (p: Pupil): string[] =>
  [`${p.firstName} ${p.surname}`, p.knownAs && `${p.knownAs} ${p.surname}`]
    .filter(Boolean)
    .map((n) => plainText(n.trim()));

/** As whole words: the characters on both sides are not letters. */
function isWithin(fullText: string, name: string): boolean {
  for (let at = fullText.indexOf(name); at >= 0; at = fullText.indexOf(name, at + 1))
    if (!/\p{L}/u.test(fullText[at - 1] ?? " ") && !/\p{L}/u.test(fullText[at + name.length] ?? " "))
      return true;
  return false;
}
