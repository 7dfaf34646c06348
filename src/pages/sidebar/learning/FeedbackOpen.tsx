/** Feedback that waits: for the pupil to take it up, or for staff to look at a peer's. */
import { CLOSINGS } from "../../../domain/words/choices";
import type { Feedback } from "../../../domain/tables/feedback";
import { call } from "../../parts/call";
import { DayField, optionsOf, Select } from "../../parts/choices";
import { hasDraft } from "../../parts/draft";
import { FeedbackFacts } from "./FeedbackFacts";
import { Words } from "../../parts/fields";
import { Button, FormBox, Press } from "../../parts/Form";
import { unfold, unfolded } from "../../parts/state";

interface Props {
  feedback: Feedback;
}

export const OpenFeedback = ({ feedback }: Props) => (
  <>
    <FeedbackFacts feedback={feedback} />
    <Closing feedback={feedback} />
    <details>
      <summary>{feedback.respondOn ? "Change the time to respond" : "Plan time to respond"}</summary>
      <Responding feedback={feedback} />
    </details>
  </>
);

function Closing({ feedback: { id, acknowledgedIsEnough } }: Props) {
  const name = `Feedback/close/${id}`;
  const ways = CLOSINGS.filter((way) => way !== "acknowledged" || acknowledgedIsEnough === "yes");
  return (
    <details open={hasDraft(name) || undefined}>
      <summary>Close it</summary>
      <FormBox
        name={name}
        start={{ closedAs: CLOSINGS[0] as string, closedWho: "", response: "" }}
        run={(values) => call("closeFeedback", id, values)}
        label="Close the feedback"
        button="Close it"
      >
        {(form) => (
          <>
            <Select form={form} field="closedAs" label="How it was closed" options={optionsOf(ways)} />
            {form.values.closedAs === "responded to" && (
              <Words form={form} field="response" label="What the pupil answered or did" isLong />
            )}
            <Words form={form} field="closedWho" label="Pupil's initials, or the adult (blank: yours)" />
          </>
        )}
      </FormBox>
    </details>
  );
}

function Responding({ feedback: { id, respondOn } }: Props) {
  const seen = respondOn ?? "";
  return (
    <FormBox
      name={`Feedback/respond/${id}`}
      start={{ day: seen }}
      run={({ day }) => call("planResponse", id, [{ field: "respondOn", seen, now: day }])}
      label="Time to respond"
      button="Save the day"
    >
      {(form) => <DayField form={form} field="day" label="Time to respond on" />}
    </FormBox>
  );
}

/** Words that are not kept are gone for good, so that is asked once more. */
export const PeersToCheck = ({ feedback }: Props) => (
  <>
    <FeedbackFacts feedback={feedback} />
    <div class="buttons">
      <Press label="Keep it" run={() => call("checkPeerFeedback", feedback.id, true)} />
      {unfolded(feedback.id) ? (
        <Press label="Yes, remove the words" run={() => call("checkPeerFeedback", feedback.id, false)} />
      ) : (
        <Button label="Do not keep it …" onClick={() => unfold(feedback.id, "sure")} />
      )}
    </div>
  </>
);
