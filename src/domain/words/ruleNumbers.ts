/** The numbers of "deteriorates for more than three weeks"; a hub may set every one of them. */
export interface Rule {
  /**
   * Graded weeks below the level that warn staff; one more, "more than three", notifies. A broad dip exceeds
   * it too.
   */
  readonly threshold: number;
  /** The first graded weeks, which set the level. */
  readonly establish: number;
  /** Graded weeks above the level, running, that raise it. */
  readonly rise: number;
  /** Graded weeks at or above the level, running, that end an episode. */
  readonly recover: number;
  /** Further graded weeks below the level between one "still below" and the next. */
  readonly repeat: number;
  /** How often "still below" is said in one episode. */
  readonly repeats: number;
  /** Away weeks in a row, with no graded one between, after which a new level is established. */
  readonly away: number;
  /** Often Red: said at this many Red weeks ... */
  readonly red: number;
  /** ... out of this many latest graded ones (at most 30), ... */
  readonly redOf: number;
  /** ... and it may be said again once fewer than this many of them are Red. */
  readonly redAgain: number;
  /** Broad dip: areas below their levels in one week. */
  readonly dipAreas: number;
}

export const RULE: Rule = {
  threshold: 3,
  establish: 2,
  rise: 3,
  recover: 2,
  repeat: 3,
  repeats: 2,
  away: 6,
  red: 4,
  redOf: 6,
  redAgain: 2,
  dipAreas: 2,
};
