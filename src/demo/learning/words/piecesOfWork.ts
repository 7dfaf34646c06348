/** Pieces of work in literacy and numeracy that staff give feedback on, then those beyond. */
import type { PieceOfWork } from "./pieceOfWork";
import { PIECES_BEYOND } from "./piecesBeyond";

export const PIECES_OF_WORK: readonly PieceOfWork[] = [
  {
    subject: "literacy",
    piece: "Letter to the council about the park",
    objective: "To persuade a reader with reasons.",
    criteria: "Three reasons, a polite tone and a clear ending.",
    said: [
      [
        "Your second reason is very convincing because you gave a fact.",
        "Add a fact to the first reason as well.",
      ],
      ["The polite opening makes one want to read on.", "Write an ending that says what should happen."],
    ],
    response: "Added the number of people who use the park.",
  },
  {
    subject: "literacy",
    piece: "Opening of a ghost story",
    objective: "To build up tension.",
    criteria: "Short sentences, sounds and something left unsaid.",
    said: [
      ["The creaking stairs work well: one can hear them.", "Make two short sentences of the longest one."],
      [
        "You left out what was behind the door, and that is scary.",
        "Choose one more sound for the corridor.",
      ],
    ],
    response: "Cut the long sentence in two and read it out.",
  },
  {
    subject: "literacy",
    piece: "Book review",
    objective: "To give an opinion with evidence.",
    criteria: "What it is about, an opinion and a quotation.",
    said: [
      ["Your opinion is clear from the first line.", "Find one sentence in the book that proves it."],
      ["The summary tells enough and keeps the ending secret.", "Explain why you would give it four stars."],
    ],
    response: "Found a quotation on page 31 and copied it in.",
  },
  {
    subject: "literacy",
    piece: "Instructions for mending a puncture",
    objective: "To write clear instructions.",
    criteria: "Steps in order, command words and a list of tools.",
    said: [
      [
        "Every step starts with a command word, so it is easy to follow.",
        "Put the list of tools at the top.",
      ],
      ["The order is right: somebody tried it and it worked.", "Draw a small picture for the third step."],
    ],
    response: "Moved the tools to the top and numbered the steps.",
  },
  {
    subject: "literacy",
    piece: "Poem about the weather",
    objective: "To use comparisons.",
    criteria: "Two similes, strong verbs and a title.",
    said: [
      ["Rain like drumming fingers is a lovely simile.", "Swap went and got for stronger verbs."],
      ["The last line surprises the reader.", "Think of a title that gives nothing away."],
    ],
    response: "Changed went to tumbled.",
  },
  {
    subject: "literacy",
    piece: "Diary of a day in the trenches",
    objective: "To write in role from sources.",
    criteria: "Two facts from the sources, feelings and the past tense.",
    said: [
      ["Both facts come from the sources and fit the voice.", "Check the tense in the second paragraph."],
      ["One feels the cold in your description of the night.", "Include one sound that the source names."],
    ],
    response: "Changed four verbs to the past tense.",
  },
  {
    subject: "numeracy",
    piece: "Fractions of amounts, set of twelve",
    objective: "To find a fraction of an amount.",
    criteria: "Steps shown, answers checked.",
    said: [
      ["You divided first every time, and ten of twelve are right.", "Check questions five and nine again."],
      ["Your bar drawings show why it works.", "Try the last three without a drawing."],
    ],
    response: "Corrected both and found the slip in the nine times table.",
  },
  {
    subject: "numeracy",
    piece: "Bar chart of favourite snacks",
    objective: "To draw a chart with an even scale.",
    criteria: "Title, labels and equal steps.",
    said: [
      [
        "The bars are drawn with great care and the title says it all.",
        "Label the side with what it counts.",
      ],
      ["The scale goes up evenly, which makes it honest.", "Write two sentences about what the chart shows."],
    ],
    response: "Labelled both sides and wrote that crisps came second.",
  },
  {
    subject: "numeracy",
    piece: "Shopping on a budget",
    objective: "To add money and find change.",
    criteria: "Columns lined up, total checked by rounding.",
    said: [
      [
        "You stayed under ten pounds and rounded to check.",
        "Write the pence in one column before adding the third basket.",
      ],
      ["Counting up to find the change was a clever choice.", "Work out how much two weeks would cost."],
    ],
    response: "Lined the pence up; the third total was 40p out before.",
  },
  {
    subject: "numeracy",
    piece: "Plan of the classroom to scale",
    objective: "To measure and use a scale.",
    criteria: "Measured to the centimetre, scale written down.",
    said: [
      ["The long wall is right to the centimetre.", "Measure the window again from the corner."],
      ["Your scale is written where everybody can find it.", "Add the tables at the same scale."],
    ],
    response: "Measured again: it was 12 cm out.",
  },
  {
    subject: "numeracy",
    piece: "Times-table grid against the clock",
    objective: "To recall facts quickly.",
    criteria: "More right than last time.",
    said: [
      [
        "Seven more than last week, and the sixes are nearly all there.",
        "Practise six times seven and eight.",
      ],
      ["You left the hard ones and came back to them: good tactics.", "Use the fives to work out the sixes."],
    ],
    response: "Got all the sixes in the next grid.",
  },
  {
    subject: "numeracy",
    piece: "Angles in a triangle",
    objective: "To find a missing angle.",
    criteria: "Rule named, working shown.",
    said: [
      ["You named the rule before you started.", "Show the subtraction under each triangle."],
      ["Your protractor readings were within one degree.", "Try one where two angles are equal."],
    ],
    response: "Wrote the subtraction under all six.",
  },
  ...PIECES_BEYOND,
];
