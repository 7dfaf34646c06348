/**
 * The wording check of a section: what is looked for comes from watched.ts, so that the sidebar can run it as
 * well.
 */
import type { Section } from "../says/sections";

export interface Watched {
  /** The text of a pattern, of whole words and whatever their capitals; names in it have no accents. */
  words: string;
  why: string;
  instead: string;
  /**
   * Where it is looked for: what staff write, their next steps alone, or the pupil's and the carer's words
   * too.
   */
  where: "staff" | "next steps" | "all";
}

export interface WordingProblem {
  /** The section's label. */
  section: string;
  /** As it is written there. */
  found: string;
  why: string;
  instead: string;
}

type Checked = Pick<Section, "name" | "label" | "most" | "voice">;

/** `written.nextsteps`, `written.semhsteps`, `written.onething`. */
const NEXT_STEPS = /steps$|onething$/;

const isWatched = ({ name, voice }: Checked, where: Watched["where"]): boolean =>
  where === "all" || (voice === "staff" && (where === "staff" || NEXT_STEPS.test(name)));

/**
 * Each problem of a section's text, with what to write instead: `He is lazy.` -> lazy, a label, what he did.
 */
export function wordingProblems(
  section: Checked,
  text: string,
  watched: readonly Watched[],
): WordingProblem[] {
  const { label, most } = section;
  const plain = text.normalize("NFD");
  const found = watched.flatMap(({ words, why, instead, where }) => {
    const pattern = new RegExp("(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{M}\\p{N}])", "iu");
    const [said] = (isWatched(section, where) && pattern.exec(plain)) || [];
    return said === undefined ? [] : [{ section: label, found: said.normalize("NFC"), why, instead }];
  });
  const over = text.length - most;
  return over > 0 ? [...found, tooLong(label, most, over)] : found;
}

const tooLong = (section: string, most: number, over: number): WordingProblem => ({
  section,
  found: `${over} characters too many`,
  why: `only ${most} fit here`,
  instead: "a shorter text",
});
