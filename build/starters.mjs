/**
 * The starter templates in one file of the script, beside the bundle, which Google reads only where one is
 * asked for.
 */
import { readdirSync, readFileSync } from "node:fs";

/**
 * @param {string} folder with the .docx files
 * @returns {string} each in base 64, under its name without the ending
 */
export const startersPage = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".docx"))
    .sort()
    .map((name) => {
      const content = readFileSync(`${folder}/${name}`).toString("base64");
      return `<pre id="${name.slice(0, -".docx".length)}">${content}</pre>`;
    })
    .join("\n");
