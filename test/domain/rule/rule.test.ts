/** Each sentence of the deterioration rule with an example, in the characters of the case file. */
import type { Rule } from "../../../src/domain/words/ruleNumbers";
import { dipsIn, levelAfter, saidIn } from "./deteriorationCases";

/** `5 warning, 6 notify`: what is said in which week, from 1; "" for nothing. */
const saidInWords = (weeks: string, rule?: Partial<Rule>): string =>
  saidIn(weeks, rule)
    .map((said) => said.join(" "))
    .join(", ");

describe("the level", () => {
  test.each([
    ["the lower of the first two", "GA", "A"],
    ["the lower of the first two", "AG", "A"],
    ["the lower of the first two", "RG", "R"],
    ["two graded weeks, whatever lies between", "G.t-G", "G"],
    ["not before the second", "G.tt", null],
    ["rises when the last three graded weeks are all above it", "AAGGG", "G"],
    ["establishing weeks do not help it to rise", "AGGG", "A"],
    ["establishing weeks do not help it to rise", "AGGGG", "G"],
    ["becomes the lowest of the three", "RRAGG", "A"],
    ["becomes the lowest of the three", "RRGGA", "A"],
    ["the last three count each time", "RRAGGG", "G"],
    ["two are not enough", "AAGG", "A"],
    ["a week at the level is not above it", "AAGGAGG", "A"],
    ["weeks without a grade do not break the three", "AAG.G-ttG", "G"],
    ["never falls by itself", "GGAAAARRRRRRRRRR", "G"],
  ])("%s: %s", (_sentence, weeks, level) => expect(levelAfter(weeks)).toBe(level));
});

const examples: Record<string, [sentence: string, weeks: string, said: string][]> = {
  "episode, warning and notice": [
    ["opens in the first week below: establishing weeks do not count", "GAAAA", ""],
    ["a partial improvement that is still below counts", "GGRRAA", "5 warning, 6 notify"],
    ["weeks at or above the level do not count", "GGAGAGAGA", "7 warning, 9 notify"],
    ["a raised level is what counts from then on", "AAGGGAAAA", "8 warning, 9 notify"],
    ["Red cannot be below its own level", "RRRRR", ""],
  ],
  closing: [
    ["two good weeks end an episode before its notice, silently", "GGAAAGG", "5 warning"],
    ["the next one counts anew", "GGAAAGGAAA", "5 warning, 10 warning"],
    ["two that are not running do not", "GGAAGAGA", "6 warning, 8 notify"],
    ["running means graded weeks running", "GGAAAAG.t-G", "5 warning, 6 notify, 11 recovered"],
    ["at the level is good enough", "AARRRRAG", "5 warning, 6 notify, 8 recovered"],
    ["recovered is said once", "GGAAAAGGGG", "5 warning, 6 notify, 8 recovered"],
  ],
  "after the notice": [
    ["no second first notice", "GGAAAAAA", "5 warning, 6 notify"],
    ["a new low in the notice's own week is part of the notice", "GGAAAR", "5 warning, 6 notify"],
    ["lower than before the notice", "GGAAAAR", "5 warning, 6 notify, 7 worse"],
    ["not lower than a week before the notice", "GGRAAAR", "5 warning, 6 notify"],
    [
      "worse is said once, there is nothing below Red",
      "GGAAAARAR",
      "5 warning, 6 notify, 7 worse, 9 stillBelow",
    ],
    ["worse after a good week", "GGAAAAGR", "5 warning, 6 notify, 8 worse"],
    ["both in one week, worse first", "GGAAAAAAR", "5 warning, 6 notify, 9 worse, 9 stillBelow"],
    [
      "weeks without a grade do not count for the three",
      "GGAAAAA.A-tA",
      "5 warning, 6 notify, 12 stillBelow",
    ],
    ["a good week does not restart the three", "GGAAAAAGAGA", "5 warning, 6 notify, 11 stillBelow"],
    [
      "twice in each episode",
      "GGAAAAAAAAAAAAAGGAAAAAAA",
      "5 warning, 6 notify, 9 stillBelow, 12 stillBelow, 17 recovered, 20 warning, 21 notify, 24 stillBelow",
    ],
    [
      "an episode after a recovery has its own lowest",
      "GGAAAARGGAAAAR",
      "5 warning, 6 notify, 7 worse, 9 recovered, 12 warning, 13 notify, 14 worse",
    ],
  ],
  "away weeks": [
    ["five are not enough", "GGAAAtttttA", "5 warning, 11 notify"],
    ["six without an episode", "GGtttttt", "8 reestablish"],
    ["ungraded and closed weeks do not interrupt them, nor count", "GGAttt.-.tttAA", "12 reestablish"],
    ["a graded week does", "GGAtttAtttAA", "11 warning, 12 notify"],
    ["so does a good one", "GGAtttttGtttttAA", "16 warning"],
    ["said once, however long it lasts", "GGttttttttttttGG", "8 reestablish"],
    ["everything starts as at 1: a lower level", "GGtttttttAAARRRR", "8 reestablish, 15 warning, 16 notify"],
    ["everything starts as at 1: half a run of better weeks", "AAGGttttttAAGGA", "10 reestablish"],
    ["before there is a level nothing is cleared", "GtttttttAAAA", ""],
    ["before there is a level nothing is cleared", "GttttttGAAAA", "11 warning, 12 notify"],
    [
      "a notified episode keeps its level and count",
      "GGAAAAttttttttAAA",
      "5 warning, 6 notify, 17 stillBelow",
    ],
    ["... its lowest", "GGAAAAttttttR", "5 warning, 6 notify, 13 worse"],
    ["... and half a recovery", "GGAAAAGttttttG", "5 warning, 6 notify, 14 recovered"],
    [
      "once it has recovered six away weeks count again",
      "GGAAAAGGtttttt",
      "5 warning, 6 notify, 8 recovered, 14 reestablish",
    ],
  ],
  "an agreed level": [
    ["ends a notified episode without a recovery", "GGAAAAgGGG", "5 warning, 6 notify, 7 agreed"],
    [
      "may be the old level: its count starts afresh",
      "GGAAAgAAAA",
      "5 warning, 6 agreed, 9 warning, 10 notify",
    ],
    ["may be higher", "RRgAAAA", "3 agreed, 6 warning, 7 notify"],
    [
      "in the middle of establishing: the next week already counts",
      "AgAAAA",
      "2 agreed, 5 warning, 6 notify",
    ],
    ["twice", "agAAA", "1 agreed, 2 agreed, 5 warning"],
    [
      "a run of good weeks starts afresh",
      "GGAAAAGaRRRR",
      "5 warning, 6 notify, 8 agreed, 11 warning, 12 notify",
    ],
    ["a run of better weeks starts afresh", "AAGGaGAAAA", "5 agreed"],
    ["the level can rise from it", "RRRRaGGGAAA", "5 agreed, 11 warning"],
    ["away weeks start afresh", "GGAAAAtttattt", "5 warning, 6 notify, 10 agreed"],
    [
      "six away weeks put an end to it",
      "GGAAAAtttattttttAAAA",
      "5 warning, 6 notify, 10 agreed, 16 reestablish",
    ],
    ["a notified episode after it is kept as any other", "gAAAAttttttA", "1 agreed, 4 warning, 5 notify"],
    ["the six of Often Red start afresh", "RRRRRrRRRR", "6 agreed, 10 oftenRed"],
    ["Often Red may be said again", "RRRRRRrRRRR", "6 oftenRed, 7 agreed, 11 oftenRed"],
  ],
  "a fresh start": [
    ["establishes anew", "GGA|AAAAA", ""],
    ["ends a notified episode without a word", "GGAAAA|GGGG", "5 warning, 6 notify"],
    ["away weeks start afresh", "GGttt|GGttt", ""],
    ["empties the six", "RRRRR|RRRRR", ""],
    ["lets Often Red be said again", "RRRRRR|RRRRRR", "6 oftenRed, 13 oftenRed"],
    ["forgets an agreed level", "g|AAAA", "1 agreed"],
  ],
  "Often Red": [
    ["establishing weeks are not looked at", "RRRRR", ""],
    ["four of as many as there are", "RRRRRR", "6 oftenRed"],
    ["four of the last six", "RRRARARR", "8 oftenRed"],
    ["not four of the last seven", "RRRARAARR", ""],
    ["weeks without a grade are not among the six", "RRRA.R-ARtR", "11 oftenRed"],
    [
      "an episode that is not notified does not silence it; the warning comes first",
      "GGRGGRRR",
      "8 warning, 8 oftenRed",
    ],
    ["one that notifies in that week does", "GGRRRR", "5 warning, 6 notify"],
    ["an episode that ends without a notice does not empty the six", "GGRRRGGR", "5 warning, 8 oftenRed"],
    ["a recovery empties them", "GGRRRRGGRRGGR", "5 warning, 6 notify, 8 recovered"],
    [
      "after a recovery it takes four new ones",
      "GGRRRRGGRRGGRR",
      "5 warning, 6 notify, 8 recovered, 14 oftenRed",
    ],
    ["re-established: the six are empty too", "RRRRRttttttRRRRR", "11 reestablish"],
    ["said once while two of the six are still Red", "RRRRRRAAAARRAARR", "6 oftenRed"],
    ["again after fewer than two", "RRRRRRAAAAARRAARR", "6 oftenRed, 17 oftenRed"],
    [
      "again after a recovery",
      "GGRRRGGRRRRGGRRGGRR",
      "5 warning, 8 oftenRed, 10 warning, 11 notify, 13 recovered, 19 oftenRed",
    ],
  ],
};
describe.each(Object.entries(examples))("%s", (_part, table) => {
  test.each(table)("%s: %s", (_sentence, weeks, said) => expect(saidInWords(weeks)).toBe(said));
});

describe("every number is a setting", () => {
  test.each<[Partial<Rule>, string, string]>([
    [{ threshold: 2 }, "GGAAA", "4 warning, 5 notify"],
    [{ threshold: 0 }, "GGAA", "3 notify"],
    [{ establish: 3 }, "GGAAAAA", ""],
    [{ establish: 1 }, "GAAAA", "4 warning, 5 notify"],
    [{ rise: 2 }, "AAGGAAA", "7 warning"],
    [{ recover: 3 }, "GGAAAAGGAGGG", "5 warning, 6 notify, 12 recovered"],
    [{ recover: 1 }, "GGAAAGA", "5 warning"],
    [
      { repeat: 2, repeats: 3 },
      "GGAAAAAAAAAAAA",
      "5 warning, 6 notify, 8 stillBelow, 10 stillBelow, 12 stillBelow",
    ],
    [{ repeats: 0 }, "GGAAAAAAA", "5 warning, 6 notify"],
    [{ away: 2 }, "GGAtt", "5 reestablish"],
    [{ red: 2, redOf: 3 }, "RRRAR", "5 oftenRed"],
    [{ red: 2, redOf: 3 }, "RRRAAR", ""],
    [{ redAgain: 3 }, "RRRRRRAAAARRAARR", "6 oftenRed, 16 oftenRed"],
  ])("%j: %s", (rule, weeks, said) => expect(saidInWords(weeks, rule)).toBe(said));
});

describe("a broad dip", () => {
  test.each<[string, Record<string, string>, number[]]>([
    ["three weeks are not more than three", { Beh: "GGAAGG", Eng: "GGAGAG", Lit: "GGGAAG" }, []],
    ["four are", { Beh: "GGAAG", Eng: "GGAGA", Lit: "GGGAAA", Num: "GGGGGA" }, [6]],
    ["one area below is no dip", { Beh: "GGAAGGA", Eng: "GGAGGAG", Lit: "GGGAGAA" }, []],
    ["weeks with no area graded are skipped", { Beh: "GGAA-G.G", Eng: "GGAG-AtA", Lit: "GGGA-A.A" }, [8]],
    ["a week with one area graded ends the run", { Beh: "GGAA.AA", Eng: "GGAAAAA" }, []],
    ["an area without a level is not below it", { Beh: "GGAAGGAA", Eng: "...AAAAA" }, []],
    [
      "said once in a run",
      { Beh: "GGAAGGAAGG", Eng: "GGAAAGGAAG", Lit: "GGGGAAAAAA", Num: "GGGGGAGGGA" },
      [6],
    ],
    [
      "again in another",
      { Beh: "GGAAGGGAAGG", Eng: "GGAAGGGAAGG", Lit: "GGGGAAGGGAA", Num: "GGGGAAGGGAA" },
      [6, 11],
    ],
    [
      "an area in a notified episode is not counted",
      { Beh: "GGAAAAAAAA", Eng: "GGGGGGAAGA", Lit: "GGGGGGGGAA" },
      [],
    ],
    ["nor in the week that notifies", { Beh: "GGAAAAGG", Eng: "GGAAGAGG" }, []],
    ["an area that only warns is", { Beh: "GGGAAA", Eng: "GGAGAA", Lit: "GGAAGG" }, [6]],
    ["a fresh start ends the run", { Beh: "GGAAG|GGAG", Eng: "GGAGA|GGAG", Lit: "GGGAA|GGGG" }, []],
    [
      "a plan closed for one area does not",
      { Beh: "GGAA-GG", Eng: "GGAAaGG", Lit: "GGGG-AA", Num: "GGGG-AA" },
      [7],
    ],
  ])("%s", (_sentence, areas, said) => expect(dipsIn(areas)).toEqual(said));

  test("its numbers are settings", () => {
    expect(dipsIn({ Beh: "GGAG", Eng: "GGGA" }, { dipAreas: 1, threshold: 1 })).toEqual([4]);
    expect(dipsIn({ Beh: "GGAAAA", Eng: "GGAAAA" }, { dipAreas: 3 })).toEqual([]);
  });
});
