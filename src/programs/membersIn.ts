/**
 * The members of Google's services by their types, beside those that the local host has and the add-on uses.
 */
import ts from "typescript";

export interface Service {
  name: string;
  /** Google's members that the host has, those of Google's that are not deprecated, and those that are. */
  has: string[];
  google: string[];
  deprecated: string[];
}

export interface Coverage {
  services: Service[];
  /** `Range.setNote` and the like: used outside the host, and missing in it. */
  lacking: string[];
}

type Members = ReadonlyMap<string, ReadonlySet<string>>;

/** What the files and all that they import say; the host's own are those in src/host. */
export function coverageIn(files: readonly string[]): Coverage {
  const config = ts.getParsedCommandLineOfConfigFile(
    "src/host/tsconfig.json",
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, "\n"));
      },
    },
  );
  const options: ts.CompilerOptions = { ...config?.options, noEmit: true, types: ["google-apps-script"] };
  const program = ts.createProgram(files, options, ownFilesOnly(options));
  const checker = program.getTypeChecker();
  const isGoogle = (file: ts.SourceFile) => file.fileName.includes("/@types/google-apps-script/");
  const isHost = (file: ts.SourceFile) => file.fileName.includes("src/host/");
  const own = program.getSourceFiles().filter((file) => !file.fileName.includes("/node_modules/"));

  const host = hostMembers(own.filter(isHost), checker);
  const google = googleInterfaces(program.getSourceFiles().filter(isGoogle));
  const services = [...host].flatMap(([name, members]) => {
    const declared = google.get(name);
    return declared ? [serviceOf(name, members, declared, checker)] : [];
  });
  const googleNames = new Set(
    [...google.values()].flatMap(({ members }) => members.map(({ name }) => name?.getText() ?? "")),
  );
  const used = own
    .filter((file) => !isHost(file))
    .flatMap((file) => membersUsed(file, checker, isGoogle, googleNames));
  const lacking = used.filter(([service, member]) => !host.get(service)?.has(member));
  return {
    services: services.sort((a, b) => b.google.length - a.google.length),
    lacking: [...new Set(lacking.map((names) => names.join(".")))].sort(),
  };
}

/** Without the types of packages, which say nothing about Google's members and are most of what there is to read. */
function ownFilesOnly(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text }) =>
      text.startsWith(".") ? ts.resolveModuleName(text, from, options, host) : { resolvedModule: undefined },
    );
  return host;
}

/**
 * One name for what the host calls `console` or `Drive.Files` and Google's types `Console` and
 * `FilesCollection`.
 */
const keyOf = (name: string): string =>
  name
    .replace(/^.*\./, "")
    .replace(/Collection$/, "")
    .replace(/^./, (letter) => letter.toUpperCase());

function everyNode(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => everyNode(child, visit));
}

/** Every service object passes `wrap("Range", object)`, which says its name. */
function hostMembers(files: readonly ts.SourceFile[], checker: ts.TypeChecker): Members {
  const found = new Map<string, Set<string>>();
  const visit = (node: ts.Node): void => {
    if (!ts.isCallExpression(node) || !/(?:^|[.#])wrap$/.test(node.expression.getText())) return;
    const [name, service] = node.arguments;
    if (!name || !ts.isStringLiteral(name) || !service) return;
    const members = found.get(keyOf(name.text)) ?? new Set();
    for (const { name } of checker.getPropertiesOfType(checker.getTypeAtLocation(service)))
      if (/^\w+$/.test(name)) members.add(name);
    found.set(keyOf(name.text), members);
  };
  for (const file of files) everyNode(file, visit);
  return found;
}

/** Where several of Google's namespaces have an interface of that name, the spreadsheet's comes first. */
const NAMESPACES = ["Spreadsheet", "Script", "Base", "Drive_v3", "Docs"];

/** The namespaces around a declaration; those of an advanced service's version lie one in the other. */
function namespacesOf(node: ts.Node): string[] {
  const around = ts.isModuleDeclaration(node) ? [node.name.text] : [];
  return ts.isSourceFile(node) ? [] : [...around, ...namespacesOf(node.parent)];
}

/** Whether a node declares a service, not a plain object that an advanced service takes or gives. */
const isService = (node: ts.Node | undefined): node is ts.InterfaceDeclaration =>
  node !== undefined &&
  ts.isInterfaceDeclaration(node) &&
  ts.isModuleBlock(node.parent) &&
  node.parent.parent.name.getText() !== "Schema";

/**
 * Interfaces by name, as `namespace GoogleAppsScript { namespace Spreadsheet { interface Range` declares
 * them.
 */
function googleInterfaces(files: readonly ts.SourceFile[]): Map<string, ts.InterfaceDeclaration> {
  const rank = (node: ts.Node): number => {
    const around = namespacesOf(node);
    const at = NAMESPACES.findIndex((namespace) => around.includes(namespace));
    return at < 0 ? NAMESPACES.length : at;
  };
  const found = new Map<string, ts.InterfaceDeclaration>();
  const visit = (node: ts.Node): void => {
    if (!isService(node)) return;
    const present = found.get(keyOf(node.name.text));
    if (!present || rank(node) < rank(present)) found.set(keyOf(node.name.text), node);
  };
  for (const file of files) everyNode(file, visit);
  return found;
}

function serviceOf(
  name: string,
  host: ReadonlySet<string>,
  declared: ts.InterfaceDeclaration,
  checker: ts.TypeChecker,
): Service {
  const members = checker.getPropertiesOfType(checker.getTypeAtLocation(declared));
  const isDeprecated = (member: ts.Symbol): boolean =>
    (member.declarations ?? []).every((declaration) => ts.getJSDocDeprecatedTag(declaration) !== undefined);
  const namesOf = (symbols: readonly ts.Symbol[]): string[] => symbols.map((symbol) => symbol.name).sort();
  return {
    name,
    has: namesOf(members.filter((member) => host.has(member.name))),
    google: namesOf(members.filter((member) => !isDeprecated(member))),
    deprecated: namesOf(members.filter(isDeprecated)),
  };
}

/** Members of Google's interfaces that a file names, with their interface. */
function membersUsed(
  file: ts.SourceFile,
  checker: ts.TypeChecker,
  isGoogle: (file: ts.SourceFile) => boolean,
  googleNames: ReadonlySet<string>,
): [service: string, member: string][] {
  const used: [string, string][] = [];
  everyNode(file, (node) => {
    // A type is asked for only where the name could be Google's: types take long.
    if (!ts.isPropertyAccessExpression(node) || !googleNames.has(node.name.text)) return;
    const parent = checker.getSymbolAtLocation(node.name)?.declarations?.[0]?.parent;
    if (isService(parent) && isGoogle(parent.getSourceFile()))
      used.push([keyOf(parent.name.text), node.name.text]);
  });
  return used;
}
