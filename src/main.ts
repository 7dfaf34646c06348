/** The add-on's only entry points: each is a global function that Google, the menu, a dialog or the clock may call. */
import { config } from "zod/mini";
import type { Change, Saved } from "./domain/tables/forms";
import type { AssessmentForm, Scores } from "./domain/learning/assessments";
import type { CheckInForm, Ratings } from "./domain/learning/checkIns";
import type { EvidenceForm } from "./domain/learning/evidence";
import type { ClosingForm, FeedbackForm } from "./domain/learning/feedback";
import type { RewardForm } from "./domain/learning/rewards";
import type { EndingForm, TargetForm } from "./domain/learning/targets";
import type { Step } from "./domain/reports/board/board";
import type { Opened, Wanted } from "./domain/views/pupilView";
import { MENU, showMenu } from "./google/menu";
import { automation as automationDialog, turnAutomation as turn } from "./jobs/hub/automation";
import { checkPasted as check } from "./jobs/hub/checkPasted";
import { checkTemplate as checkOne } from "./jobs/reports/checkTemplate";
import { confirmContact as confirm, confirmContacts as contactsDialog } from "./jobs/hub/confirmContacts";
import { enterGrades as enter } from "./jobs/weekly/enterGrades";
import { fieldsDocument as listFields } from "./jobs/reports/fieldsDocument";
import { gradeEdited } from "./jobs/weekly/gradeEdited";
import { greet } from "./jobs/hub/greet";
import { approveMail as approve, dropMail as drop, heldMail as heldDialog } from "./jobs/heldMail";
import { hourlySweep as sweep } from "./jobs/hourlySweep";
import * as keep from "./jobs/learning/keepRecords";
import { makeReports as makeAllReports } from "./jobs/reports/makeReports";
import {
  newTemplate as makeTemplate,
  templateFromStarter as makeFrom,
  uploadTemplate as upload,
} from "./jobs/reports/newTemplate";
import { openPupil as openOne, pupilSidebar as sidebar } from "./jobs/views/openPupil";
import { refreshOverview as overview } from "./jobs/weekly/overview";
import {
  listTemplates as list,
  reportTemplates as templatesDialog,
  useTemplate as use,
} from "./jobs/reports/reportTemplates";
import { prepareWorkbook as prepare } from "./jobs/hub/prepareWorkbook";
import {
  previewWeeklyUpdate as preview,
  sendTest as testOf,
  sendTestToMe as testToMe,
} from "./jobs/weekly/preview";
import { sendNow as sendDialog, sendWeek as sendOne } from "./jobs/weekly/sendNow";
import {
  actionPlans as plansDialog,
  closePlan as close,
  openPlan as open,
  planForm as formOfPlan,
} from "./jobs/deterioration/plans";
import { changeReport as changeOne, saveComment as saveOne } from "./jobs/reports/reportBoard";
import {
  makeChosenReports as makeChosen,
  makeOneReport as makeOne,
  reportsDialog as dialogOfReports,
  sendApproved as sendReports,
} from "./jobs/reports/reportsDialog";
import { pupilPack as packOne } from "./jobs/privacy/pupilPack";
import {
  providerRecord as receivedBy,
  recordsForPeople as recordsDialog,
} from "./jobs/privacy/recordsForPeople";
import { showAllTabs as showAll } from "./jobs/hub/showAllTabs";
import { tryRule as tryIt, trySettings as tryTyped } from "./jobs/deterioration/tryRule";
import { makeThisWeeksRows as makeRows } from "./jobs/weekly/weekRows";

// Google forbids making functions from text. No language of messages is loaded: every check here carries its own.
config({ jitless: true });

type OpenEvent = Partial<GoogleAppsScript.Events.SheetsOnOpen>;
type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;

// Triggers
export const onInstall = (event?: OpenEvent) => onOpen(event);
export const onOpen = (event?: OpenEvent) => (showMenu(MENU), greet(event));
export const onEdit = (event: EditEvent) => gradeEdited(event);
export const hourlySweep = () => sweep();

// The menu
export const pupilSidebar = () => sidebar();
export const prepareWorkbook = () => prepare();
export const makeThisWeeksRows = () => makeRows();
export const checkPasted = () => check();
export const refreshOverview = () => overview();
export const previewWeeklyUpdate = () => preview();
export const sendTestToMe = () => testToMe();
export const sendNow = () => sendDialog();
export const heldMail = () => heldDialog();
export const actionPlans = () => plansDialog();
export const reportTemplates = () => templatesDialog();
export const tryRule = () => tryIt();
export const recordsForPeople = () => recordsDialog();
export const confirmContacts = () => contactsDialog();
export const automation = () => automationDialog();
export const showAllTabs = () => showAll();

// Dialogs' buttons
export const sendTest = (key: unknown) => testOf(key);
export const sendWeek = (week: unknown) => sendOne(week);
export const approveMail = (key: unknown, seen: unknown) => approve(key, seen);
export const dropMail = (key: unknown) => drop(key);
export const confirmContact = (id: unknown, seen: unknown) => confirm(id, seen);
export const turnAutomation = (to: unknown) => turn(to);
export const planForm = (plan: unknown) => formOfPlan(plan);
export const closePlan = (plan: unknown, form: unknown) => close(plan, form);
export const openPlan = (form: unknown) => open(form);
export const trySettings = (form: unknown) => tryTyped(form);
export const providerRecord = (asked: unknown, first: unknown, last: unknown) =>
  receivedBy(asked, first, last);
export const pupilPack = (asked: unknown) => packOne(asked);

// Reports
export const newTemplate = (starter: unknown, provider: unknown) => makeTemplate(starter, provider);
export const reportsDialog = () => dialogOfReports();
export const makeChosenReports = (form: unknown) => makeChosen(form);
export const makeOneReport = (form: unknown) => makeOne(form);
export const sendApproved = () => sendReports();
export const makeReports = (period: unknown, providers: unknown) => makeAllReports(period, providers);
export const listTemplates = () => list();
export const templateFromStarter = (form: unknown) => makeFrom(form);
export const uploadTemplate = (form: unknown, base64: unknown) => upload(form, base64);
export const checkTemplate = (id: unknown, form: unknown) => checkOne(id, form);
export const fieldsDocument = () => listFields();
export const useTemplate = (id: unknown, to: unknown) => use(id, to);

// The sidebar. The types are for its page; what really comes is looked at before anything uses it.
export const openPupil = (wanted: Wanted): Opened => openOne(wanted);
export const enterGrades = (pupil: string, week: string, changes: Change[]): Saved =>
  enter(pupil, week, changes);
export const addTarget = (pupil: string, form: TargetForm): Saved => keep.addTarget(pupil, form);
export const endTarget = (id: string, form: EndingForm): Saved => keep.endTarget(id, form);
export const changeTarget = (id: string, changes: Change[]): Saved => keep.changeTarget(id, changes);
export const addFeedback = (pupil: string, form: FeedbackForm): Saved => keep.addFeedback(pupil, form);
export const closeFeedback = (id: string, form: ClosingForm): Saved => keep.closeFeedback(id, form);
export const checkPeerFeedback = (id: string, kept: boolean): Saved => keep.checkPeerFeedback(id, kept);
export const planResponse = (id: string, changes: Change[]): Saved => keep.planResponse(id, changes);
export const addCheckIn = (pupil: string, form: CheckInForm, ratings: Ratings): Saved =>
  keep.addCheckIn(pupil, form, ratings);
export const addEvidence = (pupils: string[], form: EvidenceForm): Saved => keep.addEvidence(pupils, form);
export const addReward = (pupil: string, form: RewardForm): Saved => keep.addReward(pupil, form);
export const chooseStudent = (nomination: string, again: boolean): Saved =>
  keep.chooseStudent(nomination, again);
export const addAssessment = (pupil: string, form: AssessmentForm, scores: Scores): Saved =>
  keep.addAssessment(pupil, form, scores);
export const saveComment = (pupil: string, section: string, seen: string, text: string): Saved =>
  saveOne(pupil, section, seen, text);
export const changeReport = (
  period: string,
  pupil: string,
  provider: string,
  template: string,
  to: Step,
): Saved => changeOne(period, pupil, provider, template, to);
