/** The nearest of several words to one that is written wrongly. */

/** Letters to put in, take out or change to make one of the other: `nmae`, `name` -> 2. */
export function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1)
      row.push(
        Math.min(
          (above[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
          (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    above = row;
  }
  return above[b.length] ?? 0;
}

/** Null where not even half of the word is like any of them. */
export function nearest(word: string, all: readonly string[]): string | null {
  const lower = word.toLowerCase();
  const [best] = all
    .map((one) => ({ one, far: distance(lower, one.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  return best && best.far <= Math.max(2, Math.floor(word.length / 2)) ? best.one : null;
}
