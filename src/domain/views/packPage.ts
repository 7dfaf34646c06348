/** A pupil's records are made: where the document is, and whose names in it are marked. */
import { html } from "../words/html";

export interface PackMade {
  pupil: string;
  link: string;
  records: number;
  marked: readonly { name: string; who: string; where: string }[];
}

export const packPage = ({ pupil, link, records, marked }: PackMade): string =>
  html`<h2 data-top="yes">Records of ${pupil}</h2>
    <p>${records} records, in a Google Doc of your own: ${link}</p>
    <p class="warn">
      Nothing was sent. Read it before you hand it over: people who are not on any tab are not marked. Delete
      the document when it is no longer needed.
    </p>
    ${
      marked.length === 0
        ? html`<p>No other person's name was found in it.</p>`
        : html`<table>
            <tr>
              <th>Marked</th>
              <th>Who</th>
              <th>Where, and how often</th>
            </tr>
            ${marked.map(
              ({ name, who, where }) =>
                html`<tr>
                  <td>${name}</td>
                  <td>${who}</td>
                  <td>${where}</td>
                </tr>`,
            )}
          </table>`
    } `.html;
