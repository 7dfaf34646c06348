/**
 * What a making of reports was asked for, as Runs keeps it in For: `2026-27 Autumn 1|all`, `2026-27 Autumn
 * 1|P03,P05`.
 */

/** What Runs calls the making of reports. */
export const MAKING = "makeReports";

export interface AskedFor {
  /** The half-term's id. */
  period: string;
  /** Providers' ids, or all. */
  providers: readonly string[] | "all";
}

export const askedText = ({ period, providers }: AskedFor): string =>
  `${period}|${providers === "all" ? providers : providers.join(",")}`;

export function askedIn(text: string): AskedFor {
  const [period = "", providers = ""] = text.split("|");
  return { period, providers: providers === "all" ? providers : providers.split(",") };
}
