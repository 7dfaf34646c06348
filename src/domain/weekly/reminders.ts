/**
 * Chasing blanks on the week's last open day: one mail per member of staff. A blank belongs to the pupil's
 * key worker.
 */
import { blanksIn } from "../hub/blanks";
import type { Blank } from "../hub/blanks";
import type { SchoolWeek } from "../hub/calendar";
import { closingOf } from "../hub/calendar";
import type { Hub } from "../hub/hub";
import type { Day } from "../words/days";
import { longDay } from "../words/days";
import { keyOf } from "../mail/kinds";
import type { Mail } from "../mail/mail";
import { nameInUse, withId } from "../hub/names";
import type { Problem } from "../words/problem";
import { problem } from "../words/problem";
import { leadsIn } from "../hub/rights";
import { isRestricted } from "../hub/restriction";
import type { StaffMember } from "../tables/people";
import type { Settings } from "../tables/settings";

export function reminders(
  week: SchoolWeek,
  today: Day,
  hub: Hub,
  settings: Settings,
): { mails: Mail[]; problems: Problem[] } {
  const active = hub.staff.filter((member) => member.active === "yes");
  const leads = leadsIn(hub.staff);
  const byMember = new Map<StaffMember, Blank[]>();
  for (const blank of blanksIn(week, hub)) {
    if (isRestricted(blank.pupil.id, hub)) continue;
    const keyWorker = hub.keyWorkers.get(blank.pupil.id);
    const asked = keyWorker && active.includes(keyWorker) ? [keyWorker] : leads;
    for (const member of asked) byMember.set(member, [...(byMember.get(member) ?? []), blank]);
  }
  const asked = [...byMember];
  return {
    mails: asked
      .filter(([member]) => member.email !== "")
      .map(([member, blanks]) => reminder(member, blanks, week, today, settings)),
    problems: asked
      .filter(([member]) => member.email === "")
      .map(([member]) =>
        problem(
          "Staff",
          null,
          "Email",
          `${withId(member.name, member.id)} has blank grades to enter but no email address.`,
          "Enter the address.",
        ),
      ),
  };
}

function reminder(
  member: StaffMember,
  blanks: readonly Blank[],
  week: SchoolWeek,
  today: Day,
  settings: Settings,
): Mail {
  const lines = blanks.map(
    ({ pupil, areas, nothingYet }) =>
      `  ${nameInUse(pupil)}: ${nothingYet ? "nothing yet" : areas.join(", ")}`,
  );
  const count = `${blanks.length} ${blanks.length === 1 ? "pupil" : "pupils"}`;
  return {
    key: keyOf("reminder", { day: today, staff: member.id }),
    to: { staff: member.id },
    recipient: member.email,
    replyTo: settings.replyTo,
    fromName: settings.hubName,
    subject: `Please enter before ${closingOf(week, settings.closingTime).slice(11)}: grades for ${count}`,
    text: [
      `Hello ${member.name},`,
      `These grades for the week beginning ${longDay(week.week)} are still blank in Weekly grades. The week closes today at ${settings.closingTime}. Providers will then see what is there.`,
      lines.join("\n"),
      "Was a pupil away, or is there too little to judge? Enter T, I, U or E. Anything you enter later will go in the next update.",
    ].join("\n\n"),
    html: null,
    letters: {},
  };
}
