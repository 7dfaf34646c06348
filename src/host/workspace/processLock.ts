/**
 * One process at a time over a workspace: a lock file that names it, taken over once that process is gone.
 */
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";

/** So long an empty lock file may belong to a process that is just writing its name into it. */
const WRITING_MS = 2000;

/** Takes the lock and gives what releases it. */
export function lockFolder(folder: string): () => void {
  const file = `${folder}/lock`;
  const me = identityOf(process.pid);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (tookNew(file, me)) return () => release(file, me);
    const holder = contentOf(file);
    if (holder === null) continue;
    const pid = Number(holder.split(" ")[0]);
    if (pid > 0 && identityOf(pid) === holder)
      throw new Error(`The workspace ${folder} is in use by process ${pid}. Close it there first.`);
    if (holder === "" && ageOf(file) < WRITING_MS) break;
    removeStale(file, holder);
  }
  throw new Error(`The workspace ${folder} is being opened by another process. Try again.`);
}

function tookNew(file: string, me: string): boolean {
  try {
    const descriptor = openSync(file, "wx");
    writeSync(descriptor, me);
    fsyncSync(descriptor);
    closeSync(descriptor);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Null when the file has gone meanwhile. */
function contentOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

const ageOf = (file: string): number =>
  Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);

/** Moves the lock away before it goes, so that one just taken by a third process is noticed and put back. */
function removeStale(file: string, holder: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  if (contentOf(aside) === holder) rmSync(aside, { force: true });
  else renameSync(aside, file);
}

function release(file: string, me: string): void {
  if (contentOf(file) === me) rmSync(file, { force: true });
}

/**
 * A process by number and, where the system tells, its start, so that a number used again is not mistaken for
 * it.
 */
function identityOf(pid: number): string {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return "";
  }
  const stat = contentOf(`/proc/${pid}/stat`);
  return stat === null ? `${pid} unknown` : `${pid} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
}
