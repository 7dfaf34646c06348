/** Google's enumerations: objects that are compared by identity and whose text is their name. */
export class EnumValue {
  readonly #name: string;
  readonly #ordinal: number;
  constructor(name: string, ordinal: number) {
    this.#name = name;
    this.#ordinal = ordinal;
  }
  toString = (): string => this.#name;
  name = (): string => this.#name;
  ordinal = (): number => this.#ordinal;
  toJSON = (): string => this.#name;
}

const enumeration = <N extends string>(names: string): Record<N, EnumValue> =>
  Object.freeze(
    Object.fromEntries(names.split(" ").map((name, i) => [name, Object.freeze(new EnumValue(name, i))])),
  ) as Record<N, EnumValue>;

export const ProtectionType = enumeration<"RANGE" | "SHEET">("RANGE SHEET");
export const DataValidationCriteria = enumeration<"VALUE_IN_LIST">("VALUE_IN_LIST");
export const BooleanCriteria = enumeration<"TEXT_EQUAL_TO">("TEXT_EQUAL_TO");
export const AuthMode = enumeration<"NONE" | "CUSTOM_FUNCTION" | "LIMITED" | "FULL">(
  "NONE CUSTOM_FUNCTION LIMITED FULL",
);
export const AuthorizationStatus = enumeration<"REQUIRED" | "NOT_REQUIRED">("REQUIRED NOT_REQUIRED");
export const EventType = enumeration<
  "CLOCK" | "ON_OPEN" | "ON_EDIT" | "ON_FORM_SUBMIT" | "ON_CHANGE" | "ON_EVENT_UPDATED"
>("CLOCK ON_OPEN ON_EDIT ON_FORM_SUBMIT ON_CHANGE ON_EVENT_UPDATED");
export const TriggerSource = enumeration<"SPREADSHEETS" | "CLOCK" | "FORMS" | "DOCUMENTS" | "CALENDAR">(
  "SPREADSHEETS CLOCK FORMS DOCUMENTS CALENDAR",
);
export const DigestAlgorithm = enumeration<"MD2" | "MD5" | "SHA_1" | "SHA_256" | "SHA_384" | "SHA_512">(
  "MD2 MD5 SHA_1 SHA_256 SHA_384 SHA_512",
);
export const Charset = enumeration<"US_ASCII" | "UTF_8">("US_ASCII UTF_8");
