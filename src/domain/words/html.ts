/** The one way text gets into HTML: a template whose values are escaped. */
export interface Html {
  readonly html: string;
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escape = (s: string): string => s.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);

type Value = string | number | Html | readonly Html[];
const rendered = (value: Value): string => {
  if (typeof value === "string" || typeof value === "number") return escape(String(value));
  return "html" in value ? value.html : value.map((v) => v.html).join("");
};

/** Html from a template literal: texts and numbers are escaped, Html goes in as it is. */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Html => ({
  html: parts.reduce(
    (all, part, i) => all + part + (i < values.length ? rendered(values[i] as Value) : ""),
    "",
  ),
});
