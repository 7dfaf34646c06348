/**
 * The add-on's only entry points: each is a global function that Google, the menu, a dialog or the clock may
 * call.
 */
import { config } from "zod/mini";
import { MENU, showMenu } from "./google/menu";
import { greet } from "./jobs/hub/greet";
import { gradeEdited } from "./jobs/weekly/gradeEdited";

// Google forbids making functions from text. No language of messages is loaded: every check here carries its
// own.
config({ jitless: true });

type OpenEvent = Partial<GoogleAppsScript.Events.SheetsOnOpen>;

// Triggers
export const onInstall = (event?: OpenEvent) => onOpen(event);
export const onOpen = (event?: OpenEvent) => (showMenu(MENU), greet(event));
export const onEdit = (event: GoogleAppsScript.Events.SheetsOnEdit) => gradeEdited(event);
export { hourlySweep } from "./jobs/hourlySweep";

// The menu and the dialogs' buttons
export { automation, turnAutomation } from "./jobs/hub/automation";
export { checkPasted } from "./jobs/hub/checkPasted";
export { confirmContact, confirmContacts } from "./jobs/hub/confirmContacts";
export { prepareWorkbook } from "./jobs/hub/prepareWorkbook";
export { showAllTabs } from "./jobs/hub/showAllTabs";
export { approveMail, dropMail, heldMail } from "./jobs/heldMail";
export { makeThisWeeksRows } from "./jobs/weekly/weekRows";
export { refreshOverview } from "./jobs/weekly/overview";
export { previewWeeklyUpdate, sendTest, sendTestToMe } from "./jobs/weekly/preview";
export { sendNow, sendWeek } from "./jobs/weekly/sendNow";
export { actionPlans, closePlan, openPlan, planForm } from "./jobs/deterioration/plans";
export { tryRule, trySettings } from "./jobs/deterioration/tryRule";
export { providerRecord, recordsForPeople } from "./jobs/privacy/recordsForPeople";
export { pupilPack } from "./jobs/privacy/pupilPack";

// Reports
export { checkTemplate } from "./jobs/reports/checkTemplate";
export { fieldsDocument } from "./jobs/reports/fieldsDocument";
export { makeReports } from "./jobs/reports/makeReports";
export { newTemplate, templateFromStarter, uploadTemplate } from "./jobs/reports/newTemplate";
export { makeChosenReports, makeOneReport, reportsDialog, sendApproved } from "./jobs/reports/reportsDialog";
export { listTemplates, reportTemplates, useTemplate } from "./jobs/reports/reportTemplates";

// The sidebar. What its types promise is looked at before anything uses it: every editor can call these, too.
export { openPupil, pupilSidebar } from "./jobs/views/openPupil";
export { enterGrades } from "./jobs/weekly/enterGrades";
export {
  addAssessment,
  addCheckIn,
  addEvidence,
  addFeedback,
  addReward,
  addTarget,
  changeTarget,
  checkPeerFeedback,
  chooseStudent,
  closeFeedback,
  endTarget,
  planResponse,
} from "./jobs/learning/keepRecords";
export { changeReport, saveComment } from "./jobs/reports/reportBoard";
