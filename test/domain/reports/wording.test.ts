/** The wording check of reports: what is found, where, and what is let pass. */
import fc from "fast-check";
import { SECTIONS } from "../../../src/domain/reports/says/sections";
import { problemsOf, sentenceOfWording, watchedFor } from "../../../src/domain/reports/board/watched";
import { wordingProblems } from "../../../src/domain/reports/board/wording";
import type { Pupil } from "../../../src/domain/tables/people";

const pupil = (id: string, firstName: string, surname: string, knownAs = ""): Pupil =>
  ({ id, firstName, surname, knownAs }) as Pupil;
const ALLY = pupil("U001", "Alexandra", "O'Neil", "Ally");
const EVERYBODY = [
  ALLY,
  pupil("U002", "Tom", "Archer"),
  pupil("U003", "Will", "Stone"),
  pupil("U004", "Ally", "Hill"),
];

const found = (section: string, words: string, who = ALLY): string[] =>
  problemsOf([{ section, words }], who, EVERYBODY).map((one) => `${one.found}: ${one.why}`);

test.each([
  ["Ally is lazy.", "lazy: a label"],
  ["LAZY mornings", "LAZY: a label"],
  ["She can be naughty and rude.", "naughty: a label", "rude: a label"],
  ["This is attention-seeking.", "attention-seeking: a label"],
  ["An attention seeker at times", "attention seeker: a label"],
  ["Manipulative with adults", "Manipulative: a label"],
  ["She can’t be bothered", "can’t be bothered: a label"],
  ["Starts late; see safeguarding.", "see safeguarding: safeguarding must never be mentioned in a report"],
  ["Worked with Tom", "Tom Archer: another pupil's name"],
  ["Worked with Will Stone", "Will Stone: another pupil's name"],
  ["Alexandra reads daily", "Alexandra: not the name this pupil goes by"],
  ["ALÉXANDRA reads daily", "ALÉXANDRA: not the name this pupil goes by"],
])("in %j", (text, ...expected) => expect(found("strengths", text)).toEqual(expected));

test.each([
  ["Ally finished two of three pages and asked for the next."],
  ["A blaze of colour, a prudent plan, idleness"],
  ["Ally will read to her sister; Ally’s tomato plant"],
  ["Keep it up!"],
  ["She carried on after the break."],
  [""],
])("nothing in strengths: %j", (text) => expect(found("strengths", text)).toEqual([]));

test.each([
  ["Try harder.", ["Try harder: an empty next step"]],
  ["Ally must try harder in maths", ["try harder: an empty next step"]],
  ["Keep it up!", ["Keep it up: an empty next step"]],
  ["Carry on.", ["Carry on: an empty next step"]],
  ["Carry on with ten minutes of reading a day", []],
  ["Practise the 7 times table on Mondays", []],
])("a next step: %j", (text, expected) => {
  for (const section of ["nextsteps", "steps", "semhsteps", "onething"])
    expect(found(section, text)).toEqual(expected);
});

test("a pupil's and a carer's own words are no label, but name nobody else", () => {
  expect(found("voice", "I was lazy and naughty, and Alexandra is my name")).toEqual([]);
  expect(found("carer", "She is lazy with Tom")).toEqual(["Tom Archer: another pupil's name"]);
  expect(found("voice", "see safeguarding")).toHaveLength(1);
});

test("a first name is right where nothing else is in use, where that holds it, and where it is a word", () => {
  const names = (who: Pupil) => watchedFor(who).filter(({ why }) => why.startsWith("not the name"));
  expect(names(pupil("U1", "Mary", "Hill", "Mary-Jane"))).toEqual([]);
  expect(names(pupil("U1", "Mary", "Hill"))).toEqual([]);
  expect(names(pupil("U1", "Will", "Hill", "Billy"))).toEqual([]);
  expect(names(pupil("U1", "Zoë", "Hill", "Zed"))).toHaveLength(1);
});

test("too long a text is said with what fits", () => {
  const [section] = SECTIONS.filter(({ name }) => name === "written.comment");
  if (!section) throw new Error("There is no such section.");
  expect(wordingProblems(section, "x".repeat(200), [])).toEqual([]);
  expect(wordingProblems(section, "x".repeat(203), []).map(sentenceOfWording)).toEqual([
    "One comment: “3 characters too many”, only 200 fit here; instead: a shorter text.",
  ]);
});

test("every pattern is one, and what is to be written instead holds none of them", () => {
  const [section] = SECTIONS.filter(({ name }) => name === "written.nextsteps");
  if (!section) throw new Error("There is no such section.");
  for (const { instead } of watchedFor(EVERYBODY[1] as Pupil))
    expect(wordingProblems(section, instead, watchedFor(ALLY))).toEqual([]);
});

test("what is found stands in the text, whatever the text", () =>
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("lazy", "try harder", "see safeguarding"),
      (any, word) => {
        const text = `${any} ${word} ${any}`;
        for (const one of problemsOf([{ section: "nextsteps", words: text }], ALLY, []))
          expect(text.normalize("NFC")).toContain(one.found);
        expect(found("nextsteps", text).join()).toContain(word);
      },
    ),
  ));
