/**
 * Protections that are more than a warning: whom they let through, and which operations they refuse everybody
 * else.
 */
import { ownerOf, sameAccount } from "../model/accounts";
import { Exception } from "./errors";
import { meet, without } from "../model/grid";
import type { Area, Operation, Protection, Sheet, State, Workbook } from "../model/model";

export const REFUSAL =
  "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";

const domainOf = (email: string): string => email.slice(email.indexOf("@") + 1);

/**
 * The owner always may; the others where the protection only warns, has not been narrowed to some, or lists
 * them.
 */
export function mayEdit(protection: Protection, user: string, state: State): boolean {
  const { warningOnly, editors, domainEdit } = protection;
  if (warningOnly || editors === undefined || sameAccount(user, ownerOf(state))) return true;
  if (domainEdit && sameAccount(domainOf(user), domainOf(ownerOf(state)))) return true;
  return editors.some((editor) => sameAccount(editor, user));
}

/** Throws Google's refusal when an operation would change what somebody's rights do not reach. */
export function checkWalls(workbook: Workbook, state: State, user: string, operation: Operation): void {
  if (!("sheet" in operation) || operation.op === "insertSheet") return;
  const sheet = workbook.sheets.find(({ id }) => id === operation.sheet);
  if (wallsOf(sheet, user, state).some((wall) => reaches(operation, wall))) throw new Exception(REFUSAL);
}

/** The same for what happens to an area without an operation of its own, such as a drop-down. */
export function checkArea(sheet: Sheet, state: State, user: string, area: Area): void {
  if (wallsOf(sheet, user, state).some((wall) => touches(area, wall))) throw new Exception(REFUSAL);
}

const wallsOf = (sheet: Sheet | undefined, user: string, state: State): Protection[] =>
  (sheet?.protections ?? []).filter((protection) => !mayEdit(protection, user, state));

function touches(area: Area, { area: own, unprotected = [] }: Protection): boolean {
  if (own) return meet(area, own);
  const guarded = unprotected.reduce<Area[]>((left, free) => left.flatMap((a) => without(a, free)), [area]);
  return guarded.length > 0;
}

type SheetOperation = Exclude<Operation, { op: "insertSheet" | "workbook" | "state" | "file" }>;

function reaches(operation: SheetOperation, wall: Protection): boolean {
  switch (operation.op) {
    case "cells":
      return touches(blockAt(operation, operation.cells), wall);
    case "notes":
      return touches(blockAt(operation, operation.notes), wall);
    case "style":
      return touches(operation.area, wall);
    case "insertRows":
    case "insertColumns":
    case "deleteRows":
    case "deleteColumns":
      return changesShape(operation, wall.area);
    case "moveColumns":
      return movesColumns(operation, wall.area);
    case "deleteSheet":
      return true;
    case "moveSheet":
      return false;
    case "sheet":
      // A protection itself is changed only by who it lets through, which its own members check.
      return wall.area === null && Object.keys(operation.set).some((key) => key !== "protections");
  }
}

function blockAt(at: { row: number; column: number }, lines: readonly (readonly unknown[])[]): Area {
  const lastColumn = at.column + (lines[0]?.length ?? 0) - 1;
  return { row: at.row, column: at.column, lastRow: at.row + lines.length - 1, lastColumn };
}

/**
 * Rows or columns that come inside a protected range would widen it; those that go would take a part of it
 * along.
 */
function changesShape(
  { op, at, count }: { op: string; at: number; count: number },
  area: Area | null,
): boolean {
  if (!area) return true;
  const [first, last] = op.endsWith("Rows") ? [area.row, area.lastRow] : [area.column, area.lastColumn];
  return op.startsWith("insert") ? first < at && at <= last : first < at + count && at <= last;
}

/** Columns that leave a protected range, or come into it. */
function movesColumns(
  { at, count, to }: { at: number; count: number; to: number },
  area: Area | null,
): boolean {
  if (!area) return true;
  const leaves = at <= area.lastColumn && area.column < at + count;
  return leaves || (area.column < to && to <= area.lastColumn);
}
