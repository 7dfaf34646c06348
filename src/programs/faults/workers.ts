/** Shares parts of the work between processes: each asks for the next as soon as it has done one. */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Result } from "./table";

/** What a child does, as plain data; what it gives back is a list of results. */
export type SweepTask = Readonly<Record<string, unknown>>;

/** Time zones are a process's own, so these are processes, not threads. */
export const WORKERS = 2;

export async function shared(
  works: readonly SweepTask[],
  onDone: (done: number, results: readonly Result[]) => void,
): Promise<Result[]> {
  const results: Result[][] = works.map(() => []);
  let [next, done] = [0, 0];
  const worker = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const child = fork(fileURLToPath(import.meta.url), ["--worker"], {
        stdio: ["ignore", 2, 2, "ipc"],
        // Each run is a world of its own, soon forgotten: most of it never leaves a young generation of this
        // size, and optimizing code for it is in vain. There are as many processes as cores.
        execArgv: ["--max-semi-space-size=64", "--no-opt", "--no-flush-bytecode", "--single-threaded"],
      });
      const give = (): void => {
        const at = next;
        next += 1;
        if (at >= works.length) child.disconnect();
        else child.send({ at, work: works[at] });
      };
      child.on("message", (message: { at: number; results: Result[] }) => {
        results[message.at] = message.results;
        done += 1;
        onDone(done, message.results);
        give();
      });
      child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error("A worker failed; see above."))));
      give();
    });
  await Promise.all(Array.from({ length: WORKERS }, worker));
  return results.flat();
}

/** The child's side. */
export function serveWork(act: (work: SweepTask) => Promise<Result[]>): void {
  process.on("message", (message: { at: number; work: SweepTask }) => {
    void act(message.work).then(
      (results) => process.send?.({ at: message.at, results }),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}
