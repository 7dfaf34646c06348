/** Words around targets: why a trajectory is personal, why a target was changed, what came of it. */

export interface TargetWords {
  wording: string;
  child: string;
  know: string;
  start: string;
  steps: string;
  /** The smaller step that the target may be changed to, in staff's and in the pupil's words. */
  revised: string;
  revisedChild: string;
  /** What came of it where it was met. */
  met: string;
  /** Without it, for any age. */
  ages?: "primary" | "secondary";
}

export const TRAJECTORY_REASONS: readonly string[] = [
  "Missed much of two school years; starts from what is secure.",
  "Builds on the steps of the support plan.",
  "English is an additional language; speaking is ahead of writing.",
  "Working memory: one new thing at a time, often repeated.",
  "Back in lessons after a long time at home; pace before amount.",
  "The last school and we agreed to follow the same small steps.",
  "Concentrates best in the mornings; fewer and shorter steps.",
  "Gaps between topics rather than in all of them, found by the baseline.",
  "Confidence first: short tasks that can be finished.",
  "Awaiting the outcome of a diagnostic test.",
  "Understands far more than can be shown on paper yet; uses that strength.",
  "Ready to go further than the age expects in this one topic.",
];

export const REVISION_REASONS: readonly string[] = [
  "Two steps at once were too many; we agreed on the first of them.",
  "The pupil asked for a smaller step and chose which one.",
  "It went well with an adult beside; the next step alone comes later.",
  "The timetable changed, so there is one lesson a week less for it.",
  "A week was missed; we agreed to make sure of the beginning first.",
  "The first attempts showed what is really the hard part: we start there.",
  "Said that it was too hard; we looked at the work together and agreed.",
  "The practice task was easier to finish at home, so we begin with that.",
  "A parent suggested a step that can be practised at home too.",
  "It depended on a skill that we now teach first.",
  "Progress is steady but slower than planned; the smaller step keeps it going.",
  "We found a better way in during a talk about the work.",
];

/** How a smaller step will be known, whatever it is. */
export const REVISED_KNOW: readonly string[] = [
  "Seen on three days, with the work kept in the folder.",
  "Done in three lessons running.",
  "Four tries out of five.",
  "The pupil can show a partner how it is done.",
  "Works without the prompt card on two days.",
  "Three pieces of work in two weeks.",
  "Works in the lesson and again a week later.",
  "The pupil says that it has become easy, and shows it.",
  "Ticked off on the pupil's own chart five times.",
  "Done once with help, twice alone.",
  "Two members of staff have seen it.",
  "Shown to a parent or carer in the folder.",
];

export const REVISED_MET: readonly string[] = [
  "The smaller step is secure; the next target goes on from it.",
  "Quickly met once we had found the right beginning.",
  "Done three times running, and ready for more.",
  "Met; the pupil chose what comes next.",
  "Secure now, with and without the card.",
  "It was the right step: met a week early.",
  "Met, and explained to a partner.",
  "Done alone on two days, and proud of it.",
  "Met in the lesson and at home.",
  "Met; what was too much before is now within reach.",
  "Steady for two weeks.",
  "Met, and the first target can be taken up again.",
];

export const PARTLY_MET: readonly string[] = [
  "Secure with the prompt card; the last step alone is still to come.",
  "Two of the three steps are done, and the third has begun.",
  "Well on the way: it works in the lesson and not yet in a test.",
  "Met on good days; more practice will make it steady.",
  "The first half came quickly, the second needs more time.",
  "Works with a partner now; next it is to be done alone.",
  "More than half of the pieces show it, and all of the last three.",
  "Understood and explained well; speed will come with practice.",
  "Holds while it is practised daily; a holiday showed that it is still new.",
  "Does it when reminded once instead of three times.",
  "Met in the workshop, and beginning to show in the classroom.",
  "Consolidated what was there, which the next target builds on.",
];

export const NOT_MET: readonly string[] = [
  "Not there yet; we found out what helps, and the next target starts from it.",
  "Three weeks were too short for it; taken up again in smaller steps.",
  "Other things had to come first this half-term; the work so far is kept.",
  "The way we tried did not suit; the pupil has suggested another.",
  "Too much at once: what was learnt will help with the next one.",
  "Lessons were missed; it is worth another try with more time.",
  "Not yet, and the pupil knows exactly which part is the hard one.",
  "The steps were in the wrong order; we have turned them round.",
];

export const SHARED_HOW: readonly string[] = ["by phone", "in person", "on paper", "by phone", "by email"];
