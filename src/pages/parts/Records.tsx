/** A list of records, the newest first, of which a few are shown until somebody wants them all. */
import type { ComponentChildren } from "preact";
import { Button } from "./Form";
import { unfold, unfolded } from "./state";
import { SectionBox, Soft } from "./words";

interface Props<R extends { id: string }> {
  title: string;
  records: readonly R[];
  /** Said where there are none. */
  none: string;
  few?: number;
  children: (record: R) => ComponentChildren;
}

export function RecordList<R extends { id: string }>({ title, records, none, few = 4, children }: Props<R>) {
  const shown = unfolded(title) ? records : records.slice(0, few);
  return (
    <SectionBox title={title}>
      {records.length === 0 && <Soft>{none}</Soft>}
      {records.length > 0 && (
        <ul class="records">
          {shown.map((record) => (
            <li key={record.id}>{children(record)}</li>
          ))}
        </ul>
      )}
      {shown.length < records.length && (
        <Button label={`Show all ${records.length}`} onClick={() => unfold(title, "all")} />
      )}
    </SectionBox>
  );
}
