/**
 * The record of processing, written at every build from the tables' declarations; a column without a purpose
 * stops the build.
 */
import { privacyRecord, withoutOwner, withoutPurpose } from "../domain/privacy/privacyRecord";
import { allTables } from "../domain/tables/all";
import { starterAreas } from "../domain/tables/areas";

export function privacyRecordOf(tables = allTables(starterAreas)): string {
  const [gap] = [...withoutPurpose(tables), ...withoutOwner(tables)];
  if (gap !== undefined) throw new Error(gap);
  return privacyRecord(tables);
}
