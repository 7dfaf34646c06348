/** The add-on's menu, in the order of the week's work; null is a line between. */
export type MenuItem = readonly [label: string, handler: string] | null;

export const MENU: readonly MenuItem[] = [
  ["Pupil sidebar", "pupilSidebar"],
  null,
  ["Make this week's rows", "makeThisWeeksRows"],
  ["Check what I pasted", "checkPasted"],
  ["Refresh the Overview", "refreshOverview"],
  null,
  ["Preview weekly update", "previewWeeklyUpdate"],
  ["Send test to me", "sendTestToMe"],
  ["Send now", "sendNow"],
  ["Held mail", "heldMail"],
  null,
  ["Action plans", "actionPlans"],
  ["Report templates", "reportTemplates"],
  ["Half-termly reports", "reportsDialog"],
  ["Try the rule", "tryRule"],
  ["Records for people", "recordsForPeople"],
  ["Confirm contacts", "confirmContacts"],
  ["Automation", "automation"],
  ["Show all tabs", "showAllTabs"],
  ["Prepare workbook", "prepareWorkbook"],
];

export function showMenu(items: readonly MenuItem[]): void {
  const menu = SpreadsheetApp.getUi().createMenu("Hub Tracker");
  for (const item of items)
    if (item) menu.addItem(...item);
    else menu.addSeparator();
  menu.addToUi();
}
