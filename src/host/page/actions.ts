/** What a person does on the page outside the grid. */
import type { MenuItem } from "../run/screen";
import type {
  Attached,
  ClockState,
  DocumentLine,
  Mail,
  MailLine,
  Opened,
  Ran,
  RunRecord,
  Shown,
} from "../server/protocol";
import { theGrid } from "./gridAccess";
import { ask, bytesOf } from "./link";
import { askPerson, change, page, say } from "./store";

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Does something and tells the person when it fails. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    say(sentenceOf(error), "refused");
    return null;
  }
}

/** Toasts, dialogs and the sidebar that a function brought up; each kind replaces the one before it. */
export function present({ toasts, shown, selected }: Ran): void {
  if (selected) theGrid()?.select(selected);
  for (const toast of toasts) say(toast);
  for (const one of shown) presentOne(one);
}

function presentOne(shown: Shown): void {
  if (shown.kind === "sidebar") change({ sidebar: shown, panel: "sidebar" });
  else change({ dialog: shown });
}

export async function choose({ label, handler }: MenuItem): Promise<void> {
  change({ busy: label });
  const ran = await attempt(() =>
    ask<Ran>("/api/menu", { user: page().user, name: handler, selection: theGrid()?.selection() }),
  );
  change({ busy: null });
  if (!ran) return;
  present(ran);
  if (ran.error !== null) say(`${label}: ${ran.error}`, "refused");
}

/** The bundle is opened as another person: the menu and what they may do are theirs. */
export async function actAs(user: string): Promise<void> {
  const opened = await attempt(() => ask<Opened>("/api/open", { user }));
  const known = page().opened;
  if (!opened || !known) return;
  remember(opened.user);
  for (const toast of opened.toasts) say(toast);
  change({
    user: opened.user,
    opened: { ...known, menu: opened.menu, people: opened.people },
    dialog: null,
    sidebar: null,
    panel: page().panel === "sidebar" ? "outbox" : page().panel,
  });
}

const USER = "acting-as";
/** Another tab of the browser may act as somebody else. */
const remember = (user: string): void => sessionStorage.setItem(USER, user);
export const remembered = (): string => sessionStorage.getItem(USER) ?? "";

export async function moveClock(to: string): Promise<void> {
  const clock = await attempt(() => ask<ClockState>("/api/clock", { to }));
  if (clock) change({ clock });
}

export async function stopClock(): Promise<void> {
  const clock = await attempt(() => ask<ClockState>("/api/clock/stop"));
  if (clock) change({ clock });
}

export async function fillWeek(): Promise<void> {
  change({ busy: page().opened?.filling ?? "" });
  const filled = await attempt(() => ask<{ said: string }>("/api/fill", { user: page().user }));
  change({ busy: null });
  if (filled) say(filled.said);
}

export async function readLists(): Promise<void> {
  await attempt(async () => {
    const [mails, documents] = await Promise.all([
      ask<MailLine[]>("/api/mails"),
      ask<DocumentLine[]>("/api/documents"),
    ]);
    change({ mails, documents });
  });
}

export async function readRuns(): Promise<void> {
  const runs = await attempt(() => ask<RunRecord[]>("/api/runs"));
  if (runs) change({ runs });
}

export const readMail = (name: string): Promise<Mail | null> =>
  attempt(() => ask<Mail>("/api/mail", { name }));

export const readDocument = (name: string): Promise<Blob | null> =>
  attempt(() => bytesOf("/api/document", { name }));

/** Saves a document where the browser puts downloads. */
export async function saveDocument(name: string, as: "docx" | "pdf"): Promise<void> {
  const bytes = await attempt(() => bytesOf(as === "pdf" ? "/api/pdf" : "/api/document", { name }));
  if (bytes) download(bytes, as === "pdf" ? name.replace(/\.docx$/i, ".pdf") : name);
}

export const saveAttached = ({ name, kind, base64 }: Attached): void =>
  download(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], { type: kind }), name);

function download(bytes: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(bytes);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Another program changed tracker.xlsx: the person says which of the two counts. */
export async function askWhichCounts(): Promise<void> {
  if (page().question) return;
  const keep = await askPerson({
    title: "tracker.xlsx was changed by another program",
    text: "What you see here is safe in the journal, but not yet in tracker.xlsx. Do you want to keep it? The other version will be put beside it under another name. To use the other version instead, stop the server, remove journal.ndjson from the folder and start again.",
    yes: "Keep what is here",
  });
  if (!keep) return;
  const kept = await attempt(() => ask<{ aside: string }>("/api/keep"));
  if (kept) say(`Kept. The other version is now ${kept.aside}.`);
}
