import fc from "fast-check";
import {
  finderIn,
  initialsOf,
  isNamed,
  isNamedInFull,
  mayName,
  withInitials,
} from "../../../src/domain/hub/names";

const pupil = (firstName: string, surname: string, knownAs = "") => ({ firstName, surname, knownAs });

test.each([
  [pupil("Zoë", "O'Neil-Šafářová"), "ZO"],
  [pupil("Alexandra", "Hill", "Sasha"), "SH"],
  [pupil("Null", ""), "N"],
  [pupil("émile", "de Costa"), "ÉD"],
])("%j has initials %s", (p, initials) => expect(initialsOf(p)).toBe(initials));

test.each([
  ["Worked well with Tom Archer.", pupil("Tom", "Archer"), true],
  ["worked well with tom", pupil("Tom", "Archer"), true],
  ["Tom's model was good", pupil("Tom", "Archer"), true],
  ["a tomato plant", pupil("Tom", "Archer"), false],
  ["sat beside Zoe", pupil("Zoë", "Hill"), true],
  ["Will finish the essay and may rest", pupil("Will", "Stone"), false],
  ["sat beside Will Stone", pupil("Will", "Stone"), true],
  ["with Grace", pupil("Grace", ""), false],
  ["with Sasha", pupil("Alexandra", "Hill", "Sasha"), true],
  ["met O’Neil-Safarova, Zoe O’Neil-Safarova", pupil("Zoë", "O'Neil-Šafářová"), true],
  ["", pupil("Tom", "Archer"), false],
])("%p names %j: %p", (text, p, expected) => expect(isNamed(finderIn(text), p)).toBe(expected));

test.each([
  ["Tom Archer helped. Tom's best week, tom!", pupil("Tom", "Archer"), "TA helped. TA's best week, TA!"],
  ["Zoe and Zoë", pupil("Zoë", "Hill"), "ZH and ZH"],
  ["Will will finish", pupil("Will", "Stone"), "WS will finish"],
  ["$1 \\ Tom (x)", pupil("Tom", "Archer"), "$1 \\ TA (x)"],
  ["Sasha, Alexandra Hill", pupil("Alexandra", "Hill", "Sasha"), "SH, SH"],
])("%p with initials is %p", (text, p, expected) =>
  expect(withInitials(text, p)).toBe(expected.replace("Sasha, ", "")),
);

/** Texts and names of few, awkward words, so that texts often name somebody. */
const anyWord = fc.constantFrom(
  "Tom",
  "tom",
  "Zo\u00EB",
  "ZOE",
  "O'Brien",
  "O\u2019Brien",
  "Al-Ali",
  "Ali",
  "1/2",
  "-",
  "Will",
  "\u738B",
  "\u0130lk",
  "\uFB01n",
  "_x",
);
const anyText = fc
  .array(fc.tuple(anyWord, fc.constantFrom(" ", "  ", "\n", ", ", "-", "'s ", "", "_")))
  .map((parts) => parts.flat().join(""));
const anyone = fc.record({
  firstName: anyText,
  surname: anyText,
  knownAs: fc.oneof(fc.constant(""), anyWord),
});

test("where a text names one of several people, a first glance does not say that it names nobody", () => {
  fc.assert(
    fc.property(anyText, fc.array(anyone, { minLength: 1, maxLength: 4 }), (text, people) => {
      const [own] = people;
      for (const said of [text, withInitials(text, own!)]) {
        const find = finderIn(said);
        const isThere = people.some((p) => p !== own && (isNamed(find, p) || isNamedInFull(find, p)));
        if (isThere) expect(mayName(text, people)).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});

test("a text without any first word of a name names nobody at a glance", () => {
  const people = [{ firstName: "Ada", surname: "Stone", knownAs: "" }];
  expect(mayName("An adaptable week at the stone circle.", people)).toBe(false);
  expect(mayName("Sat by ADA.", people)).toBe(true);
});
