/** How many service calls the check for deterioration makes, however many pupils there are. */
import { fullDemo, sweep } from "../hub";

test("calls: at most 30, 4 for each tab and 6 for each message, however many pupils", () => {
  /**
   * All but Check-ins and Evidence, which nothing is decided by; Start here, Overview and Needs a look are
   * written.
   */
  const TABS = 22;
  const countsOf = (size: "small" | "large") => {
    const { workspace, demo: hub } = fullDemo(size);
    const host = sweep(workspace, hub.owner);
    return host.total - 6 * workspace.mails.length;
  };
  expect(countsOf("large")).toBeLessThanOrEqual(30 + 4 * TABS);
  expect(countsOf("small")).toBeLessThanOrEqual(30 + 4 * TABS);
});
