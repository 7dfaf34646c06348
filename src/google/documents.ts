/**
 * Google Docs through the advanced services Drive v3 and Docs v1: made, found again, copied, read, changed,
 * handed over.
 */
import type { DocsDocument } from "../domain/documents/document";
import type { Request } from "../domain/documents/fillRequests";

const DOCUMENT = "application/vnd.google-apps.document";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const FOLDER = "application/vnd.google-apps.folder";
const CSV = "text/csv";

interface File {
  id?: string;
  appProperties?: Record<string, string>;
}
interface Files {
  create(resource: object, blob?: GoogleAppsScript.Base.Blob, options?: object): File;
  copy(resource: object, id: string, options: object): File;
  list(options: object): { files?: File[]; nextPageToken?: string };
  update(resource: object, id: string): File;
  export(id: string, mimeType: string, options: object): GoogleAppsScript.Base.Blob;
}
interface Permissions {
  create(resource: object, id: string, options: object): unknown;
}
interface Documents {
  get(id: string, options?: object): DocsDocument;
  batchUpdate(resource: object, id: string): unknown;
}

/** The types say that a service may be missing; without it no document can be made. */
function filesOf(): Files {
  const service = Drive as unknown as { Files: Files } | undefined;
  if (!service) throw new Error("The Drive service is not enabled for this script.");
  return service.Files;
}
function documentsOf(): Documents {
  const service = Docs as unknown as { Documents: Documents } | undefined;
  if (!service) throw new Error("The Docs service is not enabled for this script.");
  return service.Documents;
}

const idOf = ({ id }: File): string => {
  if (!id) throw new Error("Drive made a file but gave it no id.");
  return id;
};

/** A Google Doc from the bytes of a .docx, in base 64. */
export function makeDocument(name: string, docx: string): string {
  const blob = Utilities.newBlob(Utilities.base64Decode(docx), DOCX, `${name}.docx`);
  return idOf(filesOf().create({ name, mimeType: DOCUMENT }, blob, { fields: "id" }));
}

/** With a key it can be found again. */
export const blankDocument = (name: string, key?: string): string =>
  idOf(
    filesOf().create({
      name,
      mimeType: DOCUMENT,
      ...(key === undefined ? {} : { appProperties: { [KEY]: key } }),
    }),
  );

/**
 * A zip's bytes as text: of what is packed nothing can be read, but its parts' names are in it as they are.
 */
export const namesInFile = (base64: string): string =>
  Utilities.newBlob(Utilities.base64Decode(base64)).getDataAsString("ISO-8859-1");

/** By what a file is that was made under a key. */
const KEY = "hubTracker";
const FOLDER_KEY = "folder";
const FOLDER_NAME = "Hub Tracker reports";

/** Files made before, by their keys; the folder is among them. Those in the bin are none. */
export function filesMade(): Map<string, string> {
  const found = new Map<string, string>();
  let pageToken = "";
  do {
    const page = filesOf().list({
      q: "trashed = false",
      fields: "nextPageToken,files(id,appProperties)",
      pageSize: 1000,
      ...(pageToken === "" ? {} : { pageToken }),
    });
    for (const { id, appProperties } of page.files ?? []) {
      const key = appProperties?.[KEY] ?? "";
      if (id && key !== "") found.set(key, id);
    }
    pageToken = page.nextPageToken ?? "";
  } while (pageToken !== "");
  return found;
}

/** The folder that everything is made in, which its owner may share with colleagues as a whole. */
export function folderAmong(made: Map<string, string>): string {
  const folder = made.get(FOLDER_KEY) ?? makeFolder();
  made.set(FOLDER_KEY, folder);
  return folder;
}

const makeFolder = (): string =>
  idOf(filesOf().create({ name: FOLDER_NAME, mimeType: FOLDER, appProperties: { [KEY]: FOLDER_KEY } }));

/** What a file is called, where it lies, and the key by which it is found again. */
export interface Place {
  name: string;
  folder: string;
  key: string;
}

const resourceFor = ({ name, folder, key }: Place) => ({
  name,
  parents: [folder],
  appProperties: { [KEY]: key },
});

export const copyDocument = (id: string, place: Place): string =>
  idOf(filesOf().copy(resourceFor(place), id, { fields: "id" }));

export const makeCsv = (text: string, place: Place): string =>
  idOf(
    filesOf().create({ ...resourceFor(place), mimeType: CSV }, csvBlob(text, place.name), { fields: "id" }),
  );

export const csvBlob = (text: string, name: string): GoogleAppsScript.Base.Blob =>
  Utilities.newBlob(text, CSV, name);

/**
 * The last one that was made: each of a provider's contacts gets the same, and Google takes a second or two
 * for one.
 */
let lastPdf: { document: string; blob: GoogleAppsScript.Base.Blob } | null = null;

/** Google documents no `alt`, and nothing comes without it. */
export function pdfOf(document: string, name: string): GoogleAppsScript.Base.Blob {
  if (lastPdf?.document !== document)
    lastPdf = { document, blob: filesOf().export(document, "application/pdf", { alt: "media" }) };
  return lastPdf.blob.copyBlob().setName(name);
}

/** How many pages its PDF has; 0 where the PDF does not say it plainly. */
export const pagesOf = (document: string): number =>
  pdfOf(document, "pages")
    .getDataAsString("ISO-8859-1")
    .match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/**
 * Lets an address read a document; Google's own message with these words is what it gets. Google writes the
 * document's name into the subject, so that it first gets one that may be there.
 */
export function share(document: string, name: string, emailAddress: string, emailMessage: string): void {
  filesOf().update({ name }, document);
  const service = Drive as unknown as { Permissions: Permissions };
  service.Permissions.create({ type: "user", role: "reader", emailAddress }, document, {
    sendNotificationEmail: true,
    emailMessage,
    fields: "id",
  });
}

/** Whether it is not there for this account: thrown away for good, or another account's. */
export const isGone = (error: unknown): boolean => /not found|\b404\b/i.test(String(error));

export const readDocument = (id: string): DocsDocument => documentsOf().get(id);

/** Everything in it lies in its tabs then. */
export const readWithTabs = (id: string): DocsDocument => documentsOf().get(id, { includeTabsContent: true });

/** All of the requests, or none. */
export function changeDocument(id: string, requests: readonly Request[]): void {
  if (requests.length > 0) documentsOf().batchUpdate({ requests: [...requests] }, id);
}

/** A starter's .docx, in base 64, from the file that carries them all. */
export function starterFile(name: string): string {
  const page = HtmlService.createHtmlOutputFromFile("Starters").getContent();
  const found = new RegExp(`<pre id="${name}">([A-Za-z0-9+/=]*)</pre>`).exec(page)?.[1];
  if (!found) throw new Error(`There is no starter template "${name}".`);
  return found;
}
