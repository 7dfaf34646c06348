/**
 * The sections of a report that somebody writes: which there are, who writes them, and how long they may be.
 */

export interface Section {
  /** Its tag: `{{written.literacy}}`. */
  name: string;
  label: string;
  /** Characters; what fits where formats leave little room. */
  most: number;
  /** Whose words they are. */
  voice: "staff" | "pupil" | "carer";
}

const section = (name: string, label: string, most = 900, voice: Section["voice"] = "staff"): Section => ({
  name: `written.${name}`,
  label,
  most,
  voice,
});

/** The four broad areas of need of the SEND Code of Practice; none says what a pupil has. */
const NEED_AREAS = [
  ["communication", "Communication and interaction"],
  ["cognition", "Cognition and learning"],
  ["semh", "Social, emotional and mental health"],
  ["sensory", "Sensory and physical"],
] as const;

export const SECTIONS: readonly Section[] = [
  section("strengths", "Strengths"),
  section("literacy", "Literacy"),
  section("numeracy", "Numeracy"),
  section("wellbeing", "Wellbeing"),
  section("helps", "What helps"),
  section("nextsteps", "Next steps for school"),
  section("comment", "One comment", 200),
  section("worries", "Worries"),
  section("onething", "One thing school can do", 300),
  section("attainment", "Attainment against what is expected", 600),
  section("suspensions", "Suspensions", 400),
  section("premium", "Pupil Premium Plus use", 600),
  section("outcome", "Outcome"),
  section("steps", "Steps"),
  section("ontrack", "On track", 300),
  ...NEED_AREAS.flatMap(([name, label]) => [
    section(`${name}outcome`, `${label}: outcome`, 400),
    section(`${name}steps`, `${label}: steps`, 400),
    section(`${name}ontrack`, `${label}: on track`, 300),
  ]),
  section("provision", "Provision delivered"),
  section("amendment", "Advice on amendment"),
  section("objectives", "Placement objectives", 600),
  section("readiness", "Reintegration readiness"),
  section("recommendation", "Recommendation"),
  section("nextreview", "Next review", 120),
  section("note", "Note for home", 400),
  section("ican", "I can", 600, "pupil"),
  section("proud", "I am proud of", 400, "pupil"),
  section("voice", "The pupil's view", 600, "pupil"),
  section("selfassessment", "Self-assessment", 600, "pupil"),
  section("carer", "The carer's view", 600, "carer"),
];
