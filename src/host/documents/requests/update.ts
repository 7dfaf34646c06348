/**
 * Docs.Documents.batchUpdate on a live document: requests in their order, and Google's sentence for one that
 * fails.
 */
import { Fault } from "../json/fault";
import type { Live } from "../json/live";
import { createParagraphBullets, deleteParagraphBullets } from "./bullets";
import { updateTableCellStyle } from "./cells";
import { updateTableColumnProperties } from "./columns";
import { createFooter, createHeader } from "./headers";
import { insertTable } from "./newTable";
import { updateParagraphStyle, updateTextStyle } from "./styles";
import { deleteTableColumn, deleteTableRow, insertTableColumn, insertTableRow } from "./tables";
import { deleteContentRange, insertPageBreak, insertTextRequest, replaceAllText } from "./text";

/** Each checks what it is given before it changes anything, and throws a `Fault` for what Google refuses. */
const REQUESTS = {
  insertText: insertTextRequest,
  insertPageBreak,
  deleteContentRange,
  replaceAllText,
  updateTextStyle,
  updateParagraphStyle,
  createParagraphBullets,
  deleteParagraphBullets,
  insertTable,
  insertTableRow,
  insertTableColumn,
  deleteTableRow,
  deleteTableColumn,
  updateTableCellStyle,
  updateTableColumnProperties,
  createHeader,
  createFooter,
};

type Handler = (live: Live, request: object) => object | void;

/** Gives the replies. When it throws, the document is left half done and must be read again. */
export function update(live: Live, requests: readonly Record<string, object>[]): object[] {
  return requests.map((request, i) => {
    const names = Object.keys(request);
    const [name = ""] = names;
    if (names.length !== 1) throw new Fault(`Invalid requests[${i}]: No request set.`);
    if (!Object.hasOwn(REQUESTS, name)) throw new Error(`The local host has no Docs request ${name}`);
    const handler = REQUESTS[name as keyof typeof REQUESTS] as Handler;
    try {
      return handler(live, request[name] ?? {}) ?? {};
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      throw new Fault(`Invalid requests[${i}].${name}: ${error.message}`);
    }
  });
}
