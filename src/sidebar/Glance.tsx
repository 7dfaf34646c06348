/** The half-term at a glance: areas by weeks, and the overall against the pupil's own level. */
import type { Glance as Seen } from "../domain/pupilPage";
import type { Mark } from "../domain/grades";
import { isGrade, NOT_GRADED } from "../domain/grades";
import { Level } from "./Level";
import { Letter, Section, Soft } from "./words";

export function Glance({ glance }: { glance: Seen }) {
  const { areas, weeks } = glance;
  if (weeks.length === 0) return null;
  const rows = [
    ...areas.map(({ id, name }, i) => ({ id, name, marks: weeks.map((week) => week.marks[i] ?? null) })),
    { id: "overall", name: "Overall", marks: weeks.map(({ overall }) => overall) },
  ];
  return (
    <Section title="This half-term">
      <table class="glance">
        <thead>
          <tr>
            <th scope="col">
              <span class="sr">Area</span>
            </th>
            {weeks.map(({ week, label }) => (
              <th scope="col" key={week}>
                {label.split(" ").map((part) => (
                  <span key={part}>{part} </span>
                ))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, marks }) => (
            <tr key={id} class={id}>
              <th scope="row">{name}</th>
              {marks.map((mark, i) => (
                <td key={weeks[i]?.week} class={isGrade(mark) ? mark : "none"}>
                  <Letter mark={mark} derived={id === "overall" && weeks[i]?.derived === true} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Legend marks={rows.flatMap(({ marks }) => marks)} derived={weeks.some(({ derived }) => derived)} />
      <Level glance={glance} />
    </Section>
  );
}

/** Only the letters that are there. */
function Legend({ marks, derived }: { marks: readonly Mark[]; derived: boolean }) {
  const reasons = Object.entries(NOT_GRADED).filter(([letter]) => marks.some((mark) => mark === letter));
  const said = [
    marks.includes(null) && "– not entered yet",
    ...reasons.map(([letter, words]) => `${letter} ${words}`),
    marks.includes("?") && "? cannot be read",
    derived && "* worked out from the areas",
  ].filter((text) => text !== false);
  return said.length === 0 ? null : <Soft>{said.join("; ")}</Soft>;
}
