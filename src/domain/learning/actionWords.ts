/**
 * Whether a next step begins with something to do; only ever a hint. No imports, so that the sidebar can use
 * it.
 */
const ACTIONS = new Set(
  (
    "act add agree answer apply arrange ask attempt begin bring build calculate call change check choose circle clarify " +
    "colour come compare complete connect continue convert copy correct count create cut decide describe design develop " +
    "discuss divide do draft draw edit estimate explain explore extend fill find finish fix focus follow get give go group " +
    "have help highlight identify improve include join keep label learn leave let link list listen look make mark match " +
    "measure meet move multiply name note order organise pick place plan practise prepare present put question read " +
    "record redraft reflect rehearse remember remove repeat rephrase replace rework rewrite say select send set share " +
    "show sit sketch solve sort speak spell start state stay stop subtract suggest swap take talk tell test think time " +
    "travel try turn underline use vary visit wait walk watch work write"
  ).split(" "),
);

/**
 * `Add a full stop to each sentence` is an action; `better punctuation` is none; nothing typed yet needs no
 * hint.
 */
export function beginsWithAction(text: string): boolean {
  const [first = ""] = text
    .trim()
    .toLowerCase()
    .split(/[^a-z]+/);
  return text.trim() === "" || ACTIONS.has(first);
}
