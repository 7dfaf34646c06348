/** The deterioration rule's numbers as a hub has set them. */
import type { Rule } from "../words/ruleNumbers";
import { RULE } from "../words/ruleNumbers";
import type { Settings } from "../tables/settings";

/** Settings holds texts that were looked at when they were read. */
export function ruleOf(settings: Settings): Rule {
  const numbers = Object.keys(RULE).map((name) => [
    name,
    Number(settings[name as keyof Rule & keyof Settings]),
  ]);
  return Object.fromEntries(numbers) as unknown as Rule;
}
