/** Which reports a half-term wants: for each provider and pupil, every template that is meant for them. */
import type { Hub } from "../../hub/hub";
import { lastingOf, touches } from "../../hub/hub";
import { nameInUse } from "../../hub/names";
import { isRestricted } from "../../hub/restriction";
import type { PartsOf } from "../../mail/kinds";
import { startOf } from "../../mail/kinds";
import type { Placement, Provider, Pupil } from "../../tables/people";
import type { Report, ReportKind, Template } from "../../tables/reports";
import { yearGroupOf } from "../../hub/yearGroup";
import type { Period } from "../says/ownPeriod";
import { isForAll } from "../../documents/starters";

export type ReportParts = Omit<PartsOf<"document">, "revision">;

export interface WantedReport {
  /** What its keys say, whatever its revision. */
  parts: ReportParts;
  period: Period;
  provider: Provider;
  template: Template;
  /** Who is in it, each with the placement that is reported on. */
  pupils: { pupil: Pupil; placement: Placement }[];
  /** What the document is called. No pupil's UPN, no status. */
  title: string;
}

/**
 * Kinds made at a half-term's end, for whom they are meant; certificates and handover pages are asked for one
 * by one.
 */
const EVERY_HALF_TERM: readonly ReportKind[] = [
  "half-termly",
  "PEP",
  "EHCP",
  "placement review",
  "LA return",
];
const kindsOf = ({ name }: Period): readonly ReportKind[] =>
  name.endsWith("2") ? [...EVERY_HALF_TERM, "end of term"] : EVERY_HALF_TERM;
/** Years of primary school. */
const LAST_PRIMARY_YEAR = 6;

export function wantedReports(
  period: Period,
  hub: Hub,
  templates: readonly Template[],
  providerIds: readonly string[] | "all",
  kinds: readonly ReportKind[] = kindsOf(period),
): WantedReport[] {
  return hub.providers
    .filter(({ id, active }) => active === "yes" && (providerIds === "all" || providerIds.includes(id)))
    .flatMap((provider) => {
      const pupils = pupilsOf(provider, period, hub);
      if (pupils.length === 0) return [];
      return templatesFor(provider, templates, kinds).flatMap((template) => {
        const meant = pupils.filter(({ pupil }) => isMeant(pupil, template, period));
        if (isForAll(template.kind))
          return meant.length === 0 ? [] : [report(period, provider, template, meant)];
        return meant.map((one) => report(period, provider, template, [one]));
      });
    });
}

/** A provider's own templates of a kind, or where it has none those for any provider. */
function templatesFor(
  { id }: Provider,
  templates: readonly Template[],
  kinds: readonly ReportKind[],
): Template[] {
  const usable = templates.filter(({ active, document }) => active === "yes" && document !== "");
  return kinds.flatMap((kind) => {
    const ofKind = usable.filter((template) => template.kind === kind);
    const own = ofKind.filter(({ provider }) => provider === id);
    return own.length > 0 ? own : ofKind.filter(({ provider }) => provider === "");
  });
}

function pupilsOf({ id }: Provider, { weeks }: Period, hub: Hub): WantedReport["pupils"] {
  const here = hub.placements.filter(
    (p) => p.provider === id && weeks.some((week) => touches(p, week)) && !isRestricted(p.pupil, hub),
  );
  return [...new Set(here.map(({ pupil }) => pupil))].sort().flatMap((pupilId) => {
    const pupil = hub.pupils.get(pupilId);
    const placement = lastingOf(here.filter((p) => p.pupil === pupilId));
    return pupil && placement ? [{ pupil, placement }] : [];
  });
}

function isMeant(pupil: Pupil, { forWhom }: Template, { year }: Period): boolean {
  switch (forWhom) {
    case "all":
      return true;
    case "looked after":
      return pupil.lookedAfter === "yes";
    case "EHCP":
      return pupil.ehcp === "yes";
    case "primary":
      return (yearGroupOf(pupil, year) ?? LAST_PRIMARY_YEAR + 1) <= LAST_PRIMARY_YEAR;
  }
}

const report = (
  period: Period,
  provider: Provider,
  template: Template,
  pupils: WantedReport["pupils"],
): WantedReport => {
  const [one] = pupils;
  const who = isForAll(template.kind) || !one ? "all" : one.pupil.id;
  return {
    parts: { period: period.id, about: who, provider: provider.id, template: template.id },
    period,
    provider,
    template,
    pupils,
    title: [period.id, provider.name, who === "all" || !one ? "" : nameInUse(one.pupil), calledIn(template)]
      .filter(Boolean)
      .join(", "),
  };
};

/** The same of one that is on the board. */
export const partsOfRow = ({
  period,
  pupil,
  provider,
  template,
}: Pick<Report, "period" | "pupil" | "provider" | "template">): ReportParts => ({
  period,
  about: pupil || "all",
  provider,
  template,
});

/**
 * How the keys of all its revisions begin: by this a wanted report and its row on the board are known to be
 * the same.
 */
export const startOfRevisions = (parts: ReportParts): string => startOf("document", parts);

/** A template for pupils of some status would tell it by its own name: `Report R261120-1d1175` then. */
const calledIn = ({ id, name, kind, forWhom }: Template): string =>
  ["PEP", "EHCP"].includes(kind) || ["looked after", "EHCP"].includes(forWhom) ? `Report ${id}` : name;
