/**
 * What staff write about a pupil's week: warm, concrete, and about nobody else. `@` stands for the pupil's
 * known-as.
 */
import type { Draw } from "./random";
import { oneOf } from "./random";

const STRENGTHS = [
  "@ stayed with a hard page of fractions and asked for help at the right moment.",
  "@ welcomed a new pupil and showed them where everything is kept.",
  "@ read aloud to the group for the first time.",
  "@ planned, cooked and costed a meal for four.",
  "@ finished the bench in woodwork and sanded every edge.",
  "@ wrote a full page without stopping.",
  "@ stepped away from an argument and came back calm.",
  "@ explained long multiplication on the board, clearly and patiently.",
  "Arrived ready every morning and helped to set the room up.",
  "Chose a longer book and is halfway through it.",
  "Kept a promise made on Monday, all week.",
  "Scored eight out of ten in spelling, three more than last time.",
  "Asked thoughtful questions on the visit to the fire station.",
  "Took the lead in the team challenge and listened to everybody.",
  "Said sorry without being asked and put it right.",
  "Tried again after a difficult Tuesday and had two very good days.",
  "Drew a careful plan of the garden to scale.",
  "Used the quiet room before things got too much.",
  "Proud of a first try at soldering: the lamp works.",
  "Read a timetable and planned the bus journey alone.",
  "Looked after the hens all week and kept the record.",
  "Made everyone laugh kindly in drama and held the scene together.",
];

const NEXT_STEPS = [
  "Read for ten minutes a day and note one new word each time.",
  "Practise the six and seven times tables with the cards.",
  "Check in at nine every morning before the first session.",
  "Write three sentences with a capital letter and a full stop.",
  "Ask for the quiet room with the card before leaving a session.",
  "Finish the second unit of the construction workbook.",
  "Plan the opening paragraph with the story mat.",
  "Bring the food diary and compare two days.",
  "Agree a seat for group work and keep it for the week.",
  "Measure the shelf and write the cutting list.",
  "Choose one worry to talk through on Wednesday.",
  "Set the alarm ten minutes earlier and tick it on the chart.",
  "Try the first question alone before asking.",
  "Learn five spellings from the science list.",
  "Show a parent or carer the folder at home.",
  "Take the role of timekeeper in the team challenge.",
];

const NOTES = [
  "Please send the reading list for next half-term.",
  "A book bag was left in your office; could it come with the taxi?",
  "Ready for a visit back to school; shall we agree a day?",
  "The mock paper you sent has arrived, thank you.",
];

const STUDENT_OF_THE_WEEK = "@ is our Student of the Week: four lessons in a row finished, and proud of it.";

export interface WeekTexts {
  strength: string;
  nextStep: string;
  note: string;
}

const NO_TEXTS: WeekTexts = { strength: "", nextStep: "", note: "" };

/**
 * The week's texts; nothing where the pupil was not graded at all. A pupil without a name of its own (null)
 * is not named.
 */
export function inventedTexts(
  draw: Draw,
  ownName: string | null,
  graded: boolean,
  awarded: boolean,
): WeekTexts {
  const choices = ownName === null ? STRENGTHS.filter((text) => !text.includes("@")) : STRENGTHS;
  const strength = awarded ? STUDENT_OF_THE_WEEK : oneOf(draw, choices);
  const nextStep = oneOf(draw, NEXT_STEPS);
  const note = draw() < 0.08 ? oneOf(draw, NOTES) : "";
  if (!graded) return NO_TEXTS;
  return { strength: strength.replace("@", ownName ?? ""), nextStep, note };
}
