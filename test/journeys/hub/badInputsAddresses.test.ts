/**
 * What is no address in a contact's cell: it is on Problems before anything is sent, nothing goes to it or to
 * anybody it names, and everybody else hears as ever.
 */
import { contacts } from "../../../src/domain/tables/people";
import { rowsOf } from "../../../src/programs/look";
import type { Host } from "../../../src/host/host";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { inputsOf } from "../../badInputs";
import { demo, paste, person, problemsIn, received, referenceIn, sweep, valuesOf } from "../hub";

const CASES = inputsOf("email-address");

/**
 * Pastes a contact of P01 for each case, who takes everything, and types the addresses; gives their rows by
 * case.
 */
function withContacts(lead: Host): Map<string, number> {
  const headings = ["Provider", "Name", "Updates", "Notices", "Reports"];
  paste(
    lead,
    "Contacts",
    headings,
    CASES.map(({ id }) => ["P01", `Contact ${id}`, "yes", "yes", "yes"]),
  );
  const [all = [], ...filled] = valuesOf(lead, "Contacts");
  const first = filled.findIndex((cells) => cells[all.indexOf("Name")] === `Contact ${CASES[0]?.id}`) + 2;
  lead.edit(
    "Contacts",
    first,
    all.indexOf("Email") + 1,
    CASES.map(({ value }) => [value]),
  );
  return new Map(CASES.map(({ id }, i) => [id, first + i]));
}

let workspace: MemoryWorkspace;
let everybody: string[] = [];
let rows: ReadonlyMap<string, number> = new Map();
beforeAll(async () => {
  const before = demo();
  sweep(before.workspace, before.demo.owner);
  everybody = (await received(before.workspace)).map(referenceIn).sort();
  const made = demo();
  ({ workspace } = made);
  const lead = person(workspace, made.demo.owner);
  rows = withContacts(lead);
  lead.call("checkPasted");
});

const problemsOf = (row: number): string[] =>
  problemsIn(workspace).filter((line) => line.startsWith(`Contacts ${row} Email: `));

test.each(CASES)("$id $value is on Problems, with its cell", ({ id, value }) => {
  const [line = "", ...more] = problemsOf(rows.get(id) ?? 0);
  const isBlank = String(value ?? "").trim() === "";
  expect(line).toMatch(isBlank ? /no address/ : /cannot be read: it is not a single email address/);
  expect(more).toEqual([]);
});

test("nobody can confirm one of them", () => {
  const lead = person(workspace, "helen.marlowe@hub.example");
  const cell = (row: number, heading: string): string => {
    const [headings = [], ...cells] = valuesOf(lead, "Contacts");
    return String(cells[row - 2]?.[headings.indexOf(heading)]);
  };
  for (const row of rows.values()) {
    const seen = cell(row, "Email");
    const said = saidBy(() => lead.run("confirmContact", cell(row, "Id"), seen));
    expect(said).not.toMatch(/is confirmed for/);
    expect(cell(row, "Confirmed address")).toBe("");
  }
});

/** What an action answered or was refused with. */
function saidBy(act: () => unknown): string {
  try {
    return (act() as { said: string }).said;
  } catch (error) {
    return (error as Error).message;
  }
}

test("nothing goes to any of them, and everybody else hears as ever", async () => {
  sweep(workspace, "helen.marlowe@hub.example");
  const mails = await received(workspace);
  expect(mails.map(referenceIn).sort()).toEqual(everybody);
  const confirmed = new Set(rowsOf(workspace, contacts).map(({ confirmed }) => confirmed));
  expect(
    mails
      .flatMap(({ to }) => to)
      .filter((address) => !confirmed.has(address) && !address.endsWith("@hub.example")),
  ).toEqual([]);
  expect(mails.map(({ eml }) => eml).join("\n")).not.toMatch(/attacker\.example|^bcc:/im);
  for (const { id } of CASES) expect(problemsOf(rows.get(id) ?? 0)).toHaveLength(1);
});
