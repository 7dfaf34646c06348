/** A record whose pupil id is nobody's. */
import type { Problem } from "../words/problem";
import { problem } from "../words/problem";
import type { Placed } from "../tables/read";

export const nobodys = (tab: string, { row, pupil }: Placed<{ pupil: string }>): Problem =>
  problem(
    tab,
    row,
    "Pupil id",
    `No pupil has the id "${pupil}".`,
    "Correct the id. Until then nobody sees this row.",
  );
