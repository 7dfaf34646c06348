/**
 * The short fault sweep: jobs killed at any moment with any of their writes lost, seeded weeks, and a few
 * broken variants.
 */
import { caught } from "../../../src/programs/faults/breaking";
import { JOBS } from "../../../src/programs/faults/jobs";
import { record } from "../../../src/programs/faults/scenarios";
import type { Kind } from "../../../src/programs/faults/blows";
import { BUNDLE, sweepPart } from "../../../src/programs/faults/sweep";
import { VARIANTS } from "../../../src/programs/faults/variants";
import { fingerprintOf, live } from "../../../src/programs/faults/weeks";

/** Scenarios of a kind of fault that break a promise, with which one and how to play each again. */
const bad = async (job: string, kind: Kind, at?: RegExp) => {
  const results = await sweepPart({ job, kind, part: 0, of: 1 }, { at });
  expect(results.length).toBeGreaterThan(0);
  return results
    .filter(({ broken }) => broken.length > 0)
    .map(({ again, broken }) => `${again}: ${broken.join("; ")}`);
};

test.each(["approveMail", "closePlan", "openPlan", "enterGrades"])(
  "%s: killed at any moment, with any of its writes lost, nothing is lost or told twice",
  async (job) => expect(await bad(job, "kill")).toEqual([]),
);

test("the weekly update loses nobody, wherever a run dies before or after a message leaves", async () => {
  expect(await bad("weeklyUpdate", "kill")).toEqual([]);
});

test("a run of three reports, killed at some of its moments: each is there once, and board and ledger agree", async () => {
  expect(await bad("makeReports", "kill", /^kill-all@\d*[05]/)).toEqual([]);
});

test("the check for deterioration, killed at some of its moments: each notice and plan is there once", async () => {
  expect(await bad("deteriorationCheck", "kill", /^kill-all@\d[05]/)).toEqual([]);
});

test("an error between two events of the Outbox leaves no number twice", async () => {
  expect(await bad("eveningCheck", "throw before", /throw@[4-6][37]before/)).toEqual([]);
});

test.each([
  ["weekRows", /^sorted@[56]\dbefore/],
  ["confirmContact", /^(sorted|row-inserted|column-moved)@[12]\dbefore/],
  ["turnAutomation", /^(row-inserted|column-renamed)@(1\d|2[0-4])before/],
  ["closePlan", /^(cell-cleared|column-moved)@[34]\dbefore/],
])("%s: what staff typed or moved at that very moment is still theirs", async (job, at) =>
  expect(await bad(job, "edit", at)).toEqual([]),
);

test("an address that Google refuses keeps no other message back", async () => {
  expect(await bad("weeklyUpdate", "refused")).toEqual([]);
});

test("a seeded week keeps every promise, and comes out the same again", async () => {
  const [once, again] = [await live(7, BUNDLE), await live(7, BUNDLE)];
  expect(await fingerprintOf(once)).toBe(await fingerprintOf(again));
});

test.each(["claim taken as sent", "unfiltered pupils", "one error ends the loop"])(
  "the sweep has teeth: %s is caught",
  async (name) => {
    const variant = VARIANTS.find((one) => one.name === name);
    expect(variant && (await caught(variant))?.broken.join()).toMatch(
      /delivered or alarmed|only its own pupils/,
    );
  },
);

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
