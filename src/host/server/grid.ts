/** The requests by which a page changes the grid. */
import { Exception } from "../run/errors";
import type { Sheet } from "../model/model";
import type { Body } from "./body";
import { deleteRows, insertRows, keepCalculated, restore, setFilter, sortedPart } from "./changes";
import type { Desk } from "./desk";
import { rowNow } from "./entries";
import { areaIn, blockIn, cellsIn, countIn, flagIn, isTyped, listIn, sheetIn, textIn } from "./fields";
import { userIn } from "./people";
import type { Answer, Origin } from "./protocol";
import { Refusal } from "./refusal";

const ACCEPTED: Answer = { refused: null };
const GONE = "Somebody else has just removed these rows. Nothing was changed.";

/** Runs a change as the page's own, so that the page knows its entries when they come back. */
function asAsked(desk: Desk, body: Body, work: () => void, more: Pick<Origin, "sorted"> = {}): Answer {
  const origin = { page: textIn(body, "page"), request: countIn(body, "request"), ...more };
  try {
    desk.entries.as(origin, work);
    return ACCEPTED;
  } catch (error) {
    // What Google refuses is an answer for the person; what is wrong with the request itself is not.
    const isAnswer = error instanceof Refusal ? error.status >= 409 : error instanceof Exception;
    if (!(error instanceof Error) || !isAnswer) throw error;
    return { refused: error.message };
  }
}

const unseenBy = (desk: Desk, body: Body) => {
  const unseen = desk.entries.after(countIn(body, "seen"));
  if (!unseen) throw new Refusal(409, "This page is too far behind. Reload it.");
  return unseen;
};

/** The rows that a page named, where they are now; they must still be together. */
function firstRowNow(desk: Desk, body: Body, sheet: Sheet, row: number, count: number): number {
  const unseen = unseenBy(desk, body);
  const first = rowNow(row, sheet.id, unseen);
  const last = rowNow(row + count - 1, sheet.id, unseen);
  if (first === null || last === null || last - first !== count - 1) throw new Refusal(409, GONE);
  return first;
}

export function edit(desk: Desk, body: Body): Answer {
  const sheet = sheetIn(body, desk.entries.workspace.workbook);
  const values = blockIn(body, "values");
  const column = countIn(body, "column");
  const user = userIn(desk, body);
  return asAsked(desk, body, () => {
    const row = firstRowNow(desk, body, sheet, countIn(body, "row"), values.length);
    desk.executions.edit(user, sheet.name, { row, column }, values);
  });
}

export function rows(desk: Desk, body: Body): Answer {
  const { workspace } = desk.entries;
  const sheet = sheetIn(body, workspace.workbook);
  const place = { workspace, sheet, user: userIn(desk, body) };
  const [what, count] = [textIn(body, "what"), countIn(body, "count")];
  if (what !== "insert" && what !== "delete") throw new Refusal(400, "Rows can only be inserted or deleted.");
  return asAsked(desk, body, () => {
    const named = countIn(body, "at");
    if (what === "delete")
      return deleteRows(place, { at: firstRowNow(desk, body, sheet, named, count), count });
    const at = rowNow(named, sheet.id, unseenBy(desk, body));
    if (at === null) throw new Refusal(409, GONE);
    insertRows(place, { at, count });
  });
}

/** Takes back a deletion or a sorting of the page's own. */
export function takeBack(desk: Desk, body: Body): Answer {
  const { workspace } = desk.entries;
  const sheet = sheetIn(body, workspace.workbook);
  const place = { workspace, sheet, user: userIn(desk, body) };
  const [column, insert, cells] = [countIn(body, "column"), countIn(body, "insert"), cellsIn(body, "cells")];
  return asAsked(
    desk,
    body,
    () => {
      const row = rowNow(countIn(body, "row"), sheet.id, unseenBy(desk, body));
      if (row === null) throw new Refusal(409, GONE);
      restore(place, { row, column, insert, cells });
    },
    { sorted: true },
  );
}

export function sort(desk: Desk, body: Body): Answer {
  const sheet = sheetIn(body, desk.entries.workspace.workbook);
  const column = countIn(body, "column");
  const ascending = flagIn(body, "ascending");
  const user = userIn(desk, body);
  return asAsked(
    desk,
    body,
    () => {
      const part = sortedPart(sheet, { area: areaIn(body, "area"), column });
      const host = desk.executions.hostAs(user, "menu");
      host.execute(({ SpreadsheetApp }) => {
        const tab = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(sheet.name);
        const [height, width] = [part.lastRow - part.row + 1, part.lastColumn - part.column + 1];
        tab.getRange(part.row + 1, part.column + 1, height, width).sort({ column: column + 1, ascending });
      });
    },
    { sorted: true },
  );
}

export function filter(desk: Desk, body: Body): Answer {
  const { workspace } = desk.entries;
  const sheet = sheetIn(body, workspace.workbook);
  const place = { workspace, sheet, user: userIn(desk, body) };
  const area = body["area"] === null ? null : areaIn(body, "area");
  return asAsked(desk, body, () => setFilter(place, { area }));
}

export function calculated(desk: Desk, body: Body): Answer {
  const { workspace } = desk.entries;
  const sheet = sheetIn(body, workspace.workbook);
  // The grid works formulas out for everybody, walls or not.
  const place = { workspace, sheet, user: workspace.state.owner ?? workspace.state.user };
  const unseen = unseenBy(desk, body);
  const cells = listIn(body, "cells").flatMap((cell) => {
    const read = cell as Body;
    const { v, f } = read;
    const row = rowNow(countIn(read, "row"), sheet.id, unseen);
    if (row === null || !isTyped(v)) return [];
    const formula = typeof f === "string" && f.startsWith("=") ? { f } : {};
    return [{ row, column: countIn(read, "column"), v, ...formula }];
  });
  return asAsked(desk, body, () => keepCalculated(place, cells));
}
