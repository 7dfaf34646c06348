/** Accounts by their email addresses. */
import type { State } from "./model";

export const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/;

export const sameAccount = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Whose workbook it is. */
export const ownerOf = (state: State): string => state.owner ?? state.user;
