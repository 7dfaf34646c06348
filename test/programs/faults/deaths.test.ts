/** The rest of the short fault sweep, in a file of its own to run beside the other. */
import { bad } from "./bad";

test("a run of three reports, killed at any moment: each is there once, and board and ledger agree", async () => {
  expect(await bad("makeReports", "kill")).toEqual([]);
}, 60_000);

test("the check for deterioration, killed at some of its moments: each notice and plan is there once", async () => {
  expect(await bad("deteriorationCheck", "kill", /^kill-all@\d[05]/)).toEqual([]);
}, 30_000);
