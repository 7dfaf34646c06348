/**
 * Reports after they were made: sent as a PDF or a link, made anew, carried on by the clock, asked for one by
 * one.
 */
import PostalMime from "postal-mime";
import { rowsOf } from "../../../src/programs/look";
import type { Opened } from "../../../src/domain/views/pupilView";
import { outbox, runs } from "../../../src/domain/tables/ledger";
import { contacts, placements, providers, pupils, staff } from "../../../src/domain/tables/people";
import { reports, templates } from "../../../src/domain/tables/reports";
import { Killed } from "../../../src/host/host";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { copyOf, copyOfMade, FRIDAY, person, problemsIn, received, sweep, sweptFullDemo, type } from "../hub";
import { keyOfRow, onlyTemplates } from "./making";

const OWNER = "helen.marlowe@hub.example";
const LETTER = "Narrative letter";
const RETURN = "LA return, one table";

/**
 * The small demo, its Friday swept, with this half-term's reports of one provider made from these templates.
 */
const made = (names: readonly string[], provider = "P03"): MemoryWorkspace =>
  copyOfMade(`reports-${provider}-${names.join()}`, () => {
    const swept = sweptFullDemo();
    onlyTemplates(swept.workspace, ...names);
    make(swept.workspace, [provider]);
    swept.workspace.mails.length = 0;
    return swept;
  }).workspace;

/** A PDF takes seconds; a link shows as well that a report leaves. */
const asLinks = (workspace: MemoryWorkspace): void =>
  type(workspace, providers, (row) => row["id"] === "P03", { reportsAs: "link" });

const make = (workspace: MemoryWorkspace, providers: unknown, now = FRIDAY): string =>
  (person(workspace, OWNER, now).call("makeReports", "Autumn 2", providers) as { said: string }).said;

type Report = ReturnType<typeof rowsOf<typeof reports.columns>>[number];
const approve = (workspace: MemoryWorkspace, which: (row: Report) => boolean = () => true): void => {
  for (const { document } of rowsOf(workspace, reports).filter(
    (one) => one.state === "drafting" && which(one),
  ))
    type(workspace, reports, (one) => one["document"] === document, {
      state: "approved",
      approvedBy: "Helen Marlowe",
      approvedAt: "2026-11-20 16:45",
    });
};
const hour = (workspace: MemoryWorkspace, now = "2026-11-20T17:40", options = {}) =>
  sweep(workspace, OWNER, { now, ...options });

/** A section of the letter, written by a teacher. */
const write = (workspace: MemoryWorkspace, pupil: string | undefined): void => {
  const teacher = rowsOf(workspace, staff).find(({ role }) => role === "teacher")?.email ?? "";
  person(workspace, teacher).run("saveComment", pupil, "literacy", "", "Writes a page a day by now.");
};
const CHANGED = "literacy (written by staff)";

const takersOf = (workspace: MemoryWorkspace, provider: string): string[] =>
  rowsOf(workspace, contacts).flatMap((one) =>
    one.provider === provider && one.reports === "yes" && one.confirmed === one.email && one.email !== ""
      ? [one.email]
      : [],
  );
const reportMails = async (workspace: MemoryWorkspace) =>
  (await received(workspace)).filter(({ text }) => /same report/.test(text));
const statesOf = (workspace: MemoryWorkspace): string[] => [
  ...new Set(rowsOf(workspace, reports).map(({ state }) => state)),
];
const textsFor = (workspace: MemoryWorkspace, key: string): string[] =>
  rowsOf(workspace, outbox)
    .filter((event) => event.key.startsWith(key))
    .map(({ state }) => state);

describe("an approved report", () => {
  test("goes once as a PDF to each confirmed contact who takes reports, and the board and the ledger agree", async () => {
    const workspace = made([LETTER, RETURN], "P01");
    hour(workspace);
    expect(await reportMails(workspace)).toEqual([]); // drafting
    const all = rowsOf(workspace, reports);
    const [one, two] = all.filter(({ pupil }) => pupil !== "");
    const board = all.filter((row) => row.pupil === "" || row === one || row === two);
    expect(board).toHaveLength(3);
    expect(all.length).toBeGreaterThan(3);
    // A PDF takes seconds: the others stay drafting.
    approve(workspace, (row) => board.some(({ document }) => document === row.document));
    hour(workspace, "2026-11-20T18:40");
    const mails = await reportMails(workspace);
    const takers = takersOf(workspace, "P01");
    expect(takers.length).toBeGreaterThan(0);
    expect(mails.map(({ to }) => to[0]).sort()).toEqual(board.flatMap(() => takers).sort());
    const everybody = rowsOf(workspace, pupils);
    for (const { subject, text, eml } of mails) {
      expect(subject).toMatch(/^(Report|Return), Autumn 2 2026-27: \d+ pupils?$/);
      const { attachments } = await PostalMime.parse(eml);
      const names = attachments.map(({ filename }) => filename ?? "");
      expect(Buffer.from(attachments[0]?.content as ArrayBuffer).toString("latin1", 0, 5)).toBe("%PDF-");
      expect(names[0]).toMatch(/^(Report|Return) 2026-27 Autumn 2 .+\.pdf$/);
      // This provider's messages name pupils by initials.
      for (const one of everybody)
        expect(`${subject}${text}${names.join()}`).not.toMatch(`${one.firstName} ${one.surname}`);
    }
    const sent = rowsOf(workspace, reports).filter(({ state }) => state !== "drafting");
    expect(sent.map(({ document, state }) => [document, state])).toEqual(
      board.map(({ document }) => [document, "sent"]),
    );
    for (const row of sent) {
      expect(row.sentAt).toBe("2026-11-20 18:40");
      expect(textsFor(workspace, `${keyOfRow(row)}|1|`)).toEqual(takers.flatMap(() => ["claimed", "sent"]));
    }
    const before = workspace.mails.length;
    hour(workspace, "2026-11-20T19:40");
    expect(workspace.mails.length).toBe(before);
  });

  test("of a return brings its table as CSV, too, which says what the document says", async () => {
    const workspace = made([RETURN], "P01");
    approve(workspace);
    hour(workspace);
    const [mail] = await reportMails(workspace);
    const { attachments } = await PostalMime.parse(mail?.eml ?? "");
    expect(attachments.map(({ mimeType }) => mimeType)).toEqual(["application/pdf", "text/csv"]);
    const csv = Buffer.from(attachments[1]?.content as ArrayBuffer).toString("utf8");
    const here = rowsOf(workspace, placements).filter(
      (one) => one.provider === "P01" && (one.lastDay ?? "9999") >= "2026-11-02",
    );
    expect(csv.split("\r\n").filter(Boolean)).toHaveLength(1 + new Set(here.map(({ pupil }) => pupil)).size);
    expect([...workspace.files.keys()].filter((name) => name.endsWith(".csv"))).toHaveLength(1);
  });

  test("is shared as a link where the provider wants that, without any pupil's name in a subject", async () => {
    const workspace = made([LETTER]);
    asLinks(workspace);
    approve(workspace);
    hour(workspace);
    const mails = await reportMails(workspace);
    expect(mails.length).toBeGreaterThan(0);
    const everybody = rowsOf(workspace, pupils);
    for (const { to, subject, text } of mails) {
      expect(takersOf(workspace, "P03")).toContain(to[0]);
      expect(text).toMatch(/The link in this message opens our report/);
      for (const one of everybody) expect(subject).not.toContain(one.surname || one.firstName);
    }
    const shared = Object.values(workspace.state.files ?? {}).flatMap(({ permissions }) =>
      permissions.filter(({ role }) => role === "reader"),
    );
    expect(shared).toHaveLength(mails.length);
    expect(statesOf(workspace)).toEqual(["sent"]);
  });

  test("waits and is told of while nobody there takes reports, or the pupil is not there any more", async () => {
    const workspace = made([LETTER]);
    approve(workspace);
    const [first] = rowsOf(workspace, reports);
    for (const { id } of rowsOf(workspace, contacts).filter((one) => one.provider === "P03"))
      type(workspace, contacts, (row) => row["id"] === id, { reports: "no" });
    hour(workspace);
    expect(await reportMails(workspace)).toEqual([]);
    expect(problemsIn(workspace).join("\n")).toMatch(
      /approved report .* was not sent: its provider has no confirmed contact who takes reports/,
    );
    expect(statesOf(workspace)).toEqual(["approved"]);
    const [contact] = rowsOf(workspace, contacts).filter((one) => one.provider === "P03");
    type(workspace, contacts, (row) => row["id"] === contact?.id, { reports: "yes" });
    type(workspace, placements, (row) => row["pupil"] === first?.pupil && row["provider"] === "P03", {
      provider: "P02",
    });
    hour(workspace, "2026-11-20T18:40");
    const keys = rowsOf(workspace, outbox).map(({ key }) => key);
    expect(keys.filter((key) => key.startsWith(`${first ? keyOfRow(first) : ""}|1|`))).toEqual([]);
    expect(problemsIn(workspace).join("\n")).toMatch(
      /the pupil's placement with that provider, is no longer there/,
    );
  });

  test("is held where its document names another pupil, and nothing of it leaves", async () => {
    const workspace = made([LETTER]);
    const [first] = rowsOf(workspace, reports);
    if (!first) throw new Error("There is no report.");
    const other = rowsOf(workspace, pupils).find(
      (one) => one.surname !== "" && !rowsOf(workspace, reports).some(({ pupil }) => pupil === one.id),
    );
    const { Docs } = person(workspace, OWNER).globals;
    const text = `Sits with ${other?.firstName} ${other?.surname}. `;
    Docs.Documents.batchUpdate(
      { requests: [{ insertText: { location: { index: 1 }, text } }] },
      first.document,
    );
    approve(workspace);
    hour(workspace);
    const held = rowsOf(workspace, outbox).filter(({ state }) => state === "held");
    const keys = rowsOf(workspace, contacts)
      .filter(({ email }) => takersOf(workspace, "P03").includes(email))
      .map(({ id }) => `${keyOfRow(first)}|1|${id}`);
    expect(held.map(({ key }) => key)).toEqual(keys);
    expect(held[0]?.reason).toMatch(new RegExp(`contains the name of ${other?.id}`));
    expect(await reportMails(workspace)).toEqual([]);
    // Another lead's run does not reach the document: that changes nothing.
    const teacher = rowsOf(workspace, staff).find((one) => one.role === "teacher")?.email ?? "";
    type(workspace, staff, (row) => row["email"] === teacher, { role: "lead" });
    person(workspace, teacher, "2026-11-20T17:50").call("heldMail");
    expect(rowsOf(workspace, reports)[0]?.state).toBe("approved");
    const page = (person(workspace, OWNER, "2026-11-20T18:00").call("heldMail") as { page: string }).page;
    expect(page).toMatch(/Report, Autumn 2 2026-27: 1 pupil/);
  });

  test("that is longer than its template allows waits until a lead has looked at it", async () => {
    const workspace = made([LETTER]);
    const [row] = rowsOf(workspace, reports);
    type(workspace, templates, (one) => one["name"] === LETTER, { mostPages: "1" });
    const { Docs } = person(workspace, OWNER).globals;
    const text = "More to say.\n".repeat(120);
    Docs.Documents.batchUpdate(
      { requests: [{ insertText: { location: { index: 1 }, text } }] },
      row?.document,
    );
    approve(workspace);
    hour(workspace);
    expect(await reportMails(workspace)).toEqual([]);
    const [held] = rowsOf(workspace, outbox).filter(({ state }) => state === "held");
    expect(held?.reason).toMatch(/^It has [2-9] pages, and its template allows 1 page/);
    const lead = person(workspace, OWNER, "2026-11-20T18:00");
    lead.run("approveMail", held?.key, held?.hash);
    expect(await reportMails(workspace)).toHaveLength(takersOf(workspace, "P03").length);
    expect(statesOf(workspace)).toEqual(["sent"]);
  });
});

test("a report whose messages a lead drops is drafting again, and goes as another version or not at all", async () => {
  const workspace = made([LETTER]);
  const [row] = rowsOf(workspace, reports);
  type(workspace, templates, (one) => one["name"] === LETTER, { mostPages: "1" });
  const { Docs } = person(workspace, OWNER).globals;
  const text = "More to say.\n".repeat(120);
  Docs.Documents.batchUpdate({ requests: [{ insertText: { location: { index: 1 }, text } }] }, row?.document);
  approve(workspace);
  hour(workspace);
  const held = rowsOf(workspace, outbox).filter(({ state }) => state === "held");
  const lead = person(workspace, OWNER, "2026-11-20T18:00");
  for (const { key } of held) lead.run("dropMail", key);
  expect(rowsOf(workspace, reports)[0]).toMatchObject({ state: "drafting", approvedBy: "", revision: 1 });
  make(workspace, ["P03"], "2026-11-20T18:50");
  hour(workspace, "2026-11-20T19:40");
  expect(rowsOf(workspace, reports)[0]).toMatchObject({ state: "drafting", revision: 2 });
  expect(await reportMails(workspace)).toEqual([]);
});

test("killed before or after the claim, the message and the end of sending, each contact gets each report, at most one of them twice", async () => {
  const start = made([RETURN], "P01");
  approve(start);
  const send = (workspace: MemoryWorkspace, hook = {}) =>
    person(workspace, OWNER, "2026-11-20T17:40", { hook }).run("sendApproved");
  const whole = copyOf(start);
  const names: string[] = [];
  send(whole, { before: ({ name }: { name: string }) => names.push(name) });
  const expected = (await reportMails(whole)).map(({ text }) => /Ref ([\w-]+)/.exec(text)?.[1]).sort();
  // Every call and every lost write: npm run faults -- --job sendReports.
  const message = names.indexOf("MailApp.sendEmail", names.indexOf("MailApp.sendEmail") + 1);
  const claim = names.lastIndexOf("SpreadsheetApp.flush", message);
  const deaths = [
    { k: claim + 1, moment: "before" },
    { k: claim + 1, moment: "after" },
    { k: message + 1, moment: "after" },
    { k: names.lastIndexOf("Range.setValues") + 1, moment: "before" },
    { k: names.lastIndexOf("SpreadsheetApp.flush") + 1, moment: "after" },
  ] as const;
  for (const { k, moment } of deaths) {
    const workspace = copyOf(start);
    const kill = (call: { number: number }): void => {
      if (call.number === k) throw new Killed("killed");
    };
    expect(() => send(workspace, { [moment]: kill })).toThrow("killed");
    const again = workspace.afterKill();
    send(again);
    send(again);
    const got = (await reportMails(again)).map(({ text }) => /Ref ([\w-]+)/.exec(text)?.[1]).sort();
    expect([...new Set(got)]).toEqual(expected);
    expect(got.length - expected.length).toBeLessThanOrEqual(1);
    expect(statesOf(again)).toEqual(["sent"]);
  }
});

describe("a report that would say something else by now", () => {
  test("is made anew while it is drafting: the version before stays, and the board says what changed", () => {
    const workspace = made([LETTER]);
    const [first] = rowsOf(workspace, reports);
    write(workspace, first?.pupil);
    const all = rowsOf(workspace, reports).length;
    expect(make(workspace, ["P03"])).toMatch(
      new RegExp(`${all} of ${all} reports are ready, 1 of them made`),
    );
    const [again] = rowsOf(workspace, reports);
    expect(again).toMatchObject({ revision: 2, state: "drafting", changed: CHANGED });
    expect(again?.document).not.toBe(first?.document);
    const files = Object.values(workspace.state.files ?? {});
    const names = [first?.document, again?.document].map((id) => files.find((one) => one.id === id)?.name);
    expect(names[1]).toBe(`${names[0]}, version 2`);
    expect(make(workspace, ["P03"])).toMatch(/, 0 of them made just now/);
  });

  test("stays as it is once somebody checked it, until it is taken back", () => {
    const workspace = made([LETTER]);
    const [first] = rowsOf(workspace, reports);
    write(workspace, first?.pupil);
    type(workspace, reports, (row) => row["pupil"] === first?.pupil, { state: "checked" });
    expect(make(workspace, ["P03"])).toMatch(/, 0 of them made just now/);
  });

  test("that was sent goes again as version 2, after a lead began it", async () => {
    const workspace = made([LETTER]);
    asLinks(workspace);
    approve(workspace);
    hour(workspace);
    // Only the second goes as a PDF.
    type(workspace, providers, (row) => row["id"] === "P03", { reportsAs: "PDF" });
    const [first] = rowsOf(workspace, reports);
    if (!first) throw new Error("There is no report.");
    const { period, pupil, provider, template } = first;
    const lead = person(workspace, OWNER, "2026-11-20T18:00");
    lead.run("changeReport", period, pupil, provider, template, "drafting");
    write(workspace, pupil);
    make(workspace, ["P03"], "2026-11-20T18:05");
    expect(rowsOf(workspace, reports)[0]).toMatchObject({ revision: 2, state: "drafting" });
    workspace.mails.length = 0;
    approve(workspace);
    hour(workspace, "2026-11-20T18:40");
    const mails = await reportMails(workspace);
    expect(mails.length).toBe(takersOf(workspace, "P03").length);
    expect(mails[0]?.subject).toBe("Report, Autumn 2 2026-27, version 2: 1 pupil");
    expect(mails[0]?.text).toContain(`It replaces the earlier version. What changed: ${CHANGED}.`);
  });

  test("of a document that was thrown away is drafting again, and made anew", async () => {
    const workspace = made([LETTER]);
    const [first] = rowsOf(workspace, reports);
    approve(workspace);
    person(workspace, OWNER).globals.Drive.Files.remove(first?.document);
    hour(workspace);
    expect(rowsOf(workspace, reports)[0]).toMatchObject({ state: "drafting" });
    expect(problemsIn(workspace).join("\n")).toMatch(/cannot be read: .*not found.* is drafting again/s);
    expect(make(workspace, ["P03"])).toMatch(/, 1 of them made just now/);
  });
});

test("a run that stops in time is carried on by the clock, and the sidebar shows how far it is", () => {
  const { workspace } = sweptFullDemo();
  onlyTemplates(workspace, LETTER, RETURN);
  // Every document takes a minute.
  let copies = 0;
  const slow = {
    now: () => new Date(Date.UTC(2026, 10, 20, 16, 50 + copies)),
    hook: { before: ({ name }: { name: string }) => void (copies += name === "Drive.Files.copy" ? 1 : 0) },
  };
  const { said } = person(workspace, OWNER, FRIDAY, slow).call("makeReports", "Autumn 2", "all") as {
    said: string;
  };
  expect(said).toMatch(
    /^2026-27 Autumn 2: \d of \d\d reports are ready.* The automation will continue with them/,
  );
  const asked = () => rowsOf(workspace, runs).find(({ job }) => job === "makeReports");
  expect(asked()).toMatchObject({ for: "2026-27 Autumn 2|all", state: "open" });
  const pupil = rowsOf(workspace, placements)[0]?.pupil;
  const opened = person(workspace, OWNER, "2026-11-20T17:00").run("openPupil", {
    pupil,
    known: null,
  }) as Opened;
  expect(opened.kind === "pupil" && opened.page.report.soFar).toMatch(/are being made: \d of \d\d\.$/);
  for (const now of ["2026-11-20T17:40", "2026-11-20T18:40", "2026-11-20T19:40"]) hour(workspace, now);
  expect(asked()).toMatchObject({ state: "done", counts: expect.stringMatching(/^(\d+) of \1$/) as string });
  const keys = Object.values(workspace.state.files ?? {}).flatMap(({ appProperties }) =>
    appProperties["hubTracker"]?.startsWith("report|") ? [appProperties["hubTracker"]] : [],
  );
  expect(keys.sort()).toEqual(
    rowsOf(workspace, reports)
      .map((row) => `${keyOfRow(row)}|1`)
      .sort(),
  );
});

test("what another lead asks for is made by the automation's owner, templates too", () => {
  const workspace = made([LETTER]);
  const other = rowsOf(workspace, staff).find((one) => one.role === "teacher")?.email ?? "";
  type(workspace, staff, (row) => row["email"] === other, { role: "lead" });
  const lead = person(workspace, other);
  const { said } = lead.call("makeReports", "Autumn 1", ["P02"]) as { said: string };
  expect(said).toMatch(
    /^helen\.marlowe@hub\.example, who owns the automation, will make them within the hour/,
  );
  lead.call("newTemplate", "certificate", "");
  expect(() => lead.run("sendApproved")).toThrow(/who owns the automation, will send them within the hour/);
  const before = rowsOf(workspace, reports).length;
  hour(workspace);
  expect(rowsOf(workspace, reports).length).toBeGreaterThan(before);
  expect(rowsOf(workspace, templates).find(({ name }) => name === "Certificate")?.document).not.toBe("");
});

test("a certificate and a handover page are made for one pupil, when a lead asks for them", () => {
  const workspace = made([LETTER]);
  const lead = person(workspace, OWNER);
  for (const starter of ["certificate", "handover"]) lead.call("newTemplate", starter, "");
  const of = (name: string) => rowsOf(workspace, templates).find((one) => one.name === name)?.id;
  const [placement] = rowsOf(workspace, placements).filter((one) => one.provider === "P03");
  const answer = (name: string) =>
    lead.run("makeOneReport", { template: of(name), for: `${placement?.pupil} P03` }) as { said: string };
  expect(answer("Certificate").said).toBe("Certificate: the document has been made. It is in Drive.");
  expect(answer("Handover page").said).toBe("Handover page: the document has been made. It is in Drive.");
  expect(answer("Certificate").said).toMatch(/the document is already there and up to date/);
  // The half-term brings neither.
  expect(make(workspace, ["P03"])).not.toMatch(/[1-9]\d* of them made/);
});

test("the dialog makes reports in pieces, says how far it is, and sends what is approved", async () => {
  const workspace = made([LETTER]);
  let copies = 0;
  const slow = {
    now: () => new Date(Date.UTC(2026, 10, 20, 16, 50, copies * 20)),
    hook: { before: ({ name }: { name: string }) => void (copies += name === "Drive.Files.copy" ? 1 : 0) },
  };
  const lead = person(workspace, OWNER, FRIDAY, slow);
  let answer = lead.run("makeChosenReports", { period: "Autumn 2", provider: "all" }) as {
    said: string;
    page: string;
  };
  expect(answer.page).toMatch(/class="next"[^>]*data-call="makeChosenReports"/);
  for (let i = 0; i < 20 && answer.page.includes('class="next"'); i += 1) {
    copies = 0;
    answer = lead.run("makeChosenReports", { period: "Autumn 2", provider: "all" }) as typeof answer;
  }
  expect(answer.said).toMatch(/: (\d+) of \1 reports are ready/);
  approve(workspace);
  const sender = person(workspace, OWNER, "2026-11-20T17:00", {
    mailQuota: (workspace.state.mail?.used ?? 0) + 3,
  });
  const sent = sender.run("sendApproved") as { said: string };
  expect(sent.said).toMatch(/^Reports: [1-3] sent, \d+ waiting, \d of \d+ reports finished\.$/);
  expect((await reportMails(workspace)).length).toBeLessThanOrEqual(3);
});
