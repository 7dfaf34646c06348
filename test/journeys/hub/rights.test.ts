/**
 * Who may call what: every function that Google, the menu, a page or the clock may call, tried by every role.
 */
import type { Role } from "../../../src/domain/hub/rights";
import { EVERYBODY, LEADS, MAY, TEACHING, WITH_PUPILS } from "../../../src/domain/hub/rights";
import { ROLES, staff } from "../../../src/domain/tables/people";
import type * as main from "../../../src/main";
import { rowsOf } from "../../../src/programs/look";
import { copyOf, fullDemo, person, type } from "../hub";

/** Null: no rights are asked for, because nothing is read or changed that is not the caller's own. */
const ENDPOINTS: Record<keyof typeof main, readonly Role[] | null> = {
  // Triggers. A sweep of anybody but the owner does nothing; the sidebar is empty until it asks.
  onInstall: null,
  onOpen: null,
  onEdit: null,
  hourlySweep: null,
  pupilSidebar: null,

  openPupil: EVERYBODY,
  enterGrades: EVERYBODY,
  addAssessment: EVERYBODY,
  checkPasted: EVERYBODY,
  makeThisWeeksRows: EVERYBODY,
  refreshOverview: EVERYBODY,

  addTarget: WITH_PUPILS,
  changeTarget: WITH_PUPILS,
  endTarget: WITH_PUPILS,
  addFeedback: WITH_PUPILS,
  closeFeedback: WITH_PUPILS,
  planResponse: WITH_PUPILS,
  checkPeerFeedback: WITH_PUPILS,
  addCheckIn: WITH_PUPILS,
  addEvidence: WITH_PUPILS,
  addReward: WITH_PUPILS,
  saveComment: WITH_PUPILS,
  changeReport: WITH_PUPILS,

  chooseStudent: TEACHING,
  actionPlans: TEACHING,
  planForm: TEACHING,
  openPlan: TEACHING,
  closePlan: TEACHING,

  automation: LEADS,
  turnAutomation: LEADS,
  confirmContacts: LEADS,
  confirmContact: LEADS,
  prepareWorkbook: LEADS,
  showAllTabs: LEADS,
  heldMail: LEADS,
  approveMail: LEADS,
  dropMail: LEADS,
  previewWeeklyUpdate: LEADS,
  sendTest: LEADS,
  sendTestToMe: LEADS,
  sendNow: LEADS,
  sendWeek: LEADS,
  tryRule: LEADS,
  trySettings: LEADS,
  recordsForPeople: LEADS,
  providerRecord: LEADS,
  pupilPack: LEADS,
  reportsDialog: LEADS,
  makeReports: LEADS,
  makeChosenReports: LEADS,
  makeOneReport: LEADS,
  sendApproved: LEADS,
  reportTemplates: LEADS,
  listTemplates: LEADS,
  newTemplate: LEADS,
  templateFromStarter: LEADS,
  uploadTemplate: LEADS,
  useTemplate: LEADS,
  checkTemplate: LEADS,
  fieldsDocument: LEADS,
};

test("what each role may do", () => {
  const may = Object.fromEntries(
    ROLES.map((role) => [role, Object.entries(MAY[role]).flatMap(([right, may]) => (may ? [right] : []))]),
  );
  expect(may).toEqual({
    lead: ["take part", "work with pupils", "teach", "lead"],
    teacher: ["take part", "work with pupils", "teach"],
    support: ["take part", "work with pupils"],
    admin: ["take part"],
  });
  // @ts-expect-error: nobody says what an admin may do
  const undecided: typeof MAY = { lead: MAY.lead, teacher: MAY.teacher, support: MAY.support };
  expect(Object.keys(undecided)).not.toContain("admin");
});

/** One of its teachers is turned into an administrator: small hubs have none. */
const { workspace } = fullDemo();
type(workspace, staff, ({ role }) => role === "teacher", { role: "admin" });
const accounts = new Map(rowsOf(workspace, staff).map(({ role, email }) => [role, email]));
const accountOf = (role: Role): string => accounts.get(role) ?? "";
const STRANGER = "stranger@elsewhere.example";
const REFUSED = /can do this; your role is|exactly one active member of staff/;

/** What is said or thrown when an account calls it without anything that it could use. */
function answerTo(name: string, account: string, workspaceUsed = workspace): string {
  try {
    return JSON.stringify(person(workspaceUsed, account).run(name)) ?? "";
  } catch (error) {
    return (error as Error).message;
  }
}

const asked = Object.entries(ENDPOINTS).filter(([, roles]) => roles !== null) as [string, readonly Role[]][];

test("there is somebody of each role", () =>
  expect(ROLES.map(accountOf)).toEqual(ROLES.map(() => expect.stringMatching(/@/))));

test.each(asked)("%s is refused to everybody but %j", (name, roles) => {
  // Roles are listed with the most rights first: of those who may not, the first stands for all, of those who
  // may the last.
  const others = [
    ...ROLES.filter((role) => !roles.includes(role))
      .slice(0, 1)
      .map(accountOf),
    STRANGER,
  ];
  for (const account of others)
    expect([account, answerTo(name, account)]).toEqual([account, expect.stringMatching(REFUSED)]);
  const least = roles[roles.length - 1] ?? "lead";
  expect(answerTo(name, accountOf(least), copyOf(workspace))).not.toMatch(REFUSED);
});
