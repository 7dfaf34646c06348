/** How many service calls the week's jobs make: no more with 120 pupils than with 28. */
import { demo, sweep, sweptDemo } from "../hub";

const MONDAY = "2026-11-23T07:10";

test("the calls do not grow with the pupils, and keep within their limits at 120", () => {
  const countsOf = (size: "small" | "large") => {
    const { workspace, demo: hub } = demo(size);
    const host = sweep(workspace, hub.owner);
    const calls = Object.values(host.calls).reduce((sum, n) => sum + n, 0);
    return { host, mails: workspace.mails.length, fixed: calls - 4 * TABS - 6 * workspace.mails.length };
  };
  // With the deterioration check's; Runs and Alerts twice, because rows were written in between.
  const TABS = 21;
  const large = countsOf("large");
  expect(large.mails).toBeGreaterThan(15);
  expect(large.host.calls["Sheet.getSheetValues"]).toBe(TABS);
  expect(large.fixed).toBeLessThanOrEqual(25);
  expect(large.host.cells).toBeLessThanOrEqual(150_000);
  expect(countsOf("small").fixed).toBeLessThanOrEqual(25);
});

test("rows on Monday: at most 31 and 4 for each tab, however many pupils", () => {
  const countsOf = (size: "small" | "large") => {
    const { workspace, demo: hub } = sweptDemo(size);
    sweep(workspace, hub.owner, { now: "2026-11-20T18:10" });
    return sweep(workspace, hub.owner, { now: MONDAY });
  };
  const [small, large] = [countsOf("small"), countsOf("large")];
  expect(large.total).toBeLessThanOrEqual(31 + 4 * 13);
  expect(Math.abs(large.total - small.total)).toBeLessThanOrEqual(2);
});

test("an idle hour makes at most 28 calls", () => {
  const { workspace, demo: hub } = sweptDemo("large");
  const host = sweep(workspace, hub.owner, { now: "2026-11-20T17:40" });
  expect(host.total).toBeLessThanOrEqual(28);
  expect(host.logs.join()).toMatch(/Nothing was due/);
});
