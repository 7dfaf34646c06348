/** The demo's pupils: the first carry the awkward names and the stories, the others are drawn. */
import { addDays } from "../domain/words/days";
import type { Pupil, StaffMember } from "../domain/tables/people";
import { FIRST_NAMES, PROVIDERS, SURNAMES } from "./invented";
import { demoId } from "./people";
import { providerOf } from "./placements";
import type { Draw } from "./random";
import { below, drawFor, oneOf } from "./random";
import { upnOf } from "../domain/words/upn";
import type { DemoYear } from "./year";

/** First name, surname, known as: two MBs at one provider, one name twice, siblings at two providers. */
const AWKWARD: readonly (readonly [string, string, string])[] = [
  ["Zoë", "O'Neil-Šafářová", ""],
  ["Suleiman", "", ""],
  ["Alexandra", "Fenwick", "Lexi"],
  ["Mia", "Barker", ""],
  ["Marcus", "Bell", ""],
  ["Jayden", "Clarke", ""],
  ["Jayden", "Clarke", ""],
  ["Tilly", "Penhale", ""],
  ["Toby", "Penhale", ""],
];

const STRENGTHS = [
  "Kind to younger pupils; good with animals.",
  "Draws well and explains how it is done.",
  "Quick at mental arithmetic.",
  "Curious about engines and how things work.",
  "A loyal friend with a dry sense of humour.",
  "Cooks for the group and clears up after.",
];
const NEEDS = [
  "Time to settle after changes.",
  "Reading broken into short parts.",
  "A calm place at break.",
  "Instructions one at a time.",
  "Help to start when a page is empty.",
];
const HELPS = [
  "A check-in with the key worker at nine.",
  "Knowing the day's plan beforehand.",
  "A walk before a difficult conversation.",
  "Choice between two tasks.",
  "Music on headphones while writing.",
];

const nameOf = (seed: number, number: number): readonly [string, string, string] =>
  AWKWARD[number - 1] ?? [
    FIRST_NAMES[(number + below(drawFor(seed, "first names"), FIRST_NAMES.length)) % FIRST_NAMES.length] ??
      "",
    SURNAMES[(number * 7 + below(drawFor(seed, "surnames"), SURNAMES.length)) % SURNAMES.length] ?? "",
    "",
  ];

/** A day in the September-to-August year of the year group: most pupils are in years 7 to 11. */
function bornIn(draw: Draw, schoolYear: string, primary: boolean): string {
  const group = primary ? 1 + below(draw, 6) : oneOf(draw, [7, 8, 8, 9, 9, 9, 10, 10, 10, 11, 11]);
  return addDays(`${Number(schoolYear.slice(0, 4)) - group - 5}-09-01`, below(draw, 365));
}

const yes = (draw: Draw, chance: number) => (draw() < chance ? "yes" : "no");

function pupilOf(year: DemoYear, number: number, providers: number, staff: readonly StaffMember[]): Pupil {
  const draw = drawFor(year.seed, number, "pupil");
  const [firstName, surname, knownAs] = nameOf(year.seed, number);
  const provider = providerOf(year.seed, number, providers);
  const born = bornIn(draw, year.calendar[0]?.year ?? "", PROVIDERS[provider]?.[2] === "primary");
  const serial = String(number).padStart(3, "0");
  const workers = staff.filter(({ role }) => role === "teacher" || role === "support");
  return {
    id: demoId("U", number, 3),
    firstName,
    surname,
    knownAs,
    born,
    upn: upnOf(`999${4001 + provider}${born.slice(2, 4)}${serial}`),
    yearGroup: null,
    keyWorker: workers[number % workers.length]?.name ?? "",
    strengths: oneOf(draw, STRENGTHS),
    needs: oneOf(draw, NEEDS),
    whatHelps: oneOf(draw, HELPS),
    senSupport: yes(draw, 0.4),
    ehcp: yes(draw, 0.2),
    lookedAfter: yes(draw, 0.1),
    childInNeed: yes(draw, 0.1),
    restricted: "no",
  };
}

export const pupilsOf = (
  year: DemoYear,
  count: number,
  providers: number,
  staff: readonly StaffMember[],
): Pupil[] => Array.from({ length: count }, (_, i) => pupilOf(year, i + 1, providers, staff));
