/** Baselines and tests: entering scores and bands, and those that are there. */
import type { PupilPage } from "../../../domain/views/pupilView";
import { NewAssessment } from "./AssessmentForm";
import { RecordList } from "../../parts/Records";
import { dayText, Facts, Good, Plain, Soft, upper } from "../../parts/words";

export function Assessments({ page }: { page: PupilPage }) {
  return (
    <>
      <h2>Assessments</h2>
      <Plain title="Baselines still to do" of={page.baselinesDue} />
      <NewAssessment page={page} />
      <RecordList title="Entered so far" records={page.assessments} none="None yet.">
        {(one) => (
          <>
            <b>
              {upper(one.kind)}
              {one.kind !== "SDQ" && one.kind !== "emotional literacy" && `, ${one.subject}`}
              {one.rater && `, ${one.rater}`}
            </b>
            <Facts
              of={[
                ["Instrument", one.instrument === one.kind ? "" : one.instrument],
                ["Result", one.result],
                ["Standardised score", String(one.standardised ?? "")],
                ["Reading age", one.readingAge],
                ["Scores", one.scores],
                ["Bands", one.bands],
              ]}
            />
            {one.judgement !== "not judged" && <Good of={[upper(one.judgement)]} />}
            {one.comment && <p>{one.comment}</p>}
            <Soft>
              {dayText(one.on)}, {one.by}
            </Soft>
          </>
        )}
      </RecordList>
    </>
  );
}
