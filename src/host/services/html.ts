/** HtmlService: pages for dialogs and the sidebar, from text or from the script's own .html files. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Exception } from "../run/errors";
import type { Execution } from "../run/execution";
import type { Service } from "../run/service";
import type { Has } from "../run/used";

const HTML_SERVICE = { createHtmlOutput: " | s", createHtmlOutputFromFile: "s" };
const HTML_OUTPUT = {
  append: "s",
  clear: "",
  getContent: "",
  getHeight: "",
  getTitle: "",
  getWidth: "",
  setContent: "s",
  setHeight: "n?",
  setTitle: "s",
  setWidth: "n?",
};

declare module "../run/used" {
  interface Hosts {
    HtmlOutput: [GoogleAppsScript.HTML.HtmlOutput, HostHtmlOutput];
  }
}

export class HostHtmlOutput implements Has<GoogleAppsScript.HTML.HtmlOutput, typeof HTML_OUTPUT> {
  #content: string;
  #title = "";
  /** Pixels; Google has null where nobody set it, though its types say a number. */
  #width: number | null = null;
  #height: number | null = null;

  constructor(content: string) {
    this.#content = content;
  }

  getContent = (): string => this.#content;
  getTitle = (): string => this.#title;
  getWidth = (): number => this.#width as number;
  getHeight = (): number => this.#height as number;

  setContent(content: string): this {
    this.#content = content;
    return this;
  }

  append = (added: string): this => this.setContent(this.#content + added);
  clear = (): this => this.setContent("");

  setTitle(title: string): this {
    this.#title = title;
    return this;
  }

  setWidth(width: number | null): this {
    this.#width = width;
    return this;
  }

  setHeight(height: number | null): this {
    this.#height = height;
    return this;
  }
}

function made(execution: Execution): Has<GoogleAppsScript.HTML.HtmlService, typeof HTML_SERVICE> {
  const output = (content: string): HostHtmlOutput =>
    execution.wrap("HtmlOutput", new HostHtmlOutput(content));
  return execution.wrap("HtmlService", {
    createHtmlOutput: (html?: string) => output(html ?? ""),
    createHtmlOutputFromFile: (name: string) => output(fileOf(execution.folder, name)),
  });
}

export const htmlService: Service = {
  name: "HtmlService",
  objects: { HtmlService: { methods: HTML_SERVICE }, HtmlOutput: { methods: HTML_OUTPUT } },
  make: made,
};

/** A file of the script by its name in the editor, which has no ending. */
function fileOf(folder: string, name: string): string {
  const path = join(folder, `${name}.html`);
  if (name.includes("..") || !existsSync(path)) throw new Exception(`No HTML file named ${name} was found.`);
  return readFileSync(path, "utf8");
}
