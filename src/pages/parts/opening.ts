/** Opening pupils: the selected row's, one chosen, the next; never over text that is not saved. */
import type { Opened, PupilPage, WantedPupil } from "../../domain/views/pupilView";
import { call } from "./call";
import { fail, tell } from "./said";
import { change, isBusy, isUnsaved, now, QUIET, wantFocus } from "./state";

/** Of the last opening: what is answered to an earlier one comes too late. */
let turn = 0;
/** The pupil of the selected row when it was last looked at; null where there was none. */
let row: string | null = null;
let isLooking = false;

/** On load, and by its button: the pupil of the selected row. */
export function openSelected(): void {
  if (isBusy()) return;
  void bring({ pupil: null, known: now().page?.id ?? null }, "Opening the selected row …");
}

export function openPicked({ id, name }: { id: string; name: string }): void {
  if (isBusy()) return;
  unlessUnsaved(id, () => void bring({ pupil: id, known: null }, `Opening ${name} …`));
}

/** The pupil whose row follows in this week's grades. */
export function openNext(): void {
  const { page, roll } = now();
  const at = roll.findIndex(({ id }) => id === page?.id);
  const next = roll[at + 1];
  if (at >= 0 && next) return openPicked(next);
  tell(
    at < 0
      ? `${page?.name ?? ""} is not on this week's list. Choose a pupil above.`
      : "That was the last pupil on the list.",
  );
}

async function bring(wanted: WantedPupil, said: string): Promise<void> {
  const mine = (turn += 1);
  change({ status: { ...QUIET, kind: "opening", said } });
  try {
    const opened = await call("openPupil", wanted);
    if (mine === turn) show(opened, wanted);
  } catch (error) {
    if (mine === turn) fail(error, () => void bring(wanted, said));
  }
}

function show(opened: Opened, { pupil, known }: WantedPupil): void {
  if (opened.kind === "none") {
    tell(opened.said);
    return change({ roll: opened.roll });
  }
  if (pupil === null) row = opened.kind === "pupil" ? opened.page.id : known;
  if (opened.kind === "same") return tell("This is the pupil in the selected row.");
  change({ status: QUIET });
  unlessUnsaved(opened.page.id, () => {
    const { page } = now();
    if (page && page.id !== opened.page.id) wantFocus();
    take(opened.page);
    tell(`${opened.page.name} is open.`);
  });
}

/** Another pupil begins without anything that was typed about the one before. */
function take(page: PupilPage): void {
  const isOther = now().page?.id !== page.id;
  change({ page, roll: page.roll, ...(isOther ? { drafts: {}, unfolded: {} } : {}) });
}

/** Goes on at once, or after a question where text about the open pupil is not saved. */
function unlessUnsaved(next: string, go: () => void, asksQuietly = false): void {
  const { page } = now();
  if (!page || page.id === next || !isUnsaved()) return go();
  const active = document.activeElement;
  const from = !asksQuietly && active instanceof HTMLElement ? active : null;
  change({ question: { name: page.name, go, from } });
}

/**
 * When somebody comes back from the sheet: the pupil of another row that was selected meanwhile. As long as
 * the row is of the pupil it was of before, the pupil chosen here stays.
 */
export async function lookUp(): Promise<void> {
  if (isBusy() || isLooking || now().question) return;
  const before = turn;
  isLooking = true;
  try {
    const opened = await call("openPupil", { pupil: null, known: row });
    if (before !== turn || isBusy() || opened.kind !== "pupil") return;
    const { page } = opened;
    row = page.id;
    const isOther = page.id !== now().page?.id;
    unlessUnsaved(page.id, () => (take(page), isOther && tell(`${page.name} is open.`)), true);
  } catch {
    // Nobody asked for this; the next call that somebody makes says what is wrong.
  } finally {
    isLooking = false;
  }
}

/**
 * The same pupil again, so that the lists show what was saved. What was saved is saved, whatever comes of
 * this.
 */
export async function refresh(said: string | null): Promise<void> {
  const { page } = now();
  if (!page) return;
  const mine = (turn += 1);
  try {
    const opened = await call("openPupil", { pupil: page.id, known: null });
    if (mine === turn && opened.kind === "pupil") take(opened.page);
  } catch {
    if (said === null || mine !== turn || isBusy()) return;
    const again = { label: "Show it", run: () => void refresh(said) };
    tell(`${said} The lists here do not show this yet.`, again);
  }
}
