/** Feedback in pupils' own words: on their own work, and on a partner's. */
import type { Subject } from "../../../domain/words/choices";

type Words = readonly [subject: Subject, piece: string, howWell: string, whatNext: string];

export const OWN_WORDS: readonly Words[] = [
  ["literacy", "Story opening", "I like my first line because it makes you ask why.", "Use more full stops."],
  [
    "literacy",
    "Spelling test",
    "I got nine, and I knew the tricky one.",
    "Learn the one with the silent letter.",
  ],
  [
    "literacy",
    "Reading log",
    "I read every day but one and I finished the book.",
    "Pick a book that is a bit harder.",
  ],
  [
    "literacy",
    "Talk on a hobby",
    "I looked up from my notes lots of times.",
    "Speak a bit slower at the end.",
  ],
  [
    "numeracy",
    "Long multiplication",
    "I set it out so I could find my own mistake.",
    "Do one without the grid.",
  ],
  ["numeracy", "Area of shapes", "I got the L shape by cutting it in two.", "Remember to write the units."],
  ["numeracy", "Money problems", "I checked with rounding and it was close.", "Try the two-step ones next."],
  [
    "science",
    "Magnet test",
    "My table was neat and you can see the pattern.",
    "Test one more thing that is metal.",
  ],
  [
    "programme",
    "Shelf in pine",
    "The joints are tight and I did them myself.",
    "Finish the bottom edge as well.",
  ],
  [
    "programme",
    "Pizza dough",
    "It came out soft because I kneaded it long enough.",
    "Use less flour on the table.",
  ],
  ["other subject", "Clay pot", "The pattern goes all the way round.", "Make the wall the same thickness."],
  [
    "engagement",
    "Team challenge",
    "I waited for my turn and then my idea worked.",
    "Ask the quiet one what they think.",
  ],
];

export const PEERS_WORDS: readonly Words[] = [
  [
    "literacy",
    "Story ending",
    "I did not guess the ending, so it works.",
    "Add what it looked like outside.",
  ],
  ["literacy", "Poster text", "Your heading made me want to read it.", "Check the spelling of because."],
  ["literacy", "Interview questions", "Good questions, nobody can just say yes.", "Put the best one last."],
  ["literacy", "Poem", "I liked the line about the wind.", "Read it louder so we can all hear it."],
  ["numeracy", "Line graph", "I could read it from the back of the room.", "Label the bottom line."],
  [
    "numeracy",
    "Puzzle for a partner",
    "It was hard but I got there, it is fair.",
    "Make a clue for step two.",
  ],
  ["numeracy", "Symmetry pattern", "Both sides match, I checked with the mirror.", "Use a third colour."],
  [
    "science",
    "Bridge of straws",
    "It held more than mine because of the triangles.",
    "Try it with fewer straws.",
  ],
  [
    "programme",
    "Fruit salad",
    "You cut everything the same size.",
    "Put the apple in last so it stays white.",
  ],
  [
    "programme",
    "Planter",
    "The corners are really straight.",
    "Make the top smooth so nobody gets a splinter.",
  ],
  ["other subject", "Comic strip", "You can tell the story without the words.", "Make the last box bigger."],
  [
    "other subject",
    "Drum rhythm",
    "You kept the beat when we got lost.",
    "Start a bit quieter and then build up.",
  ],
];

/** What pupils did about feedback that was theirs or a partner's. */
export const ANSWERS: readonly string[] = [
  "Did it straight away and showed it.",
  "Tried it on the next piece and ticked it off.",
  "Wrote the change in green pen.",
  "Talked it over with a partner and changed two lines.",
  "Put it on the list for the next lesson and did it then.",
  "Read the new version aloud.",
  "Changed it and said that it is better now.",
  "Practised it twice at home.",
  "Asked one question about it, then did it alone.",
  "Did half of it and explained why the other half should stay.",
  "Fixed it and checked the rest of the page as well.",
  "Made a second version and kept both.",
];
