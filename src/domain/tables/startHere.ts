/** The tab that explains the week to somebody new, on one screen. */
import { VERSION } from "./versions";
import type { Settings } from "./settings";
import type { RecordOf } from "./table";
import { table, text } from "./table";

export const startHere = table({
  tab: "Start here",
  about: "A week at the hub, for somebody new.",
  purpose: "To explain the week to somebody new.",
  basis: "Holds no personal records.",
  kept: "Rewritten by the add-on. Nothing older is kept here.",
  ofPupil: null,
  key: [],
  addOnOnly: true,
  whole: true,
  columns: () => ({
    when: text("When", { note: "When it happens.", writer: "add-on", width: 170, wrap: true }),
    what: text("What happens, and what you do", {
      note: "In a sentence or two.",
      writer: "add-on",
      width: 620,
      wrap: true,
    }),
    where: text("Where", { note: "The tab or menu.", writer: "add-on", width: 220, wrap: true }),
  }),
});

type Line = RecordOf<typeof startHere>;
const line = (when: string, what: string, where: string): Line => ({ when, what, where });

/** The lines, with the times and names that Settings holds. */
export const startHereLines = (s: Settings): Line[] => [
  line(
    "First day of the week",
    "A row is made for each pupil under the headings, with the newest week at the top. To see only your own, use Data, Create filter view, on Key worker.",
    "Weekly grades",
  ),
  line(
    "During the week",
    "Type g, a or r (Green, Amber, Red) for each area. No grade? H closed, T not timetabled, I ill or authorised, U absent unexplained, E too little evidence. One piece of work is not a grade: judge the week.",
    "Weekly grades; point at a heading to see what it means",
  ),
  line(
    "Before you close",
    "Write a strength first: what went well. Then a next step that begins with something to do. Do not use another pupil's name: the text would not be sent.",
    "Strength, Next step, Note for provider",
  ),
  line(
    "About one pupil",
    "Select the pupil's row and open the sidebar: strengths, what helps, the half-term, targets, feedback, check-ins, evidence, rewards and assessments, and grades with one key each.",
    "Menu: Pupil sidebar",
  ),
  line(
    `Last open day, ${s.chaseFrom}`,
    "Anybody who still has blanks gets one reminder. Each blank belongs to the pupil's key worker.",
    "Your email",
  ),
  line(
    `Last open day, ${s.closingTime}`,
    "The week closes. Each provider (the school or service that placed the pupil) gets its update. If Overall is blank, it is worked out from the areas.",
    "Overview shows all pupils' weeks",
  ),
  line(
    "After that",
    "Enter what was late and correct what was wrong, in the same row. The provider's next update will report it automatically.",
    "Weekly grades",
  ),
  line(
    "A pupil falls below the pupil's own level",
    `After ${s.threshold} weeks below it you are warned. After one more, the provider gets a notice and an action plan opens. The pupil's key worker leads it.`,
    "Needs a look; menu: Action plans",
  ),
  line(
    "Something is wrong",
    "Each line says where the problem is, what is wrong and what to do. It disappears once corrected.",
    "Problems",
  ),
  line(
    "Worried about a child's safety?",
    `Tell the DSL now${s.dslName ? `: ${s.dslName}${s.dslPhone ? `, ${s.dslPhone}` : ""}` : ""}. Do not record it here.`,
    "Not in this workbook",
  ),
  line(
    "Who can see this",
    "Everybody who can open this workbook can read all of it, hidden and protected tabs too. Providers get only their own pupils, by email.",
    "Menu: Show all tabs",
  ),
  line(
    "After an update",
    `Hub Tracker adds what is new by itself. This workbook is version ${VERSION}.`,
    "Settings",
  ),
];
