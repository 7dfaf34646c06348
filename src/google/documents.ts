/** Google Docs through the advanced services Drive v3 and Docs v1: made, found again, copied, read and changed. */
import type { DocsDocument } from "../domain/reports/document";
import type { Request } from "../domain/reports/requests";

const DOCUMENT = "application/vnd.google-apps.document";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

interface File {
  id?: string;
  appProperties?: Record<string, string>;
}
interface Files {
  create(resource: object, blob?: GoogleAppsScript.Base.Blob, options?: object): File;
  copy(resource: object, id: string, options: object): File;
  list(options: object): { files?: File[]; nextPageToken?: string };
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
  if (!id) throw new Error("Drive made a file without an id.");
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

/** A zip's bytes as text: of what is packed nothing can be read, but its parts' names are in it as they are. */
export const namesInFile = (base64: string): string =>
  Utilities.newBlob(Utilities.base64Decode(base64)).getDataAsString("ISO-8859-1");

/** A copy that can be found again by its key. */
export const copyDocument = (id: string, name: string, key: string): string =>
  idOf(filesOf().copy({ name, appProperties: { [KEY]: key } }, id, { fields: "id" }));

const KEY = "hubTracker";

/** Documents made before, by key: those whose key begins so. */
export function documentsMade(prefix: string): Map<string, string> {
  const found = new Map<string, string>();
  let pageToken = "";
  do {
    const page = filesOf().list({
      q: `mimeType = '${DOCUMENT}' and trashed = false`,
      fields: "nextPageToken,files(id,appProperties)",
      pageSize: 1000,
      ...(pageToken === "" ? {} : { pageToken }),
    });
    for (const { id, appProperties } of page.files ?? []) {
      const key = appProperties?.[KEY] ?? "";
      if (id && key.startsWith(prefix)) found.set(key, id);
    }
    pageToken = page.nextPageToken ?? "";
  } while (pageToken !== "");
  return found;
}

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
