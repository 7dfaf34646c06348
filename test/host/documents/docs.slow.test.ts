/* eslint-disable @typescript-eslint/no-explicit-any -- the script's own view of a document */
import fc from "fast-check";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { bytesOf, openDocx, xmlIn } from "../../../src/host/documents/xml/package";
import { liveOf } from "../../../src/host/documents/json/live";
import { unzip, zip } from "../../../src/host/archive/zip";
import { createHost } from "../../../src/host/host";
import { memoryWorkspace } from "../../../src/host/workspace/memoryWorkspace";
import { rawZip } from "../archive/archives";
import { docsContract } from "./docsContract";
import { flat } from "./flat";

const DOCUMENT = "application/vnd.google-apps.document";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const FIXTURES = ["letter.docx", "form.docx", "boxes.docx"];
const fixture = (name: string): Buffer => readFileSync(join(__dirname, "../fixtures", name));

const host = (workspace = memoryWorkspace()) =>
  createHost(workspace, { bundle: "build/out/google", now: "2026-11-20T16:40" }).globals;

/** A workspace with one document, made of a .docx, and what may be done with it. */
function opened(bytes: Uint8Array) {
  const workspace = memoryWorkspace();
  const { Drive, Docs, Utilities } = host(workspace);
  const blob = Utilities.newBlob([...bytes], DOCX, "d.docx");
  const { id } = Drive.Files.create({ name: "d", mimeType: DOCUMENT }, blob);
  const get = () => Docs.Documents.get(id);
  return {
    get,
    text: (): string => flat(get().body.content),
    update: (...requests: object[]) => Docs.Documents.batchUpdate({ requests }, id),
    file: (): Uint8Array => workspace.files.get("d.docx") ?? new Uint8Array(),
  };
}

test.each(docsContract.map((c) => [c.what, c] as const))("%s", (_what, { check, expected }) => {
  expect(check(host())).toBe(expected);
});

test.each([
  [
    "letter.docx",
    "Dear {{parent}},\nThis half-term {{name}} has been with us for {{weeks}} weeks.\u000bAttendance:\t",
  ],
  ["form.docx", "⟦│┊Pupil\n┊{{name}}\n┊\n┊\n│┊Area\n┊Grades\n┊\n┊Comment\n│┊\n┊Then\n┊Now\n┊\n"],
  ["form.docx", "┊{{comment}}\n⟦│┊By\n┊{{by}}\n⟧{{/areas}}\n⟧"],
  ["boxes.docx", "Name: {{pupil.name}}\n☐ Attends   ☒ Part-time   ☐ Old box   ☐ Symbol\n"],
  ["boxes.docx", "Left\tright\u000b next line trimmed\u2011end\nSchool: «School». Web: school.example.\n"],
  ["boxes.docx", "Click to enter a target\nFirst target\nSecond\nZoë 🎈 ends here\n"],
])("%s is read as Google would show it", (name, part) =>
  expect(opened(fixture(name)).text()).toContain(part),
);

test("headers, footers, drawings, links, lists and styles of a document", () => {
  const { headers, footers, documentStyle, positionedObjects, body } = opened(fixture("boxes.docx")).get();
  expect(flat(headers[documentStyle.defaultHeaderId].content)).toBe("{{school}} review\n");
  expect(flat(footers[documentStyle.defaultFooterId].content)).toBe("Page \ufffc of \ufffc {{ref}}\n");
  const [, title, name, , , web, , first, second, shouted] = body.content.map((b: any) => b.paragraph);
  const [, page] = footers[documentStyle.defaultFooterId].content[0].paragraph.elements;
  expect(page.autoText.type).toBe("PAGE_NUMBER");
  expect(title.paragraphStyle.namedStyleType).toBe("TITLE");
  expect(Object.keys(positionedObjects)).toEqual(name.positionedObjectIds);
  expect(web.elements[1].textRun.textStyle.link).toEqual({ url: "https://school.example/" });
  expect([first.bullet.nestingLevel, second.bullet.nestingLevel]).toEqual([undefined, 1]);
  // A style of the document's own is spelt out, as Google has only its named ones.
  expect(shouted.elements[0].textRun.textStyle.bold).toBe(true);
  expect(shouted.paragraphStyle.alignment).toBe("CENTER");
});

test("a logo is an inline object; two columns are a section", () => {
  const { inlineObjects, headers, body } = opened(fixture("letter.docx")).get();
  const [logo] = Object.values(headers as Record<string, any>)[0].content[0].paragraph.elements;
  expect(
    inlineObjects[logo.inlineObjectElement.inlineObjectId].inlineObjectProperties.embeddedObject,
  ).toMatchObject({
    description: "The logo",
  });
  const sections = body.content
    .filter((b: any) => b.sectionBreak)
    .map((b: any) => b.sectionBreak.sectionStyle);
  expect(sections.map((s: any) => s.columnProperties?.length)).toEqual([undefined, 2, undefined]);
});

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries([...unzip(bytes)].map(([name, part]) => [name, Buffer.from(part).toString("base64")]));

test.each(FIXTURES)("%s is kept byte for byte where nothing was changed", (name) => {
  const docx = openDocx(fixture(name));
  liveOf(docx);
  expect(partsOf(bytesOf(docx))).toEqual(partsOf(fixture(name)));
  const { update, text, file } = opened(fixture(name));
  expect(Buffer.from(file()).equals(fixture(name))).toBe(true);
  text();
  update({ insertText: { location: { index: 1 }, text: "X" } });
  const [before, after] = [partsOf(fixture(name)), partsOf(file())];
  const changed = Object.keys(after).filter((part) => after[part] !== before[part]);
  expect(changed).toEqual(["word/document.xml"]);
  expect(Object.keys(after)).toEqual(Object.keys(before));
});

test("a tag over several runs is replaced in the style of its first letter, in body and footer", () => {
  const { update, text, get } = opened(fixture("boxes.docx"));
  const replace = (t: string, by: string) => ({
    replaceAllText: { containsText: { text: t }, replaceText: by },
  });
  update(replace("{{pupil.name}}", "Zoë Okafor"), replace("{{ref}}", "U017"));
  expect(text()).toContain("Name: Zoë Okafor\n");
  const { footers, body, documentStyle } = get();
  expect(flat(footers[documentStyle.defaultFooterId].content)).toBe("Page \ufffc of \ufffc U017\n");
  expect(body.content[2].paragraph.elements.length).toBe(1);
});

test("a field's result that is changed is a field no more, or Word would bring it back", () => {
  const { update, text, file } = opened(fixture("boxes.docx"));
  const replaceText = "Meadow Lane";
  update({ replaceAllText: { containsText: { text: "«School»" }, replaceText } });
  expect(text()).toContain("School: Meadow Lane. Web");
  const xml = Buffer.from(unzip(file()).get("word/document.xml") ?? []).toString();
  expect(xml).not.toContain("MERGEFIELD");
  expect(xml).toContain("FORMCHECKBOX");
});

test("a content control that is filled is bound to no data and shows no placeholder any more", () => {
  const { update, text, file } = opened(fixture("boxes.docx"));
  const at = text().indexOf("Click to");
  update({ deleteContentRange: { range: { startIndex: at, endIndex: at + 5 } } });
  const xml = Buffer.from(unzip(file()).get("word/document.xml") ?? []).toString();
  expect(xml).toContain('w:val="Targets"');
  expect(xml).not.toMatch(/dataBinding|showingPlcHdr/);
});

test("a control for one line is gone when its text has two, which Word would not open", () => {
  const { update, text, file } = opened(fixture("boxes.docx"));
  update({ insertText: { location: { index: text().indexOf("Click to") + 3 }, text: "a\nb" } });
  expect(text()).toContain("Clia\nbck to enter a target\nFirst target");
  const xml = Buffer.from(unzip(file()).get("word/document.xml") ?? []).toString();
  expect(xml).not.toContain('w:val="Targets"');
});

test("text after a link does not grow the link; inside it does", () => {
  const { update, text, get } = opened(fixture("boxes.docx"));
  const end = text().indexOf("school.example") + "school.example".length;
  update(
    { insertText: { location: { index: end }, text: "!" } },
    { insertText: { location: { index: end - 3 }, text: "x" } },
  );
  const link = get()
    .body.content.flatMap((b: any) => b.paragraph?.elements ?? [])
    .find((e: any) => e.textRun?.textStyle.link);
  expect(link.textRun.content).toBe("school.examxple");
});

test("a row of a form is copied with its look: merged cells stay merged, text does not come along", () => {
  const { update, text } = opened(fixture("form.docx"));
  const start = text().indexOf("⟦");
  const row = (rowIndex: number) => ({
    insertTableRow: {
      tableCellLocation: { tableStartLocation: { index: start }, rowIndex, columnIndex: 1 },
      insertBelow: true,
    },
  });
  update(row(3));
  expect(text()).toContain("{{/areas}}\n│┊\n┊\n┊\n┊\n⟧");
  update(row(1));
  // Between the two rows of a cell that spans them it spans three.
  const rows = opened(fixture("form.docx")).get().body.content[2].table.tableRows;
  expect(rows[1].tableCells[0].tableCellStyle).toMatchObject({ rowSpan: 2, columnSpan: 1 });
  expect(text()).toContain("┊Comment\n│┊\n┊\n┊\n┊\n│┊\n┊Then");
});

test("a column gets its width, and a cell over several the width of all; what Google refuses is refused", () => {
  const { get, update, file } = opened(fixture("form.docx"));
  const tableOf = () => get().body.content.find((block: any) => block.table);
  const { startIndex: index } = tableOf();
  const wide = (magnitude: number, ...columnIndices: number[]) => ({
    updateTableColumnProperties: {
      tableStartLocation: { index },
      columnIndices,
      tableColumnProperties: { widthType: "FIXED_WIDTH", width: { magnitude, unit: "PT" } },
      fields: "widthType,width",
    },
  });
  update(wide(50, 1, 2));
  const widths = tableOf().table.tableStyle.tableColumnProperties.map((one: any) => one.width.magnitude);
  expect(widths.slice(1, 3)).toEqual([50, 50]);
  expect(widths[0]).not.toBe(50);
  // In twips, twenty to a point: the columns beside those two have 3685.
  const xml = Buffer.from(unzip(file()).get("word/document.xml") ?? []).toString();
  expect(xml).toMatch(/<w:tcW w:w="2000" w:type="dxa"\/><w:gridSpan w:val="2"\/>/);
  expect(xml).toMatch(/<w:tcW w:w="5685" w:type="dxa"\/><w:gridSpan w:val="3"\/>/);
  expect(() => update(wide(4, 0))).toThrow(/at least 5 points/);
  expect(() => update(wide(50, 40))).toThrow(/Column indices must be less than/);
});

test("a request that the host does not have is named", () =>
  expect(() => opened(fixture("letter.docx")).update({ createNamedRange: {} })).toThrow(
    "The local host has no Docs request createNamedRange",
  ));

test("a cell covered by a merged one cannot be written into", () => {
  const { update, text } = opened(fixture("form.docx"));
  const index = text().indexOf("┊{{name}}\n┊") + "┊{{name}}\n┊".length;
  expect(() => update({ insertText: { location: { index }, text: "x" } })).toThrow(/merged cell/);
});

const PIECES = fc.constantFrom("a", " ", "Zoë", "🎈", "\n", "\t", "\u000b", "{{x}}", "<&>");
const EDIT = fc.record({
  kind: fc.constantFrom("insert", "delete", "style", "heading"),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 9 }),
  text: fc.array(PIECES, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")),
});
type Edit = typeof EDIT extends fc.Arbitrary<infer T> ? T : never;

function requestFor(
  { kind, at, length, text }: Edit,
  size: number,
): [request: object, to: number, end: number] {
  const index = Math.floor(at * size);
  const range = { startIndex: index, endIndex: index + length };
  switch (kind) {
    case "insert":
      return [{ insertText: { location: { index }, text } }, index, index];
    case "delete":
      return [{ deleteContentRange: { range } }, index, index + length];
    case "style":
      return [{ updateTextStyle: { range, textStyle: { italic: true }, fields: "italic" } }, 0, 0];
    case "heading": {
      const paragraphStyle = { namedStyleType: "HEADING_3" };
      return [{ updateParagraphStyle: { range, paragraphStyle, fields: "namedStyleType" } }, 0, 0];
    }
  }
}

test.each([...FIXTURES, null])("after any edits of %s its text is what a plain text would be", (name) => {
  fc.assert(
    fc.property(fc.array(EDIT, { maxLength: 12 }), (edits) => {
      const { update, text, file } = opened(name ? fixture(name) : host0());
      let model = text();
      for (const edit of edits) {
        const [request, from, to] = requestFor(edit, model.length);
        const before = model;
        try {
          update(request);
          if (edit.kind === "insert" || edit.kind === "delete")
            model = before.slice(0, from) + (edit.kind === "insert" ? edit.text : "") + before.slice(to);
        } catch (error) {
          expect((error as Error).message).toMatch(/Invalid requests\[0\]\.|merged cell/);
        }
        expect(text()).toBe(model);
      }
      // The same when it is read anew from its file.
      expect(opened(file()).text()).toBe(model);
    }),
    { numRuns: 15, seed: 11 },
  );
});

/** An empty document's file. */
function host0(): Uint8Array {
  const workspace = memoryWorkspace();
  host(workspace).Docs.Documents.create({ title: "empty" });
  return workspace.files.get("empty.docx") ?? new Uint8Array();
}

const withPart = (name: string, text: string, base = "boxes.docx"): Uint8Array => {
  const parts = unzip(fixture(base));
  parts.set(name, Buffer.from(text));
  return zip(parts);
};

/** Two lines of a table of contents between two paragraphs. */
const contents = (): Uint8Array => {
  const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const sdt = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph("One {{x}}")}${paragraph("Two")}</w:sdtContent></w:sdt>`;
  const body = `<w:body>${paragraph("a")}${sdt}${paragraph("b {{x}}")}</w:body>`;
  const namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  return withPart("word/document.xml", `<w:document xmlns:w="${namespace}">${body}</w:document>`);
};
const WITH_CONTENTS = "\u0001a\n⟨One {{x}}\nTwo\n⟧b {{x}}\n";
const cut = (startIndex: number, endIndex: number) => ({
  deleteContentRange: { range: { startIndex, endIndex } },
});

test.each([
  ["a text inside", { insertText: { location: { index: 5 }, text: "x" } }],
  ["a letter inside", cut(5, 6)],
  ["the line break before it", cut(2, 3)],
  ["a part of it and what follows", cut(14, 20)],
])("of a table of contents no request changes %s", (_what, request) => {
  const { text, update } = opened(contents());
  expect(text()).toBe(WITH_CONTENTS);
  expect(() => update(request)).toThrow(/Invalid requests\[0\]/);
  expect(text()).toBe(WITH_CONTENTS);
});

test("a table of contents keeps its tags, and goes as a whole", () => {
  const { text, update, file } = opened(contents());
  update({ replaceAllText: { containsText: { text: "{{x}}" }, replaceText: "y" } });
  expect(text()).toBe("\u0001a\n⟨One {{x}}\nTwo\n⟧b y\n");
  update(cut(3, 19));
  expect(text()).toBe("\u0001a\nb y\n");
  expect(opened(file()).text()).toBe("\u0001a\nb y\n");
});

/** Numbers, so that they do not shrink to less than a hundredth. */
const tags = `<w>${Array.from({ length: 300_001 }, (_, i) => `<a b="${(i * 2654435761) % 4294967296}"/>`).join("")}</w>`;

test.each([
  ["is no zip", Buffer.from("plain text"), "It is not a .docx file."],
  ["is a zip of something else", zip(new Map([["a.txt", Buffer.from("x")]])), "It is not a .docx file."],
  ["is an old or a protected one", Buffer.from("d0cf11e0a1b11ae1".repeat(4), "hex"), /password/],
  ["has macros", withPart("word/vbaProject.bin", "x"), /macros/],
  [
    "declares a document type",
    withPart("word/settings.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x/>'),
    /document type/,
  ],
  ["is not XML inside", withPart("word/document.xml", "<w:document"), /is not XML/],
  ["has a part that unpacks to much", withPart("word/media/a.xml", "x".repeat(3_000_000)), /100 times/],
  [
    "is nested without end",
    withPart("word/document.xml", "<w>".repeat(300) + "</w>".repeat(300)),
    /nested deeper/,
  ],
  ["has too many elements", withPart("word/document.xml", tags), /too long/],
  ["is cut off", fixture("boxes.docx").subarray(0, 5000), "It is not a .docx file."],
])("a .docx that %s is refused with a sentence, and nothing is kept", (_what, bytes, sentence) => {
  const workspace = memoryWorkspace();
  const { Drive, Utilities } = host(workspace);
  const create = () => Drive.Files.create({ mimeType: DOCUMENT }, Utilities.newBlob([...bytes], DOCX));
  expect(create).toThrow(sentence);
  expect(create).toThrow(
    /^API call to drive.files.create failed with error: The file cannot be converted\. /,
  );
  expect([workspace.files.size, workspace.state.files]).toEqual([0, undefined]);
});

test("a directory that lies about sizes makes no more memory than the limit", () => {
  const honest = Buffer.from(zip(new Map([["a.xml", Buffer.alloc(30_000_000, "x")]])));
  const lying = Buffer.from(honest);
  const directory = lying.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  lying.writeUInt32LE(10, directory + 24);
  expect(() => unzip(lying)).toThrow(/100 times/);
  const noise = (mb: number): Buffer => randomBytes(mb * 1024 * 1024);
  const large = (name: string, mb: number) => {
    const bytes = Buffer.concat([noise(mb), Buffer.alloc(18 * 1024 * 1024)]);
    return {
      name,
      packed: deflateRawSync(bytes, { level: 1 }),
      method: 8,
      size: bytes.length,
      flags: 0,
    } as const;
  };
  const parts = ["a.xml", "b.xml", "c.xml"].map((name) => large(name, 1));
  expect(() => unzip(rawZip(parts))).toThrow(/^Unpacked it is larger than 50 MB/);
  expect(() => unzip(rawZip([large("a.xml", 3)]))).toThrow(/^Its part a.xml is larger than 20 MB/);
  expect(() => unzip(Buffer.from(zip(new Map([["a.png", noise(22)]]), { packed: false })))).toThrow(
    /^It is larger than 20 MB/,
  );
});

test("U+2028 and U+0085 in a text are not line ends", () => {
  const xml = xmlIn(openDocx(withPart("word/settings.xml", "<x>a\u2028b\u0085c</x>")), "word/settings.xml");
  expect(xml?.documentElement?.textContent).toBe("a\u2028b\u0085c");
});
