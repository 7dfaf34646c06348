/**
 * The record of processing (UK GDPR, Article 30), read off the tables' declarations; and what is missing in
 * them.
 */
import type { Html } from "../words/html";
import { html } from "../words/html";
import type { Column, Receiver, Table } from "../tables/table";

const isPrivate = ({ privacy }: Column): boolean => privacy !== "none";

/** A sentence for each private column of which nobody says why it is kept. */
export const withoutPurpose = (tables: readonly Table[]): string[] =>
  tables.flatMap(({ tab, purpose, columns }) =>
    Object.values(columns)
      .filter((column) => isPrivate(column) && !column.purpose?.trim() && !purpose?.trim())
      .map(
        ({ heading, privacy }) =>
          `${tab}, ${heading}: it is ${privacy}, but no purpose is given. Declare its purpose in src/domain/tables, or do not keep it.`,
      ),
  );

/**
 * A sentence for each tab that does not say whose its rows are: they would be missing in a pupil's records.
 */
export const withoutOwner = (tables: readonly Partial<Table>[]): string[] =>
  tables
    .filter(({ ofPupil }) => ofPupil === undefined)
    .map(
      ({ tab }) =>
        `${tab}: it does not say how its rows belong to a pupil. Declare ofPupil in src/domain/tables: null if they belong to none.`,
    );

/** What to the provider that placed the pupil may hold a column. */
export const receiversOf = ({ privacy, receivers }: Column): readonly Receiver[] =>
  receivers ?? (privacy === "shareable" ? ["emails", "reports"] : []);

const RECEIVED: Record<Receiver, string> = {
  emails: "its emails",
  reports: "its reports",
};

function receivedBy(column: Column): string {
  const found = receiversOf(column).map((receiver) => RECEIVED[receiver]);
  return found.length === 0
    ? "nobody outside the hub"
    : `the provider that placed the pupil, in ${found.join(" and ")}`;
}

const rowFor = (column: Column): Html =>
  html`<tr>
    <td>${column.heading}</td>
    <td>${column.privacy}</td>
    <td>${column.writer === "staff" ? "staff" : "Hub Tracker"}</td>
    <td>${isPrivate(column) ? receivedBy(column) : "–"}</td>
    <td>${column.purpose ?? ""}</td>
  </tr>`;

const partFor = ({ tab, about, purpose = "", basis = "", kept = "", ofPupil, columns }: Table): Html =>
  html`<h2>${tab}</h2>
    <p>${about}</p>
    <dl>
      <dt>Why it is kept</dt>
      <dd>${purpose}</dd>
      <dt>Lawful basis</dt>
      <dd>${basis}</dd>
      <dt>How long</dt>
      <dd>${kept}</dd>
      <dt>Whose</dt>
      <dd>${ofPupil ? `Rows belong to a pupil: ${ofPupil.title}.` : "Rows do not belong to a pupil."}</dd>
    </dl>
    <table>
      <tr>
        <th>Column</th>
        <th>How private</th>
        <th>Written by</th>
        <th>Received by</th>
        <th>Why, where it differs</th>
      </tr>
      ${Object.values(columns).map(rowFor)}
    </table>`;

const STYLE =
  "body{font:15px/1.5 Arial,sans-serif;max-width:60em;margin:2em auto;padding:0 1em}table{border-collapse:collapse;width:100%}th,td{border:1px solid #ccc;padding:4px 8px;text-align:left;vertical-align:top}dt{font-weight:bold}";

export const privacyRecord = (tables: readonly Table[]): string =>
  html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>Hub Tracker: record of processing</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <h1>Record of processing</h1>
        <p>
          What the workbook holds, why, and who receives it. This is made from the product's own declarations
          at every build. The hub is the controller: it confirms the lawful bases with its data protection
          officer and enters its own retention periods. Everybody who can open the workbook can read all of
          it. A pupil who is restricted (Pupils, Restricted) is left out of all emails and reports.
        </p>
        <p>
          Personal: identifies a pupil or an adult. Sensitive: health, care or special needs. Shareable: may
          go to the provider that placed the pupil, for days inside the placement. A sensitive column comes
          only into reports of the kinds PEP, EHCP and placement review.
        </p>
        ${tables.map(partFor)}
      </body>
    </html>`.html;
