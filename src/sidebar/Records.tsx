/** A list of records, the newest first, of which a few are shown until somebody wants them all. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Section, Soft } from "./words";

interface Props<R extends { id: string }> {
  title: string;
  records: readonly R[];
  /** Said where there are none. */
  none: string;
  few?: number;
  children: (record: R) => ComponentChildren;
}

export function Records<R extends { id: string }>({ title, records, none, few = 4, children }: Props<R>) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? records : records.slice(0, few);
  return (
    <Section title={title}>
      {records.length === 0 && <Soft>{none}</Soft>}
      {records.length > 0 && (
        <ul class="records">
          {shown.map((record) => (
            <li key={record.id}>{children(record)}</li>
          ))}
        </ul>
      )}
      {shown.length < records.length && (
        <button type="button" class="link" onClick={() => setWhole(true)}>
          Show all {records.length}
        </button>
      )}
    </Section>
  );
}
