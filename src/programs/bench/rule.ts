/** The rule over series of a school year, as many as asked for, drawn by a fixed chance. */
import { statesAfter } from "../../domain/rule/replay";
import type { Row } from "./row";
import { cpuMs } from "./row";

const WEEKS = 39;
const KINDS = ["G", "G", "G", "A", "A", "R", "ungraded", "away"] as const;

export const rule = (): Row[] => [
  judging("the rule, 120 pupils", 120 * 9),
  judging("the rule, 7 million grades", Math.ceil(7_000_000 / WEEKS)),
];

function judging(name: string, series: number): Row {
  let seed = 1;
  const draw = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const year = Array.from({ length: 97 }, () =>
    Array.from({ length: WEEKS }, () => KINDS[Math.floor(draw() * KINDS.length)] ?? "G"),
  );
  const ms = cpuMs(() => {
    for (let i = 0; i < series; i += 1) statesAfter(year[i % year.length] ?? []);
  });
  return { name, size: series * WEEKS, ms: Math.round(ms) };
}
