/** Shows every tab, until the next Prepare hides again those that only a few need. */
import { LEADS } from "../../domain/hub/rights";
import { showAll } from "../../google/workbook";
import type { Answer } from "../run/job";
import { runByPerson } from "../run/job";

export const showAllTabs = (): Answer =>
  runByPerson(LEADS, (run) => {
    const shown = showAll(run.workbook);
    return {
      said:
        shown === 0
          ? "All tabs were already shown."
          : `${shown} more tabs are shown. Prepare workbook hides them again.`,
    };
  });
