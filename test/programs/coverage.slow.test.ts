import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { coverageIn } from "../../src/programs/membersIn";

const folder = mkdtempSync("build/out/coverage-");
afterAll(() => rmSync(folder, { recursive: true }));

test("the host has all that the add-on calls; what it lacks is named, whoever calls it", () => {
  const file = join(folder, "script.ts");
  writeFileSync(
    file,
    `const sheet = SpreadsheetApp.getActiveSheet();
     sheet.getRange("A1").setFormulaR1C1("=1").setNote("n");
     GmailApp.getInboxUnreadCount(); console.log(String(SpreadsheetApp.ProtectionType.SHEET));`,
  );
  const { services, lacking } = coverageIn(["src/host/host.ts", "src/main.ts", file]);
  expect(lacking).toEqual(["GmailApp.getInboxUnreadCount", "Range.setFormulaR1C1"]);
  const range = services.find(({ name }) => name === "Range");
  expect(range?.has).toEqual(expect.arrayContaining(["getValues", "setNote"]));
  expect(range?.has).not.toContain("setFormulaR1C1");
  expect(range?.google).toContain("setFormulaR1C1");
  expect(services.find(({ name }) => name === "SpreadsheetApp")?.has).toContain("getActiveSpreadsheet");
  for (const { has, google, deprecated } of services)
    expect([...google, ...deprecated]).toEqual(expect.arrayContaining(has));
});
