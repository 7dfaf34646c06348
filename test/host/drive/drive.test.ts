/* eslint-disable @typescript-eslint/no-explicit-any -- the script's own view of its services */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { blankDocx } from "../../../src/host/documents/xml/blankDocx";
import { pdfOf } from "../../../src/host/pdf/pdf";
import { openWorkspace } from "../../../src/host/workspace/folderWorkspace";
import type { HostOptions } from "../../../src/host/host";
import { createHost, Killed } from "../../../src/host/host";
import { memoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { documentsIn } from "../../../src/host/server/documents";
import type { Workspace } from "../../../src/host/model/workspace";
import { script } from "../script";

const DOCUMENT = "application/vnd.google-apps.document";
const FOLDER = "application/vnd.google-apps.folder";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const host = (workspace: Workspace = memoryWorkspace(), options: HostOptions = {}) =>
  createHost(workspace, { bundle: "build/out/google", now: "2026-11-20T16:40", ...options });
const drive = (workspace?: Workspace, options?: HostOptions) => host(workspace, options).globals.Drive;
const names = (list: any): string => list.files.map((f: any) => f.name).join();

test("what is made answers with Google's four fields, or those asked for", () => {
  const { Files } = drive();
  const file = Files.create({ name: "Report", mimeType: DOCUMENT, appProperties: { key: "a" } });
  expect(Object.keys(file)).toEqual(["kind", "id", "name", "mimeType"]);
  expect(Files.get(file.id, { fields: "name,appProperties,parents,owners/me" })).toEqual({
    name: "Report",
    appProperties: { key: "a" },
    parents: [expect.stringMatching(/^0A/)],
    owners: [{ me: true }],
  });
  expect(() => Files.get(file.id, { fields: "name(" })).toThrow(/Invalid field selection/);
});

test("a plain file keeps its bytes and its kind", () => {
  const workspace = memoryWorkspace();
  const { Drive, Utilities } = host(workspace).globals;
  const file = Drive.Files.create({ name: "list.csv" }, Utilities.newBlob("a,b\n", "text/csv", "x.csv"));
  expect(file.mimeType).toBe("text/csv");
  expect(Drive.Files.get(file.id, { fields: "size" }).size).toBe("4");
  expect(Buffer.from(workspace.files.get("list.csv") ?? []).toString()).toBe("a,b\n");
});

test("properties find a copy again; a copy has its model's, its own on top", () => {
  const { Files } = drive();
  const folder = Files.create({ name: "Reports", mimeType: FOLDER });
  const template = Files.create({ name: "T", mimeType: DOCUMENT, appProperties: { kind: "template" } });
  const appProperties = { ledger: "report|1|it's", kind: null };
  const copy = Files.copy({ name: "R1", parents: [folder.id], appProperties }, template.id);
  const find = (q: string) => names(Files.list({ q }));
  expect(find("appProperties has { key='ledger' and value='report|1|it\\'s' } and trashed = false")).toBe(
    "R1",
  );
  expect(find("appProperties has {key='kind' and value='template'}")).toBe("T");
  expect(find(`'${folder.id}' in parents and mimeType = '${DOCUMENT}'`)).toBe("R1");
  expect(find("'root' in parents and mimeType != 'application/vnd.google-apps.folder'")).toBe("T");
  expect(find("name = 'R1'")).toBe("R1");
  Files.update({ trashed: true }, folder.id);
  expect([find("name = 'R1' and trashed = false"), find("name = 'R1' and trashed = true")]).toEqual([
    "",
    "R1",
  ]);
  expect(Files.get(copy.id, { fields: "explicitlyTrashed" })).toEqual({ explicitlyTrashed: false });
});

test.each([
  ["name = R1", "Invalid Value"],
  ["name = 'a' and", "Invalid Value"],
  ["nonsense", "Invalid Value"],
  ["fullText contains 'a'", "The local host has no Drive query fullText contains 'a'"],
  ["name = 'a' or name = 'b'", "The local host has no Drive query"],
])("the query %s is refused", (q, sentence) => expect(() => drive().Files.list({ q })).toThrow(sentence));

test("lists come in pages", () => {
  const { Files } = drive();
  for (let i = 0; i < 5; i += 1) Files.create({ name: `F${i}`, mimeType: FOLDER });
  const seen: string[] = [];
  let pageToken: string | undefined;
  do {
    const list = Files.list({ pageSize: 2, ...(pageToken && { pageToken }) });
    seen.push(...list.files.map((f: any) => f.name));
    pageToken = list.nextPageToken;
  } while (pageToken);
  expect(seen.sort()).toEqual(["F0", "F1", "F2", "F3", "F4"]);
});

test("an update changes what it names; a null property goes; parents move", () => {
  const workspace = memoryWorkspace();
  const { Files } = drive(workspace);
  const [a, b] = ["A", "B"].map((name) => Files.create({ name, mimeType: FOLDER }).id);
  const { id } = Files.create({
    name: "R",
    mimeType: DOCUMENT,
    parents: [a],
    appProperties: { x: "1", y: "2" },
  });
  const fields = "name,appProperties,parents";
  const update = { name: "S", appProperties: { x: null, z: "3" } };
  expect(Files.update(update, id, null, { addParents: b, removeParents: a, fields })).toEqual({
    name: "S",
    appProperties: { y: "2", z: "3" },
    parents: [b],
  });
  expect([...workspace.files.keys()]).toEqual(["S.docx"]);
  expect(() => Files.update({ parents: [a] }, id)).toThrow(/addParents and removeParents/);
  expect(() => Files.update({ appProperties: { k: "x".repeat(124) } }, id)).toThrow(/124 bytes/);
  Files.remove(id);
  expect(() => Files.get(id)).toThrow(
    `API call to drive.files.get failed with error: File not found: ${id}.`,
  );
  expect(workspace.files.size).toBe(0);
});

test("to another account's script a file is not there, shared or not", () => {
  const workspace = memoryWorkspace();
  const owner = host(workspace, { user: "owner@host.example" }).globals;
  const { id } = owner.Drive.Files.create({ name: "R", mimeType: DOCUMENT });
  owner.Drive.Permissions.create({ type: "user", role: "writer", emailAddress: "b@hub.example" }, id);
  const other = host(workspace, { user: "b@hub.example" }).globals;
  const missing = (method: string) => `API call to ${method} failed with error: File not found: ${id}.`;
  expect(() => other.Drive.Files.get(id)).toThrow(missing("drive.files.get"));
  expect(() => other.Drive.Files.copy({}, id)).toThrow(missing("drive.files.copy"));
  expect(() => other.Drive.Permissions.list(id)).toThrow(missing("drive.permissions.list"));
  expect(() => other.Docs.Documents.get(id)).toThrow(
    "API call to docs.documents.get failed with error: Requested entity was not found.",
  );
  expect(other.Drive.Files.list().files).toEqual([]);
});

test("an error has Google's name and code", () => {
  const { Files } = drive();
  let caught: any;
  try {
    Files.get("nowhere");
  } catch (error) {
    caught = error;
  }
  expect([caught.name, caught.details.code]).toEqual(["GoogleJsonResponseException", 404]);
});

test("in the script's own world an error and an answer are the script's", () => {
  const bundle = script(`
    function ask() {
      try { Drive.Files.get("nowhere"); } catch (e) { return [e instanceof Error, e.details.code].join(); }
    }
    function list() { return Drive.Files.list().files instanceof Array; }
  `);
  expect(host(undefined, { bundle }).call("ask")).toBe("true,404");
  expect(host(undefined, { bundle }).call("list")).toBe(true);
});

test("names are made safe for a file system, and a second one gets a number", () => {
  const workspace = memoryWorkspace();
  const { Files } = drive(workspace);
  const make = (name: string) => Files.create({ name, mimeType: DOCUMENT }).name;
  for (const name of [
    "Report 1/2: Zoë?",
    "../../etc/passwd",
    "con",
    "",
    "same",
    "SAME",
    "end.docx",
    "\u202eabc",
  ])
    expect(make(name)).toBe(name);
  make("é".repeat(300));
  const [long, ...files] = [...workspace.files.keys()].reverse();
  expect(files.reverse()).toEqual([
    "Report 1_2_ Zoë_.docx",
    "_.._etc_passwd.docx",
    "_con.docx",
    "Untitled.docx",
    "same.docx",
    "SAME (2).docx",
    "end.docx",
    "_abc.docx",
  ]);
  expect(Buffer.byteLength(long ?? "")).toBeLessThan(255);
});

test("a share is recorded, and told unless it is to be quiet", async () => {
  const workspace = memoryWorkspace();
  const { Drive, MailApp } = host(workspace).globals;
  const { id } = Drive.Files.create({ name: "R", mimeType: DOCUMENT });
  const share = (emailAddress: string, options: object) =>
    Drive.Permissions.create({ type: "user", role: "reader", emailAddress }, id, options);
  expect(share("a@school.example", { sendNotificationEmail: true, fields: "id,role" })).toEqual({
    id: expect.stringMatching(/^\d{20}$/),
    role: "reader",
  });
  share("b@school.example", { sendNotificationEmail: false });
  const { permissions } = Drive.Permissions.list(id, { fields: "permissions(emailAddress,role)" });
  expect(permissions).toEqual([
    { emailAddress: "owner@host.example", role: "owner" },
    { emailAddress: "a@school.example", role: "reader" },
    { emailAddress: "b@school.example", role: "reader" },
  ]);
  expect(workspace.mails.length).toBe(1);
  const mail = await PostalMime.parse(workspace.mails[0]?.eml ?? "");
  expect([mail.to?.[0]?.address, mail.subject]).toEqual([
    "a@school.example",
    'Document shared with you: "R"',
  ]);
  expect(mail.text).toContain(id);
  expect(MailApp.getRemainingDailyQuota()).toBe(100);
  expect(() => share("nobody", {})).toThrow(/emailAddress is invalid/);
});

test("the day's quota of files is 24 hours from the first, copies count", () => {
  const workspace = memoryWorkspace();
  const at = (now: string) => drive(workspace, { now, fileQuota: 2 }).Files;
  const { id } = at("2026-11-20T16:40").create({ name: "a", mimeType: DOCUMENT });
  at("2026-11-20T18:00").copy({}, id);
  expect(() => at("2026-11-21T16:39").copy({}, id)).toThrow(
    "Service invoked too many times for one day: docs create.",
  );
  at("2026-11-21T16:40").copy({}, id);
  expect([...workspace.files.keys()]).toEqual(["a.docx", "Copy of a.docx", "Copy of a (2).docx"]);
});

test("without the scope, in a simple trigger, or without the manifest's word there is no Drive", () => {
  const AUTH = "https://www.googleapis.com/auth/";
  const denied = drive(undefined, { denied: ["drive.file", "drive"] });
  expect(() => denied.Files.create({ name: "a" })).toThrow(
    `You do not have permission to call drive.files.create. Required permissions: (${AUTH}drive.file || ${AUTH}drive)`,
  );
  expect(() => drive(undefined, { mode: "simple" }).Files.list()).toThrow(/permission/);
  const bundle = script("", { "appsscript.json": JSON.stringify({ timeZone: "Europe/London" }) });
  expect(drive(undefined, { bundle })).toBeUndefined();
});

test("what the host lacks is refused by name", () => {
  const { Files } = drive();
  expect(() => Files.generateIds()).toThrow("The local host has no Drive.Files.generateIds");
  expect(() => Files.list({ orderBy: "name" })).toThrow(
    "The local host has no drive.files.list with orderBy",
  );
  expect(() => Files.create({ starred: true })).toThrow(
    "The local host has no drive.files.create with starred",
  );
  expect(() => Files.create("x")).toThrow(/don't match the method signature for Drive.Files.create/);
});

test("an export is a blob of the file; it needs alt", () => {
  const workspace = memoryWorkspace();
  const { Drive } = host(workspace).globals;
  const { id } = Drive.Files.create({ name: "R", mimeType: DOCUMENT });
  const blob = Drive.Files.export(id, DOCX, { alt: "media" });
  expect([blob.getContentType(), blob.getName()]).toEqual([DOCX, null]);
  expect(blob.getBytes().length).toBe(workspace.files.get("R.docx")?.length);
  expect(() => Drive.Files.export(id, DOCX)).toThrow(/requires alt=media/);
  expect(() => Drive.Files.export(id, "image/png", { alt: "media" })).toThrow(/not supported/);
});

test("a PDF", () => {
  const { Drive } = host().globals;
  const { id } = Drive.Files.create({ name: "R", mimeType: DOCUMENT });
  const pdf = Drive.Files.export(id, "application/pdf", { alt: "media" });
  expect(pdf.getDataAsString("ISO-8859-1").slice(0, 5)).toBe("%PDF-");
});

test("where there is no LibreOffice a browser prints it; without one a sentence says so", () => {
  const pdf = pdfOf(blankDocx(), ["no-such-program"]);
  expect(Buffer.from(pdf.slice(0, 5)).toString()).toBe("%PDF-");
  expect(() => pdfOf(blankDocx(), ["no-such-program", "no-browser"])).toThrow(/needs LibreOffice/);
});

test("blobs are bytes with a kind and a name", () => {
  const { Utilities } = host().globals;
  const blob = Utilities.newBlob("Zoë");
  expect([blob.getContentType(), blob.getName(), blob.getBytes()]).toEqual([
    "text/plain",
    null,
    [90, 111, -61, -85],
  ]);
  expect(Utilities.newBlob([90, 111, -61, -85]).getContentType()).toBeNull();
  const named = Utilities.newBlob(blob.getBytes(), "text/csv", "a.csv").copyBlob().setName("b.pdf");
  expect([named.getDataAsString(), named.setContentTypeFromExtension().getContentType()]).toEqual([
    "Zoë",
    "application/pdf",
  ]);
  expect(blob.setDataFromString("ä", "ISO-8859-1").getBytes()).toEqual([-28]);
  expect(() => blob.getAs("application/pdf")).toThrow(
    "The local host does not make application/pdf of text/plain",
  );
});

test("blobs can be attached to a message, whatever their names", async () => {
  const workspace = memoryWorkspace();
  const { MailApp, Utilities } = host(workspace).globals;
  const bytes = Array.from({ length: 5000 }, (_, i) => (i % 256) - 128);
  const attachments = [
    Utilities.newBlob(bytes, "application/pdf", "report.pdf"),
    Utilities.newBlob("a,b", "text/csv", `Zoë "Okafor" — ${"lang ".repeat(30)}🎈.csv`),
    Utilities.newBlob("x", "text/plain\r\nBcc: spy@evil.example", 'x"\r\nBcc: spy@evil.example'),
    Utilities.newBlob("no name"),
  ];
  MailApp.sendEmail({
    to: "a@one.example",
    subject: "s",
    body: "text",
    htmlBody: "<b>text</b>",
    attachments,
  });
  const eml = workspace.mails[0]?.eml ?? "";
  expect(Math.max(...eml.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(78);
  expect(eml).not.toMatch(/^Bcc:/im);
  const mail = await PostalMime.parse(eml);
  expect([mail.text?.trim(), mail.html?.trim()]).toEqual(["text", "<b>text</b>"]);
  const read = mail.attachments.map(({ filename, mimeType, content }) => [
    filename,
    mimeType,
    Buffer.from(content as ArrayBuffer).length,
  ]);
  expect(read).toEqual([
    ["report.pdf", "application/pdf", 5000],
    [`Zoë "Okafor" — ${"lang ".repeat(30)}🎈.csv`, "text/csv", 3],
    ['x"Bcc: spy@evil.example', "application/octet-stream", 1],
    ["attachment", "text/plain", 7],
  ]);
  expect(Buffer.from(mail.attachments[0]?.content as ArrayBuffer).equals(Buffer.from(bytes))).toBe(true);
});

test("attachments have Google's limits, and are blobs", () => {
  const { MailApp, Utilities } = host().globals;
  const send = (attachments: unknown) =>
    MailApp.sendEmail({ to: "a@one.example", subject: "s", body: "b", attachments });
  expect(() => send(Array(251).fill(Utilities.newBlob("x")))).toThrow(/Attachments Per Message/);
  expect(() => send(["x"])).toThrow("Invalid argument: attachments");
});

describe("in a folder", () => {
  let folder: string;
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), "hub-")), "w");
  });
  afterEach(() => rmSync(join(folder, ".."), { recursive: true, force: true }));
  const open = () => openWorkspace(folder, { create: true });
  const die = (): void => writeFileSync(`${folder}/lock`, "999999 1");
  const atIndex = (index: number, text: string) => ({
    requests: [{ insertText: { location: { index }, text } }],
  });
  const textOf = (workspace: Workspace, id: string): string =>
    host(workspace)
      .globals.Docs.Documents.get(id)
      .body.content.map((b: any) => b.paragraph?.elements[0].textRun.content ?? "")
      .join("");

  test("what was made, filled and shared is there after a kill right after", async () => {
    const workspace = await open();
    const { Drive, Docs } = host(workspace).globals;
    const { id } = Drive.Files.create({ name: "R", mimeType: DOCUMENT, appProperties: { key: "k" } });
    die();
    const second = await open();
    expect(names(drive(second).Files.list({ q: "appProperties has { key='key' and value='k' }" }))).toBe("R");
    Docs.Documents.batchUpdate(atIndex(1, "filled"), id);
    host(second).globals.Docs.Documents.batchUpdate(atIndex(1, "again "), id);
    die();
    const third = await open();
    expect(textOf(third, id)).toContain("filled");
    await third.close();
    expect(textOf(await open(), id)).toContain("filled");
  });

  test.each(["before", "after"] as const)("a death %s a call leaves a whole or nothing", async (moment) => {
    const workspace = await open();
    const hook = {
      [moment]({ name }: { name: string }) {
        if (name === "Drive.Files.create") throw new Killed("killed");
      },
    };
    const make = (globals: any) => globals.Drive.Files.create({ name: "R", mimeType: DOCUMENT });
    expect(() => host(workspace, { hook }).execute(make)).toThrow("killed");
    die();
    const list = drive(await open()).Files.list();
    expect([names(list), readdirSync(`${folder}/drive`).join()]).toEqual(
      moment === "before" ? ["", ""] : ["R", "R.docx"],
    );
  });

  test("a process that died while a file was on its way leaves the new one or the old one", async () => {
    const workspace = await open();
    const { Drive, Docs } = host(workspace).globals;
    const { id } = Drive.Files.create({ name: "R", mimeType: DOCUMENT });
    const old = readFileSync(`${folder}/drive/R.docx`);
    Docs.Documents.batchUpdate(atIndex(1, "new"), id);
    const filled = readFileSync(`${folder}/drive/R.docx`);
    die();
    // The entry was kept, the file not yet in its place.
    writeFileSync(`${folder}/drive/R.docx`, old);
    writeFileSync(`${folder}/drive.new`, filled);
    const again = await open();
    expect(textOf(again, id)).toBe("new\n");
    expect(existsSync(`${folder}/drive.new`)).toBe(false);
    die();
    // The file was on its way, the entry not kept.
    writeFileSync(`${folder}/drive.new`, "half");
    expect(textOf(await open(), id)).toBe("new\n");
    expect(existsSync(`${folder}/drive.new`)).toBe(false);
  });

  test("people's own files in drive/ keep their names; a document they changed is read anew", async () => {
    const workspace = await open();
    writeFileSync(`${folder}/drive/r.docx`, "mine");
    const { Drive, Docs } = host(workspace).globals;
    const { id } = Drive.Files.create({ name: "R", mimeType: DOCUMENT });
    const other = Drive.Files.create({ name: "S", mimeType: DOCUMENT });
    Docs.Documents.batchUpdate(atIndex(1, "other"), other.id);
    expect(readdirSync(`${folder}/drive`).sort()).toEqual(["R (2).docx", "S.docx", "r.docx"]);
    expect(textOf(workspace, id)).toBe("\n");
    writeFileSync(`${folder}/drive/R (2).docx`, readFileSync(`${folder}/drive/S.docx`));
    expect(textOf(workspace, id)).toBe("other\n");
    writeFileSync(`${folder}/drive/R (2).docx`, "broken");
    expect(() => textOf(workspace, id)).toThrow("The file of the document R was changed and cannot be read.");
    rmSync(`${folder}/drive/R (2).docx`);
    expect(() => textOf(workspace, id)).toThrow(/not found/);
  });

  test("the page lists documents but those in the bin, with the workspace's own time", async () => {
    const workspace = await open();
    const { Files } = drive(workspace);
    const { id } = Files.create({ name: "A", mimeType: DOCUMENT });
    Files.update({ trashed: true }, Files.create({ name: "B", mimeType: DOCUMENT }).id);
    const listed = documentsIn(folder, workspace.state).map(({ name, changed }) => ({ name, changed }));
    const { modifiedTime } = Files.get(id, { fields: "modifiedTime" });
    expect(listed).toEqual([{ name: "A.docx", changed: modifiedTime }]);
  });
});
