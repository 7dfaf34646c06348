import {
  changeInWords,
  derivedOverall,
  isBelow,
  lowerOf,
  markOf,
  wordsOf,
} from "../../../src/domain/words/grades";
import type { Mark } from "../../../src/domain/words/grades";

test.each([
  ["G", "G"],
  ["g", "G"],
  [" Green ", "G"],
  ["AMBER", "A"],
  ["red", "R"],
  ["i", "I"],
  ["ill", "I"],
  ["", null],
  ["abs", undefined], // never taken for Amber
  ["absent", undefined],
  ["GA", undefined],
  ["?", undefined],
])("%p is read as %p", (text, mark) => expect(markOf(text)).toBe(mark));

const marks = (text: string): Mark[] => [...text].map((c) => (c === "." ? null : (c as Mark)));
test.each([
  ["GAR.", "A"],
  ["GA..", "A"], // half of four are graded; the lower of two in the middle
  ["G...", null],
  ["GGGGGGGR", "G"],
  ["GRTT", "R"], // away areas are out of play
  ["TTTT", "T"],
  ["TITI", "T"],
  ["IIII", "I"],
  ["TTH", null], // neither all away nor all closed
  ["GHH", null], // an area closed by itself is still in play
  ["GH", "G"],
  ["HHHH", "H"],
  ["HHGG", "G"],
  ["UUEE", null],
  ["", null],
])("areas %s give overall %p", (text, overall) => expect(derivedOverall(marks(text))).toBe(overall));

test("words", () => {
  expect(wordsOf("A")).toBe("Amber");
  expect(wordsOf("E")).toBe("not graded (too little evidence)");
  expect(wordsOf(null)).toBe("to follow");
  expect(wordsOf("?")).toBe("to follow");
  expect(changeInWords("A", "G")).toBe("down from Green last week");
  expect(changeInWords("A", "A")).toBe("the same as last week");
  expect(changeInWords("A", null)).toBe("");
});

test("Red is below Amber, Amber below Green, and no grade below itself", () => {
  const pairs = (["R", "A", "G"] as const).flatMap((a) => (["R", "A", "G"] as const).map((b) => a + b));
  expect(pairs.filter((p) => isBelow(p[0] as "R", p[1] as "G"))).toEqual(["RA", "RG", "AG"]);
  expect([lowerOf("A", "G"), lowerOf("A", "R"), lowerOf("A", "A")]).toEqual(["A", "R", "A"]);
});
