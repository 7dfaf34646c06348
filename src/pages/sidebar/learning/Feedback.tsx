/** Feedback: giving it, what is open with the pupil, what a peer wrote, and what came of it. */
import type { PupilPage } from "../../../domain/views/pupilView";
import type { Feedback as Given } from "../../../domain/tables/feedback";
import { FeedbackFacts } from "./FeedbackFacts";
import { NewFeedback } from "./FeedbackForm";
import { OpenFeedback, PeersToCheck } from "./FeedbackOpen";
import { RecordList } from "../../parts/Records";
import { dayText, Soft, upper } from "../../parts/words";

export function FeedbackView({ page }: { page: PupilPage }) {
  const of = (wanted: Given["state"]) => page.feedback.filter(({ state }) => state === wanted);
  const toCheck = of("to check");
  return (
    <>
      <h2>Feedback</h2>
      <NewFeedback page={page} />
      {toCheck.length > 0 && (
        <RecordList title="From another pupil, for you to check first" records={toCheck} none="">
          {(one) => <PeersToCheck feedback={one} />}
        </RecordList>
      )}
      <RecordList title="Open" records={of("open")} none="No feedback is open." few={6}>
        {(one) => <OpenFeedback feedback={one} />}
      </RecordList>
      <RecordList title="Closed" records={of("closed")} none="No feedback has been closed yet.">
        {(one) => (
          <>
            <FeedbackFacts feedback={one} />
            <Soft>
              {upper(one.closedAs)}, {one.closedWho}, {dayText(one.closedOn)}
            </Soft>
          </>
        )}
      </RecordList>
    </>
  );
}
