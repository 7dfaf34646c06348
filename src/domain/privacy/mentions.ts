/**
 * Where a pupil is named in records that are not the pupil's own: another pupil's feedback, a plan, a tab
 * that people added.
 */
import type { Named } from "../hub/names";
import { finderIn, isNamed, isNamedInFull, withInitials, withoutFullName } from "../hub/names";
import { textOf } from "../tables/table";
import { LEDGER } from "./pack";
import type { PackSubject, TabCells } from "./pupilsOwn";
import { ownRows, placeOf } from "./pupilsOwn";

export interface Mention {
  tab: string;
  row: number;
  heading: string;
  text: string;
}

export interface MentionsFrom {
  subject: PackSubject;
  /** The pupil's names; null if they are no longer known. */
  named: Named | null;
  tabs: readonly TabCells[];
  /** By id: a row's owner with the same first name is not a mention. */
  pupils: ReadonlyMap<string, Named>;
  /** Tom Archer on the staff is not a mention of a pupil called Tom. */
  staff: readonly Named[];
}

export function mentionsOf(from: MentionsFrom): Mention[] {
  const { subject, tabs, pupils } = from;
  const id = new RegExp(`(?<![\\w-])${subject.id}(?!\\w)`, "i");
  return tabs
    .filter(({ tab }) => tab !== LEDGER)
    .flatMap((one) => {
      const own = new Set(ownRows(one, subject, tabs).map(({ row }) => row));
      const ofPupil = one.table?.ofPupil;
      const place = one.table && ofPupil && "by" in ofPupil ? placeOf(one.table, ofPupil.by, one.cells) : -1;
      return one.cells.slice(1).flatMap((row, i) => {
        if (own.has(i + 2)) return [];
        const owner = pupils.get(textOf(row[place] ?? "").toUpperCase());
        return row.flatMap((cell, column): Mention[] => {
          const text = textOf(cell);
          const isMeant = id.test(text) || isNamedIn(text, owner, from);
          const heading = textOf(one.cells[0]?.[column] ?? "");
          return isMeant ? [{ tab: one.tab, row: i + 2, heading, text }] : [];
        });
      });
    });
}

/** By full name, or by a first name that is not an ordinary word. */
function isNamedIn(text: string, owner: Named | undefined, { named, staff }: MentionsFrom): boolean {
  if (!named || text.length < 2) return false;
  const isIn = (part: string): boolean => {
    const find = finderIn(part);
    return isNamed(find, named) || isNamedInFull(find, named);
  };
  // Most texts name nobody; only then others' names are taken out and it is looked at again.
  if (!isIn(text)) return false;
  const rest = staff.reduce(withoutFullName, text);
  if (owner === undefined) return isIn(rest);
  return (
    isNamed(finderIn(withInitials(rest, owner)), named) ||
    isNamedInFull(finderIn(withoutFullName(rest, owner)), named)
  );
}
