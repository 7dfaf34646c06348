/**
 * What leaves, against what the tables' declarations allow. Canaries: a word of its own in every private cell
 * of the demo, and each is found only where its column's receivers and its pupil's placements allow.
 * Non-interference: whatever becomes of one pupil, what everybody else's providers get stays the same to the
 * byte.
 */
import { rowsOf } from "../../../src/programs/look";
import { receiversOf } from "../../../src/domain/privacy/privacyRecord";
import type { DocsDocument } from "../../../src/domain/documents/document";
import { walked } from "../../../src/domain/documents/document";
import { MAY_BE_SENSITIVE } from "../../../src/domain/documents/starters";
import { allTables } from "../../../src/domain/tables/all";
import { starterAreas } from "../../../src/domain/tables/areas";
import { outbox } from "../../../src/domain/tables/ledger";
import { contacts, placements, pupils } from "../../../src/domain/tables/people";
import { templates } from "../../../src/domain/tables/reports";
import type { Column, Table } from "../../../src/domain/tables/table";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import type { Received } from "../hub";
import { fullDemo, globalsOf, person, received, sweep, type } from "../hub";

const TABLES = allTables(starterAreas);
const OWNER = "helen.marlowe@hub.example";
/** Not planted in: the add-on's own memory, and what decides who may do what. */
const LEFT_ALONE = ["Outbox", "Runs", "Problems", "Settings", "Staff", "Templates"];
const WORD = /zq(\d+)x(\d+)x(\w+?)zq/g;

interface Found {
  column: Column;
  where: string;
  /** A pupil's id, or a provider's for its contacts. */
  owner: string;
}
const wordsIn = (text: string): Found[] =>
  [...text.matchAll(WORD)].map(([, tab = "", at = "", owner = ""]) => {
    const table = TABLES[Number(tab)] as Table;
    const column = Object.values(table.columns)[Number(at)] as Column;
    return { column, where: `${table.tab}, ${column.heading}`, owner: owner.toUpperCase() };
  });

/** Whose a row is: of a pupil, through a plan's id, or of a contact's provider. */
function ownerOf(table: Table, cellOf: (field: string) => string): string {
  if (table.tab === "Contacts") return cellOf("provider");
  const { ofPupil } = table;
  if (ofPupil && "by" in ofPupil) return cellOf(ofPupil.by);
  return ofPupil && "through" in ofPupil ? (/U\d+/.exec(cellOf(ofPupil.through))?.[0] ?? "") : "";
}

interface Cell {
  table: Table;
  t: number;
  c: number;
  column: Column;
  field: string;
  owner: string;
  cell: string;
}

/** Writes cells anew, tab by tab: `written` gives a cell's new value, or undefined where it stays. */
function rewrite(workspace: MemoryWorkspace, written: (at: Cell) => string | undefined): number {
  const { SpreadsheetApp } = globalsOf(workspace);
  let n = 0;
  TABLES.forEach((table, t) => {
    if (table.whole || LEFT_ALONE.includes(table.tab)) return;
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(table.tab);
    const [headings = [], ...rows] = sheet.getDataRange().getValues() as string[][];
    const fields = Object.keys(table.columns);
    const place = (field: string) => headings.indexOf(table.columns[field]?.heading ?? "");
    const owners = rows.map((row) => ownerOf(table, (name) => String(row[place(name)] ?? "")));
    fields.forEach((field, c) => {
      const column = table.columns[field] as Column;
      const at = place(field);
      const values = rows.map((row, i) =>
        owners[i]
          ? written({ table, t, c, column, field, owner: owners[i], cell: row[at] ?? "" })
          : undefined,
      );
      const changes = values.filter((value) => value !== undefined).length;
      n += changes;
      if (changes > 0)
        sheet
          .getRange(2, at + 1, rows.length, 1)
          .setValues(values.map((value, i) => [value ?? rows[i]?.[at] ?? ""]));
    });
  });
  SpreadsheetApp.flush();
  return n;
}

/**
 * The demo with a word in every private cell that takes any text; copies of a pupil's name follow the name.
 */
function planted(): { workspace: MemoryWorkspace; owner: string; cells: number } {
  const { workspace, demo } = fullDemo();
  const word = (t: number, c: number, owner: string) => `zq${t}x${c}x${owner.toLowerCase()}zq`;
  const t = TABLES.findIndex(({ tab }) => tab === "Pupils");
  const fields = Object.keys(pupils.columns);
  const nameOf = (id: string) =>
    ["knownAs", "surname"].map((field) => word(t, fields.indexOf(field), id)).join(" ");
  const cells = rewrite(workspace, ({ table, t: at, c, column, field, owner, cell }) => {
    const { ofPupil } = table;
    if (column.privacy === "none" || field === "keyWorker" || column.choices) return undefined;
    if (ofPupil && "by" in ofPupil && ofPupil.by === field) return undefined;
    if (column.heading === "Pupil") return nameOf(owner);
    if (table.tab === "Contacts" && /@/.test(cell))
      return `${word(at, c, owner)}.${cell}`.replace(/^zq(\d+)x\d+x/, "zq$1x4x");
    return column.schema().safeParse(word(at, c, owner)).success ? word(at, c, owner) : undefined;
  });
  return { workspace, owner: demo.owner, cells };
}

const providersOf = (workspace: MemoryWorkspace, pupil: string): string[] =>
  rowsOf(workspace, placements).flatMap((one) => (one.pupil === pupil ? [one.provider] : []));
/** The mails since the demo's Friday, each with its key. */
async function sentMails(workspace: MemoryWorkspace): Promise<{ key: string; mail: Received }[]> {
  const keys = rowsOf(workspace, outbox)
    .filter(({ state, at }) => state === "sent" && at >= "2026-11-20")
    .sort((a, b) => (a.no ?? 0) - (b.no ?? 0));
  const mails = await received(workspace);
  expect(mails.length).toBe(keys.length);
  return mails.map((mail, i) => ({ key: keys[i]?.key ?? "", mail }));
}
const wholeOf = ({ subject, text, html, eml, to }: Received): string =>
  [subject, text, html, eml, ...to].join("\n");
const providerIn = (key: string): string => key.split("|").find((part) => /^P\d+$/.test(part)) ?? "";
/** Every report's text and name, by key; a return's with its CSV. */
function reportsIn(workspace: MemoryWorkspace): Map<string, string> {
  const { Docs } = person(workspace, OWNER).globals as {
    Docs: { Documents: { get: (id: string) => DocsDocument } };
  };
  const files = Object.values(workspace.state.files ?? {});
  const csvOf = (key: string): string => {
    const file = files.find(({ appProperties }) => appProperties["hubTracker"] === `csv|${key}`);
    return Buffer.from(workspace.files.get(file?.file ?? "") ?? []).toString("utf8");
  };
  return new Map(
    files.flatMap(({ id, name, appProperties }) => {
      const key = appProperties["hubTracker"] ?? "";
      if (!key.startsWith("report|")) return [];
      const text = walked(Docs.Documents.get(id)).paragraphs.map((one) => one.text);
      return [[key, [name, ...text, csvOf(key)].join("\n")] as const];
    }),
  );
}

describe("canaries", () => {
  let workspace: MemoryWorkspace;
  let cells: number;
  const logged: string[] = [];
  const log = (line: string): void => void logged.push(line);
  beforeAll(() => {
    const made = planted();
    [workspace, cells] = [made.workspace, made.cells];
    sweep(workspace, made.owner, { log });
    sweep(workspace, made.owner, { now: "2026-11-20T18:10", log });
    for (const now of ["2026-11-23T07:10", "2026-11-27T14:10"]) sweep(workspace, made.owner, { now, log });
    person(workspace, OWNER, "2026-11-27T15:00", { log }).call("makeReports", "Autumn 2", ["P03", "P04"]);
  });

  test("are in every table that holds a pupil's or a contact's records", () => {
    expect(cells).toBeGreaterThan(3000);
  });

  test("an email to a provider holds only its own pupils' and contact's, from columns for emails", async () => {
    const seen = new Set<string>();
    const mails = (await sentMails(workspace)).filter(({ key }) => providerIn(key) !== "");
    expect(new Set(mails.map(({ key }) => key.split("|")[0]))).toEqual(new Set(["weekly", "notice"]));
    const leaks = mails.flatMap(({ key, mail }) =>
      wordsIn(wholeOf(mail)).flatMap(({ column, where, owner }) => {
        seen.add(where);
        const own = owner.startsWith("P") ? [owner] : providersOf(workspace, owner);
        const isMeant = receiversOf(column).includes("emails");
        return isMeant && own.includes(providerIn(key)) ? [] : [`${key}: ${where} of ${owner}`];
      }),
    );
    expect([...new Set(leaks)]).toEqual([]);
    // The words do come into the messages.
    for (const where of [
      "Contacts, Email",
      "Placements, Provider's reference",
      "Pupils, Surname",
      "Rewards, Why",
      "Weekly grades, Next step",
      "Weekly grades, Note for provider",
      "Weekly grades, Strength",
    ])
      expect(seen).toContain(where);
  });

  test("a reminder to staff holds names alone", async () => {
    const reminders = (await sentMails(workspace)).filter(({ key }) => key.startsWith("reminder|"));
    expect(reminders.length).toBeGreaterThan(2);
    const seen = new Set(reminders.flatMap(({ mail }) => wordsIn(wholeOf(mail)).map(({ where }) => where)));
    expect([...seen].sort()).toEqual(["Pupils, Known as", "Pupils, Surname"]);
  });

  test("a report holds only its pupil's, from columns for reports, sensitive ones only in kinds that may", () => {
    const kinds = new Map(rowsOf(workspace, templates).map(({ id, kind }) => [id, kind]));
    const seen = new Set<string>();
    const reports = reportsIn(workspace);
    expect(reports.size).toBeGreaterThan(10);
    const leaks = [...reports].flatMap(([key, text]) => {
      const [, , pupil = "", provider = "", template = ""] = key.split("|");
      return wordsIn(text).flatMap(({ column, where, owner }) => {
        seen.add(where);
        const isOwn = pupil === "all" ? providersOf(workspace, owner).includes(provider) : owner === pupil;
        const isMeant =
          receiversOf(column).includes("reports") &&
          (column.privacy !== "sensitive" || MAY_BE_SENSITIVE.includes(kinds.get(template) ?? "handover"));
        return isOwn && isMeant ? [] : [`${key}: ${where} of ${owner}`];
      });
    });
    expect([...new Set(leaks)]).toEqual([]);
    for (const where of ["Assessments, Bands", "Pupils, Surname", "Rewards, Why", "Targets, Target"])
      expect(seen).toContain(where);
  });

  test("the sidebar's answer about a pupil holds of others no more than names and open nominations", () => {
    const host = person(workspace, OWNER, "2026-11-27T15:10", { log });
    for (const { id } of rowsOf(workspace, pupils).slice(0, 3)) {
      const answer = JSON.stringify(host.run("openPupil", { pupil: id, known: null }));
      const ofOthers = wordsIn(answer).filter(({ owner }) => owner !== id);
      const wheres = [...new Set(ofOthers.map(({ where }) => where))];
      expect(
        wheres.filter((where) => !/^Pupils, (Known as|Surname)$|^Rewards, (Why|By)$/.test(where)),
      ).toEqual([]);
      expect(wordsIn(answer).some(({ owner }) => owner === id)).toBe(true);
    }
  });

  test("no log line holds one, a name of staff or an address of a provider", () => {
    expect(logged.length).toBeGreaterThan(2);
    expect(logged.filter((line) => wordsIn(line).length > 0)).toEqual([]);
    const adults = rowsOf(workspace, contacts).flatMap(({ email, name }) => [email, name]);
    for (const line of logged)
      expect(adults.filter((text) => text !== "" && line.includes(text))).toEqual([]);
  });
});

describe("non-interference", () => {
  const A = "U001";
  const PROVIDER = "P04";
  /** Everything that a cell about the pupil may say but does not say now; what names the row stays. */
  const otherwise = ({ table, column, field, owner }: Cell): string | undefined => {
    const { ofPupil } = table;
    const names = [
      ...table.key,
      "id",
      "pupil",
      "provider",
      "placement",
      "plan",
      "template",
      "document",
      "period",
    ];
    if (owner !== A || names.includes(field) || (ofPupil && "by" in ofPupil && ofPupil.by === field))
      return undefined;
    if (column.heading === "Pupil" && table.tab !== "Pupils") return "Xerxes Yardley";
    const tried = { firstName: "Xerxes", knownAs: "", surname: "Yardley", keyWorker: "" }[field];
    const values = [tried ?? "R", ...(column.choices ?? []).slice(-1), "changed", "3"];
    return values.find((value) => column.schema().safeParse(value).success);
  };
  /** What left since the Friday, and what the sidebar says of a provider's pupils. */
  async function outcome(change: (workspace: MemoryWorkspace) => void, withReports: boolean) {
    const { workspace, demo } = fullDemo();
    change(workspace);
    sweep(workspace, demo.owner);
    const host = person(workspace, OWNER, "2026-11-20T19:00");
    if (withReports) host.call("makeReports", "Autumn 2", ["P03"]);
    const own = providersOf(workspace, A);
    const mails = (await sentMails(workspace)).map(({ key, mail }) => {
      const { to, subject, text, html, replyTo } = mail;
      return [key, JSON.stringify([to, subject, text, html, replyTo])] as const;
    });
    const pages = rowsOf(workspace, placements)
      .filter(({ provider }) => withReports && provider === PROVIDER)
      .slice(0, 2)
      .map(({ pupil }) => {
        const { page } = host.run("openPupil", { pupil, known: null }) as { page: Record<string, unknown> };
        // Everybody who is there that week stands in these two, for staff.
        return [pupil, JSON.stringify({ ...page, roll: null, studentOfTheWeek: null })] as const;
      });
    return {
      others: new Map(mails.filter(([key]) => !own.includes(providerIn(key)))),
      own: mails.filter(([key]) => own.includes(providerIn(key))),
      reports: reportsIn(workspace),
      pages: new Map(pages),
    };
  }

  let plain: Awaited<ReturnType<typeof outcome>>;
  beforeAll(async () => (plain = await outcome(() => undefined, true)));

  /** Keys of what is not the same in both. */
  const different = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
    [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));

  test("whatever is changed about a pupil, all other providers' messages, reports and pages stay the same", async () => {
    let cells = 0;
    const changed = await outcome((workspace) => (cells = rewrite(workspace, otherwise)), true);
    expect(cells).toBeGreaterThan(100);
    expect(changed.own).not.toEqual(plain.own);
    expect(different(plain.others, changed.others)).toEqual([]);
    expect(plain.others.size).toBeGreaterThan(3);
    expect(different(plain.reports, changed.reports)).toEqual([]);
    expect(plain.reports.size).toBeGreaterThan(1);
    expect(different(plain.pages, changed.pages)).toEqual([]);
    expect(plain.pages.size).toBe(2);
  });

  const restrict = (workspace: MemoryWorkspace) =>
    type(workspace, pupils, (row) => row["id"] === A, { restricted: "yes" });
  const book = (workspace: MemoryWorkspace) => globalsOf(workspace).SpreadsheetApp.getActiveSpreadsheet();
  const rowOfA = (workspace: MemoryWorkspace) =>
    rowsOf(workspace, pupils).findIndex(({ id }) => id === A) + 2;
  test.each([
    ["restricted", restrict],
    ["deleted", (workspace) => void book(workspace).getSheetByName("Pupils").deleteRow(rowOfA(workspace))],
    [
      "entered twice",
      (workspace) => {
        const sheet = book(workspace).getSheetByName("Pupils");
        sheet.appendRow(sheet.getRange(`${rowOfA(workspace)}:${rowOfA(workspace)}`).getValues()[0]);
      },
    ],
  ] as [string, (workspace: MemoryWorkspace) => void][])(
    "nor does it where the pupil is %s",
    async (_what, change) => {
      const changed = await outcome(change, false);
      expect(different(plain.others, changed.others)).toEqual([]);
      expect(plain.others.size).toBeGreaterThan(3);
      expect(changed.own).not.toEqual(plain.own);
    },
    60_000,
  );
});
