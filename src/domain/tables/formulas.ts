/** Formulas where staff should have typed a value. */
import type { Problem } from "../words/problem";
import { problem } from "../words/problem";
import type { Table } from "./table";

/** `formulas` as the sheet gives them, "" where a cell has none. At most one problem a row. */
export function formulaProblems(
  table: Table,
  places: ReadonlyMap<string, number>,
  formulas: readonly (readonly string[])[],
): Problem[] {
  return formulas.flatMap((line, i) => {
    const found = [...places].find(([, place]) => (line[place] ?? "") !== "");
    if (!found || i === 0) return [];
    const heading = table.columns[found[0]]?.heading ?? "";
    return [
      problem(
        table.tab,
        i + 1,
        heading,
        "This cell contains a formula. Its value can change by itself or come from another document.",
        "Type the value itself. Until then the formula's present value is used.",
      ),
    ];
  });
}
