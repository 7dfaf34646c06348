/** The overall of each week as a line, and as a dashed one the pupil's own level. */
import type { Grade, Mark } from "../../../domain/words/grades";
import { isGrade, WORDS } from "../../../domain/words/grades";
import type { Glance } from "../../../domain/views/pupilView";

const [WIDTH, HEIGHT, LEFT] = [264, 92, 20];
const Y: Record<Grade, number> = { G: 16, A: 46, R: 76 };

export function LevelView({ glance: { weeks, level, levels } }: { glance: Glance }) {
  const marks = weeks.map(({ overall }) => overall);
  if (!marks.some(isGrade)) return null;
  const step = (WIDTH - LEFT - 16) / Math.max(1, weeks.length - 1);
  const x = (i: number): number => (weeks.length === 1 ? WIDTH / 2 : LEFT + 8 + i * step);
  const points = marks.flatMap((mark, i) => (isGrade(mark) ? [{ mark, x: x(i), y: Y[mark] }] : []));
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={inWords(weeks, level)}>
        {(["G", "A", "R"] as const).map((grade) => (
          <g key={grade} class="rule">
            <text x="2" y={Y[grade] + 4}>
              {grade}
            </text>
            <path d={`M${LEFT} ${Y[grade]}H${WIDTH}`} />
          </g>
        ))}
        <path class="level" d={levelPath(levels, x, step / 2)} />
        <polyline class="overall" points={points.map((point) => `${point.x},${point.y}`).join(" ")} />
        {points.map((point) => (
          <g key={point.x} class={`point ${point.mark}`}>
            <circle cx={point.x} cy={point.y} r="8" />
            <text x={point.x} y={point.y + 4}>
              {point.mark}
            </text>
          </g>
        ))}
      </svg>
      <figcaption class="soft">
        Overall by week. {level ? `Dashed: own level, ${WORDS[level]} now.` : "There is no level yet."}
      </figcaption>
    </figure>
  );
}

/** One flat piece for each week that has a level. */
const levelPath = (levels: readonly (Grade | null)[], x: (i: number) => number, half: number): string =>
  levels
    .flatMap((grade, i) =>
      grade ? [`M${Math.max(LEFT, x(i) - half)} ${Y[grade]}H${Math.min(WIDTH, x(i) + half)}`] : [],
    )
    .join("");

/** `Overall: 2 Nov Green, 9 Nov no grade. Own level: Green.` */
function inWords(weeks: Glance["weeks"], level: Grade | null): string {
  const word = (mark: Mark): string => (isGrade(mark) ? WORDS[mark] : "no grade");
  const said = weeks.map(({ label, overall }) => `${label} ${word(overall)}`).join(", ");
  return `Overall: ${said}. Own level: ${level ? WORDS[level] : "none yet"}.`;
}
