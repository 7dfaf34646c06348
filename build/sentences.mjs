/**
 * `npm run sentences`: everything that somebody may read, from the sources, in build/out/sentences.txt, to be
 * read in one go.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const FOLDERS = ["src/domain", "src/jobs", "src/google", "src/pages", "src/host", "src/programs"];

/** What only measures or breaks things, for whoever works on the code. */
const OTHERS = /^src\/programs\/(bench|faults)\b/;

/** Two words that follow each other. */
const WORDS = /[A-Za-z’']{2,}[,;:]? [A-Za-z0-9“(…{]/;
/** Style sheets, pictures and documents' XML have words in them, but none that anybody reads. */
const CODE = /^[a-z-]+: [^ ]+;|^\s*[.#@&]?[\w-]+\s*\{|=>|^M[\d. ]|^<\?xml|xmlns/;

/** @param {string} text */
const inOneLine = (text) => text.replace(/\s+/g, " ").trim();

/**
 * An expression in a sentence; a long one has sentences of its own, which come after it.
 * @param {string} code
 */
const nameOf = (code) => (code.length > 60 ? "…" : code);

/**
 * A text as it is read, with the expression in braces where a value goes; "" where the node is none.
 * @param {ts.Node} node
 * @param {ts.SourceFile} source
 */
function textOf(node, source) {
  const { parent } = node;
  const isName = ts.isJsxAttribute(parent) && parent.name.getText(source) === "class";
  if (ts.isImportDeclaration(parent) || ts.isLiteralTypeNode(parent) || isName) return "";
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return "";
  return node.templateSpans.reduce(
    (said, { expression, literal }) => `${said}{${nameOf(expression.getText(source))}}${literal.text}`,
    node.head.text,
  );
}

/**
 * `12: Nothing was saved.` for each sentence of a file, in its order.
 * @param {string} path
 */
function sentencesIn(path) {
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022, true);
  /** @type {string[]} */
  const found = [];
  /** @param {ts.Node} node */
  const visit = (node) => {
    const text = node === source ? "" : inOneLine(textOf(node, source));
    const isRead = ts.isJsxText(node) ? /[A-Za-z]{2}/.test(text) : WORDS.test(text) && !CODE.test(text);
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    if (isRead) found.push(`${line + 1}: ${text}`);
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

const files = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => /\.tsx?$/.test(path) && !OTHERS.test(path)),
).sort();
const byFile = files
  .map((file) => ({ file, found: sentencesIn(file) }))
  .filter(({ found }) => found.length > 0);

mkdirSync("build/out", { recursive: true });
writeFileSync(
  "build/out/sentences.txt",
  byFile.map(({ file, found }) => `${file}\n${found.join("\n")}\n`).join("\n"),
);
console.error(`sentences.txt: ${byFile.flatMap(({ found }) => found).length} in ${byFile.length} files`);
