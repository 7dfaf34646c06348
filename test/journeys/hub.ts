/** A demo hub in memory with the built bundle, for acting as the clock or a person would. */
import PostalMime from "postal-mime";
import { fillWithDemo } from "../../src/programs/workspaces";
import type { DemoSize as Size } from "../../src/programs/workspaces";
import { rowsOf } from "../../src/programs/look";
import type { DemoHub } from "../../src/demo/hub";
import { problems } from "../../src/domain/tables/ledger";
import { settings } from "../../src/domain/tables/settings";
import type { Columns, Table } from "../../src/domain/tables/table";
import { headingsOf } from "../../src/domain/tables/table";
import type { Host, HostOptions } from "../../src/host/host";
import { createHost } from "../../src/host/host";
import type { MemoryWorkspace } from "../../src/host/workspace/memoryWorkspace";
import { memoryWorkspace } from "../../src/host/workspace/memoryWorkspace";
import { shared } from "../shared";

export const BUNDLE = "build/out/google";
export const FRIDAY = "2026-11-20T16:40";

export interface Made {
  workspace: MemoryWorkspace;
  demo: DemoHub;
}
const made = new Map<string, Made>();

/** A fresh copy of what `make` makes, once for all test files. */
export function copyOfMade(name: string, make: () => Made): Made {
  const first = made.get(name) ?? fromShared(name, make);
  made.set(name, first);
  return { workspace: copyOf(first.workspace), demo: first.demo };
}

function fromShared(name: string, make: () => Made): Made {
  const { start, demo } = shared(name, () => {
    const { workspace, demo } = make();
    const { workbook, state, mails, files } = workspace;
    return { start: { workbook, state, mails, files }, demo };
  });
  return { workspace: memoryWorkspace(start), demo };
}

/** The demo of that size, at its Friday 16:40, not swept. */
export const fullDemo = (size: Size = "small"): Made =>
  copyOfMade(size, () => {
    const workspace = memoryWorkspace();
    return { workspace, demo: fillWithDemo(workspace, { size, seed: 1, now: FRIDAY }, BUNDLE) };
  });

/** The same in a hub where no series notifies, so that only the week's own messages leave. */
export const demo = (size: Size = "small"): Made =>
  copyOfMade(`quiet-${size}`, () => {
    const quiet = fullDemo(size);
    for (const setting of ["Overall notifies", "Key areas notify"])
      type(quiet.workspace, settings, (row) => row["setting"] === setting, { value: "no" });
    return quiet;
  });

/** The demo after its Friday's sweep: for tests of what comes later. */
export const sweptFullDemo = (size: Size = "small"): Made =>
  copyOfMade(`swept-${size}`, () => swept(fullDemo(size)));
export const sweptDemo = (size: Size = "small"): Made =>
  copyOfMade(`swept-quiet-${size}`, () => swept(demo(size)));

function swept(made: Made): Made {
  sweep(made.workspace, made.demo.owner);
  return made;
}

export const copyOf = ({ workbook, state, mails, files }: MemoryWorkspace): MemoryWorkspace =>
  memoryWorkspace({ workbook, state, mails, files });

/** The clock's run at a moment, as the automation's owner. */
export function sweep(workspace: MemoryWorkspace, owner: string, options: HostOptions = {}): Host {
  const host = createHost(workspace, {
    bundle: BUNDLE,
    now: FRIDAY,
    user: owner,
    mode: "trigger",
    log: () => {},
    ...options,
  });
  host.call("hourlySweep");
  return host;
}

/** A person at the workbook, at a moment. */
export const person = (
  workspace: MemoryWorkspace,
  user: string,
  now = FRIDAY,
  options: HostOptions = {},
): Host => createHost(workspace, { bundle: BUNDLE, now, user, mode: "menu", log: () => {}, ...options });

/** Pastes rows under the headings named, below what stands in the tab. */
export function paste(host: Host, tab: string, headings: readonly string[], rows: readonly string[][]): void {
  const [first, ...filled] = valuesOf(host, tab);
  const free = 2 + filled.reduce((last, row, i) => (row.some((v) => v !== "") ? i + 1 : last), 0);
  headings.forEach((heading, i) => {
    const column = (first ?? []).indexOf(heading) + 1;
    if (column === 0) throw new Error(`${tab} has no heading ${heading}`);
    host.edit(
      tab,
      free,
      column,
      rows.map((row) => [row[i] ?? ""]),
    );
  });
}

/** A tab's cells as Google gives them. */
export const valuesOf = (host: Host, tab: string): unknown[][] =>
  host.globals.SpreadsheetApp.getActiveSpreadsheet()
    .getSheetByName(tab)
    .getDataRange()
    .getValues() as unknown[][];

/** What the Problems tab says, a line each: `Pupils 3 UPN: It is no UPN …`. */
export const problemsIn = (workspace: MemoryWorkspace): string[] =>
  rowsOf(workspace, problems).map((p) => `${p.tab} ${p.row ?? "-"} ${p.heading}: ${p.wrong} ${p.remedy}`);

/**
 * The lines about one cell: one at its own row, or that of the first of several rows in which the same is
 * wrong: it says how many, and what stands in all of them.
 */
export const problemsAt = (
  workspace: MemoryWorkspace,
  place: { tab: string; row: number; heading: string },
  cell: string,
): string[] =>
  rowsOf(workspace, problems)
    .filter(({ tab, heading }) => tab === place.tab && heading === place.heading)
    .filter(({ row, wrong }) => {
      const [, said = ""] = /^[\d,]+ rows: (.*)$/s.exec(wrong) ?? [];
      const isAlike = [`"${cell}" cannot`, `${cell} is`].some((words) =>
        said.startsWith(words.slice(0, 300)),
      );
      return row === place.row || isAlike;
    })
    .map(({ wrong, remedy }) => `${wrong} ${remedy}`);

/** Types into a tab as a person would: the first row where `field` is `value` gets the changes. */
export function type<C extends Columns>(
  workspace: MemoryWorkspace,
  table: Table<C>,
  where: (record: Record<string, unknown>) => boolean,
  changes: Record<string, string>,
): void {
  const record = rowsOf(workspace, table).find((r) => where(r as Record<string, unknown>)) as
    { row: number } | undefined;
  if (!record) throw new Error(`${table.tab} has no such row.`);
  const globals = globalsOf(workspace);
  const sheet = globals.SpreadsheetApp.getActiveSpreadsheet().getSheetByName(table.tab);
  const headings = headingsOf(table as Table);
  for (const [field, value] of Object.entries(changes))
    sheet.getRange(record.row, headings.indexOf(table.columns[field]?.heading ?? "") + 1).setValue(value);
  globals.SpreadsheetApp.flush();
}

export const globalsOf = (workspace: MemoryWorkspace) => createHost(workspace, { bundle: BUNDLE }).globals;

export interface Received {
  to: string[];
  subject: string;
  text: string;
  html: string;
  eml: string;
  replyTo: string;
}

/** The messages sent since the workspace was made, read by an independent parser. */
export const received = (workspace: MemoryWorkspace): Promise<Received[]> =>
  Promise.all(
    workspace.mails.map(async ({ eml }) => {
      const mail = await PostalMime.parse(eml);
      return {
        to: [...(mail.to ?? []), ...(mail.cc ?? []), ...(mail.bcc ?? [])].map((a) => a.address ?? ""),
        subject: mail.subject ?? "",
        text: mail.text ?? "",
        html: mail.html ?? "",
        replyTo: mail.replyTo?.[0]?.address ?? "",
        eml,
      };
    }),
  );

/** `P03-C014` of a message's reference line, with or without its number. */
export const referenceIn = (mail: Received): string =>
  /Ref [\d-]{10}-(\w+-\w+)(?:-\d+)?:/.exec(mail.text)?.[1] ?? "";
