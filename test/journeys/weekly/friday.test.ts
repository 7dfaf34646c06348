/** Friday's update, on the built bundle: who gets what, once, whatever happens. */
import { rowsOf } from "../../../src/programs/look";
import { outbox, problems, runs } from "../../../src/domain/tables/ledger";
import { contacts, placements, providers, pupils } from "../../../src/domain/tables/people";
import { addDays, spaced } from "../../../src/domain/words/days";
import { starterAreas } from "../../../src/domain/tables/areas";
import { settings } from "../../../src/domain/tables/settings";
import { weeklyGrades } from "../../../src/domain/tables/weeklyGrades";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { demo, FRIDAY, globalsOf, person, received, referenceIn, sweep, sweptDemo, type } from "../hub";

const WEEK = "2026-11-16";
const grades = weeklyGrades(starterAreas);
/** The day that a cell of dates holds. */
const dayIn = (cell: unknown): string =>
  `${(cell as Date).getFullYear()}-${String((cell as Date).getMonth() + 1).padStart(2, "0")}-${String((cell as Date).getDate()).padStart(2, "0")}`;

test("every confirmed contact who takes updates gets one message, to that address alone", async () => {
  const { workspace } = sweptDemo();
  const mails = await received(workspace);
  const contactOf = (mail: (typeof mails)[number]) =>
    rowsOf(workspace, contacts).find((c) => c.id === referenceIn(mail).split("-")[1]);
  expect(mails.length).toBeGreaterThan(3);
  for (const mail of mails) {
    expect(mail.to).toEqual([contactOf(mail)?.confirmed]);
    expect(contactOf(mail)).toMatchObject({ updates: "yes", bounced: "no" });
    expect(mail.subject).toMatch(/^Weekly update, week beginning 16 November 2026: \d+ pupils?$/);
    expect(mail.replyTo).toMatch(/@hub\.example$/);
    expect(mail.text).toMatch(/if you get this twice, it is the same update/);
    expect(mail.html.length).toBeLessThan(90_000);
    expect(mail.text + mail.html).not.toMatch(/undefined|\[object|\{\{/);
  }
  const sent = rowsOf(workspace, outbox).filter(
    (e) => e.key.startsWith(`weekly|${WEEK}`) && e.state === "sent",
  );
  expect(sent.length).toBe(mails.length);
  expect(rowsOf(workspace, runs)).toContainEqual(
    expect.objectContaining({ job: "weeklyUpdate", for: WEEK, state: "done" }),
  );
});

test("a provider with initials gets no name of a pupil, nobody gets a UPN", async () => {
  const { workspace } = sweptDemo();
  const everybody = rowsOf(workspace, pupils);
  const initials = new Set(
    rowsOf(workspace, providers)
      .filter((p) => p.namesInUpdates === "initials")
      .map((p) => p.id),
  );
  for (const mail of await received(workspace)) {
    const text = `${mail.text} ${mail.html}`;
    for (const pupil of everybody) {
      expect(text.includes(pupil.upn)).toBe(false);
      if (pupil.surname && initials.has(referenceIn(mail).split("-")[0] ?? ""))
        expect(text).not.toContain(`${pupil.firstName} ${pupil.surname}`);
    }
  }
});

test("the same sweep again sends nothing", async () => {
  const { workspace, demo: hub } = sweptDemo();
  const before = workspace.mails.length;
  sweep(workspace, hub.owner, { now: "2026-11-20T17:40" });
  expect(workspace.mails.length).toBe(before);
});

test("nothing leaves before closing time, when automation is off, in a copy, or for somebody else's trigger", () => {
  const { workspace, demo: hub } = demo();
  sweep(workspace, hub.owner, { now: "2026-11-20T16:29" });
  expect(workspace.mails).toEqual([]);

  const other = demo().workspace;
  sweep(other, "support@hub.example");
  expect(other.mails).toEqual([]);

  const off = demo().workspace;
  type(off, settings, (s) => s["setting"] === "Automation", { value: "off" });
  sweep(off, hub.owner);
  expect(off.mails).toEqual([]);

  const copy = demo().workspace;
  copy.state.workbookId = "another-workbook";
  expect(() => sweep(copy, hub.owner)).toThrow(/This is a copy/);
  expect(copy.mails).toEqual([]);
  expect(
    rowsOf(copy, problems)
      .map((p) => p.wrong)
      .join(),
  ).toMatch(/This is a copy/);
});

test("a changed address waits until a lead confirms it; a provider left without contact is shown", () => {
  const { workspace, demo: hub } = demo();
  const takers = rowsOf(workspace, contacts).filter((c) => c.provider === "P01" && c.updates === "yes");
  for (const taker of takers)
    type(workspace, contacts, (c) => c["id"] === taker.id, { email: "new@elsewhere.example" });
  sweep(workspace, hub.owner);
  expect(rowsOf(workspace, outbox).filter((e) => e.key.startsWith(`weekly|${WEEK}|P01`))).toEqual([]);
  const found = rowsOf(workspace, problems)
    .map((p) => p.wrong)
    .join("\n");
  expect(found).toMatch(/not confirmed/);
  expect(found).toMatch(/^Fernhollow Academy \(P01\) has pupils here but no confirmed contact/m);
});

test("a hole in the Outbox stops all sending and says so", () => {
  const { workspace, demo: hub } = demo();
  globalsOf(workspace).SpreadsheetApp.getActiveSpreadsheet().getSheetByName("Outbox").deleteRow(5);
  expect(() => sweep(workspace, hub.owner)).toThrow(/Nothing will be sent/);
  expect(workspace.mails).toEqual([]);
});

test("mail that the day's quota does not allow goes the next day", () => {
  const { workspace, demo: hub } = demo();
  sweep(workspace, hub.owner, { mailQuota: 2 });
  expect(workspace.mails.length).toBe(2);
  expect(
    rowsOf(workspace, problems)
      .map((p) => p.wrong)
      .join(),
  ).toMatch(/quota/);
  sweep(workspace, hub.owner, { now: "2026-11-21T17:40", mailQuota: 100 });
  expect(workspace.mails.length).toBe(sweptDemo().workspace.mails.length);
});

describe("leaks", () => {
  const token = (provider: string) => `zq${provider.toLowerCase()}zq`;
  const TOKEN = /zqp\d+zq/g;
  const TEXTS = ["Strength", "Next step", "Note for provider"];
  const LEAD = "helen.marlowe@hub.example";

  /** Writes columns anew, in the rows that belong to one provider. */
  function mark(
    workspace: MemoryWorkspace,
    tab: string,
    owner: (row: string[]) => string | undefined,
    columns: string[],
    marked: (cell: string, token: string) => string = (cell, mine) => `${cell} ${mine}`.trim(),
  ) {
    const sheet = globalsOf(workspace).SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab);
    const [headings = [], ...rows] = sheet.getDataRange().getValues() as string[][];
    for (const column of columns) {
      const at = headings.indexOf(column);
      const cells = rows.map((row) => {
        const [cell, mine] = [String(row[at]), owner(row)];
        return [mine && !cell.includes("zq") ? marked(cell, token(mine)) : row[at]];
      });
      sheet.getRange(2, at + 1, cells.length, 1).setValues(cells);
    }
  }

  /** The provider of each pupil who was never at another. */
  function soleProviders(workspace: MemoryWorkspace): Map<string, string> {
    const all = rowsOf(workspace, placements);
    return new Map(
      all
        .filter((p) => all.every((other) => other.pupil !== p.pupil || other.provider === p.provider))
        .map((p) => [p.pupil, p.provider]),
    );
  }

  /** A demo with a token of its provider in every text of every row that belongs to one. */
  function markedDemo() {
    const { workspace, demo: hub } = demo();
    const sole = soleProviders(workspace);
    const ofPupil = (column: number) => (row: string[]) => sole.get(row[column] ?? "");
    const beforeAt = (cell: string, mine: string) => cell.replace("@", `.${mine}@`);
    mark(workspace, "Providers", (row) => row[0], ["Name"]);
    mark(
      workspace,
      "Providers",
      (row) => row[0],
      ["Email domains"],
      (cell, mine) => `${cell} ${mine}.example`,
    );
    mark(workspace, "Contacts", (row) => row[1], ["Name", "Role"]);
    mark(workspace, "Contacts", (row) => row[1], ["Email", "Confirmed address"], beforeAt);
    mark(workspace, "Placements", (row) => row[2], ["Provider's reference"]);
    mark(workspace, "Pupils", ofPupil(0), ["Surname", "UPN", "Strengths", "Needs", "What helps"]);
    mark(workspace, "Weekly grades", ofPupil(1), ["Pupil", ...TEXTS]);
    return { workspace, hub, markTexts: () => mark(workspace, "Weekly grades", ofPupil(1), TEXTS) };
  }

  /**
   * The provider of a part of what was sent or shown; every token in it is that provider's. How many there
   * were.
   */
  function tokensOf(provider: string, part: string): number {
    const tokens = part.match(TOKEN) ?? [];
    expect(tokens.filter((t) => t !== token(provider))).toEqual([]);
    return tokens.length;
  }

  /** The keys of the messages that left since the demo's Friday, in order. */
  const sentKeys = (workspace: MemoryWorkspace): string[] =>
    rowsOf(workspace, outbox)
      .filter((e) => e.state === "sent" && e.at >= spaced(FRIDAY))
      .sort((a, b) => (a.no ?? 0) - (b.no ?? 0))
      .map((e) => e.key);
  const providerOf = (key: string): string => key.split("|").find((part) => /^P\d+$/.test(part)) ?? "";

  test("canaries: a token in every cell of every provider's data; no token of one in a message to another", async () => {
    const { workspace, hub, markTexts } = markedDemo();
    const grade = (weeks: string[], letter: string) => {
      const sheet = globalsOf(workspace)
        .SpreadsheetApp.getActiveSpreadsheet()
        .getSheetByName("Weekly grades");
      const rows = rowsOf(workspace, grades).length;
      const values = sheet.getRange(2, 1, rows, 6).getValues() as unknown[][];
      values.forEach((row, i) => {
        if (weeks.includes(dayIn(row[0]))) sheet.getRange(i + 2, 5, 1, 2).setValues([[letter, letter]]);
      });
    };
    sweep(workspace, hub.owner);
    grade([WEEK], "R"); // late where it was blank, corrected elsewhere
    for (const [monday, letter] of [
      ["2026-11-23", "A"],
      ["2026-11-30", "G"],
    ] as const) {
      sweep(workspace, hub.owner, { now: `${monday}T07:10` });
      sweep(workspace, hub.owner, { now: `${monday}T18:10` });
      grade([monday], letter);
      markTexts();
      sweep(workspace, hub.owner, { now: `${addDays(monday, 4)}T16:40` });
      sweep(workspace, hub.owner, { now: `${addDays(monday, 4)}T18:40` });
      grade([WEEK, monday], letter === "A" ? "G" : "R");
    }
    const mails = await received(workspace);
    const keys = sentKeys(workspace);
    expect(keys.length).toBe(mails.length);
    const seen = new Map<string, number>();
    for (const [i, mail] of mails.entries()) {
      const own = providerOf(keys[i] ?? "");
      const n = tokensOf(own, [mail.subject, mail.text, mail.html, mail.eml, ...mail.to].join("\n"));
      expect(mail.to.join()).toContain(token(own));
      seen.set(own, (seen.get(own) ?? 0) + n);
    }
    expect([...seen.keys()].sort()).toEqual(rowsOf(workspace, providers).map((p) => p.id));
    for (const n of seen.values()) expect(n).toBeGreaterThan(20);
    expect(mails.filter((m) => /LATE AND CORRECTED/.test(m.text)).length).toBeGreaterThan(5);
    expect(mails.filter((m) => /^Late or corrected grades/.test(m.subject)).length).toBeGreaterThan(0);
    // The whole was marked: a full name, a text, a reference and the provider's own name.
    const text = mails.map((m) => m.text).join("\n");
    for (const found of [
      /Went well: .* zqp/,
      /Next step: .*zqp/,
      /ref .* zqp/,
      /placed by .* zqp/,
      /^[A-Z][\w'-]+ .* zqp\d+zq, ref/m,
    ])
      expect(text).toMatch(found);
  });

  test("nor in the preview's and the held mail's part of another's message", () => {
    const { workspace, hub } = markedDemo();
    type(workspace, settings, (s) => s["setting"] === "Hold weekly updates for approval", { value: "yes" });
    const lead = person(workspace, LEAD, "2026-11-20T15:00");
    lead.call("previewWeeklyUpdate");
    sweep(workspace, hub.owner);
    const later = person(workspace, LEAD, "2026-11-20T17:00");
    later.call("heldMail");
    const previews = (lead.shown[0]?.html ?? "").split("<details>").slice(1);
    const held = (later.shown[0]?.html ?? "").split("<h2>").slice(1);
    for (const parts of [previews, held]) {
      expect(parts.length).toBeGreaterThan(3);
      let seen = 0;
      for (const part of parts) {
        const own = providerOf(/&quot;(\w+\|[^&]*)&quot;/.exec(part)?.[1] ?? "");
        expect(own).toMatch(/^P/);
        // The preview ends with a list of providers that get nothing.
        seen += tokensOf(own, part.split("These get nothing")[0] ?? "");
      }
      expect(seen).toBeGreaterThan(20);
    }
  });

  test("changing one provider's rows leaves every other provider's messages byte for byte the same", async () => {
    const plain = sweptDemo();
    const changed = demo().workspace;
    const ofP01 = rowsOf(changed, placements).filter((p) => p.provider === "P01");
    const elsewhere = new Set(
      rowsOf(changed, placements)
        .filter((p) => p.provider !== "P01")
        .map((p) => p.pupil),
    );
    const sheet = globalsOf(changed).SpreadsheetApp.getActiveSpreadsheet().getSheetByName("Weekly grades");
    const values = sheet.getDataRange().getValues() as string[][];
    let edits = 0;
    values.forEach((row, i) => {
      if (i > 0 && ofP01.some((p) => p.pupil === row[1]) && !elsewhere.has(row[1] ?? "")) {
        sheet.getRange(i + 1, 5, 1, 8).setValues([["R", "R", "R", "R", "R", "R", "R", "R"]]);
        edits += 1;
      }
    });
    expect(edits).toBeGreaterThan(5);
    sweep(changed, plain.demo.owner);
    const bodies = async (w: typeof changed) =>
      new Map((await received(w)).map((m) => [referenceIn(m), [m.subject, m.text, m.html, m.to]] as const));
    const [before, after] = [await bodies(plain.workspace), await bodies(changed)];
    let different = 0;
    for (const [reference, body] of before) {
      if (reference.startsWith("P01"))
        different += Number(JSON.stringify(after.get(reference)) !== JSON.stringify(body));
      else expect(after.get(reference)).toEqual(body);
    }
    expect(different).toBeGreaterThan(0);
  });
});

test("the demo's Friday is the one these tests speak of", () => expect(demo().demo.now).toBe(FRIDAY));
