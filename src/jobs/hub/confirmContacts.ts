/** Confirm contacts: a lead says that an address is the right one; until then nothing goes there. */
import { questionsAbout } from "../../domain/hub/contactQuestions";
import type { ToConfirm } from "../../domain/views/confirmPage";
import { confirmPage } from "../../domain/views/confirmPage";
import { contactIdFrom, seenFrom } from "../../domain/views/requests";
import { LEADS } from "../../domain/hub/rights";
import { contacts as contactsTable } from "../../domain/tables/people";
import { showDialog } from "../../google/dialog";
import { fillRow } from "../../google/rows";
import type { Answer, Run } from "../run/job";
import { loadSettings, runByPerson } from "../run/job";
import { load } from "../run/load";
import { forgetHub, loadHub } from "../run/loadHub";
import { showProblems } from "../run/showProblems";
import { isConfirmed } from "../../domain/hub/contacts";

export const confirmContacts = (): Answer =>
  runByPerson(LEADS, (run) => {
    loadSettings(run);
    const waiting = waitingNow(run);
    const page = confirmPage(waiting);
    showProblems(run);
    showDialog("Confirm contacts", page);
    return { said: `${waiting.length} addresses wait.`, page };
  });

/** `seen` is the address the lead was shown; where the cell says another by now, nothing is confirmed. */
export const confirmContact = (id: unknown, seen: unknown): Answer =>
  runByPerson(LEADS, (run) => {
    loadSettings(run);
    const [wanted, shown] = [contactIdFrom(id), seenFrom(seen)];
    const tab = load(run, contactsTable);
    const contact = tab.records.find((record) => record.id === wanted);
    if (!contact || contact.email === "" || contact.email !== shown)
      return {
        said: "The address has changed since you looked at it. Look again.",
        page: confirmPage(waitingNow(run)),
      };
    fillRow(tab, contact.row, { confirmed: contact.email });
    forgetHub(run, contactsTable.tab);
    const page = confirmPage(waitingNow(run));
    showProblems(run);
    return { said: `${contact.email} is confirmed for ${contact.name || contact.id}.`, page };
  });

function waitingNow(run: Run): ToConfirm[] {
  const { hub, contacts } = loadHub(run);
  const waiting = contacts.filter((contact) => contact.email !== "" && !isConfirmed(contact));
  return waiting.map((contact) => ({
    contact,
    provider: hub.providers.find((p) => p.id === contact.provider)?.name ?? contact.provider,
    questions: questionsAbout(contact, hub.providers),
  }));
}
