/** The record of processing, written at every build from the tables' declarations; a column without a purpose stops the build. */
import { privacyRecord, withoutOwner, withoutPurpose } from "../src/domain/privacy/privacyRecord";
import { allTables } from "../src/domain/tables/all";
import { starterAreas } from "../src/domain/tables/areas";

export function privacyRecordOf(tables = allTables(starterAreas)): string {
  const [gap] = [...withoutPurpose(tables), ...withoutOwner(tables)];
  if (gap !== undefined) throw new Error(gap);
  return privacyRecord(tables);
}
