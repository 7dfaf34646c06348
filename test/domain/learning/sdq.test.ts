/** The SDQ's bands: every boundary of every band, rater and scale, from the table of domain.md section 5. */
import { bandOf, highestOf, SDQ_SCALES, totalOf } from "../../../src/domain/learning/sdq";

const RATERS = ["parent", "teacher", "self"] as const;
/** Per scale, the four bands from close to average to very high, for parent, teacher and self. */
const TABLE = {
  total: ["0-13, 14-16, 17-19, 20-40", "0-11, 12-15, 16-18, 19-40", "0-14, 15-17, 18-19, 20-40"],
  emotional: ["0-3, 4, 5-6, 7-10", "0-3, 4, 5, 6-10", "0-4, 5, 6, 7-10"],
  conduct: ["0-2, 3, 4-5, 6-10", "0-2, 3, 4, 5-10", "0-3, 4, 5, 6-10"],
  hyperactivity: ["0-5, 6-7, 8, 9-10", "0-5, 6-7, 8, 9-10", "0-5, 6, 7, 8-10"],
  peer: ["0-2, 3, 4, 5-10", "0-2, 3-4, 5, 6-10", "0-2, 3, 4, 5-10"],
  prosocial: ["8-10, 7, 6, 0-5", "6-10, 5, 4, 0-3", "7-10, 6, 5, 0-4"],
  impact: ["0, 1, 2, 3-10", "0, 1, 2, 3-6", "0, 1, 2, 3-10"],
} as const;
const WORDS = ["close to average", "slightly raised", "high", "very high"];
const PROSOCIAL = ["close to average", "slightly lowered", "low", "very low"];

const scales = Object.keys(TABLE) as (keyof typeof TABLE)[];
const rows = scales.flatMap((scale) =>
  RATERS.flatMap((rater, i) =>
    (TABLE[scale][i] ?? "").split(", ").flatMap((range, band) => {
      const [first = "", last = first] = range.split("-");
      const word = (scale === "prosocial" ? PROSOCIAL : WORDS)[band] ?? "";
      return [...new Set([first, last])].map((score) => [scale, rater, Number(score), word] as const);
    }),
  ),
);

test.each(rows)("%s, %s, %i: %s", (scale, rater, score, word) => {
  expect(bandOf(scale, rater, score)).toBe(word);
});

test("every scale has a row at each end of each of its bands, for each rater", () => {
  expect(rows).toHaveLength(134);
  for (const scale of scales)
    for (const rater of RATERS) {
      const scores = rows.filter(([s, r]) => s === scale && r === rater).map(([, , score]) => score);
      expect([Math.min(...scores), Math.max(...scores)]).toEqual([0, highestOf(scale, rater)]);
    }
});

test("the total is the first four scales, never prosocial or impact", () => {
  expect(SDQ_SCALES.slice(0, 4)).toEqual(["emotional", "conduct", "hyperactivity", "peer"]);
  expect(totalOf({ emotional: 10, conduct: 10, hyperactivity: 10, peer: 10 })).toBe(40);
  expect(totalOf({ emotional: 1, conduct: 2, hyperactivity: 3, peer: 4 })).toBe(10);
});
