/** What pupils showed, how it was seen, and what next. No level: one piece of work does not amount to one. */
import type { METHODS, Subject } from "../../../domain/words/choices";

type Method = (typeof METHODS)[number];

export const EVIDENCE: readonly (readonly [
  subject: Subject,
  method: Method,
  shown: string,
  nextStep: string,
])[] = [
  [
    "literacy",
    "talk partners",
    "Explained to a partner why the hero lies, and pointed to the line that proves it.",
    "Write the same point down with the quotation.",
  ],
  [
    "literacy",
    "questioning",
    "Answered three why questions about the text, each with a reason.",
    "Ask two why questions about the next text.",
  ],
  [
    "literacy",
    "self-assessment",
    "Ticked the success criteria, found a missing ending and wrote it.",
    "Check the ending before handing in.",
  ],
  [
    "literacy",
    "peer assessment",
    "Used a partner's comment to make the opening shorter and stronger.",
    "Give a comment in return, with one suggestion.",
  ],
  [
    "literacy",
    "response marking",
    "Corrected all six commas after a note in the margin.",
    "Use commas in a list in the next piece.",
  ],
  [
    "literacy",
    "differentiated criteria",
    "Chose the longer planner and filled every box before writing.",
    "Try the planner without sentence starters.",
  ],
  [
    "literacy",
    "questioning",
    "Worked out an unknown word from the sentence around it.",
    "Note three such words with their meaning.",
  ],
  [
    "numeracy",
    "talk partners",
    "Convinced a partner that one half and three sixths are the same, with strips.",
    "Find two more fractions that are equal.",
  ],
  [
    "numeracy",
    "questioning",
    "Explained why a zero is needed in the tens column.",
    "Write a question in which the zero matters.",
  ],
  [
    "numeracy",
    "self-assessment",
    "Rated each question by confidence and practised the two lowest.",
    "Choose the next set by confidence again.",
  ],
  [
    "numeracy",
    "peer assessment",
    "Checked a partner's working and found where it went off.",
    "Explain the slip without giving the answer.",
  ],
  [
    "numeracy",
    "response marking",
    "Answered the extra question in the book with full working.",
    "Show the check as well as the answer.",
  ],
  [
    "numeracy",
    "differentiated criteria",
    "Moved on from counters to a number line in the middle of the lesson.",
    "Use the number line first next time.",
  ],
  [
    "numeracy",
    "questioning",
    "Predicted the next three terms and gave the rule in words.",
    "Write the rule with a letter.",
  ],
  [
    "science",
    "questioning",
    "Said what would make the test unfair and how to avoid it.",
    "Plan the next test with one change only.",
  ],
  [
    "science",
    "talk partners",
    "Compared results with a partner and noticed the odd one out.",
    "Repeat the odd result twice.",
  ],
  [
    "science",
    "self-assessment",
    "Used the key-word list to improve the conclusion.",
    "Include two key words from the start.",
  ],
  [
    "other subject",
    "peer assessment",
    "Took up a suggestion on the map and added a key.",
    "Add a scale to the map.",
  ],
  [
    "other subject",
    "questioning",
    "Gave two reasons why people moved to towns, in the right order.",
    "Find a source for one of the reasons.",
  ],
  [
    "programme",
    "questioning",
    "Named each tool's use and the safety rule that goes with it.",
    "Give the safety talk next session.",
  ],
  [
    "programme",
    "self-assessment",
    "Compared the finished box with the drawing and measured the difference.",
    "Mark out twice before cutting.",
  ],
  [
    "programme",
    "differentiated criteria",
    "Chose the harder recipe and kept to the timings.",
    "Plan a two-course meal.",
  ],
  [
    "engagement",
    "talk partners",
    "Listened first, then built on the partner's idea.",
    "Share one idea with the whole group.",
  ],
  [
    "wellbeing",
    "self-assessment",
    "InRow the week on the feelings scale and said what had helped.",
    "Choose one of those helps for Monday.",
  ],
  [
    "behaviour and safety",
    "self-assessment",
    "Looked back on a disagreement and found the moment to stop.",
    "Practise the stop sign with a partner.",
  ],
  [
    "literacy",
    "talk partners",
    "Rehearsed an argument aloud and then wrote it almost word for word.",
    "Rehearse the next paragraph in the same way.",
  ],
];
