/** The demo's Settings: the starter rows with the values of an invented hub whose automation has run all year. */
import type { RecordOf } from "../domain/tables/table";
import { SETTINGS, starterSettings } from "../domain/tables/settings";
import type { settings } from "../domain/tables/settings";

interface Tabs {
  Providers: readonly unknown[];
  Contacts: readonly unknown[];
  Staff: readonly unknown[];
  Pupils: readonly unknown[];
  Placements: readonly unknown[];
  Areas: readonly unknown[];
}

interface Automation {
  firstOn: string;
  owner: string;
  workbookId: string;
}

export function settingsOf(tabs: Tabs, automation: Automation): RecordOf<typeof settings>[] {
  const values: Partial<Record<keyof typeof SETTINGS, string>> = {
    hubName: "Willowbank Learning Hub",
    replyTo: "office@hub.example",
    dslName: "Desmond Achebe",
    dslPhone: "01632 960123",
    automation: "on",
    ...automation,
    lastPupil: String(tabs.Pupils.length),
    lastProvider: String(tabs.Providers.length),
    lastContact: String(tabs.Contacts.length),
    lastPlacement: String(tabs.Placements.length),
    lastStaff: String(tabs.Staff.length),
    lastArea: String(tabs.Areas.length),
  };
  const byName = new Map<string, string | undefined>(
    Object.entries(SETTINGS).map(([field, { name }]) => [name, values[field as keyof typeof SETTINGS]]),
  );
  return starterSettings.map((row) => ({ ...row, value: byName.get(row.setting) ?? row.value }));
}
