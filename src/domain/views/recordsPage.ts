/**
 * Records for people: what a provider received, and everything held about a pupil; asked here and answered
 * below.
 */
import { longDay } from "../words/days";
import type { Html } from "../words/html";
import { html } from "../words/html";
import { toldInWords } from "../mail/receipts";
import type { Receipt } from "../mail/receipts";
import { button } from "./button";

export interface RecordsState {
  /** Those on the tab Providers and those that the Outbox alone still knows. */
  providers: readonly { id: string; label: string }[];
  pupils: readonly { id: string; label: string }[];
  from: string;
  to: string;
}

const options = (all: readonly { id: string; label: string }[]): Html[] =>
  all.map(({ id, label }) => html`<option value="${id}">${label}</option>`);

export const recordsPage = ({ providers, pupils, from, to }: RecordsState): string =>
  html`<h2>What did a provider receive?</h2>
    <form>
      <label
        >Provider (placing school or service)
        <select name="provider">
          ${options(providers)}
        </select></label
      >
      <label>From <input type="date" name="from" value="${from}" /></label>
      <label>To <input type="date" name="to" value="${to}" /></label>
      ${button("Show it", "providerRecord", [], "first")}
    </form>
    <h2>Everything about one pupil</h2>
    <p class="soft">
      For a parent's or pupil's request to see the records (a subject access request). A Google Doc is made in
      your own Drive. Nothing is sent. Other people's names in it are marked. Read and redact it before you
      hand it over.
    </p>
    <form>
      <label
        >Pupil
        <select name="pupil">
          ${options(pupils)}
        </select></label
      >
      <label>Or the id, if the pupil is no longer on any tab <input name="id" maxlength="8" /></label>
      ${button("Make the document", "pupilPack", [], "first")}
    </form>`.html;

const rowFor = (one: Receipt): Html =>
  html`<tr>
    <td>${one.at}</td>
    <td>
      <b>${one.what}</b>: ${one.state}
      <p class="soft">${[one.contact, one.to].filter(Boolean).join(" ")}</p>
      ${toldInWords(one)}
    </td>
  </tr>`;

/** `notes`: why the answer may not be whole; none where it is. */
export const receivedPage = (
  provider: string,
  { from, to }: { from: string; to: string },
  received: readonly Receipt[],
  notes: readonly string[],
): string =>
  html`<h2 data-top="yes">${provider}, ${longDay(from)} to ${longDay(to)}</h2>
    ${notes.map((note) => html`<p class="warn">${note}</p>`)}
    <p class="soft">
      This comes from the Outbox alone: everything is shown as it was then, even if names have changed since.
    </p>
    ${
      received.length === 0
        ? html`<p>Nothing.</p>`
        : html`<table>
            <tr>
              <th>When</th>
              <th>What, to whom, of which pupils and how many grades</th>
            </tr>
            ${received.map(rowFor)}
          </table>`
    }`.html;
