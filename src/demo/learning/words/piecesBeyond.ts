/** Pieces of work beyond literacy and numeracy that staff give feedback on. */
import type { PieceOfWork } from "./pieceOfWork";

export const PIECES_BEYOND: readonly PieceOfWork[] = [
  {
    subject: "science",
    piece: "Plant growth investigation",
    objective: "To plan a fair test.",
    criteria: "One thing changed, the others kept the same.",
    said: [
      ["You changed only the light, so the test is fair.", "Write down how much water each plant gets."],
      ["Measuring every Tuesday gave you a reliable table.", "Say what you think happens next, and why."],
    ],
    response: "Wrote 50 ml beside each plant.",
  },
  {
    subject: "science",
    piece: "Circuit with two lamps",
    objective: "To explain what changes in a circuit.",
    criteria: "Diagram with symbols, a reason with because.",
    said: [
      ["All symbols are right, and the switch is where it should be.", "Finish the sentence with because."],
      ["You found the loose wire by testing one part at a time.", "Draw what happens with a second cell."],
    ],
    response: "Added: because the cell now pushes through two lamps.",
  },
  {
    subject: "science",
    piece: "Rock sorting table",
    objective: "To group by observation.",
    criteria: "Two tests, results in a table.",
    said: [
      [
        "Your scratch test is described so that others can repeat it.",
        "Sort the last three rocks the same way.",
      ],
      ["You looked closely and noticed the layers.", "Name the group that the layered ones belong to."],
    ],
    response: "Sorted the last three and moved one.",
  },
  {
    subject: "other subject",
    piece: "Timeline of the town",
    objective: "To put events in order and explain one.",
    criteria: "Five events in order, one explained.",
    said: [
      ["All five events stand in the right place on the line.", "Explain why the railway mattered."],
      [
        "The old photograph is a good source and you said where it is from.",
        "Include one event from before 1900.",
      ],
    ],
    response: "Wrote two sentences about the railway.",
  },
  {
    subject: "other subject",
    piece: "Self-portrait in charcoal",
    objective: "To use light and dark.",
    criteria: "Three tones, proportions checked.",
    said: [
      ["The shadow under the chin makes it stand out.", "Make the background one tone darker."],
      [
        "You checked the eye line with a pencil, and it shows.",
        "Find the brightest spot and leave it white.",
      ],
    ],
    response: "Rubbed out a highlight on the nose.",
  },
  {
    subject: "programme",
    piece: "Bird box in softwood",
    objective: "To mark out and cut accurately.",
    criteria: "Within two millimetres, edges sanded.",
    said: [
      ["Five of the six parts fit without a gap.", "Mark with a knife line before the next cut."],
      [
        "The edges are smooth, and you checked them with the square.",
        "Remember to drill the hole before joining the front.",
      ],
    ],
    response: "Recut the sixth part with a knife line; it fits.",
  },
  {
    subject: "programme",
    piece: "Vegetable soup for six",
    objective: "To prepare food safely.",
    criteria: "Claw grip, clean board, tasted and seasoned.",
    said: [
      [
        "Your claw grip was safe from the first carrot to the last.",
        "Try a spoonful before adding salt next time.",
      ],
      ["The kitchen was cleaner than before you started.", "Write the times on the recipe card."],
    ],
    response: "Wrote the times down and tasted twice.",
  },
  {
    subject: "programme",
    piece: "Bicycle brake service",
    objective: "To follow a service checklist.",
    criteria: "Each line ticked and tested.",
    said: [
      ["You tested after each line and found the worn pad.", "Record the pad's size on the checklist."],
      ["Tools went back in order without a reminder.", "Explain the next job to a partner first."],
    ],
    response: "Recorded the size and ordered the pads.",
  },
];
