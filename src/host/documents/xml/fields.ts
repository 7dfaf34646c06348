/**
 * Fields, whose result is shown as text: what their instructions mean, and while a paragraph is walked how
 * far they are.
 */
import type { Element } from "./xml";
import { attribute, childOf } from "./xml";

/**
 * A field whose result is shown as text: changing that text takes the field away, or Word would bring it
 * back.
 */
export interface Field {
  /**
   * The elements that make it a field: begin, instruction, separator, end; or the `w:fldSimple` around it.
   */
  marks: Element[];
}

const AUTO_TEXT: [RegExp, string][] = [
  [/^\s*PAGE\b/i, "PAGE_NUMBER"],
  [/^\s*(NUMPAGES|SECTIONPAGES)\b/i, "PAGE_COUNT"],
];
/** The kind of Google's autoText that an instruction means. */
export const autoTextOf = (instruction: string): string | undefined =>
  AUTO_TEXT.find(([pattern]) => pattern.test(instruction))?.[1];

/** A field while its paragraph is walked. */
export interface OpenField extends Field {
  instruction: string;
  /** Its result has begun, which alone is seen. */
  shows: boolean;
  closed: boolean;
  /** Everything in it, marks and result. */
  all: Element[];
  /** The run of its begin; null of a `w:fldSimple`. */
  run: Element | null;
}

export const isClosed = (field: Field): boolean => (field as OpenField).closed;

/** Of an old form's check box: what was ticked, else what it began with. */
export function isTicked(box: Element): boolean {
  const said = childOf(box, "checked") ?? childOf(box, "default");
  return said !== null && !["0", "false", "off"].includes(attribute(said, "val") ?? "1");
}
