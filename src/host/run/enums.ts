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

export const enumeration = <N extends string>(names: string): Record<N, EnumValue> =>
  Object.freeze(
    Object.fromEntries(names.split(" ").map((name, i) => [name, Object.freeze(new EnumValue(name, i))])),
  ) as Record<N, EnumValue>;
