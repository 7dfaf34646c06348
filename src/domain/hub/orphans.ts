/** A record whose pupil id is nobody's. */
import type { Problem } from "../words/problem";
import { problem } from "../words/problem";
import type { InRow } from "../tables/read";

export const orphanProblem = (tab: string, { row, pupil }: InRow<{ pupil: string }>): Problem =>
  problem(
    tab,
    row,
    "Pupil id",
    `No pupil has the id "${pupil}".`,
    "Correct the id. Until then nobody sees this row.",
  );
