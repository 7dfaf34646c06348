/** The range of a request, checked against its segment. */
import { Fault } from "../json/fault";
import type { Span } from "../json/layout";
import type { Live, Segment } from "../json/live";
import { endOf } from "../json/live";
import { segmentOf } from "../edit/locate";

export interface Range {
  startIndex?: number;
  endIndex?: number;
  segmentId?: string;
  tabId?: string;
}

export function rangeOf(live: Live, range: Range | undefined): { segment: Segment; span: Span } {
  if (!range) throw new Fault("The range must be specified.");
  const segment = segmentOf(live, range);
  const { startIndex: start = 0, endIndex: end = 0 } = range;
  const limit = endOf(live, segment);
  for (const index of [start, end])
    if (!Number.isInteger(index) || index < 0)
      throw new Fault(`Index ${index} must be greater than or equal to zero.`);
  if (end <= start) throw new Fault("The range should not be empty.");
  // The end is the first index after the range, so it may be the segment's own.
  if (end > limit)
    throw new Fault(`Index ${end} must be less than the end index of the referenced segment, ${limit}.`);
  return { segment, span: { start, end } };
}

/** `bold,foregroundColor.color` -> `["bold", "foregroundColor"]`; `*` is all that there are. */
export function fieldsOf(fields: string | undefined, all: readonly string[]): string[] {
  const named = (fields ?? "")
    .split(",")
    .map((field) => field.trim().replace(/\..*$/, ""))
    .filter(Boolean);
  if (named.length === 0)
    throw new Fault("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  return named.includes("*") ? [...all] : named;
}
