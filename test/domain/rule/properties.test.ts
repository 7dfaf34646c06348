/** What holds for the deterioration rule whatever the weeks are. */
import fc from "fast-check";
import { statesAfter } from "../../../src/domain/rule/replay";
import { dipsIn, levelAfter, saidIn, stepsOf } from "./deteriorationCases";
import type { Said } from "./deteriorationCases";

const character = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom("G", "A", "R") },
  { weight: 3, arbitrary: fc.constantFrom(".", "t", "-") },
  { weight: 1, arbitrary: fc.constantFrom("|", "g", "a", "r", "tttttt") },
);
const anyWeeks = fc.array(character, { maxLength: 45 }).map((characters) => characters.join(""));
const place = fc.nat({ max: 45 });
const inserted = (weeks: string, at: number, text: string) => weeks.slice(0, at) + text + weeks.slice(at);
const moved = (said: readonly Said[], at: number): Said[] =>
  said.map(([position, kind]) => [position > at ? position + 1 : position, kind]);

test.each(["-", "."])("a week that is %s, put in anywhere, changes nothing but positions", (quiet) =>
  fc.assert(
    fc.property(anyWeeks, place, (weeks, anywhere) => {
      const at = Math.min(anywhere, weeks.length);
      expect(saidIn(inserted(weeks, at, quiet))).toEqual(moved(saidIn(weeks), at));
      expect(levelAfter(inserted(weeks, at, quiet))).toBe(levelAfter(weeks));
    }),
  ),
);

test("what was said of the first weeks stays as it is, whatever follows", () =>
  fc.assert(
    fc.property(anyWeeks, place, (weeks, length) =>
      expect(saidIn(weeks.slice(0, length))).toEqual(
        saidIn(weeks).filter(([position]) => position <= length),
      ),
    ),
  ));

test("how far below the level a week is moves neither a warning nor a first notice", () =>
  fc.assert(
    fc.property(anyWeeks, place, (weeks, nth) => {
      const below = statesAfter(stepsOf(weeks)).filter(
        ({ level, episode, at }) => level?.grade === "G" && episode?.last === at,
      );
      const at = below[nth % Math.max(1, below.length)]?.at;
      fc.pre(at !== undefined);
      const other = weeks.slice(0, at) + (weeks[at!] === "A" ? "R" : "A") + weeks.slice(at! + 1);
      const first = (said: Said[]) => said.filter(([, kind]) => kind === "warning" || kind === "notify");
      expect(first(saidIn(other))).toEqual(first(saidIn(weeks)));
    }),
  ));

test("before every recovered, worse and still below there is its notice, and before every notice its warning", () =>
  fc.assert(
    fc.property(anyWeeks, (weeks) => {
      const kinds = saidIn(weeks).map(([, kind]) => kind);
      let open = "none";
      for (const kind of kinds) {
        if (kind === "notify") expect(open).toBe("warning");
        if (["worse", "stillBelow", "recovered"].includes(kind)) expect(open).toBe("notify");
        if (kind === "warning" || kind === "notify") open = kind;
        if (["recovered", "agreed", "reestablish"].includes(kind)) open = "none";
      }
    }),
  ));

test("the level never falls but by an agreement or a new start", () =>
  fc.assert(
    fc.property(anyWeeks, (weeks) => {
      const levels = statesAfter(stepsOf(weeks)).map(({ level }) => level);
      levels.forEach((level, i) => {
        const before = levels[i - 1];
        if (level?.set !== "raised" || before === level || !before) return;
        expect("RAG".indexOf(level.grade)).toBeGreaterThan("RAG".indexOf(before.grade));
      });
    }),
  ));

const areas = fc.record({ Beh: anyWeeks, Eng: anyWeeks, Lit: anyWeeks });
test("the order of the areas does not matter to a broad dip", () =>
  fc.assert(
    fc.property(areas, ({ Beh, Eng, Lit }) =>
      expect(dipsIn({ Lit, Beh, Eng })).toEqual(dipsIn({ Beh, Eng, Lit })),
    ),
  ));
test("a week in which no area is graded, put in anywhere, only moves a broad dip", () =>
  fc.assert(
    fc.property(areas, place, ({ Beh, Eng, Lit }, at) => {
      const long = (weeks: string) => weeks.padEnd(45, ".");
      const put = (weeks: string) => inserted(long(weeks), at, ".");
      const before = dipsIn({ Beh: long(Beh), Eng: long(Eng), Lit: long(Lit) });
      expect(dipsIn({ Beh: put(Beh), Eng: put(Eng), Lit: put(Lit) })).toEqual(
        before.map((position) => (position > at ? position + 1 : position)),
      );
    }),
  ));
