/**
 * Everything held about one pupil, as a Google Doc in the Drive of the lead who asks; nothing is sent. That
 * it was made, Runs says when and by whom, with the pupil's id alone.
 */
import { keyOf, partsOf } from "../../domain/mail/kinds";
import { dayOf, spaced } from "../../domain/words/days";
import type { Named } from "../../domain/hub/names";
import { folded, fullNameOf, nameInUse } from "../../domain/hub/names";
import { packLines, packRequests } from "../../domain/privacy/packDocument";
import { marksFor } from "../../domain/privacy/marks";
import type { Person } from "../../domain/privacy/marks";
import { mentionsOf } from "../../domain/privacy/mentions";
import type { PackSubject, TabCells } from "../../domain/privacy/pupilsOwn";
import { ownRows, placeOf } from "../../domain/privacy/pupilsOwn";
import type { Made, Pack } from "../../domain/privacy/pack";
import { marked, packOf } from "../../domain/privacy/pack";
import { packPage } from "../../domain/views/packPage";
import { refusal } from "../../domain/words/problem";
import type { Receipt } from "../../domain/mail/receipts";
import { receiptsOf } from "../../domain/mail/receipts";
import { packOfFrom } from "../../domain/views/requests";
import { LEADS } from "../../domain/hub/rights";
import { allTables } from "../../domain/tables/all";
import { areas } from "../../domain/tables/areas";
import { outbox } from "../../domain/tables/ledger";
import { contacts, placements, providers, pupils, staff } from "../../domain/tables/people";
import type { Table } from "../../domain/tables/table";
import { textOf } from "../../domain/tables/table";
import { knownBy } from "../../domain/tables/whichIsWhich";
import { blankDocument, changeDocument, filesMade } from "../../google/documents";
import { cellsOfTabs, flush, readTab } from "../../google/workbook";

import type { Answer, Run } from "../run/job";
import { runOverAll } from "../run/job";
import { load } from "../run/load";
import type { Kept } from "../run/writeRun";
import { writeRun } from "../run/writeRun";

const PUPIL_PACK: Kept = { name: "pupilPack", keeps: "each" };

/** `asked`: the dialog's form, or a pupil's id. */
export const pupilPack = (asked: unknown): Answer =>
  runOverAll(LEADS, (run) => {
    const id = packOfFrom(asked);
    const row = { for: `${id} ${spaced(run.now)}`, outboxRows: null };
    const pack = packFor(run, id);
    const records = pack.parts.reduce((sum, part) => sum + part.records.length, 0);
    if (records === 0) throw refusal(`Nothing is held about ${id}. No document was made.`);
    writeRun(run, PUPIL_PACK, { ...row, state: "open", counts: `${records} records` });
    flush();
    const document = blankDocument(
      `Records held about ${id}, ${dayOf(run.now)}`,
      keyOf("pack", { pupil: id, moment: run.now }),
    );
    changeDocument(document, packRequests(packLines(pack, { on: dayOf(run.now), by: run.by })));
    const names = marked(pack);
    const counts = `${records} ${records === 1 ? "record" : "records"}, ${names.length} ${names.length === 1 ? "name" : "names"} marked`;
    writeRun(run, PUPIL_PACK, { ...row, state: "done", counts });
    flush();
    const link = linkTo(document);
    return {
      said: `${id}: ${counts}: ${link}`,
      page: packPage({ pupil: id, link, records, marked: names }),
    };
  });

const linkTo = (document: string): string => `docs.google.com/document/d/${document}`;

function packFor(run: Run, id: string): Pack {
  const tabs = tabsOf(run);
  const everybody = everybodyIn(tabs);
  const subject = subjectOf(id, everybody.pupils, tabs);
  const named = everybody.pupils.get(id) ?? null;
  const others = everybody.people.filter(({ who }) => who !== `pupil ${id}`);
  return packOf({
    subject,
    tabs,
    receipts: receiptsOf(load(run, outbox).records)
      .filter((one) => isAbout(one, subject))
      .map(onlyOf(id)),
    areas: new Map(load(run, areas).records.map((area) => [area.id, area.name])),
    documents: documentsOf(subject),
    mentions: mentionsOf({ subject, named, tabs, pupils: everybody.pupils, staff: everybody.staff }),
    find: marksFor(others, [id, ...(named ? namesOf(named) : [])]),
  });
}

/**
 * Every tab of the workbook, those that people added too; the run stops where one that holds records is
 * missing.
 */
function tabsOf(run: Run): TabCells[] {
  const declared = allTables(load(run, areas).records);
  const found = declared.flatMap((table): TabCells[] =>
    table.whole ? [] : [{ tab: table.tab, table, cells: readTab(run, table).cells }],
  );
  if (run.whole) return [...found, ...rewritten(run, declared)];
  const names = new Set(found.map(({ tab }) => tab));
  const whole = new Map(declared.filter((table) => table.whole).map((table) => [table.tab, table]));
  const rest = cellsOfTabs(run.workbook, (name) => !names.has(name)).map(([tab, cells]): TabCells => ({
    tab,
    table: whole.get(tab) ?? null,
    cells,
  }));
  return [...found, ...rest];
}

/** What the add-on writes whole, where there are no tabs that people added. */
const rewritten = (run: Run, declared: readonly Table[]): TabCells[] =>
  knownBy()
    .filter((table) => table.whole)
    .map((known) => ({
      tab: known.tab,
      table: declared.find(({ tab }) => tab === known.tab) ?? known,
      cells: readTab(run, known).cells,
    }));

/** A tab's texts by id, read as they are: a row with an unreadable cell is somebody, too. */
function textsIn<F extends string>(
  tabs: readonly TabCells[],
  table: Table,
  fields: readonly F[],
): Map<string, Record<F, string>> {
  const cells = tabs.find(({ tab }) => tab === table.tab)?.cells ?? [];
  const places = ["id", ...fields].map((field) => placeOf(table, field, cells));
  return new Map(
    cells.slice(1).flatMap((row) => {
      const [id = "", ...texts] = places.map((place) => textOf(row[place] ?? ""));
      const record = Object.fromEntries(fields.map((field, i) => [field, texts[i] ?? ""])) as Record<
        F,
        string
      >;
      return id === "" ? [] : [[id.toUpperCase(), record] as const];
    }),
  );
}

function everybodyIn(tabs: readonly TabCells[]) {
  const ofPupils = textsIn(tabs, pupils as unknown as Table, ["firstName", "surname", "knownAs"]);
  const members = textsIn(tabs, staff as unknown as Table, ["name"]);
  const outside = textsIn(tabs, contacts as unknown as Table, ["name"]);
  const people: Person[] = [
    ...[...ofPupils].map(([who, pupil]) => ({
      who: `pupil ${who}`,
      names: namesOf(pupil),
    })),
    ...[...members].map(([who, { name }]) => ({ who: `staff ${who}`, names: nameParts(name) })),
    ...[...outside].map(([who, { name }]) => ({ who: `contact ${who}`, names: nameParts(name) })),
  ];
  const adults = [...members.values()].map(({ name }): Named => {
    const [firstName = "", ...rest] = name.split(/\s+/);
    return { firstName, surname: rest.join(" "), knownAs: "" };
  });
  return { pupils: ofPupils as ReadonlyMap<string, Named>, people, staff: adults };
}

const namesOf = (pupil: Named): string[] =>
  [fullNameOf(pupil), nameInUse(pupil), pupil.firstName, pupil.knownAs, pupil.surname].filter(Boolean);
/** Also each part alone, but not a title before a name, such as Dr. */
const nameParts = (name: string): string[] => [
  name,
  ...name.split(/\s+/).filter((part) => part.length > 1 && !/^(mr|mrs|ms|miss|mx|dr|sir)\.?$/i.test(part)),
];

function subjectOf(id: string, all: ReadonlyMap<string, Named>, tabs: readonly TabCells[]): PackSubject {
  const fullNames = (pupil: Named) => [...new Set([fullNameOf(pupil), nameInUse(pupil)].map(folded))];
  const own = all.get(id);
  const names = own ? fullNames(own) : [];
  const isShared = [...all].some(
    ([other, pupil]) => other !== id && fullNames(pupil).some((name) => names.includes(name)),
  );
  const subject: PackSubject = { id, names, isShared, providers: new Set() };
  return { ...subject, providers: providersOf(subject, tabs) };
}

/** Of the pupil's placements, by id and by name, whichever is written there. */
function providersOf(subject: PackSubject, tabs: readonly TabCells[]): Set<string> {
  const tab = tabs.find((one) => one.tab === placements.tab);
  if (!tab?.table) return new Set();
  const place = placeOf(tab.table, "provider", tab.cells);
  const texts = new Set(ownRows(tab, subject, tabs).map(({ cells }) => folded(textOf(cells[place] ?? ""))));
  for (const [id, { name }] of textsIn(tabs, providers as unknown as Table, ["name"]))
    if (texts.has(folded(id)) || texts.has(folded(name))) texts.add(folded(id)).add(folded(name));
  return texts;
}

/**
 * What was about the pupil, what could not be read, and what was about all pupils of a provider that placed
 * this one.
 */
const isAbout = ({ provider, pupils: told }: Receipt, { id, providers: own }: PackSubject): boolean =>
  told === null
    ? own.has(folded(provider))
    : told.some(({ pupil }) => pupil === id || (pupil === "all" && own.has(folded(provider))));

/** Without what the same message said about others. */
const onlyOf =
  (id: string) =>
  (one: Receipt): Receipt => ({
    ...one,
    pupils: one.pupils?.filter(({ pupil }) => pupil === id || pupil === "all") ?? null,
  });

/**
 * Those that this account reaches: reports of the pupil or of all its provider's pupils, and packs made
 * before.
 */
function documentsOf({ id, providers: own }: PackSubject): Made[] {
  return [...filesMade()].flatMap(([key, document]) => {
    const parts = partsOf(key);
    const link = (what: string): Made[] => [{ what, link: linkTo(document) }];
    if (parts?.kind === "pack") return parts.pupil === id ? link(`Records held, made ${parts.moment}`) : [];
    if (parts?.kind !== "document" && parts?.kind !== "csv") return [];
    const { period, about, provider } = parts;
    const isIts = about === id || (about === "all" && own.has(folded(provider)));
    return isIts ? link(`Report ${period}, ${about}, ${provider}`) : [];
  });
}
