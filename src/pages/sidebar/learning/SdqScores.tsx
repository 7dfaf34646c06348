/** The SDQ's scores, with each band as soon as its score is typed. */
import type { Rater } from "../../../domain/words/choices";
import { bandOf, highestOf, SDQ_SCALES, SDQ_SOURCE, totalOf } from "../../../domain/learning/sdq";
import type { AssessmentDraft } from "./AssessmentForm";
import { FieldValue } from "../../parts/fields";
import { Soft, upper } from "../../parts/words";

/** A whole number that the scale can have; null for anything else. */
function scoreIn(text: string, highest: number): number | null {
  const score = /^\d{1,2}$/.test(text.trim()) ? Number(text) : -1;
  return score >= 0 && score <= highest ? score : null;
}

export function SdqScores({ form, rater }: { form: AssessmentDraft; rater: Rater | "" }) {
  if (rater === "") return <Soft>First choose who filled it in, because the bands depend on it.</Soft>;
  const scores = SDQ_SCALES.map((scale) => {
    const text = form.values[`score-${scale}`] ?? "";
    const highest = highestOf(scale, rater);
    return { scale, text, highest, score: scoreIn(text, highest) };
  });
  const by = Object.fromEntries(scores.map(({ scale, score }) => [scale, score]));
  const { emotional, conduct, hyperactivity, peer } = by;
  const isWhole = [emotional, conduct, hyperactivity, peer].every((score) => typeof score === "number");
  const total = isWhole
    ? totalOf(by as Record<"emotional" | "conduct" | "hyperactivity" | "peer", number>)
    : null;
  return (
    <>
      <div class="scores">
        {scores.map(({ scale, text, highest, score }) => (
          <div key={scale}>
            <FieldValue form={form} field={`score-${scale}`} label={`${scale}, 0 to ${highest}`} isShort />
            <p class="band" role="status">
              {score !== null ? bandOf(scale, rater, score) : text !== "" && `Enter 0 to ${highest}`}
            </p>
          </div>
        ))}
      </div>
      <p role="status">
        <b>Total difficulties:</b>{" "}
        {total === null ? "after the first four scores" : `${total}, ${bandOf("total", rater, total)}`}
      </p>
      <Soft>Bands: {upper(SDQ_SOURCE)}</Soft>
    </>
  );
}
