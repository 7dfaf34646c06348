/** What an alert says of itself, from its weeks alone. */
import { alertSentence } from "../../../src/domain/deterioration/alertSentence";
import { broadDips } from "../../../src/domain/rule/broadDip";
import { broadDipSentence } from "../../../src/domain/deterioration/broadDipSentence";
import { addDays } from "../../../src/domain/words/days";
import type { EventKind } from "../../../src/domain/rule/episode";
import type { Grade, Mark } from "../../../src/domain/words/grades";
import { areasByWeek, judged } from "../../../src/domain/rule/placementSeries";
import type { SeriesWeek, Series } from "../../../src/domain/rule/placementSeries";
import { RULE } from "../../../src/domain/words/ruleNumbers";
import type { Rule } from "../../../src/domain/words/ruleNumbers";

/**
 * Marks from Monday 8 September 2025 on, a character a week: `.` not entered, `-` a holiday; `g a r` between
 * weeks is an agreed level. `derived` are the places, from 0, of weeks that nobody entered.
 */
function seriesFrom(text: string, derived: number[] = [], name = "Overall", rule: Rule = RULE): Series {
  let monday = "2025-09-01";
  const entries = [...text].flatMap((character, i): SeriesWeek[] => {
    if ("gar".includes(character)) return [{ agreed: character.toUpperCase() as Grade }];
    monday = addDays(monday, 7);
    if (character === "-") return [];
    const mark = character === "." ? null : (character as Mark);
    return [{ week: monday, mark, derived: derived.includes(i) }];
  });
  return judged("overall", name, entries, rule);
}

/** The sentence of the last event of a kind, which must be there. */
function why(kind: EventKind, series: Series, rule?: Rule): string {
  const at = series.states.map(({ events }) => events.includes(kind)).lastIndexOf(true);
  expect(series.states[at]?.events).toContain(kind);
  return alertSentence({ series, at, kind }, rule);
}

test("the rule's worked example", () =>
  expect(why("notify", seriesFrom("GGAAR-A"))).toBe(
    "Overall was Green in the weeks beginning 8 and 15 September. It has been below Green for four school weeks: Amber, Amber, Red, Amber (22 September to 20 October). The week of 13 October was a holiday and did not count.",
  ));

const LEVEL_GREEN =
  "Overall was Green in the weeks beginning 8 and 15 September. It has been below Green for ";
const fourAmberTo = (last: string) =>
  `${LEVEL_GREEN}four school weeks: Amber, Amber, Amber, Amber (22 September to ${last}).`;

describe("weeks that did not count", () => {
  test.each([
    ["GGAA-AA", "20 October", "The week of 6 October was a holiday and did not count."],
    ["GGA--AAA", "27 October", "The weeks of 29 September and 6 October were holidays and did not count."],
    ["GGAHAAA", "20 October", "The week of 29 September was closed and did not count."],
    [
      "GGATAIAA",
      "27 October",
      "The week of 29 September was not graded (not timetabled) and did not count. The week of 13 October was not graded (ill or authorised absence) and did not count.",
    ],
    [
      "GGA.U.EAAA",
      "10 November",
      "The weeks of 29 September and 13 October were not graded (not entered yet) and did not count. The week of 6 October was not graded (absent, not explained yet) and did not count. The week of 20 October was not graded (too little evidence) and did not count.",
    ],
    [
      "GGA?AAA",
      "20 October",
      "The week of 29 September was not graded (it cannot be read yet) and did not count.",
    ],
    [
      "GGAAGAA",
      "20 October",
      "It was Green in the week of 6 October: that week did not count; it takes two weeks in a row at Green to end this.",
    ],
    [
      "GGAGAGAA",
      "27 October",
      "It was Green in the weeks of 29 September and 13 October: those weeks did not count; it takes two weeks in a row at Green to end this.",
    ],
    [
      "GGA-TAGAA",
      "3 November",
      "The week of 29 September was a holiday and did not count. The week of 6 October was not graded (not timetabled) and did not count. It was Green in the week of 20 October: that week did not count; it takes two weeks in a row at Green to end this.",
    ],
  ])("%s", (text, last, sentence) =>
    expect(why("notify", seriesFrom(text))).toBe(`${fourAmberTo(last)} ${sentence}`),
  );

  test("holidays before the first week below or after the last are not told of", () =>
    expect(why("notify", seriesFrom("GG-AAAA"))).not.toContain("holiday"));

  test("good weeks of an Amber level may be Amber or Green", () =>
    expect(why("notify", seriesFrom("AARGRARR"))).toBe(
      "Overall was Amber in the weeks beginning 8 and 15 September. It has been below Amber for four school weeks: Red, Red, Red, Red (22 September to 27 October). It was Green in the week of 29 September and Amber in the week of 13 October: those weeks did not count; it takes two weeks in a row at Amber or Green to end this.",
    ));
});

describe("an overall that nobody entered", () => {
  test.each([
    [[1, 3, 4], "In the weeks of 15 and 29 September and 6 October it was worked out from the areas."],
    [[5], "In the week of 13 October it was worked out from the areas."],
    [[0, 1, 2, 3, 4, 5], "In all these weeks it was worked out from the areas."],
  ])("in the weeks %j", (derived, sentence) =>
    expect(why("notify", seriesFrom("GGAAAA", derived))).toBe(`${fourAmberTo("13 October")} ${sentence}`),
  );
  test("where too few areas have a grade", () =>
    expect(why("notify", seriesFrom("GGA.AAA", [3]))).toBe(
      `${fourAmberTo("20 October")} The week of 29 September was not graded (too few areas have a grade) and did not count.`,
    ));
});

describe("where the level comes from", () => {
  test.each([
    [
      "GARRRR",
      "Overall was Green, Amber in the weeks beginning 8 and 15 September, so its level is Amber, the lower of the two. It has been below Amber for",
    ],
    [
      "AAGGGAAAA",
      "Overall was Green in the weeks beginning 22 and 29 September and 6 October, which raised its level to Green. It has been below Green for",
    ],
    [
      "RRAGARRRR",
      "Overall was Amber, Green, Amber in the weeks beginning 22 and 29 September and 6 October, which raised its level to Amber. It has been below Amber for",
    ],
    ["G.GAAAA", "Overall was Green in the weeks beginning 8 and 22 September. It has been below Green for"],
    [
      "GGAAAAaRRRR",
      "The level of Overall is Amber; it was agreed when a plan was closed before the week beginning 20 October. It has been below Amber for",
    ],
    [
      "GGATTT.TTTGGAAAA",
      "Overall was Green in the weeks beginning 17 and 24 November. It has been below Green for",
    ],
  ])("%s", (text, beginning) =>
    expect(why("notify", seriesFrom(text)).slice(0, beginning.length)).toBe(beginning),
  );
});

describe("each kind of alert", () => {
  test.each<[EventKind, string, string]>([
    [
      "warning",
      "GGAAA",
      `${LEVEL_GREEN}three school weeks: Amber, Amber, Amber (22 September to 6 October). One more week below Green makes it more than three school weeks.`,
    ],
    [
      "worse",
      "GGAAAAR",
      `${LEVEL_GREEN}five school weeks: Amber, Amber, Amber, Amber, Red (22 September to 20 October). Red is its lowest since it fell below Green.`,
    ],
    [
      "stillBelow",
      "GGAAAARRA",
      `${LEVEL_GREEN}seven school weeks: Amber, Amber, Amber, Amber, Red, Red, Amber (22 September to 3 November). The latest week is up from Red to Amber.`,
    ],
    [
      "recovered",
      "GGAA-AAGG",
      "Overall was Green, Green in the weeks beginning 27 October and 3 November: back at its level, Green. Before that it was below Green for four school weeks: Amber, Amber, Amber, Amber (22 September to 20 October). The week of 6 October was a holiday and did not count.",
    ],
    [
      "recovered",
      "AARRRR.GTA",
      "Overall was Green, Amber in the weeks beginning 27 October and 10 November: back at its level, Amber. Before that it was below Amber for four school weeks: Red, Red, Red, Red (22 September to 13 October).",
    ],
    [
      "reestablish",
      "GTGAII.ITTT",
      "Overall was away for six school weeks (6 October to 17 November), so the next two graded weeks set a new level.",
    ],
    ["agreed", "GGAAAAa", "The level of Overall is Amber; it was agreed when a plan was closed."],
    [
      "agreed",
      "GGAAAAa.",
      "The level of Overall is Amber; it was agreed when a plan was closed before the week beginning 20 October.",
    ],
    [
      "oftenRed",
      "RRRRRAR",
      "Overall was Red in four of the last five graded weeks that count: those beginning 22 and 29 September and 6 and 20 October.",
    ],
    [
      "oftenRed",
      "GGRRRRGGRRGGR.R",
      "Overall was Red in four of the last six graded weeks that count: those beginning 3 and 10 November and 1 and 15 December.",
    ],
  ])("%s, %s", (kind, text, sentence) => expect(why(kind, seriesFrom(text))).toBe(sentence));

  test("Often Red counts from the agreed level, and from a recovery", () => {
    const beginning = (sentence: string) => sentence.split(" graded")[0];
    expect(beginning(why("oftenRed", seriesFrom("GGGrRRRR")))).toBe(
      "Overall was Red in four of the last four",
    );
    const rule = { ...RULE, recover: 1 };
    const afterRecovery = seriesFrom("GGRRRRGRRRGR", [], "Overall", rule);
    expect(beginning(why("oftenRed", afterRecovery, rule))).toBe("Overall was Red in four of the last five");
  });

  test.each([
    ["GGAAAAAAA", "The latest week is the same as the graded week before."],
    ["GGAAAAAAR", "The latest week is down from Amber to Red."],
    ["GGAAAAAAGA", "The latest week is down from Green to Amber."],
  ])("still below says which way it is going: %s", (text, ending) =>
    expect(why("stillBelow", seriesFrom(text)).slice(-ending.length)).toBe(ending),
  );

  test("an area by its name, and the hub's own numbers", () => {
    const rule = { ...RULE, threshold: 1, establish: 1 };
    expect(why("warning", seriesFrom("GA", [], "Attendance", rule), rule)).toBe(
      "Attendance was Green in the week beginning 8 September. It has been below Green for one school week: Amber (15 September). One more week below Green makes it more than one school week.",
    );
  });
});

test("a broad dip names the areas and the weeks", () => {
  const areas = { Attendance: "GGAGG.AG", Behaviour: "GGAAG.GG", Literacy: "GGGAA.GA", Numeracy: "GGGGA.AA" };
  const series = Object.entries(areas).map(([id, text]) => ({ ...seriesFrom(text), id }));
  const weeks = areasByWeek(series);
  const [dip] = broadDips(weeks.map((week) => week.areas));
  const mondays = weeks.map(({ week }) => week);
  expect(dip && broadDipSentence(dip, mondays, (id) => id)).toBe(
    "At least two areas were below their levels in each of four school weeks in a row: Attendance and Behaviour (22 September), Behaviour and Literacy (29 September), Literacy and Numeracy (6 October), Attendance and Numeracy (20 October). The week of 13 October did not count: no area was graded.",
  );
});
