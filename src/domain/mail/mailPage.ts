/** The frame of every styled email: right at phone width and in dark mode, its styles inside it. */
import type { Html } from "../words/html";
import { html } from "../words/html";

const STYLE = `:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){.page{background:#15181c!important;color:#e8eaed!important}.card{background:#1f2429!important;border-color:#3a424a!important}.soft{color:#aeb6bf!important}.line td{border-color:#3a424a!important}}
@media (max-width:480px){.page{padding:12px!important}.card{padding:12px!important}}`;

export const mailPage = (title: string, content: readonly Html[]): Html =>
  html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${title}</title>
        <style>
          ${{ html: STYLE }}
        </style>
      </head>
      <body class="page" style="margin:0;background:#f4f6f8;color:#1d2329">
        <div
          class="page"
          style="background:#f4f6f8;color:#1d2329;padding:20px;font:15px/1.5 Arial,Helvetica,sans-serif"
        >
          <div style="max-width:600px;margin:0 auto">${content}</div>
        </div>
      </body>
    </html> `;

export const cardOf = (content: Html): Html =>
  html`<div
    class="card"
    style="background:#ffffff;border:1px solid #d5dbe1;border-radius:8px;padding:16px;margin:0 0 12px"
  >
    ${content}
  </div> `;

export const small = (text: string): Html =>
  html`<p class="soft" style="color:#55606b;font-size:13px;margin:0 0 4px">${text}</p>`;

export interface MailParagraph {
  heading?: string;
  text: string;
}

/** A message of paragraphs, plain and styled. */
export const bodyOf = (
  title: string,
  paragraphs: readonly MailParagraph[],
): { text: string; html: string } => ({
  text: paragraphs.map(({ heading, text }) => (heading ? `${heading}\n${text}` : text)).join("\n\n"),
  html: mailPage(title, paragraphs.map(paragraphOf)).html,
});

const paragraphOf = ({ heading, text }: MailParagraph): Html =>
  heading
    ? cardOf(
        html`<h2 style="font-size:17px;margin:0 0 4px">${heading}</h2>
          <p style="margin:0">${text}</p>`,
      )
    : html`<p style="margin:0 0 12px">${text}</p>`;
