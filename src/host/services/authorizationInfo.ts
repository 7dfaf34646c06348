/** ScriptApp's AuthorizationInfo: whether the account has granted what the script asks for. */
import { mismatch } from "../run/calls";
import type { EnumValue } from "../run/enums";
import { enumeration } from "../run/enums";
import type { Execution } from "../run/execution";
import { addressOf, FULL, isDenied } from "../run/rights";
import type { Has } from "../run/used";

export const AUTHORIZATION_INFO = {
  getAuthorizationStatus: "",
  getAuthorizationUrl: "",
  getAuthorizedScopes: "",
};

export const AuthMode = enumeration<"NONE" | "CUSTOM_FUNCTION" | "LIMITED" | "FULL">(
  "NONE CUSTOM_FUNCTION LIMITED FULL",
);
export const AuthorizationStatus = enumeration<"REQUIRED" | "NOT_REQUIRED">("REQUIRED NOT_REQUIRED");

type Google = Has<
  GoogleAppsScript.Script.AuthorizationInfo,
  typeof AUTHORIZATION_INFO,
  "getAuthorizationStatus" | "getAuthorizedScopes"
>;

export class HostAuthorizationInfo implements Google {
  readonly #execution: Execution;
  readonly #authMode: EnumValue;
  /** Those asked about, or all that the manifest lists; null where it lists none. */
  readonly #scopes: readonly string[] | null;

  constructor(execution: Execution, authMode: EnumValue, scopes: readonly string[] | null) {
    if (!Object.values(AuthMode).includes(authMode))
      throw mismatch("ScriptApp.getAuthorizationInfo", authMode, ...(scopes ? [scopes] : []));
    this.#execution = execution;
    this.#authMode = authMode;
    this.#scopes = scopes?.map(addressOf) ?? execution.grant.declared;
  }

  getAuthorizationStatus = (): EnumValue =>
    this.#isMissing() ? AuthorizationStatus.REQUIRED : AuthorizationStatus.NOT_REQUIRED;

  /**
   * Null where nothing is missing, as Google's reference has it; live Google was also seen to give an empty
   * text.
   */
  getAuthorizationUrl = (): string =>
    (this.#isMissing()
      ? `https://script.google.com/authorize?workbook=${this.#execution.workspace.state.workbookId}`
      : null) as string;

  /** Null where the manifest leaves the scopes to Google and none were asked about. */
  getAuthorizedScopes = (): string[] | null =>
    this.#scopes && (this.#isAuthorised() ? this.#scopes.filter((scope) => !this.#isDenied(scope)) : []);

  /** Only full authorisation needs anybody's consent. */
  #isMissing = (): boolean =>
    this.#authMode === AuthMode.FULL && (!this.#isAuthorised() || this.#deniedAmong().length > 0);

  #isAuthorised = (): boolean => FULL.includes(this.#execution.mode);
  #deniedAmong = (): readonly string[] =>
    (this.#scopes ?? this.#execution.grant.denied).filter((scope) => this.#isDenied(scope));
  #isDenied = (scope: string): boolean => isDenied(this.#execution.grant, scope);
}
