/** What is graded each week, and the descriptors of each grade in staff and pupil words. */
import type { RecordOf } from "./table";
import { id, optionalDay, required, table, text, yesNo } from "./table";

const words = (heading: string, note: string) => text(heading, { note, width: 220, wrap: true });

export const areas = table({
  tab: "Areas",
  about: "What is graded each week. An area is retired, never deleted.",
  purpose: "What is graded, and what each grade means.",
  basis: "Holds no personal records.",
  kept: "For as long as the grades are kept.",
  ofPupil: null,
  key: ["id"],
  columns: () => ({
    id: id("A"),
    name: required("Name", {
      note: "Rename freely: the history stays, and Prepare workbook renames the heading.",
      width: 180,
    }),
    heading: text("Heading in use", {
      note: "The heading of this area's column in Weekly grades. Hub Tracker writes it. Blank until the area has a column.",
      writer: "add-on",
      width: 180,
    }),
    key: yesNo("Key area", "no", {
      note: "A key area can cause a notice to the provider.",
      ifUnreadable: "no",
    }),
    green: words("Green for staff", "What Green looks like, in staff words."),
    amber: words("Amber for staff", "What Amber looks like, in staff words."),
    red: words("Red for staff", "What Red looks like, in staff words."),
    greenForPupils: words("Green for pupils", "What Green looks like, in a pupil's words."),
    amberForPupils: words("Amber for pupils", "What Amber looks like, in a pupil's words."),
    redForPupils: words("Red for pupils", "What Red looks like, in a pupil's words."),
    retiredFrom: optionalDay("Retired from", { note: "The Monday from which the area is no longer graded." }),
  }),
});

export type Area = RecordOf<typeof areas>;

/**
 * What a new workbook starts with: name, key area, and Green, Amber, Red first for staff, then for pupils.
 */
const STARTERS: [string, "yes" | "no", ...string[]][] = [
  [
    "Attendance",
    "yes",
    "Here for all sessions offered",
    "Missed a session or two",
    "Missed more than a third",
    "I came every time",
    "I missed a bit",
    "I missed a lot",
  ],
  [
    "Punctuality",
    "no",
    "Ready when sessions start",
    "Late once or twice",
    "Late most days",
    "I was on time",
    "I was late sometimes",
    "I was often late",
  ],
  [
    "Behaviour and safety",
    "no",
    "Keeps to agreements, others feel safe",
    "Needs reminders, responds to them",
    "Needed adults to step in",
    "I kept our agreements",
    "I needed reminders",
    "It was a hard week",
  ],
  [
    "Engagement",
    "no",
    "Starts and finishes tasks",
    "Works with support",
    "Rarely starts or leaves tasks",
    "I gave things a go",
    "I worked with help",
    "I found it hard to start",
  ],
  [
    "Literacy",
    "no",
    "Meets the week's literacy target",
    "Part of the target",
    "Not yet working on it",
    "I can do my target",
    "I can do some of it",
    "Not yet",
  ],
  [
    "Numeracy",
    "no",
    "Meets the week's numeracy target",
    "Part of the target",
    "Not yet working on it",
    "I can do my target",
    "I can do some of it",
    "Not yet",
  ],
  [
    "Programme",
    "no",
    "On track in the programme",
    "Some steps to catch up",
    "Not on track",
    "I am on track",
    "I have some to catch up",
    "I need help to get going",
  ],
  [
    "Wellbeing",
    "no",
    "Settled, asks for help",
    "Some worries, talks to an adult",
    "Unsettled most days",
    "I felt OK",
    "Up and down",
    "I had a hard time",
  ],
];

export const starterAreas: Area[] = STARTERS.map(([name, key, ...words], i) => {
  const [green = "", amber = "", red = "", greenForPupils = "", amberForPupils = "", redForPupils = ""] =
    words;
  const id = `A${String(i + 1).padStart(2, "0")}`;
  return {
    id,
    name,
    heading: name,
    key,
    green,
    amber,
    red,
    greenForPupils,
    amberForPupils,
    redForPupils,
    retiredFrom: null,
  };
});
