/** Feedback of the demo: about one per pupil and fortnight, most of it closed. */
import type { FeedbackKind } from "../../domain/words/choices";
import { checkedFeedback, closed, newFeedback } from "../../domain/learning/feedback";
import { initialsOf } from "../../domain/hub/names";
import type { Feedback } from "../../domain/tables/feedback";
import type { Draw } from "../random";
import { below, drawFor, oneOf } from "../random";
import type { Learner, School } from "./learners";
import type { EntryFor, Occasion } from "./records";
import { dealerOf, entriesFor, inOrder } from "./records";
import { ANSWERS, OWN_WORDS, PEERS_WORDS } from "./words/ownAndPeers";
import { PIECES_OF_WORK } from "./words/piecesOfWork";

/**
 * What needs attention in these pupils' latest feedback: peers' words not looked at yet or not kept, time to
 * respond planned.
 */
const TO_CHECK = ["U006", "U012"];
const NOT_KEPT = "U010";
/** The first one's time has passed. */
const TO_RESPOND = ["U003", "U009", "U011", "U026", "U042", "U058", "U074", "U090"];

interface Given extends Occasion {
  kind: FeedbackKind;
  isLatest: boolean;
}

const kindFor = ({ pupil: { id } }: Learner, isLatest: boolean, chance: number): FeedbackKind => {
  if (isLatest && (TO_CHECK.includes(id) || id === NOT_KEPT)) return "peer";
  if (isLatest && TO_RESPOND.includes(id)) return "written";
  if (chance < 0.6) return "verbal";
  if (chance < 0.86) return "written";
  return chance < 0.93 ? "self" : "peer";
};

/** Two school weeks are a fortnight, counted back from the Friday's. */
function givenTo(learner: Learner, { year }: School): Given[] {
  const draw = drawFor(year.seed, learner.pupil.id, "feedback");
  const fortnights = new Map<number, string[]>();
  for (const { place, days } of learner.weeks) {
    const fortnight = Math.floor((year.at - place) / 2);
    fortnights.set(fortnight, [...(fortnights.get(fortnight) ?? []), ...days]);
  }
  return [...fortnights.values()].map((days, i): Given => {
    const isLatest = learner.isHere && i === fortnights.size - 1;
    const [any, kind] = [oneOf(draw, days), kindFor(learner, isLatest, draw())];
    // Time to respond that has passed is time enough ago.
    const day = isLatest && learner.pupil.id === TO_RESPOND[0] ? (days[0] ?? any) : any;
    return { learner, day, kind, isLatest };
  });
}

type Texts = Pick<Feedback, "subject" | "piece" | "howWell" | "whatNext"> &
  Partial<Pick<Feedback, "objective" | "criteria">>;
type Said = Texts & { answer: string };

/** Words for each kind: the teacher's, the pupil's own, a partner's. */
function wordsFor(seed: number): (learner: Learner, kind: FeedbackKind) => Said {
  const words = (name: string) => drawFor(seed, "feedback", name);
  const pieces = dealerOf(
    words("pieces"),
    [0, 1].flatMap((way) =>
      PIECES_OF_WORK.map(({ said, response, ...piece }) => {
        const [howWell = "", whatNext = ""] = said[way] ?? [];
        return { ...piece, howWell, whatNext, answer: way === 0 ? response : "" };
      }),
    ),
  );
  const [own, peers] = [dealerOf(words("own"), OWN_WORDS), dealerOf(words("peers"), PEERS_WORDS)];
  const answers = dealerOf(words("answers"), ANSWERS);
  return (learner, kind) => {
    if (kind === "verbal" || kind === "written") {
      const piece = pieces(learner);
      return { ...piece, answer: piece.answer || answers(learner) };
    }
    const [subject, piece, howWell, whatNext] = kind === "self" ? own(learner) : peers(learner);
    return { subject, piece, howWell, whatNext, answer: answers(learner) };
  };
}

/** All feedback, what was given earlier first. */
export function feedbackOf(school: School, learners: readonly Learner[]): Feedback[] {
  const { seed } = school.year;
  const [entry, words] = [entriesFor(seed, "F"), wordsFor(seed)];
  return inOrder(learners.flatMap((learner) => givenTo(learner, school))).map((given) => {
    const draw = drawFor(seed, given.learner.pupil.id, given.day, "feedback");
    return feedbackFrom(draw, given, words(given.learner, given.kind), { entry, school });
  });
}

interface Setting {
  entry: EntryFor;
  school: School;
}

function feedbackFrom(draw: Draw, given: Given, { answer, ...texts }: Said, setting: Setting): Feedback {
  const { learner, day, kind } = given;
  const by = kind === "verbal" ? learner.keyWorker : learner.teacher;
  const verbal = { acknowledgedIsEnough: "yes", closedAs: "acknowledged" };
  const fresh = newFeedback(setting.entry({ learner, day }, by), {
    ...texts,
    kind,
    way: kind === "written" ? "indirect" : "direct",
    respondOn: respondOn(given, setting.school),
    ...(kind === "verbal" ? verbal : {}),
  });
  if (kind === "verbal") return fresh;
  if (kind === "peer" && given.isLatest && TO_CHECK.includes(fresh.pupil)) return fresh;
  const isKept = !(given.isLatest && fresh.pupil === NOT_KEPT);
  const kept =
    kind === "peer" ? { ...fresh, ...checkedFeedback(fresh, isKept, learner.teacher, day) } : fresh;
  return kept.state === "open" ? { ...kept, ...closingOf(draw, given, kept, answer) } : kept;
}

/** Planned for those that wait, and for what came too late in the week to be answered. */
function respondOn({ learner, day, kind, isLatest }: Given, { year, openDays }: School): string {
  const next = openDays[openDays.indexOf(year.friday) + 1] ?? year.friday;
  if (kind !== "written" || !isLatest) return "";
  if (learner.pupil.id === TO_RESPOND[0]) return learner.days[learner.days.indexOf(day) + 1] ?? day;
  return TO_RESPOND.includes(learner.pupil.id) || !learner.days[learner.days.indexOf(day) + 1] ? next : "";
}

const CLOSED_AS = [
  "responded to",
  "responded to",
  "looked at with a tutor",
  "read over",
  "initialled",
] as const;

/** Closed within days in one of the policy's ways; what waits, or came too late to be closed, stays open. */
function closingOf(draw: Draw, given: Given, kept: Feedback, answer: string): Partial<Feedback> {
  const { learner, day, isLatest } = given;
  const place = learner.days.indexOf(day) + 1 + below(draw, 3);
  const on = learner.days[learner.isHere ? place : Math.min(place, learner.days.length - 1)];
  if (on === undefined || (isLatest && TO_RESPOND.includes(kept.pupil))) return {};
  const closedAs = oneOf(draw, CLOSED_AS);
  const withAdult = closedAs === "looked at with a tutor";
  const closedWho = withAdult ? "" : initialsOf(learner.pupil);
  const response = closedAs === "responded to" || (withAdult && draw() < 0.5) ? answer : "";
  return closed(kept, { closedAs, closedWho, response }, learner.keyWorker, on);
}
