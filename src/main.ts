/** The add-on's only entry points: each is a global function that Google, the menu, a dialog or the clock may call. */
import { config } from "zod/mini";
import { MENU, showMenu } from "./google/menu";
import { automation as automationDialog, turnAutomation as turn } from "./jobs/automation";
import { checkPasted as check } from "./jobs/checkPasted";
import { confirmContact as confirm, confirmContacts as contactsDialog } from "./jobs/confirmContacts";
import { gradeEdited } from "./jobs/gradeEdited";
import { greet } from "./jobs/greet";
import { approveMail as approve, dropMail as drop, heldMail as heldDialog } from "./jobs/heldMail";
import { hourlySweep as sweep } from "./jobs/hourlySweep";
import { refreshOverview as overview } from "./jobs/overview";
import { prepareWorkbook as prepare } from "./jobs/prepareWorkbook";
import { previewWeeklyUpdate as preview, sendTest as testOf, sendTestToMe as testToMe } from "./jobs/preview";
import { sendNow as sendDialog, sendWeek as sendOne } from "./jobs/sendNow";
import {
  actionPlans as plansDialog,
  closePlan as close,
  openPlan as open,
  planForm as formOfPlan,
} from "./jobs/plans";
import { showAllTabs as showAll } from "./jobs/showAllTabs";
import { tryRule as tryIt, trySettings as tryTyped } from "./jobs/tryRule";
import { makeThisWeeksRows as makeRows } from "./jobs/weekRows";

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
export const prepareWorkbook = () => prepare();
export const makeThisWeeksRows = () => makeRows();
export const checkPasted = () => check();
export const refreshOverview = () => overview();
export const previewWeeklyUpdate = () => preview();
export const sendTestToMe = () => testToMe();
export const sendNow = () => sendDialog();
export const heldMail = () => heldDialog();
export const actionPlans = () => plansDialog();
export const tryRule = () => tryIt();
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
