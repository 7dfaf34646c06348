/**
 * The check of the texts that providers get: by each job that sends or shows them, and every morning and
 * evening.
 */
import { dayOf } from "../../domain/words/days";
import type { Settings } from "../../domain/tables/settings";
import { withheldTexts } from "../../domain/weekly/withheldTexts";
import type { Run } from "../run/job";
import { loadHub } from "../run/loadHub";
import { noteAnew } from "../run/notes";

export const noteTexts = (run: Run, { firstOn }: Settings): void =>
  noteAnew(run, "Texts for providers", withheldTexts(loadHub(run).hub, firstOn, dayOf(run.now)));
