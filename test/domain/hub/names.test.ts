import { finderIn, initialsOf, isNamed, withInitials } from "../../../src/domain/hub/names";

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
