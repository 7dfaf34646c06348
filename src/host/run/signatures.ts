/** Which arguments each service method takes: Google refuses all others, extra ones too. */
import { EnumValue } from "./enums";

/**
 * Overloads, one string each: `n` number, `s` text, `b` true or false, `g` rows of cells, `a` list, `o` object, `v` a
 * cell's value, `d` date, `f` any of a service's own objects; `?` allows null; `...` ends the checking. A method not
 * named here takes none.
 */
const SIGNATURES: Record<string, string[]> = {
  "SpreadsheetApp.getUi": [""],
  "Spreadsheet.getSheetByName": ["s"],
  "Spreadsheet.getSheetById": ["n"],
  "Spreadsheet.insertSheet": ["", "s", "n", "s n"],
  "Spreadsheet.deleteSheet": ["f"],
  "Spreadsheet.setActiveSheet": ["f", "f b"],
  "Spreadsheet.setActiveRange": ["f"],
  "Spreadsheet.moveActiveSheet": ["n"],
  "Spreadsheet.setSpreadsheetLocale": ["s"],
  "Spreadsheet.setSpreadsheetTimeZone": ["s"],
  "Spreadsheet.toast": ["s", "s s", "s s n?"],
  "Spreadsheet.getRange": ["s"],
  "Sheet.setName": ["s"],
  "Sheet.getSheetValues": ["n n n n"],
  "Sheet.getRange": ["s", "n n", "n n n", "n n n n"],
  "Sheet.insertRowsAfter": ["n n"],
  "Sheet.insertRowsBefore": ["n n"],
  "Sheet.insertRowAfter": ["n"],
  "Sheet.insertRowBefore": ["n"],
  "Sheet.insertColumnsAfter": ["n n"],
  "Sheet.insertColumnsBefore": ["n n"],
  "Sheet.insertColumnAfter": ["n"],
  "Sheet.insertColumnBefore": ["n"],
  "Sheet.deleteRow": ["n"],
  "Sheet.deleteRows": ["n n"],
  "Sheet.deleteColumn": ["n"],
  "Sheet.deleteColumns": ["n n"],
  "Sheet.appendRow": ["a"],
  "Sheet.setFrozenRows": ["n"],
  "Sheet.setFrozenColumns": ["n"],
  "Sheet.setColumnWidth": ["n n"],
  "Sheet.setColumnWidths": ["n n n"],
  "Sheet.getColumnWidth": ["n"],
  "Sheet.getRowHeight": ["n"],
  "Sheet.setRowHeight": ["n n"],
  "Sheet.setRowHeights": ["n n n"],
  "Sheet.autoResizeRows": ["n n"],
  "Sheet.hideColumns": ["n", "n n"],
  "Sheet.showColumns": ["n", "n n"],
  "Sheet.isColumnHiddenByUser": ["n"],
  "Sheet.moveColumns": ["f n"],
  "Sheet.sort": ["n", "n b"],
  "Sheet.setActiveRange": ["f"],
  "Sheet.setTabColor": ["s?"],
  "Sheet.setConditionalFormatRules": ["a"],
  "Sheet.getProtections": ["f"],
  "Range.setValue": ["v"],
  "Range.setValues": ["g"],
  "Range.setNumberFormat": ["s"],
  "Range.setNumberFormats": ["g"],
  "Range.setFontWeight": ["s?"],
  "Range.setFontWeights": ["g"],
  "Range.setBackground": ["s?"],
  "Range.setBackgrounds": ["g"],
  "Range.setFontColor": ["s?"],
  "Range.setFontColors": ["g"],
  "Range.setWrap": ["b"],
  "Range.setWraps": ["g"],
  "Range.setHorizontalAlignments": ["g"],
  "Range.setVerticalAlignment": ["s?"],
  "Range.setHorizontalAlignment": ["s?"],
  "Range.setNote": ["s?"],
  "Range.setNotes": ["g"],
  "Range.setDataValidation": ["f?"],
  "Range.setDataValidations": ["g"],
  "Range.getCell": ["n n"],
  "Range.offset": ["n n", "n n n", "n n n n"],
  "Range.sort": ["n", "o", "a"],
  "DataValidationBuilder.requireValueInList": ["a", "a b"],
  "DataValidationBuilder.setAllowInvalid": ["b"],
  "DataValidationBuilder.setHelpText": ["s?"],
  "ConditionalFormatRuleBuilder.whenTextEqualTo": ["s"],
  "ConditionalFormatRuleBuilder.setBackground": ["s?"],
  "ConditionalFormatRuleBuilder.setFontColor": ["s?"],
  "ConditionalFormatRuleBuilder.setBold": ["b?"],
  "ConditionalFormatRuleBuilder.setRanges": ["a"],
  "Protection.setDescription": ["s"],
  "Protection.setWarningOnly": ["b"],
  "Protection.setDomainEdit": ["b"],
  "Protection.addEditor": ["s", "f"],
  "Protection.addEditors": ["a"],
  "Protection.removeEditor": ["s", "f"],
  "Protection.removeEditors": ["a"],
  "Protection.setUnprotectedRanges": ["a"],
  "Ui.createMenu": ["s"],
  "Ui.showModalDialog": ["f s"],
  "Ui.showModelessDialog": ["f s"],
  "Ui.showSidebar": ["f"],
  "HtmlService.createHtmlOutput": ["", "s"],
  "HtmlService.createHtmlOutputFromFile": ["s"],
  "HtmlOutput.append": ["s"],
  "HtmlOutput.setContent": ["s"],
  "HtmlOutput.setTitle": ["s"],
  "HtmlOutput.setWidth": ["n?"],
  "HtmlOutput.setHeight": ["n?"],
  "Menu.addItem": ["s s"],
  "Menu.addSubMenu": ["f"],
  "MailApp.sendEmail": ["o", "s s s", "s s s o", "s s s s"],
  "Drive.Files.create": ["o", "o f?", "o f? o"],
  "Drive.Files.copy": ["o s", "o s o"],
  "Drive.Files.get": ["s", "s o"],
  "Drive.Files.list": ["", "o"],
  "Drive.Files.update": ["o s", "o s f?", "o s f? o"],
  "Drive.Files.remove": ["s", "s o"],
  "Drive.Files.export": ["s s", "s s o"],
  "Drive.Permissions.create": ["o s", "o s o"],
  "Drive.Permissions.list": ["s", "s o"],
  "Docs.Documents.get": ["s", "s o"],
  "Docs.Documents.create": ["o"],
  "Docs.Documents.batchUpdate": ["o s"],
  "Blob.getAs": ["s"],
  "Blob.getDataAsString": ["", "s"],
  "Blob.setBytes": ["a"],
  "Blob.setContentType": ["s?"],
  "Blob.setDataFromString": ["s", "s s"],
  "Blob.setName": ["s?"],
  "Lock.tryLock": ["n"],
  "Lock.waitLock": ["n"],
  "ScriptApp.newTrigger": ["s"],
  "ScriptApp.deleteTrigger": ["f"],
  "ScriptApp.getUserTriggers": ["f"],
  "ScriptApp.getAuthorizationInfo": ["f", "f a"],
  "TriggerBuilder.timeBased": [""],
  "ClockTriggerBuilder.everyHours": ["n"],
  "Utilities.formatDate": ["d s s"],
  "Utilities.formatString": ["s ..."],
  "Utilities.computeDigest": ["f s", "f s f", "f a"],
  "Utilities.sleep": ["n"],
  "Utilities.newBlob": ["s", "s s?", "s s? s?", "a", "a s?", "a s? s?"],
  "Utilities.base64Encode": ["s", "s f", "a"],
  "Utilities.base64Decode": ["s", "s f"],
  "Logger.log": ["..."],
  "console.log": ["..."],
  "console.info": ["..."],
  "console.warn": ["..."],
  "console.error": ["..."],
};

const isDate = (value: unknown): boolean => Object.prototype.toString.call(value) === "[object Date]";

function fits(kind: string, value: unknown, isService: (value: object) => boolean): boolean {
  if (value === null || value === undefined) return kind.endsWith("?") || (kind === "v" && value === null);
  switch (kind[0]) {
    case "n":
      return typeof value === "number" && !Number.isNaN(value);
    case "s":
      return typeof value === "string";
    case "b":
      return typeof value === "boolean";
    case "a":
      return Array.isArray(value);
    case "g":
      return Array.isArray(value) && value.length > 0 && value.every(Array.isArray);
    case "d":
      return isDate(value);
    case "v":
      return ["string", "number", "boolean"].includes(typeof value) || isDate(value);
    case "f":
      return typeof value === "object" && (value instanceof EnumValue || isService(value));
    default:
      return typeof value === "object" && !Array.isArray(value) && !isService(value);
  }
}

/** Whether a method, such as `Range.setValue`, takes these arguments. */
export function takes(
  method: string,
  args: readonly unknown[],
  isService: (value: object) => boolean,
): boolean {
  return (SIGNATURES[method] ?? [""]).some((overload) => {
    const kinds = overload.split(" ").filter(Boolean);
    const open = kinds[kinds.length - 1] === "...";
    if (open) kinds.pop();
    if (open ? args.length < kinds.length : args.length !== kinds.length) return false;
    return kinds.every((kind, i) => fits(kind, args[i], isService));
  });
}
