/**
 * The demo's Settings: the starter rows with the values of an invented hub whose automation has run all year.
 */
import { settingRows } from "../domain/tables/settings";

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

export function settingsOf(tabs: Tabs, automation: Automation): ReturnType<typeof settingRows> {
  return settingRows({
    hubName: "Willowbank Learning Hub",
    replyTo: "office@hub.example",
    dslName: "Desmond Achebe",
    dslPhone: "01632 960123",
    automation: true,
    ...automation,
    lastPupil: tabs.Pupils.length,
    lastProvider: tabs.Providers.length,
    lastContact: tabs.Contacts.length,
    lastPlacement: tabs.Placements.length,
    lastStaff: tabs.Staff.length,
    lastArea: tabs.Areas.length,
  });
}
