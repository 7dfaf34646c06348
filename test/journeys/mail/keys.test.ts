/**
 * Keys in a hub that has lived: all are understood, whoever wrote them; and Held mail can compose every kind
 * again.
 */
import { outbox } from "../../../src/domain/tables/ledger";
import { inWords, partsOf } from "../../../src/domain/mail/kinds";
import type { Composers } from "../../../src/jobs/heldMail";
import { rowsOf } from "../../../src/programs/look";
import { person, sweep, sweptFullDemo } from "../hub";

test("every key in the Outbox and in Drive is understood, and has words for people", () => {
  const { workspace, demo } = sweptFullDemo();
  sweep(workspace, demo.owner, { now: "2026-11-20T18:10" });
  person(workspace, demo.owner, "2026-11-20T18:20").call("makeReports", "Autumn 2", ["P01"]);
  person(workspace, demo.owner, "2026-11-20T18:20").run("pupilPack", "U005");
  const files = Object.values(workspace.state.files ?? {}).map(
    ({ appProperties }) => appProperties["hubTracker"] ?? "",
  );
  const keys = [
    ...rowsOf(workspace, outbox).map(({ key }) => key),
    ...files.filter((key) => key.includes("|")),
  ];
  expect(keys.filter((key) => partsOf(key) === null || inWords(key).includes("|"))).toEqual([]);
  const kinds = new Set(keys.map((key) => partsOf(key)?.kind));
  expect([...kinds].sort()).toEqual(["csv", "document", "notice", "pack", "weekly"]);
});

test("a kind that Held mail cannot compose again does not compile", () => {
  const none = () => [];
  const known = { weekly: none, changes: none, notice: none, correction: none };
  // @ts-expect-error: nobody composes reports again
  const composers: Composers = known;
  expect(composers).toBe(known);
});
