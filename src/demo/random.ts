/** Chance that is the same every time: a generator for a seed and the words that name what is drawn. */

export type Draw = () => number;

/**
 * A number between 0 and 1 at each call (mulberry32), the same series for the same words: adding a pupil
 * disturbs no other.
 */
export function drawFor(...words: readonly (string | number)[]): Draw {
  let state = 2166136261;
  const text = words.join("|");
  for (let i = 0; i < text.length; i += 1) state = Math.imul(state ^ text.charCodeAt(i), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from 0 to below `count`. */
export const below = (draw: Draw, count: number): number => Math.floor(draw() * count);

/** One of a list that is not empty. */
export function oneOf<T>(draw: Draw, list: readonly T[]): T {
  return list[below(draw, list.length)] as T;
}
