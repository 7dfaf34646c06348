/** What the sidebar shows of one pupil: everything that staff need to know, in one answer. */
import type { Day } from "../words/days";
import type { Grade, Mark } from "../words/grades";
import type { ReportPart } from "../reports/board/reportPart";
import type { Assessment } from "../tables/assessments";
import type { CheckIn, Evidence, Feedback } from "../tables/feedback";
import type { Reward } from "../tables/rewards";
import type { Target } from "../tables/targets";

/**
 * Whose page is wanted: a pupil's id, or null for the selected row's; `known` is whose page is open already.
 */
export interface WantedPupil {
  pupil: string | null;
  known: string | null;
}

/**
 * `same`: the selected row belongs to the pupil whose page is open. `none`: why there is no page, in a
 * sentence, and whom to choose from.
 */
export type Opened =
  | { kind: "pupil"; page: PupilPage }
  | { kind: "same" }
  | { kind: "none"; said: string; roll: PupilPage["roll"] };

export interface PupilPage {
  id: string;
  name: string;
  /** As the hub calls the pupil, without the surname. */
  knownAs: string;
  /** `Year 9`, or "" without a date of birth. */
  year: string;
  /** Names of the providers of current placements. */
  providers: string[];
  strengths: string;
  whatHelps: string;
  needs: string;
  today: Day;
  me: { id: string; name: string; initials: string; role: string; teaches: boolean };
  /** `Worried about a child's safety? Tell the DSL now (…), do not record it here.` */
  dsl: string;
  glance: Glance;
  alerts: { area: string; state: string; sentence: string }[];
  plan: OpenPlan | null;
  /** Newest first, as all lists here. */
  targets: Target[];
  /** Subjects in which the last three targets that ended were all met. */
  readyToStretch: string[];
  feedback: Feedback[];
  checkIns: SeenCheckIn[];
  evidence: Evidence[];
  rewards: Reward[];
  assessments: Assessment[];
  /** What baselines are still to be done, and by when. */
  baselinesDue: string[];
  whoToAsk: { about: string; who: string }[];
  /** The week to grade: the school week of today, or the last one; null where the pupil has no row in it. */
  grading: Grading | null;
  /** Pupils of that week in the order of their rows; where it has no rows, those with a placement now. */
  roll: { id: string; name: string }[];
  studentOfTheWeek: StudentOfTheWeek;
  report: ReportPart;
}

/** The half-term at a glance, oldest week first. */
export interface Glance {
  areas: { id: string; name: string }[];
  weeks: GlanceWeek[];
  /** The pupil's own level of Overall; null before there is one. */
  level: Grade | null;
  /** Each week's level, as long as `weeks`. */
  levels: (Grade | null)[];
}

export interface GlanceWeek {
  week: Day;
  /** `16 Nov`. */
  label: string;
  /** In the order of the areas. */
  marks: Mark[];
  overall: Mark;
  derived: boolean;
}

export interface OpenPlan {
  id: string;
  owner: string;
  concern: string;
  reviewOn: Day | null;
  actions: { what: string; who: string; by: Day | null; status: string }[];
}

/** A check-in with what staff saw in the same week: where the two differ there is something to talk about. */
export interface SeenCheckIn extends CheckIn {
  points: { area: string; pupil: Grade; staff: Grade }[];
  /** The pupil's own ratings, by area name. */
  own: { area: string; pupil: Grade }[];
}

export interface Grading {
  week: Day;
  label: string;
  areas: {
    id: string;
    name: string;
    mark: Mark;
    descriptors: Record<Grade, string>;
    /** In the pupil's words, for check-ins. */
    forPupils: Record<Grade, string>;
  }[];
  overall: Mark;
  /** What the areas would give. */
  derived: Mark;
  strength: string;
  nextStep: string;
  note: string;
}

export interface StudentOfTheWeek {
  /** Chosen this week; null where nobody is yet. */
  chosen: string | null;
  /** In a fair order: who was never chosen, then whose turn is longest ago. */
  nominations: { id: string; pupil: string; name: string; reason: string; by: string; last: Day | null }[];
  /** Pupils here whom nobody has recognised for as long as Settings says, by name. */
  unrecognised: string[];
}
