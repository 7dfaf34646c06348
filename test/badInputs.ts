/**
 * The bad inputs of test/cases/bad-inputs.json, and of any other file beside it whose name begins so: chosen
 * by category and by where they are said to belong, never by their ids.
 */
import { readdirSync, readFileSync } from "node:fs";

export interface BadInput {
  id: string;
  category: string;
  where: string;
  expect: string;
  value: string | number | boolean | null;
}

interface Written extends Omit<BadInput, "value"> {
  value?: BadInput["value"];
  /** The text so many times, then the suffix. */
  repeat?: { text: string; times: number; suffix?: string };
}

const FOLDER = "test/cases";

const valueOf = ({ value = null, repeat }: Written): BadInput["value"] =>
  repeat ? repeat.text.repeat(repeat.times) + (repeat.suffix ?? "") : value;

export const INPUTS: readonly BadInput[] = readdirSync(FOLDER)
  .filter((name) => /^bad-inputs.*\.json$/.test(name))
  .sort()
  .flatMap((name) => (JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8")) as { inputs: Written[] }).inputs)
  .map((input) => ({ ...input, value: valueOf(input) }));

/** Of a category, or of every one whose place is meant. */
export const inputsOf = (category: string, where = /^/): BadInput[] =>
  INPUTS.filter((input) => input.category === category && where.test(input.where));

/** Categories that are no texts a person types: requests, archives. */
const NO_TEXTS = ["host-header", "json", "archive"];

/** Everything that a person might type or paste as a text, of every category; each text once. */
export const TEXTS: readonly { id: string; category: string; text: string }[] = [
  ...new Map(
    INPUTS.flatMap(({ id, category, value }) =>
      typeof value === "string" && !NO_TEXTS.includes(category)
        ? [[value, { id, category, text: value }] as const]
        : [],
    ),
  ).values(),
];

/** For `test.each`: what the test's name shows, and the input. A long text is shown by its length. */
export const shown = (inputs: readonly BadInput[]): [name: string, input: BadInput][] =>
  inputs.map((input) => {
    const text = JSON.stringify(input.value);
    return [`${input.id} ${text.length > 80 ? `${text.slice(0, 40)}… (${text.length})` : text}`, input];
  });
