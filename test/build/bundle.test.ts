/** The bundle: what the build refuses, what would be pushed, which rights it asks for. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { MENU } from "../../src/google/menu";
import { MAX_BYTES, problemsIn } from "../../build/bundle.mjs";

const code = readFileSync("build/out/google/Code.js", "utf8");
const TRIGGERS = ["hourlySweep", "onEdit", "onInstall", "onOpen"];
const MENU_ITEMS = MENU.flatMap((item) => (item ? [item[1]] : []));
/** Called by dialogs: each looks at its arguments and at who asks. */
const BUTTONS = [
  "makeChosenReports",
  "makeOneReport",
  "sendApproved",
  "makeReports",
  "newTemplate",
  "approveMail",
  "checkTemplate",
  "closePlan",
  "confirmContact",
  "dropMail",
  "fieldsDocument",
  "listTemplates",
  "openPlan",
  "planForm",
  "providerRecord",
  "pupilPack",
  "sendTest",
  "sendWeek",
  "templateFromStarter",
  "trySettings",
  "turnAutomation",
  "uploadTemplate",
  "useTemplate",
];
/** Called by the sidebar. */
const SIDEBAR = [
  "addAssessment",
  "addCheckIn",
  "addEvidence",
  "addFeedback",
  "addReward",
  "addTarget",
  "changeReport",
  "changeTarget",
  "checkPeerFeedback",
  "chooseStudent",
  "closeFeedback",
  "endTarget",
  "enterGrades",
  "openPupil",
  "planResponse",
  "saveComment",
];
const EXPORTS = [...TRIGGERS, ...MENU_ITEMS, ...BUTTONS, ...SIDEBAR];

test("the built bundle has exactly these global functions", () => {
  expect(problemsIn(code, EXPORTS)).toEqual([]);
  for (const name of EXPORTS) expect(code).toContain(`\nfunction ${name}() {`);
});

test.each([
  ["a private member", "class C { #x = 1 }", /ES2020/],
  ["a static block", "class C { static { } }", /ES2020/],
  ["an import", 'import x from "y"', /ES2020/],
  ["a function that is not exported", "function sneaky() {}", /sneaky/],
  ["too many bytes", `"${"x".repeat(MAX_BYTES)}"`, /bytes/],
])("%s is refused", (_what, text, problem) => expect(problemsIn(text, []).join()).toMatch(problem));

test("clasp pushes the bundle, the sidebar's page and the manifest, nothing else", () => {
  const status = JSON.parse(
    execFileSync("node_modules/.bin/clasp", ["show-file-status", "--json"], { encoding: "utf8" }),
  ) as { filesToPush: string[] };
  expect(status.filesToPush.sort()).toEqual([
    "build/out/google/Code.js",
    "build/out/google/Sidebar.html",
    "build/out/google/Starters.html",
    "build/out/google/appsscript.json",
  ]);
});

test("it asks for these rights and no others", () => {
  const manifest = JSON.parse(readFileSync("build/out/google/appsscript.json", "utf8")) as Record<
    string,
    unknown
  >;
  expect(manifest["oauthScopes"]).toEqual(
    [
      "spreadsheets.currentonly",
      "drive.file",
      "script.send_mail",
      "script.scriptapp",
      "script.container.ui",
      "userinfo.email",
    ].map((scope) => `https://www.googleapis.com/auth/${scope}`),
  );
  expect(manifest["timeZone"]).toBe("Europe/London");
});
