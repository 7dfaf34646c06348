/** Google's types as the host has them: the members it implements, each checked by the compiler against Google's own. */
import type { HostBlob } from "../services/blob";
import type { HostRange } from "../sheets/range";
import type { HostSheet } from "../sheets/sheet";
import type { HostHtmlOutput } from "../services/html";
import type { HostProtection } from "../sheets/protection";
import type { HostSelection } from "../sheets/selection";
import type { HostUser } from "../services/session";
import type { HostSpreadsheet } from "../sheets/spreadsheet";
import type { HostColourRule, HostValidation } from "../sheets/validation";

/** A type of Google's, or one made of them, with the host's classes in place of Google's. */
export type Hosted<R> = 0 extends 1 & R
  ? R
  : R extends readonly (infer E)[]
    ? Hosted<E>[]
    : R extends GoogleAppsScript.Spreadsheet.Range
      ? HostRange
      : R extends GoogleAppsScript.Spreadsheet.Sheet
        ? HostSheet
        : R extends GoogleAppsScript.Spreadsheet.Spreadsheet
          ? HostSpreadsheet
          : R extends GoogleAppsScript.Spreadsheet.DataValidation
            ? HostValidation
            : R extends GoogleAppsScript.Spreadsheet.ConditionalFormatRule
              ? HostColourRule
              : R extends GoogleAppsScript.Spreadsheet.Protection
                ? HostProtection
                : R extends GoogleAppsScript.Base.User
                  ? HostUser
                  : R extends GoogleAppsScript.Spreadsheet.Selection
                    ? HostSelection
                    : R extends GoogleAppsScript.HTML.HtmlOutput
                      ? HostHtmlOutput
                      : R extends GoogleAppsScript.Base.Blob
                        ? HostBlob
                        : R;

type HostedAll<A extends unknown[]> = { [I in keyof A]: Hosted<A[I]> };

/** The members of T that the host has. Where a method is overloaded, its last overload. */
export type Used<T, K extends keyof T> = {
  [M in K]: T[M] extends (...args: infer A) => infer R
    ? (...args: HostedAll<A>) => T extends R ? unknown : Hosted<R>
    : T[M];
};
