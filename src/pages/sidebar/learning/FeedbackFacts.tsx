/** What feedback says, of what, by whom. */
import type { Feedback } from "../../../domain/tables/feedback";
import { dayText, Facts, Soft, upper } from "../../parts/words";

export const FeedbackFacts = ({ feedback: one }: { feedback: Feedback }) => (
  <>
    <b>
      {upper(one.subject)}, {one.kind}
    </b>
    <Facts
      of={[
        ["Piece", one.piece],
        ["Objective", one.objective],
        ["Success criteria", one.criteria],
        ["How well", one.howWell],
        ["What next", one.whatNext],
        ["Time to respond", dayText(one.respondOn)],
        ["Response", one.response],
      ]}
    />
    <Soft>
      {dayText(one.on)}, {one.by}, {one.way}
    </Soft>
  </>
);
