/** What a pupil is ready for next: targets that were met. */
import { Good } from "../../parts/words";

export const ReadyToStretch = ({ subjects }: { subjects: readonly string[] }) => (
  <Good of={subjects.map((subject) => `Ready to stretch in ${subject}: the last three targets were met.`)} />
);
