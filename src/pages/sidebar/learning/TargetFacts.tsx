/** What a target says, in both wordings, and how it came about. */
import type { Target } from "../../../domain/tables/targets";
import { dayText, Facts, SectionBox, Soft, upper } from "../../parts/words";

export const TargetFacts = ({ target }: { target: Target }) => (
  <SectionBox title={upper(target.subject)}>
    <p class="wording">{target.wording}</p>
    {target.childWording && <p class="own">“{target.childWording}”</p>}
    <Facts
      of={[
        ["How we will know", target.howWeKnow],
        ["Starting point", target.startingPoint],
        ["Steps", target.steps],
        ["Expectation", [target.expectation, target.trajectoryReason].filter(Boolean).join(": ")],
        ["Review by", dayText(target.reviewBy)],
        ["Why it was changed", target.revisionReason],
      ]}
    />
    <Soft>
      Set by {target.setBy}, {dayText(target.setOn)}
    </Soft>
  </SectionBox>
);
