/** Report templates: made from a starter, as a Google Doc that the centre may then change as it likes. */
import { dayOf } from "../domain/days";
import { refusal } from "../domain/problem";
import { STARTERS } from "../domain/reports/starters";
import { providerFrom, starterFrom } from "../domain/requests";
import { LEADS } from "../domain/rights";
import { newRecordId, RECORD_LETTERS } from "../domain/tables/records";
import { templates } from "../domain/tables/reports";
import { makeDocument, starterFile } from "../google/documents";
import { newUuid } from "../google/run";
import { appendTyped, flush } from "../google/workbook";
import type { Report } from "./job";
import { runByPerson } from "./job";
import { load } from "./load";
import { loadCentre } from "./loadCentre";

/** `starter`: its name; `provider`: an id, or "" for any provider. */
export const newTemplate = (starter: unknown, provider: unknown): Report =>
  runByPerson(LEADS, (run) => {
    const [name, of] = [starterFrom(starter), providerFrom(provider)];
    const chosen = STARTERS.find((one) => one.name === name);
    if (!chosen)
      throw refusal(`There is no starter "${name}"; there are ${STARTERS.map((s) => s.name).join(", ")}.`);
    if (of !== "" && !loadCentre(run).centre.providers.some(({ id }) => id === of))
      throw refusal(`No provider has the id ${of}.`);
    const tab = load(run, templates);
    appendTyped(tab, {
      id: newRecordId(RECORD_LETTERS[templates.tab] ?? "", dayOf(run.now), newUuid(), 0),
      name: chosen.label,
      provider: of,
      kind: chosen.kind,
      forWhom: chosen.forWhom,
      document: makeDocument(`Template: ${chosen.label}`, starterFile(chosen.name)),
      active: "yes",
    });
    flush();
    run.tabs.delete(templates.tab);
    return {
      said: `The template "${chosen.label}" is made${of === "" ? " for any provider" : ` for ${of}`}.`,
    };
  });
