/**
 * Any text as the name of a file: Drive keeps it as it was, and in drive/ there is one ordinary file for
 * each, whose name every file system takes; nothing is written anywhere else.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FolderWorkspace } from "../../../src/host/workspace/folderWorkspace";
import { openWorkspace } from "../../../src/host/workspace/folderWorkspace";
import { createHost } from "../../../src/host/host";
import { TEXTS } from "../../badInputs";
import { script } from "../script";

const DOCUMENT = "application/vnd.google-apps.document";
const BUNDLE = script("");
const NAMES = TEXTS.map(({ text }) => text).filter((text) => text !== "");

let place = "";
let workspace: FolderWorkspace;
let before: string[] = [];
const outside = (): string[] =>
  (readdirSync(place, { recursive: true }) as string[]).filter((name) => !/^w.drive./.test(name)).sort();
const inDrive = (): string[] => readdirSync(join(place, "w", "drive"));
const drive = () =>
  createHost(workspace, { bundle: BUNDLE, user: "lead@hub.example", mode: "menu", fileQuota: 10_000 }).globals
    .Drive;

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), "hub-tracker-names-"));
  workspace = await openWorkspace(join(place, "w"), { create: true });
  before = outside();
});
afterAll(async () => {
  await workspace.close();
  rmSync(place, { recursive: true, force: true });
});

/**
 * What no file system takes, or takes for something else; the ending is of those that documents have here.
 */
const REFUSED =
  /[\\/:*?"<>|\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]|^[. ]|[. ]$|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/iu;

test("a document of every name: each its own file, an ordinary one, and Drive still says the name as it was", () => {
  const Drive = drive();
  const ids = NAMES.map((name) => (Drive.Files.create({ name, mimeType: DOCUMENT }) as { id: string }).id);
  const files = inDrive();
  expect(files).toHaveLength(NAMES.length);
  expect(files.filter((name) => REFUSED.test(name) || !name.endsWith(".docx"))).toEqual([]);
  expect(files.filter((name) => Buffer.byteLength(name) > 255)).toEqual([]);
  expect(new Set(files.map((name) => name.normalize("NFC").toLowerCase())).size).toBe(files.length);
  expect(outside()).toEqual(before);
  expect(ids.map((id) => (Drive.Files.get(id) as { name: string }).name)).toEqual(NAMES);
});

test("a plain file of every name, with an ending of its own", () => {
  const { Utilities } = createHost(workspace, {
    bundle: BUNDLE,
    user: "lead@hub.example",
    mode: "menu",
  }).globals;
  const Drive = drive();
  const count = inDrive().length;
  for (const name of NAMES)
    Drive.Files.create(
      { name: `${name}.pdf`, mimeType: "application/pdf" },
      Utilities.newBlob(name, "application/pdf"),
    );
  const files = inDrive().filter((name) => name.endsWith(".pdf"));
  expect(inDrive()).toHaveLength(count + NAMES.length);
  expect(files.filter((name) => REFUSED.test(name))).toEqual([]);
  expect(outside()).toEqual(before);
});

test.each(["O'Brien", "Zoë", "Null", "Ng", "محمد", "Ada Smith"])(
  "an ordinary name is its file's: %s",
  (name) => {
    drive().Files.create({ name: `Report, ${name}`, mimeType: DOCUMENT });
    expect(
      readFileSync(join(place, "w", "drive", `Report, ${name}.docx`))
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
  },
);
