/**
 * What a run may do: by how it was started, and by what the manifest asks for and the account has granted.
 */
import { Exception } from "./errors";
import type { Execution, Grant, Mode } from "./execution";

export const FULL: readonly Mode[] = ["menu", "trigger"];
export const DOCUMENT: readonly Mode[] = ["menu", "trigger", "simple"];
/** A published add-on's clock trigger may run without a document. */
export const hasDocument = ({ mode, document }: Execution): boolean => document && DOCUMENT.includes(mode);
/** Only where a person looks at the workbook and has authorised the script. */
export const AT_THE_SCREEN: readonly Mode[] = ["menu"];

/** Short names: Google's begin with an address that they all share. */
export type Scope =
  | "spreadsheets.currentonly"
  | "script.send_mail"
  | "script.scriptapp"
  | "script.container.ui"
  | "userinfo.email"
  | "drive.file";

const AUTH = "https://www.googleapis.com/auth/";
export const addressOf = (scope: string): string => (scope.startsWith(AUTH) ? scope : AUTH + scope);

/** Any of these will do; the one the add-on asks for comes first. */
const WIDER: Partial<Record<Scope, string>> = {
  "spreadsheets.currentonly": "spreadsheets",
  "drive.file": "drive",
};
const waysTo = (scope: Scope): string[] => [scope, WIDER[scope] ?? []].flat().map(addressOf);

/**
 * Refuses, in Google's words, what a mode may not do (a simple trigger reaches the bound file only, a menu
 * not yet enabled not even that) and what lacks a right.
 */
export function needs(execution: Execution, what: string, modes: readonly Mode[], scope: Scope): void {
  const { mode, grant } = execution;
  const ways = waysTo(scope);
  const required = `Required permissions: ${ways.length > 1 ? `(${ways.join(" || ")})` : ways[0]}`;
  // A simple trigger has the document without anybody's consent.
  const granted = modes.includes(mode) && (!FULL.includes(mode) || ways.some((way) => !isDenied(grant, way)));
  if (!granted) throw new Exception(`You do not have permission to call ${what}. ${required}`);
  if (grant.declared && FULL.includes(mode) && !ways.some((way) => grant.declared?.includes(way)))
    throw new Exception(`Specified permissions are not sufficient to call ${what}. ${required}`);
}

export const isDenied = ({ denied }: Grant, scope: string): boolean => denied.includes(addressOf(scope));
