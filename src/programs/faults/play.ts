/**
 * Plays one scenario: the job with its blows, then the clock's clean runs and the person's second try, until
 * all is quiet.
 */
import { createHash } from "node:crypto";
import type { Call, Hook } from "../../host/host";
import type { Host } from "../../host/host";
import { Killed, pendingOf } from "../../host/host";
import type { MemoryWorkspace } from "../../host/workspace/memoryWorkspace";
import { memoryWorkspace } from "../../host/workspace/memoryWorkspace";
import type { Operation } from "../../host/model/model";
import type { Blow } from "./blows";
import { edit } from "./edits";
import type { Job } from "./jobs";
import { keysInOutbox, lettersIn } from "./reading";
import { LEAD } from "./rows";
import { hostOn, stage, sweepAt } from "./stages";

export interface PlayOutcome {
  job: Job;
  blows: readonly Blow[];
  /** Whether every blow struck. */
  struck: boolean;
  start: MemoryWorkspace;
  end: MemoryWorkspace;
  /** Keys whose message had left when a run died before it could say so. */
  inWindow: Set<string>;
  logs: string[];
  /** Another run could not take the lock afterwards. */
  locked: boolean;
  /** The last run still changed something. */
  restless: boolean;
}

/** Keys that are claimed, and their message is out. */
export async function windowOf(workspace: MemoryWorkspace): Promise<string[]> {
  const sent = new Set((await lettersIn(workspace)).map(({ key }) => key));
  return [...keysInOutbox(workspace)]
    .filter(([key, events]) => events.at(-1)?.["State"] === "claimed" && sent.has(key))
    .map(([key]) => key);
}

export interface Playing {
  job: Job;
  bundle: string;
  start: MemoryWorkspace;
  workspace: MemoryWorkspace;
  logs: string[];
}

const errorOf = (work: () => unknown): unknown => {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
};

/** A hook that strikes at the calls named; what survives a death is put into `survivors`. */
function striking(blows: readonly Blow[], playing: Playing, struck: Set<Blow>, survivors: Operation[]): Hook {
  const { workspace, bundle, job, start, logs } = playing;
  const other = (): Host => hostOn(workspace, bundle, job.now, { mode: "trigger" });
  const strike = (blow: Blow, call: Call): void => {
    struck.add(blow);
    const { act } = blow;
    if (act.do === "quota") return;
    if (act.do === "refuse") return refuse(act.address, call);
    if (act.do === "throw") throw new Error("Service error: try again.");
    if (act.do === "edit") return edit(other(), act.edit, job.place);
    if (act.do === "kill") {
      const pending = act.survive === "none" ? [] : pendingOf(workspace);
      survivors.push(...structuredClone(pending.filter((_, i) => i !== act.survive)));
      throw new Killed("killed");
    }
    const second = act.what === "sweep" ? other() : hostOn(workspace, bundle, job.now, userOf(job));
    errorOf(() => (act.what === "sweep" ? second.call("hourlySweep") : job.act(second, start)));
    logs.push(...second.logs);
  };
  const at = (when: Blow["when"]) => (call: Call) => {
    for (const blow of blows)
      if (blow.when === when && (blow.k === call.number || blow.k === EVERY)) strike(blow, call);
  };
  return { before: at("before"), after: at("after") };
}

/** What strikes at every call that it concerns. */
export const EVERY = 0;

function refuse(address: string, { name, args: [message] }: Call): void {
  if (name === "MailApp.sendEmail" && (message as { to?: string }).to === address)
    throw new Error(`Invalid email: ${address}`);
}

const userOf = ({ user }: Job) =>
  user === undefined ? ({ mode: "trigger", user: LEAD } as const) : ({ mode: "menu", user } as const);

/** One run with its blows; gives the workspace that the next one finds. */
export function runWith(
  playing: Playing,
  now: string,
  blows: readonly Blow[],
  struck: Set<Blow>,
  isJob: boolean,
) {
  const survivors: Operation[] = [];
  const hook = striking(blows, playing, struck, survivors);
  const { workspace, bundle, job, start, logs } = playing;
  const who = isJob ? userOf(job) : userOf({} as Job);
  const quota = blows.flatMap(({ act }) => (act.do === "quota" ? [act.left] : []))[0];
  const used = workspace.state.mail?.used ?? 0;
  const host = hostOn(workspace, bundle, now, {
    ...who,
    hook,
    ...(quota !== undefined && { mailQuota: used + quota }),
  });
  const error = errorOf(() => (isJob ? job.act(host, start) : host.call("hourlySweep")));
  logs.push(...host.logs);
  playing.workspace = error instanceof Killed ? workspace.afterKill(survivors) : workspace;
}

export async function play(
  job: Job,
  blows: readonly Blow[],
  bundle: string,
  made = bundle,
): Promise<PlayOutcome> {
  const start = stage(job.stage, made);
  const playing: Playing = { job, bundle, start, workspace: memoryWorkspace(start), logs: [] };
  const struck = new Set<Blow>();
  const ofRun = (run: 0 | 1) => blows.filter((blow) => blow.run === run || blow.act.do === "refuse");
  runWith(playing, job.now, ofRun(0), struck, true);
  const inWindow = await windowOf(playing.workspace);
  const locked = isLocked(playing);
  const later = ofRun(1);
  const rest = later.length === 0 && !locked ? await foreseen(playing) : await played(playing, later, struck);
  return {
    job,
    blows,
    struck: struck.size === blows.length,
    start,
    end: rest.end,
    inWindow: new Set([...inWindow, ...rest.inWindow]),
    logs: [...playing.logs, ...rest.logs],
    locked,
    restless: rest.restless,
  };
}

/** What comes after the job's own run: the clock's next runs, and the person's second try. */
interface Rest {
  end: MemoryWorkspace;
  inWindow: string[];
  logs: string[];
  restless: boolean;
}

async function played(before: Playing, blows: readonly Blow[], struck: Set<Blow>): Promise<Rest> {
  const playing = { ...before, logs: [] };
  const [first, last] = playing.job.after;
  const left = digest(playing.workspace);
  runWith(playing, first, blows, struck, false);
  const inWindow = await windowOf(playing.workspace);
  const isRefused = blows.some(({ act }) => act.do === "refuse");
  // What Google refuses is tried again by every run, and reported.
  const isQuiet =
    isRefused || (!again(playing, last) && blows.length === 0 && digest(playing.workspace) === left);
  // A clean run that changed nothing was the further one already.
  const restless = !isQuiet && settle(playing, last);
  return { end: playing.workspace, inWindow, logs: playing.logs, restless };
}

/** Rests by what they began with; of the last job alone, because they are many. */
const rests = new Map<string, Promise<Rest>>();
let restsOf = "";

/**
 * Many faults leave the same behind, such as an error at any call that only reads. What the clean runs make
 * of it is played once: they know nothing but what they find.
 */
function foreseen(playing: Playing): Promise<Rest> {
  const { job, bundle, workspace, start } = playing;
  const whose = `${job.name} ${bundle}`;
  if (restsOf !== whose) rests.clear();
  restsOf = whose;
  const key = contentOf(workspace, start);
  const rest = rests.get(key) ?? played(playing, [], new Set());
  rests.set(key, rest);
  return rest;
}

/** All that a run finds, in short. */
function contentOf({ workbook, state, mails, files }: MemoryWorkspace, start: MemoryWorkspace): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([workbook, state, mails.slice(start.mails.length)]));
  for (const [name, bytes] of files) if (start.files.get(name) !== bytes) hash.update(name).update(bytes);
  return hash.digest("base64");
}

/** The person looks, and where it is not done does it once more; whether it was. */
function again(playing: Playing, now: string): boolean {
  const { job, workspace, bundle, start } = playing;
  if (!job.isDone || job.isDone(workspace)) return false;
  errorOf(() => job.act(hostOn(workspace, bundle, now, userOf(job)), start));
  return true;
}

const MOST_RUNS = 4;

/** Runs the clock until a run changes nothing; true where none such came. */
export function settle({ workspace, bundle, logs }: Playing, now: string): boolean {
  let before = digest(workspace);
  for (let run = 0; run < MOST_RUNS; run += 1) {
    const error = errorOf(() => logs.push(...sweepAt(workspace, bundle, now).logs));
    if (error) logs.push(String(error));
    const after = digest(workspace);
    if (after === before) return false;
    before = after;
  }
  return true;
}

export function isLocked({ workspace, bundle, job }: Playing): boolean {
  const host = hostOn(workspace, bundle, job.now);
  return !host.execute(({ LockService }) => LockService.getDocumentLock().tryLock(0) as boolean);
}

/** All that a run may change, but for the sign of life that every run leaves. */
export function digest({ workbook, mails, files, state }: MemoryWorkspace): string {
  const tabs = workbook.sheets.map(({ name, cells }) => {
    if (name !== "Runs") return [name, cells];
    return [name, Object.values(cells).filter((line) => line[0]?.v !== "hourlySweep")];
  });
  return JSON.stringify([tabs, mails.length, files.size, state.triggers.length]);
}
