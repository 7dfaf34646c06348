/** The half-term at a glance: areas by weeks, and the overall against the pupil's own level. */
import type { Mark } from "../../../domain/words/grades";
import { isGrade, NOT_GRADED } from "../../../domain/words/grades";
import type { Glance as Seen } from "../../../domain/views/pupilView";
import { LevelView } from "./Level";
import { SectionBox, Soft, wordOf } from "../../parts/words";

export function GlanceView({ glance }: { glance: Seen }) {
  const { areas, weeks } = glance;
  if (weeks.length === 0) return null;
  const rows = [
    ...areas.map(({ id, name }, i) => ({ id, name, marks: weeks.map((week) => week.marks[i] ?? null) })),
    { id: "overall", name: "Overall", marks: weeks.map(({ overall }) => overall) },
  ];
  const isDerived = (id: string, i: number): boolean => id === "overall" && weeks[i]?.derived === true;
  return (
    <SectionBox title="This half-term">
      <table class="glance">
        <thead>
          <tr>
            <th scope="col">
              <span class="sr">Area</span>
            </th>
            {weeks.map(({ week, label }) => (
              <th scope="col" key={week}>
                {label}
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
                  <span aria-hidden="true">
                    {mark ?? "–"}
                    {isDerived(id, i) && "*"}
                  </span>
                  <span class="sr">{wordOf(mark)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Legend marks={rows.flatMap(({ marks }) => marks)} derived={weeks.some(({ derived }) => derived)} />
      <LevelView glance={glance} />
    </SectionBox>
  );
}

/** Only the letters that are there. */
function Legend({ marks, derived }: { marks: readonly Mark[]; derived: boolean }) {
  const letters = ([null, "?", ...Object.keys(NOT_GRADED)] as Mark[]).filter((mark) => marks.includes(mark));
  const said = letters.map((mark) => `${mark ?? "–"} ${wordOf(mark)}`);
  if (derived) said.push("* worked out from the areas");
  return said.length === 0 ? null : <Soft>{said.join("; ")}</Soft>;
}
