/** What a provider's messages call its pupils: no two alike. */
import type { SchoolWeek } from "./calendar";
import type { Hub } from "./hub";
import { lastingOf, touches } from "./hub";
import { initialsOf, nameInUse } from "./names";
import type { Placement, Provider } from "../tables/people";
import { yearGroupOf } from "./yearGroup";

/** `AB, ref B-204`: how a message to a placement's provider calls its pupil, among those of these weeks. */
export function calledTo(
  { pupil, provider: id, reference }: Placement,
  weeks: readonly SchoolWeek[],
  hub: Hub,
): string {
  const provider = hub.providers.find((one) => one.id === id);
  const ofProvider = hub.placements.filter((one) => one.provider === id);
  const label = provider && labelsFor(provider, ofProvider, weeks, hub).get(pupil);
  return [label ?? pupil, reference && `ref ${reference}`].filter(Boolean).join(", ");
}

/**
 * Labels by pupil id: full names or initials, told apart by year group, then reference, then the hub's
 * number.
 */
export function labelsFor(
  provider: Provider,
  placements: readonly Placement[],
  weeks: readonly SchoolWeek[],
  hub: Hub,
): Map<string, string> {
  const seen = placements.filter((placement) => weeks.some((week) => touches(placement, week)));
  const ids = [...new Set(seen.map((placement) => placement.pupil))];
  const year = weeks[weeks.length - 1]?.year ?? "";
  const candidates = ids.flatMap((id) => {
    const pupil = hub.pupils.get(id);
    const reference = lastingOf(seen.filter((placement) => placement.pupil === id))?.reference ?? "";
    if (!pupil) return [];
    const plain = provider.namesInUpdates === "full" ? nameInUse(pupil) : initialsOf(pupil);
    const group = yearGroupOf(pupil, year);
    const withYear = group === null ? plain : `${plain} (Year ${group})`;
    return [
      {
        id,
        forms: [plain, withYear, `${withYear} ${reference}`.trim(), `${plain} (hub number ${id})`],
      },
    ];
  });
  const form = (c: (typeof candidates)[number]): string =>
    c.forms.find((f, i) => candidates.every((other) => other === c || !looksAlike(other.forms[i], f))) ??
    c.id;
  return new Map(candidates.map((c) => [c.id, form(c)]));
}

/** An accent may be stored with its letter or after it. */
const looksAlike = (a = "", b: string): boolean => a.normalize("NFC") === b.normalize("NFC");
