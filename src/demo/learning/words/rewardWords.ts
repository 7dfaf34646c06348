/** Why pupils are celebrated: good work with the criterion it met, and reasons for Student of the Week. */
import type { Subject } from "../../../domain/words/choices";

export type RewardWords = readonly [subject: Subject, piece: string, criterion: string, reason: string];

export const GOOD_WORK: readonly RewardWords[] = [
  ["literacy", "Persuasive speech", "Three reasons, each backed up", "Spoke clearly and held the room."],
  ["literacy", "Haiku about autumn", "Right syllables, one strong image", "Chose every word with care."],
  [
    "literacy",
    "Newspaper front page",
    "Headline, lead and quotation",
    "Redrafted twice without being asked.",
  ],
  ["literacy", "Reading record", "Read on five days", "Finished a whole book this week."],
  [
    "literacy",
    "Handwriting page",
    "Letters on the line, even size",
    "Slowed down, and it shows on every line.",
  ],
  ["literacy", "Film review", "Opinion with two examples", "Made three people want to see the film."],
  ["numeracy", "Percentages in a sale", "Steps shown, answers checked", "Found and corrected a slip alone."],
  ["numeracy", "Symmetry poster", "Two lines of symmetry", "Measured every line with a ruler."],
  ["numeracy", "Times-table challenge", "Better than last time", "Beat an own best by six."],
  ["numeracy", "Budget for a day out", "Under budget, totals right", "Thought of the bus fare, too."],
  ["numeracy", "Tangram puzzles", "Five shapes solved", "Kept trying until the last piece fitted."],
  ["numeracy", "Survey and pie chart", "Fair questions, labelled chart", "Asked twenty people politely."],
  ["science", "Water filter", "Tested and improved", "Improved the filter after each test."],
  ["science", "Heart-rate graph", "Even scale, title, labels", "Drew a graph that needs no explanation."],
  ["science", "Model of the planets", "Right order, labelled", "Worked out the distances to scale."],
  ["other subject", "Lino print", "Clean cut, even ink", "Printed four copies, each better than the last."],
  ["other subject", "Map of the local area", "Key, scale and north", "Walked the route to check the map."],
  [
    "programme",
    "Oak chopping board",
    "Square, sanded and oiled",
    "Finished to a standard that could be sold.",
  ],
  ["programme", "Bread rolls", "Weighed, proved and shared", "Baked for the group and cleared up after."],
  [
    "programme",
    "Raised flower bed",
    "Level and planted to plan",
    "Carried on through the drizzle with a smile.",
  ],
  ["programme", "Bicycle gear repair", "Checklist complete", "Explained the repair step by step."],
  ["engagement", "Team bridge", "Everybody had a part", "Made sure that all ideas were heard."],
  ["wellbeing", "Good-things book", "Five lines in a week", "Found something good even on a grey day."],
  ["behaviour and safety", "Workshop safety talk", "All rules named", "Led the talk calmly and clearly."],
  [
    "attendance",
    "In on a hard day",
    "Came when it was not easy",
    "Came in on a day that was not easy, and worked well.",
  ],
  [
    "punctuality",
    "An own alarm",
    "Ready before the start",
    "Set an own alarm and was ready before the session began.",
  ],
];

/** Reasons that staff nominate for, and that the update shows when the pupil is chosen. */
export const NOMINATED_FOR: readonly RewardWords[] = [
  ["engagement", "Group project", "Helped others to succeed", "Helped two others to finish before resting."],
  ["literacy", "Short story", "Drafted, improved, finished", "Worked on one story all week until it shone."],
  ["numeracy", "Fractions unit", "Kept going", "Did not give up on fractions, and now explains them."],
  ["behaviour and safety", "Playground games", "Kept it fair", "Kept a game fair and friendly all week."],
  ["wellbeing", "Morning check-in", "Honest and brave", "Talked about a worry early and had a good day."],
  ["attendance", "Attendance goal", "Better than before", "Came on days that used to be hard."],
  ["programme", "Workshop bench", "Care for shared tools", "Left the workshop better than it was."],
  [
    "literacy",
    "Reading to younger pupils",
    "Kind and patient",
    "Read to younger pupils with great patience.",
  ],
  ["engagement", "Science fair", "Curious questions", "Asked the questions that got everybody thinking."],
  ["programme", "Lunch for visitors", "Planned and served", "Cooked for visitors and welcomed them warmly."],
  ["punctuality", "Morning bus", "A new habit", "Tried the earlier bus and was in time for breakfast."],
  ["numeracy", "Maths buddy", "Explains, never tells", "Was a patient partner in maths."],
  ["wellbeing", "Calm corner", "Used it well", "Took breaks in good time and came back ready."],
  ["other subject", "Mural", "From sketch to wall", "Drew the sketch for the mural and shared the painting."],
  ["science", "Pond survey", "Careful records", "Recorded every find and put each one back safely."],
  [
    "behaviour and safety",
    "Putting things right",
    "Said it and did it",
    "Put a mistake right without being asked.",
  ],
  ["literacy", "Poetry reading", "Prepared and brave", "Read a poem to an audience for the first time."],
  [
    "numeracy",
    "Snack bar accounts",
    "Every total checked",
    "Kept the accounts of the snack bar without a slip.",
  ],
  ["engagement", "Chess club", "Good sport", "Taught the rules of chess and lost a game with grace."],
  ["programme", "Allotment", "Finished in all weathers", "Dug, planted and watered until the bed was done."],
  ["wellbeing", "Walk and talk", "Ready to listen", "Listened to a friend and knew when to fetch an adult."],
  [
    "other subject",
    "Class museum",
    "Researched and labelled",
    "Found the story behind an old object and told it well.",
  ],
  [
    "science",
    "Weather station",
    "Recorded daily",
    "Read the weather station each day and spotted a pattern.",
  ],
  ["literacy", "Letter of thanks", "Own idea", "Wrote to thank a visitor, as an own idea."],
  [
    "engagement",
    "Visit to the museum",
    "Represented the hub",
    "Thanked the guide and answered every question.",
  ],
];

/** The newest Student of the Week's, as that week's strength has it. */
export const FOUR_LESSONS: RewardWords = [
  "engagement",
  "Four lessons in a row",
  "Finished what was started",
  "Finished four lessons in a row, and is proud of it.",
];
