/** The add-on's menu. */
export function showMenu(items: readonly [label: string, handler: string][]): void {
  const menu = SpreadsheetApp.getUi().createMenu("Hub Tracker");
  for (const [label, handler] of items) menu.addItem(label, handler);
  menu.addToUi();
}
