/**
 * What a page could send by google.script.run: arguments that are no plain data, and files that are no
 * templates. Each is refused with a sentence or taken as the data it is; nothing is written, and no object
 * becomes another.
 */
import type { Host } from "../../../src/host/host";
import type { MemoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import type { BadInput } from "../../badInputs";
import { inputsOf, shown } from "../../badInputs";
import { builderOf, goodFile } from "../../host/archive/archives";
import { fullDemo, person } from "../hub";

/** Functions that take something from a page: of those that read it alike, one. */
const TAKING = [
  ...[
    "sendTest",
    "sendWeek",
    "approveMail",
    "confirmContact",
    "turnAutomation",
    "closePlan",
    "openPlan",
    "trySettings",
  ],
  ...[
    "newTemplate",
    "makeReports",
    "uploadTemplate",
    "checkTemplate",
    "enterGrades",
    "addTarget",
    "changeTarget",
  ],
  ...[
    "addCheckIn",
    "addEvidence",
    "chooseStudent",
    "addAssessment",
    "saveComment",
    "changeReport",
    "openPupil",
  ],
];

let workspace: MemoryWorkspace;
let lead: Host;
beforeAll(() => {
  const made = fullDemo();
  ({ workspace } = made);
  lead = person(workspace, made.demo.owner, "2026-11-20T15:10");
});

/** As the page's own JSON gives it; what is no JSON arrives as the text it is. */
function argumentOf({ value }: BadInput): unknown {
  try {
    return JSON.parse(String(value));
  } catch {
    return value;
  }
}

/** In the program's own world and, by what it answers, in the script's. */
const opened = (): string => JSON.stringify(lead.run("openPupil", { pupil: "U005", known: null }));

test.each(shown(inputsOf("json")))("%s", (_name, input) => {
  const before = JSON.stringify(workspace.workbook);
  const [answer, members] = [opened(), Object.getOwnPropertyNames(Object.prototype).sort()];
  const given = argumentOf(input);
  for (const name of TAKING) {
    let said = "";
    try {
      lead.run(name, given, given, given);
    } catch (error) {
      said = (error as Error).message;
    }
    // Only what reads, and saves nothing, may answer; a refusal is a sentence for people, no accident of the
    // program.
    if (said === "") expect(["openPupil", "trySettings"]).toContain(name);
    else expect(said).toMatch(/^[A-Z].*\.$/s);
    expect(said).not.toMatch(/undefined|is not a function|Cannot read|is not iterable|\[object/);
  }
  expect(JSON.stringify(workspace.workbook)).toBe(before);
  expect(workspace.mails).toEqual([]);
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(members);
  expect(({} as Record<string, unknown>)["isAdmin"]).toBeUndefined();
  expect(opened()).toBe(answer);
});

describe("uploaded as a provider's template", () => {
  const FORM = { name: "Own", provider: "P03", kind: "half-termly", forWhom: "all" };
  const upload = (bytes: Uint8Array): unknown =>
    lead.run("uploadTemplate", FORM, Buffer.from(bytes).toString("base64"));

  test.each(shown(inputsOf("archive")))(
    "%s is refused with its reason, and nothing is kept",
    async (_name, { value }) => {
      const bytes = await builderOf(String(value))(".docx");
      const before = [workspace.files.size, JSON.stringify(workspace.workbook)];
      expect(() => upload(bytes)).toThrow(
        /^(Choose a file first|The file is larger|It is not|It contains|No Google Doc could be made)/,
      );
      expect([workspace.files.size, JSON.stringify(workspace.workbook)]).toEqual(before);
    },
  );

  test("a good one is taken", async () => {
    expect(upload(await goodFile(".docx"))).toMatchObject({
      said: expect.stringMatching(/^The template "Own" has been made/) as string,
    });
  });
});
