/** The templates that come with Hub Tracker, each a file in src/templates. */
import type { FOR_WHOM, ReportKind } from "../tables/reports";

export interface Starter {
  name: string;
  label: string;
  kind: ReportKind;
  forWhom: (typeof FOR_WHOM)[number];
  /** How long its reports may be; null: as long as they are. */
  mostPages: number | null;
}

const starter = (
  name: string,
  label: string,
  kind: ReportKind = "half-termly",
  forWhom: Starter["forWhom"] = "all",
): Starter => ({ name, label, kind, forWhom, mostPages: null });

const ofOnePage = (name: string, label: string): Starter => ({ ...starter(name, label), mostPages: 1 });

export const STARTERS: readonly Starter[] = [
  starter("narrative-letter", "Narrative letter"),
  ofOnePage("rag-grid", "RAG grid, one page"),
  ofOnePage("one-page-summary", "One-page summary"),
  starter("primary", "Primary, child-friendly", "half-termly", "primary"),
  starter("pep", "PEP contribution", "PEP", "looked after"),
  starter("ehcp", "EHCP outcomes", "EHCP", "EHCP"),
  starter("placement-review", "Placement review", "placement review"),
  starter("la-return", "LA return, one table", "LA return"),
  starter("end-of-term", "End of Term Report", "end of term"),
  starter("certificate", "Certificate", "certificate"),
  starter("handover", "Handover page", "handover"),
];

/** Kinds that hold what is sensitive; every other kind never does. */
export const MAY_BE_SENSITIVE: readonly ReportKind[] = ["PEP", "EHCP", "placement review"];

/** One document for all of a provider's pupils. */
export const isForAll = (kind: ReportKind): boolean => kind === "LA return";
