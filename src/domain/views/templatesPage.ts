/**
 * Report templates: those there are, and the forms that make one from a starter or from a provider's own
 * file.
 */
import type { Html } from "../words/html";
import { html } from "../words/html";
import { STARTERS } from "../documents/starters";
import { MOST_BYTES, MOST_SAID } from "../documents/upload";
import type { Provider } from "../tables/people";
import type { Template } from "../tables/reports";
import { FOR_WHOM, REPORT_KINDS } from "../tables/reports";
import { button } from "./button";

export interface TemplatesState {
  templates: readonly Template[];
  providers: readonly Provider[];
  you: string;
  /** Who makes the reports; "" while the automation is off. */
  owner: string;
}

const option = (value: string, label: string): Html => html`<option value="${value}">${label}</option>`;
const nameOfProvider = (id: string, providers: readonly Provider[]): string =>
  id === "" ? "any provider" : (providers.find((p) => p.id === id)?.name ?? id);

export function templatesPage({ templates, providers, you, owner }: TemplatesState): string {
  const choices = [
    option("", "any provider"),
    ...providers.map(({ id, name }) => option(id, `${name} (${id})`)),
  ];
  const ofProvider = html`<label
    >Provider (placing school or service)
    <select name="provider">
      ${choices}
    </select></label
  >`;
  return html`${
      owner !== "" && owner.toLowerCase() !== you.toLowerCase()
        ? html`<p class="warn">
            Reports are made by ${owner}, whose account can open only templates that it made itself. Make
            templates as ${owner}.
          </p>`
        : html``
    }
    ${
      templates.length === 0
        ? html`<p>There are no templates yet.</p>`
        : html`<table>
            <tr>
              <th>Template</th>
              <th>Provider</th>
              <th>Kind, for whom</th>
              <th></th>
            </tr>
            ${templates.map((template) => rowOf(template, providers))}
          </table>`
    }
    <p>${button("List of all fields", "fieldsDocument", [])}</p>
    <details>
      <summary>New from a starter</summary>
      <form>
        <label
          >Starter
          <select name="starter">
            ${STARTERS.map(({ name, label }) => option(name, label))}
          </select></label
        >
        ${ofProvider} ${button("Make the template", "templateFromStarter", [], "first")}
      </form>
    </details>
    <details>
      <summary>Upload a .docx that a provider sent</summary>
      <form>
        <p class="soft">
          A Word document with tags such as ${"{{pupil.knownAs}}"} where the values go: see the list of all
          fields. At most ${MOST_SAID}, without macros.
        </p>
        <label
          >File <input type="file" accept=".docx" data-most="${MOST_BYTES}" data-said="${MOST_SAID}"
        /></label>
        <label>Name <input name="name" maxlength="80" /></label>
        ${ofProvider}
        <label
          >Kind
          <select name="kind">
            ${REPORT_KINDS.map((kind) => option(kind, kind))}
          </select></label
        >
        <label
          >For whom
          <select name="forWhom">
            ${FOR_WHOM.map((whom) => option(whom, whom))}
          </select></label
        >
        <label>Most pages (blank: no limit) <input name="mostPages" inputmode="numeric" /></label>
        ${button("Upload it", "uploadTemplate", [], "first")}
      </form>
    </details>`.html;
}

function rowOf(
  { id, name, provider, kind, forWhom, active }: Template,
  providers: readonly Provider[],
): Html {
  const inUse = active === "yes";
  return html`<tr>
    <td>${name} ${inUse ? html`` : html`<span class="soft">(not in use)</span>`}</td>
    <td>${nameOfProvider(provider, providers)}</td>
    <td>${kind}, ${forWhom}</td>
    <td>
      ${button("Check", "checkTemplate", [id])}
      ${button(inUse ? "Stop using" : "Use again", "useTemplate", [id, inUse ? "off" : "on"])}
    </td>
  </tr>`;
}
