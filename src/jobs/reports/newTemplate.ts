/**
 * New report templates: from a starter, or from a provider's own .docx, each a Google Doc that may then be
 * changed.
 */
import { dayOf } from "../../domain/words/days";
import { refusal } from "../../domain/words/problem";
import type { Starter } from "../../domain/documents/starters";
import { STARTERS } from "../../domain/documents/starters";
import { whyNoTemplate } from "../../domain/documents/upload";
import { docxFrom, formFrom, ownTemplateFrom, providerFrom, starterFrom } from "../../domain/views/requests";
import { LEADS } from "../../domain/hub/rights";
import { newRecordId, RECORD_LETTERS } from "../../domain/tables/records";
import type { Template } from "../../domain/tables/reports";
import { templates } from "../../domain/tables/reports";
import { filesMade, folderAmong, makeDocument, namesInFile, starterFile } from "../../google/documents";
import { newUuid } from "../../google/run";
import { appendTyped, fillRow } from "../../google/rows";
import { flush } from "../../google/workbook";
import { checkedTemplate } from "./checkTemplate";
import type { Answer, Run } from "../run/job";
import { loadSettings, runByPerson } from "../run/job";
import { load } from "../run/load";
import { loadHub } from "../run/loadHub";
import { templatesNow, templateWith } from "./reportTemplates";
import type { Kept } from "../run/writeRun";
import { writeRun } from "../run/writeRun";
import type { Outcome } from "../run/outcome";
import { isOthers } from "../run/owner";

/** `starter`: its name; `provider`: an id, or "" for any provider. */
export const newTemplate = (starter: unknown, provider: unknown): Answer =>
  runByPerson(LEADS, (run) => ({ said: fromStarter(run, starterFrom(starter), providerFrom(provider)) }));

/** The same from the dialog. */
export const templateFromStarter = (form: unknown): Answer =>
  runByPerson(LEADS, (run) => {
    const filled = formFrom(form);
    const [starter, provider] = [starterFrom(filled.get("starter")), providerFrom(filled.get("provider"))];
    return { said: fromStarter(run, starter, provider), page: templatesNow(run) };
  });

/** `base64`: the file's bytes. The name, the provider, the kind and for whom are in the form. */
export const uploadTemplate = (form: unknown, base64: unknown): Answer =>
  runByPerson(LEADS, (run) => {
    const own = ownTemplateFrom(form);
    checkProvider(run, own.provider);
    const settings = loadSettings(run);
    if (isOthers(run, settings))
      throw refusal(
        `Only the automation's owner (${settings.owner}) can upload templates, because reports made by other accounts cannot use them. Nothing was uploaded.`,
      );
    const file = docxFrom(base64);
    const why = whyNoTemplate(namesInFile(file));
    if (why) throw refusal(why);
    makeReportsFolder();
    const id = add(run, { ...own, document: converted(`Template: ${own.name}`, file) });
    const { said, page = "" } = checkedTemplate(run, templateWith(run, id), "");
    return { said: `${saidOf(own)} ${said}`, page };
  });

function fromStarter(run: Run, name: string, provider: string): string {
  const chosen = STARTERS.find((one) => one.name === name);
  if (!chosen)
    throw refusal(`There is no starter "${name}"; there are ${STARTERS.map((s) => s.name).join(", ")}.`);
  checkProvider(run, provider);
  const { label, kind, forWhom, mostPages } = chosen;
  const settings = loadSettings(run);
  const own = { name: label, provider, kind, forWhom, mostPages };
  if (!isOthers(run, settings)) {
    add(run, { ...own, document: documentOf(chosen) });
    return saidOf(own);
  }
  const id = add(run, { ...own, document: "" });
  writeRun(run, NEW_TEMPLATE, {
    for: id,
    state: "open",
    counts: "waits for the automation",
    outboxRows: null,
  });
  flush();
  return `${settings.owner}, who owns the automation, will make the template within the hour, because only that account's reports can use it.`;
}

function documentOf({ label, name }: Starter): string {
  makeReportsFolder();
  return makeDocument(`Template: ${label}`, starterFile(name));
}

/**
 * The reports' folder is made with the first template: it can be shared before there are any, and making them
 * is quicker.
 */
const makeReportsFolder = (): string => folderAmong(filesMade());

export const NEW_TEMPLATE = { name: "newTemplate", keeps: "each" } as const satisfies Kept;

/** From the sweep: a starter that another lead asked for. */
export function templateAskedFor(run: Run, id: string): Outcome {
  const row = load(run, templates).records.find((one) => one.id === id);
  const starter = STARTERS.find(({ label }) => label === row?.name);
  if (row && starter && row.document === "") {
    fillRow(load(run, templates), row.row, { document: documentOf(starter) });
    run.tabs.delete(templates.tab);
  }
  return {
    state: "done",
    counts: row ? "template made" : "the template is no longer wanted",
    outboxRows: null,
  };
}

const saidOf = ({ name, provider }: Pick<Template, "name" | "provider">): string =>
  `The template "${name}" has been made${provider === "" ? " for any provider" : ` for ${provider}`}.`;

function checkProvider(run: Run, provider: string): void {
  if (provider !== "" && !loadHub(run).hub.providers.some(({ id }) => id === provider))
    throw refusal(`No provider has the id ${provider}.`);
}

/** What Drive will not convert is refused in a sentence that keeps its reason. */
function converted(name: string, file: string): string {
  try {
    return makeDocument(name, file);
  } catch (error) {
    const why = (error as Error).message.replace(/^API call to [\w.]+ failed with error: /, "");
    throw refusal(
      `No Google Doc could be made from the file: ${why} Open it, save it as .docx and upload that.`,
    );
  }
}

type Chosen = Pick<Template, "name" | "provider" | "kind" | "forWhom" | "mostPages" | "document">;

/** Its id. */
function add(run: Run, chosen: Chosen): string {
  const id = newRecordId(RECORD_LETTERS[templates.tab] ?? "", dayOf(run.now), newUuid(), 0);
  appendTyped(load(run, templates), { id, ...chosen, active: "yes" });
  flush();
  run.tabs.delete(templates.tab);
  return id;
}
