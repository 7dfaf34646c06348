/** Google's `fields`: which members of an answer come, as `id,files(id,name),body/content`. */

/** Members by name; null is the whole of one. */
export interface Fields {
  [name: string]: Fields | null;
}

/** Null is everything; undefined if the text is not a selection. */
export function fieldsIn(text: string): Fields | null | undefined {
  const tokens = text.match(/[(),/]|[^(),/\s]+/g) ?? [];
  const fields = list(tokens);
  return tokens.length > 0 ? undefined : fields;
}

/** Takes names with commas between from the tokens' front. */
function list(tokens: string[]): Fields | null | undefined {
  const fields: Fields = {};
  do if (!item(tokens, fields)) return undefined;
  while (tokens[0] === "," && tokens.shift());
  return "*" in fields ? null : fields;
}

/** One name, perhaps with `/` and what it wants inside, or with brackets. */
function item(tokens: string[], into: Fields): boolean {
  const name = tokens.shift();
  if (name === undefined || /^[(),/]$/.test(name)) return false;
  let inside: Fields | null | undefined = null;
  if (tokens[0] === "/") {
    tokens.shift();
    inside = {};
    if (!item(tokens, inside)) return false;
    if ("*" in inside) inside = null;
  } else if (tokens[0] === "(") {
    tokens.shift();
    inside = list(tokens);
    if (tokens.shift() !== ")" || inside === undefined) return false;
  }
  const known = into[name];
  into[name] = known && inside ? { ...known, ...inside } : inside;
  return true;
}

/** What of a value the fields ask for, of each in a list. */
export function pick(value: unknown, fields: Fields | null): unknown {
  if (fields === null || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((member) => pick(member, fields));
  const wanted = Object.entries(value).filter(([name]) => name in fields);
  return Object.fromEntries(wanted.map(([name, member]) => [name, pick(member, fields[name] ?? null)]));
}
