/**
 * Which changes make a report anew and what they are called; which reports go to whom, and when they are
 * sent.
 */
import { reportBasis, changedIn } from "../../../src/domain/reports/board/basis";
import { dueReports, isDropped, keyOfMessage, sentAt } from "../../../src/domain/reports/board/dispatch";
import { csvOfReturn } from "../../../src/domain/reports/board/csvOfReturn";
import type { DocsDocument } from "../../../src/domain/documents/document";
import type { View } from "../../../src/domain/documents/view";
import { ledgerFrom } from "../../../src/domain/mail/ledger";
import type { Report, Template } from "../../../src/domain/tables/reports";
import { hub, contact, placement, pupil } from "../invented";

const paragraph = (text: string) => ({
  startIndex: 1,
  endIndex: 1 + text.length + 1,
  paragraph: { elements: [{ startIndex: 1, endIndex: text.length + 2, textRun: { content: `${text}\n` } }] },
});
const template = (text: string): DocsDocument => ({ body: { content: [paragraph(text)] } });

const view = (fields: Record<string, string>, rewards: string[] = []): View => ({
  fields: new Map(Object.entries(fields).map(([name, text]) => [name, { text }])),
  lists: new Map([
    [
      "reward",
      rewards.map(
        (text) =>
          new Map([
            ["reward.line", { text }],
            ["reward.date", { text: "x" }],
          ]),
      ),
    ],
  ]),
  grid: { weeks: [], areas: [], marks: [], overall: [] },
});

const TEXT = "{{today}} {{ Pupil.Strengths }} {{sdq.totals}} {{reward.line}}";
const before = view({ today: "1 May", "pupil.strengths": "Draws", "sdq.totals": "14", unused: "a" }, ["A"]);

test.each([
  ["nothing but the day and what the template does not ask for", { today: "2 May", unused: "b" }, ["A"], []],
  ["a field, by its meaning", { "pupil.strengths": "Sings" }, ["A"], ["strengths, from pupils"]],
  ["a sensitive field, without its name", { "sdq.totals": "15" }, ["A"], ["a part that is not named here"]],
  ["a list", {}, ["A", "B"], ["rewards"]],
  ["a list that is empty now", {}, [], ["rewards"]],
])("what changed: %s", (_what, change, rewards, expected) => {
  const fields = { today: "1 May", "pupil.strengths": "Draws", "sdq.totals": "14", unused: "a", ...change };
  const now = reportBasis(template(TEXT), view(fields, rewards));
  expect(changedIn(reportBasis(template(TEXT), before), now)).toEqual(expected);
});

test("a template that was reworded changes the format, and an unknown basis everything", () => {
  const now = reportBasis(template("{{pupil.strengths}}"), before);
  expect(changedIn(reportBasis(template("Dear {{pupil.strengths}}"), before), now)).toEqual(["its format"]);
  expect(changedIn("", now)).toEqual(["its format", "strengths, from pupils"]);
  expect(changedIn("no json", now)).toEqual(["its format", "strengths, from pupils"]);
});

const LETTER: Template = {
  id: "R261101-000001",
  name: "Letter",
  provider: "",
  kind: "half-termly",
  forWhom: "all",
  document: "D",
  active: "yes",
  mostPages: null,
};
const report = (change: Partial<Report> = {}) => ({
  row: 2,
  period: "2026-27 Autumn 2",
  provider: "P01",
  pupil: "U001",
  name: "",
  template: LETTER.id,
  state: "approved" as const,
  revision: 1,
  document: "D1",
  madeAt: "",
  changed: "",
  checkedBy: "",
  checkedAt: "",
  approvedBy: "",
  approvedAt: "",
  sentAt: "",
  basis: "",
  ...change,
});
const standing = (change: object = {}) => ({
  hub: hub([pupil("U001", "Ada", "Stone")], [placement("U001", "P01")]),
  contacts: [contact("C001", "P01", { reports: "yes" }), contact("C002", "P01", { reports: "no" })],
  board: [report()],
  templates: [LETTER],
  ...change,
});

test("an approved report goes to those of the provider's contacts who take reports", () => {
  const { due, problems } = dueReports(standing());
  expect(problems).toEqual([]);
  expect(due.map((one) => one.contacts.map(({ id }) => id))).toEqual([["C001"]]);
  expect(dueReports(standing({ board: [report({ state: "checked" })] }))).toEqual({ due: [], problems: [] });
});

test.each([
  ["nobody takes reports", { contacts: [] }, /no confirmed contact who takes reports/],
  [
    "the address changed",
    { contacts: [contact("C001", "P01", { reports: "yes", confirmed: "x@y.example" })] },
    /no confirmed/,
  ],
  ["the template is gone", { templates: [] }, /its template, half-term or provider/],
  [
    "the half-term is gone",
    { board: [report({ period: "2025-26 Summer 2" })] },
    /its template, half-term or provider/,
  ],
  ["the pupil was never there", { board: [report({ pupil: "U009" })] }, /the pupil's placement/],
])("is a problem and waits: %s", (_what, change, why) => {
  const { due, problems } = dueReports(standing(change));
  expect(due).toEqual([]);
  expect(problems.map(({ wrong }) => wrong).join()).toMatch(why);
});

test("is sent once each contact's message is over, at the moment of the last that went", () => {
  const contacts = [contact("C001", "P01"), contact("C002", "P01")];
  const due = { report: report(), contacts };
  const event = (no: number, id: string, state: "sent" | "dropped" | "claimed") => ({
    row: no + 1,
    no,
    at: `2026-11-20 17:0${no}`,
    by: "",
    key: keyOfMessage(report(), { id }),
    state,
    recipient: "",
    hash: "",
    letters: "",
    reason: "",
  });
  const at = (...events: ReturnType<typeof event>[]) => {
    const ledger = ledgerFrom(events, 0, 0);
    return "wrong" in ledger ? ledger.wrong : sentAt(due, ledger.entries, events);
  };
  expect(at()).toBeNull();
  expect(at(event(1, "C001", "sent"))).toBeNull();
  expect(at(event(1, "C001", "sent"), event(2, "C002", "claimed"))).toBeNull();
  expect(at(event(1, "C001", "sent"), event(2, "C002", "sent"))).toBe("2026-11-20 17:02");
  expect(at(event(1, "C001", "sent"), event(2, "C002", "dropped"))).toBe("2026-11-20 17:01");
  const both = [event(1, "C001", "dropped"), event(2, "C002", "dropped")];
  expect(at(...both)).toBeNull();
  const dropped = (events: ReturnType<typeof event>[]) => {
    const ledger = ledgerFrom(events, 0, 0);
    return "wrong" in ledger ? ledger.wrong : isDropped(due, ledger.entries);
  };
  expect(dropped(both)).toBe(true);
  expect(dropped(both.slice(0, 1))).toBe(false);
});

test("of several tables the widest becomes the CSV", () => {
  const cell = (text: string) => ({ content: [paragraph(text)] });
  const table = (...rows: string[][]) => ({
    table: { tableRows: rows.map((row) => ({ tableCells: row.map(cell) })) },
  });
  const document = {
    body: {
      content: [table(["a"], ["b"], ["c"]), table(["Ref", "Year"], ["=1+1", 'say "so"']), table(["x", "y"])],
    },
  } as unknown as DocsDocument;
  expect(csvOfReturn(document)).toBe('\uFEFF"Ref","Year"\r\n"\'=1+1","say ""so"""\r\n');
  expect(csvOfReturn(template("none"))).toBeNull();
});
