/** One process at a time over a workspace: a lock file that names it, taken over once that process is gone. */
import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";

/** Takes the lock and gives what releases it. */
export function lockFolder(folder: string): () => void {
  const file = `${folder}/lock`;
  const me = identityOf(process.pid);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const descriptor = openSync(file, "wx");
      writeSync(descriptor, me);
      closeSync(descriptor);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = readFileSync(file, "utf8");
      const pid = Number(holder.split(" ")[0]);
      if (pid > 0 && holder !== "" && identityOf(pid) === holder)
        throw new Error(`The workspace ${folder} is in use by process ${pid}. Close it there first.`);
      rmSync(file, { force: true });
    }
  }
  throw new Error(`The workspace ${folder} is being opened by another process. Try again.`);
}

/** A process by number and, where the system tells, its start, so that a number used again is not mistaken for it. */
function identityOf(pid: number): string {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return "";
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return `${pid} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
  } catch {
    return `${pid} unknown`;
  }
}
