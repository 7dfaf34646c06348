/** What a provider's messages call its pupils: no two alike. */
import type { SchoolWeek } from "./calendar";
import type { Centre } from "./centre";
import { touches } from "./centre";
import { initialsOf, nameInUse } from "./names";
import type { Placement, Provider } from "./tables/people";
import { yearGroupOf } from "./yearGroup";

/** Labels by pupil id: full names or initials, told apart by year group, then reference, then the hub's number. */
export function labelsFor(
  provider: Provider,
  placements: readonly Placement[],
  weeks: readonly SchoolWeek[],
  centre: Centre,
): Map<string, string> {
  const seen = new Map<string, Placement>();
  for (const placement of placements)
    if (weeks.some((week) => touches(placement, week))) seen.set(placement.pupil, placement);
  const year = weeks[weeks.length - 1]?.year ?? "";
  const candidates = [...seen].flatMap(([id, placement]) => {
    const pupil = centre.pupils.get(id);
    if (!pupil) return [];
    const plain = provider.namesInUpdates === "full" ? nameInUse(pupil) : initialsOf(pupil);
    const group = yearGroupOf(pupil, year);
    const withYear = group === null ? plain : `${plain} (Year ${group})`;
    return [
      {
        id,
        forms: [plain, withYear, `${withYear} ${placement.reference}`.trim(), `${plain} (hub number ${id})`],
      },
    ];
  });
  const form = (c: (typeof candidates)[number]): string =>
    c.forms.find((f, i) => candidates.every((other) => other === c || other.forms[i] !== f)) ?? c.id;
  return new Map(candidates.map((c) => [c.id, form(c)]));
}
