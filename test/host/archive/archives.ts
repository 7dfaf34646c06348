/**
 * Archives as no office program writes them: each made from its description in the cases, as an .xlsx and as
 * a .docx.
 */
import { constants, deflateRawSync } from "node:zlib";
import type { Parts } from "../../../src/host/archive/zip";
import { unzip, zip } from "../../../src/host/archive/zip";
import { newWorkbook } from "../../../src/host/model/blank";
import { blankDocx } from "../../../src/host/documents/xml/blankDocx";
import { xlsxOf } from "../../../src/host/xlsx/xlsx";

export type Kind = ".docx" | ".xlsx";

interface Part {
  name: string;
  packed: Uint8Array;
  method: 0 | 8;
  /** As the zip's directory says it. */
  size: number;
  flags: number;
}

const TEXT = (name: string, text: string): Part => {
  const bytes = Buffer.from(text);
  return { name, packed: bytes, method: 0, size: bytes.length, flags: 0 };
};

/** A zip with exactly these entries, whatever they are; with more than 65,534 of them as ZIP64 writes it. */
export function rawZip(parts: readonly Part[]): Buffer {
  const [local, central]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { name, packed, method, size, flags } of parts) {
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    const line = Buffer.alloc(46);
    line.writeUInt32LE(0x02014b50, 0);
    for (const [buffer, from] of [
      [head, 4],
      [line, 6],
    ] as const) {
      buffer.writeUInt16LE(20, from);
      buffer.writeUInt16LE(flags, from + 2);
      buffer.writeUInt16LE(method, from + 4);
      buffer.writeUInt32LE(packed.length, from + 14);
      buffer.writeUInt32LE(size, from + 18);
      buffer.writeUInt16LE(Buffer.byteLength(name), from + 22);
    }
    line.writeUInt32LE(at, 42);
    local.push(head, Buffer.from(name), Buffer.from(packed));
    central.push(line, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([
    ...local,
    directory,
    ...(parts.length > 0xffff ? [zip64End(parts.length, directory.length, at)] : []),
    end,
  ]);
}

function zip64End(count: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(76);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(at), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(at + size), 64);
  end.writeUInt32LE(1, 72);
  return end;
}

/** A block's bytes so many times: packed once, what came of it repeated, then a last block that ends them. */
function packedTimes(block: Buffer, times: number): Buffer {
  const packed = deflateRawSync(block, { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array<Buffer>(times).fill(packed), Buffer.from([3, 0])]);
}

/** A megabyte of spaces with some letters between them, which packs to 4 KB. */
function spaces(): Buffer {
  const block = Buffer.alloc(1024 * 1024, " ");
  for (let i = 0; i < 2600; i += 1) block[i * 2] = 65 + ((i * 2654435761) % 26);
  return block;
}

/** Shared strings, each another. */
export const texts = (count: number): string =>
  `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${Array.from({ length: count }, (_, i) => `<si><t>${(i * 2654435761) % 4294967296}</t></si>`).join("")}</sst>`;

const skeletons = new Map<Kind, Promise<Uint8Array>>();
/** A good file of the kind. */
export const goodFile = (kind: Kind): Promise<Uint8Array> => {
  const known =
    skeletons.get(kind) ?? (kind === ".xlsx" ? xlsxOf(newWorkbook()) : Promise.resolve(blankDocx()));
  skeletons.set(kind, known);
  return known;
};

const partsOf = async (kind: Kind): Promise<Part[]> =>
  [...unzip(await goodFile(kind), kind)].map(([name, part]) => TEXT(name, Buffer.from(part).toString()));

/** A good file and these entries beside what it holds. */
export const withEntries = async (kind: Kind, ...more: Part[]): Promise<Buffer> =>
  rawZip([...(await partsOf(kind)), ...more]);

/** A good file with parts changed or added. */
export async function withParts(
  kind: Kind,
  change: (text: (name: string) => string) => Record<string, string>,
) {
  const parts: Parts = new Map(unzip(await goodFile(kind), kind));
  const changed = change((name) => Buffer.from(parts.get(name) ?? []).toString());
  for (const [name, text] of Object.entries(changed)) parts.set(name, Buffer.from(text));
  return zip(parts, { packed: false });
}

const MAIN = { ".xlsx": "xl/workbook.xml", ".docx": "word/document.xml" };
const SHEET = "xl/worksheets/sheet1.xml";
const TYPES = "[Content_Types].xml";
const folderOf = (kind: Kind): string => (kind === ".xlsx" ? "xl" : "word");

type Builder = (kind: Kind) => Promise<Uint8Array> | Uint8Array;
const relation = (type: string, target: string) =>
  `<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;

/** What a file of only the one kind can be: as the other it is no such file at all. */
const BUILDERS: Record<string, Builder> = {
  "700 KB xlsx that inflates to 170 MB": (kind) => {
    const packed = packedTimes(spaces(), 170);
    return withEntries(kind, {
      name: `${folderOf(kind)}/media/a.xml`,
      packed,
      method: 8,
      size: 1000,
      flags: 0,
    });
  },
  "xlsx with 2,000,000 shared strings": (kind) => {
    const packed = packedTimes(Buffer.from(texts(10_000)), 200);
    return withEntries(kind, {
      name: `${folderOf(kind)}/texts.xml`,
      packed,
      method: 8,
      size: 1000,
      flags: 0,
    });
  },
  "xlsx with a merged range A1:XFD1048576": () =>
    withParts(".xlsx", (text) => ({
      [SHEET]: text(SHEET).replace(
        /<\/sheetData>|<sheetData\/>/,
        (end) => `${end}<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
      ),
    })),
  'xlsx with an external entity SYSTEM "file:///etc/passwd"': (kind) =>
    withParts(kind, (text) => ({
      [MAIN[kind]]: text(MAIN[kind]).replace(
        /^(<\?xml[^>]*>)?/,
        (head) => `${head}<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>`,
      ),
    })),
  "zip entry ../../evil.js": (kind) => withEntries(kind, TEXT("../../evil.js", "evil()")),
  "zip entry C:\\\\evil.js": (kind) => withEntries(kind, TEXT("C:\\evil.js", "evil()")),
  "zip with two entries of the same name": async (kind) => {
    const again = (await partsOf(kind)).find(({ name }) => name === MAIN[kind]);
    return withEntries(kind, again ?? TEXT(MAIN[kind], ""));
  },
  "zip with 100,000 entries": (kind) =>
    withEntries(kind, ...Array.from({ length: 100_000 }, (_, i) => TEXT(`x/${i}`, ""))),
  "encrypted zip": async (kind) => rawZip((await partsOf(kind)).map((part) => ({ ...part, flags: 1 }))),
  ".xlsm with vbaProject.bin": (kind) =>
    withParts(kind, (text) => ({
      [`${folderOf(kind)}/vbaProject.bin`]: "macro",
      [TYPES]: text(TYPES).replace(
        "</Types>",
        `<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>`,
      ),
    })),
  "xlsx with an external link and a query table": () =>
    withParts(".xlsx", (text) => ({
      "xl/externalLinks/externalLink1.xml": `<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`,
      "xl/queryTables/queryTable1.xml": `<queryTable xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" name="q" connectionId="1"/>`,
      "xl/_rels/workbook.xml.rels": text("xl/_rels/workbook.xml.rels").replace(
        "</Relationships>",
        relation("externalLink", "externalLinks/externalLink1.xml"),
      ),
    })),
  "xlsx with defined name _xlnm.Auto_Open": () =>
    withParts(".xlsx", (text) => ({
      [MAIN[".xlsx"]]: text(MAIN[".xlsx"]).replace(
        "</sheets>",
        `</sheets><definedNames><definedName name="_xlnm.Auto_Open" hidden="1">Sheet1!$A$1</definedName></definedNames>`,
      ),
    })),
  "empty file": () => new Uint8Array(),
  "html saved as .xlsx": () => Buffer.from("<html><body><table><tr><td>Ada</td></tr></table></body></html>"),
  "csv with a BOM and CR only line ends": () => Buffer.from("\ufeffId,Name\rU001,Ada\rU002,Bo\r"),
};

export function builderOf(description: string): Builder {
  const builder = BUILDERS[description];
  if (builder) return builder;
  throw new Error(
    `There is no builder for the archive "${description}": add one in test/host/archive/archives.ts.`,
  );
}
