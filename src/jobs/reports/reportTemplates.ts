/** Report templates, the dialog: which there are, and which are in use. */
import { templatesPage } from "../../domain/views/templatesPage";
import { refusal } from "../../domain/words/problem";
import { recordFrom, switchFrom } from "../../domain/views/requests";
import { LEADS } from "../../domain/hub/rights";
import { templates } from "../../domain/tables/reports";
import { showDialog } from "../../google/dialog";
import { fillRow } from "../../google/rows";
import type { Answer, Run } from "../run/job";
import { loadSettings, runByPerson } from "../run/job";
import { load } from "../run/load";
import { loadHub } from "../run/loadHub";

export const reportTemplates = (): Answer =>
  runByPerson(LEADS, (run) => {
    const page = templatesNow(run);
    showDialog("Report templates", page);
    return { said: `${load(run, templates).records.length} templates are there.`, page };
  });

/** Back to the list, in the dialog that is open. */
export const listTemplates = (): Answer =>
  runByPerson(LEADS, (run) => ({ said: "", page: templatesNow(run) }));

/** `to`: "on" or "off". Reports made before stay as they are. */
export const useTemplate = (id: unknown, to: unknown): Answer =>
  runByPerson(LEADS, (run) => {
    const [template, inUse] = [templateWith(run, id), switchFrom(to) === "on"];
    fillRow(load(run, templates), template.row, { active: inUse ? "yes" : "no" });
    run.tabs.delete(templates.tab);
    return {
      said: `The template "${template.name}" is ${inUse ? "in use again" : "no longer in use"}.`,
      page: templatesNow(run),
    };
  });

export function templateWith(run: Run, id: unknown) {
  const wanted = recordFrom(id);
  const found = load(run, templates).records.find((one) => one.id === wanted);
  if (!found) throw refusal("This template is no longer on the Templates tab.");
  return found;
}

export const templatesNow = (run: Run): string =>
  templatesPage({
    templates: load(run, templates).records,
    providers: loadHub(run).hub.providers,
    you: run.by,
    owner: loadSettings(run).owner,
  });
