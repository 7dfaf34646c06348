/** The short fault sweep: jobs killed at any moment with any of their writes lost, seeded weeks, and a few broken variants. */
import { broken, buildVariant, caught } from "../../../src/programs/faults/breaking";
import { JOBS } from "../../../src/programs/faults/jobs";
import { record } from "../../../src/programs/faults/scenarios";
import { BUNDLE } from "../../../src/programs/faults/sweep";
import { lastLine } from "../../../src/programs/faults/table";
import { VARIANTS } from "../../../src/programs/faults/variants";
import { fingerprintOf, live } from "../../../src/programs/faults/weeks";
import { bad } from "./bad";

test.each(["approveMail", "closePlan", "openPlan", "enterGrades"])(
  "%s: killed at any moment, with any of its writes lost, nothing is lost or told twice",
  async (job) => expect(await bad(job, "kill")).toEqual([]),
  30_000,
);

test("the weekly update loses nobody, wherever a run dies before or after a message leaves", async () => {
  expect(await bad("weeklyUpdate", "kill")).toEqual([]);
}, 30_000);

test("an error between two events of the Outbox leaves no number twice", async () => {
  expect(await bad("eveningCheck", "throw before", /throw@[4-6][37]before/)).toEqual([]);
}, 30_000);

test.each([
  ["weekRows", /^sorted@[56]\dbefore/],
  ["confirmContact", /^(sorted|row-inserted|column-moved)@[12]\dbefore/],
  ["turnAutomation", /^(row-inserted|column-renamed)@(1\d|2[0-4])before/],
  ["closePlan", /^(cell-cleared|column-moved)@[34]\dbefore/],
])(
  "%s: what staff typed or moved at that very moment is still theirs",
  async (job, at) => expect(await bad(job, "edit", at)).toEqual([]),
  30_000,
);

test("an address that Google refuses keeps no other message back", async () => {
  expect(await bad("weeklyUpdate", "refused")).toEqual([]);
}, 30_000);

test("a seeded week keeps every promise, and comes out the same again", async () => {
  const [once, again] = [await live(7, BUNDLE), await live(7, BUNDLE)];
  expect(await fingerprintOf(once)).toBe(await fingerprintOf(again));
}, 30_000);

test.each(["claim taken as sent", "unfiltered pupils", "one error ends the loop"])(
  "the sweep has teeth: %s is caught",
  async (name) => {
    const variant = VARIANTS.find((one) => one.name === name);
    expect(variant && (await caught(variant))?.broken.join()).toMatch(
      /delivered or alarmed|only its own pupils/,
    );
  },
  30_000,
);

test.each(VARIANTS.map(({ name, replacements }) => [name, replacements] as const))(
  "the sources still hold what to break for: %s",
  (_name, replacements) => {
    for (const { file } of replacements)
      broken(
        file,
        replacements.filter((one) => one.file === file),
      );
  },
);

test("a variant whose text is no longer in the source is refused", async () => {
  const replacements = [{ file: "src/domain/mail/ledger.ts", text: "no such text", by: "" }];
  await expect(buildVariant({ name: "gone", replacements, where: [] })).rejects.toThrow(
    /holds 0 times, not once/,
  );
});

test("a write between two numbered calls is noticed", () => {
  const job = JOBS.find(({ name }) => name === "dropMail");
  if (!job) throw new Error("There is no job dropMail.");
  const sneaky = {
    ...job,
    act: (host: Parameters<typeof job.act>[0], start: Parameters<typeof job.act>[1]) => {
      const before = start.mails.length;
      job.act(host, start);
      start.mails.length = before;
      host.execute(({ Session }) => {
        start.putMail("To: somebody");
        return Session.getEffectiveUser().getEmail() as string;
      });
    },
  };
  expect(() => record(sneaky, BUNDLE)).toThrow(/no numbered call|was not seen|service calls/);
});

test("the last line is the promised one", () =>
  expect(lastLine([])).toBe("scenarios 0, exact 0, repeated 0, held 0, lost 0, leaked 0"));
