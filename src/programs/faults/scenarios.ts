/**
 * Which scenarios there are for a job: its calls are recorded once, and each kind of fault is put at each
 * that differs.
 */
import type { Call } from "../../host/host";
import { pendingOf } from "../../host/host";
import { memoryWorkspace } from "../../host/workspace/memoryWorkspace";
import type { Blow, Kind, Scenario } from "./blows";
import type { EditKind } from "./edits";
import { EDITS } from "./edits";
import type { Job } from "./jobs";
import { EVERY } from "./play";
import { LEAD } from "./rows";
import { hostOn, stage } from "./stages";

/** What a death at a call would leave: writes kept, writes pending, messages and files out. */
interface Left {
  kept: number;
  pending: number;
}
export interface Recorded {
  name: string;
  /** The tab that was last asked for by its name; any of them, where all were asked for at once. */
  tab: string;
  before: Left;
  after: Left;
}

const ANY_TAB = "any tab";

/** The tab that a call asks for; null where it asks for none. */
function askedIn({ name, args }: Call): string | null {
  if (name === "Spreadsheet.getSheets") return ANY_TAB;
  return name === "Spreadsheet.getSheetByName" ? String(args[0]) : null;
}

/**
 * The service calls of a job. Throws where something was written or sent between two of them: a call that was
 * not counted, at which no fault could strike.
 */
export function record(job: Job, bundle: string, made = bundle): Recorded[] {
  const workspace = memoryWorkspace(stage(job.stage, made));
  const left = (): Left => ({
    kept: workspace.keptCount() + workspace.mails.length + workspace.files.size,
    pending: pendingOf(workspace).length,
  });
  const calls: Recorded[] = [];
  const before = (call: Call): void => {
    const now = left();
    const last = calls.at(-1)?.after;
    if (last && (last.kept !== now.kept || last.pending !== now.pending))
      throw new Error(
        `${job.name} wrote something before call ${call.number}, ${call.name}, that was no numbered call.`,
      );
    if (call.number !== calls.length + 1)
      throw new Error(`${job.name}: call ${calls.length + 1} was not seen.`);
    const tab = askedIn(call) ?? calls.at(-1)?.tab ?? "";
    calls.push({ name: call.name, tab, before: now, after: now });
  };
  const after = ({ number }: Call): void => void Object.assign(calls[number - 1] ?? {}, { after: left() });
  const who = job.user === undefined ? ({ mode: "trigger", user: LEAD } as const) : { user: job.user };
  const host = hostOn(workspace, bundle, job.now, { ...who, hook: { before, after } });
  job.act(host, workspace);
  if (host.total !== calls.length || host.total !== Object.values(host.calls).reduce((sum, n) => sum + n, 0))
    throw new Error(`${job.name} made ${host.total} service calls; ${calls.length} were seen.`);
  return calls;
}

const blow = (k: number, when: Blow["when"], act: Blow["act"], run: Blow["run"] = 0): Blow => ({
  run,
  k,
  when,
  act,
});
const numbers = (calls: readonly Recorded[]): number[] => calls.map((_, i) => i + 1);

/**
 * Above this many calls a job repeats itself: the first call of a name, and every hundredth, represent the
 * others.
 */
const MANY = 300;

/** The calls to strike at: all, or of a long job the first and every hundredth of each name. */
function worth(calls: readonly Recorded[]): number[] {
  if (calls.length <= MANY) return numbers(calls);
  const seen = new Map<string, number>();
  return numbers(calls).filter((k) => {
    const name = calls[k - 1]?.name ?? "";
    const n = (seen.get(name) ?? 0) + 1;
    seen.set(name, n);
    return n === 1 || n % 100 === 0;
  });
}

const throwsBefore = (calls: readonly Recorded[]): Blow[][] =>
  worth(calls).map((k) => [blow(k, "before", { do: "throw" })]);

/** Whether something is different after the call: an error after any other is the same as one before it. */
const acts = ({ name, before, after }: Recorded): boolean =>
  before.kept !== after.kept ||
  before.pending !== after.pending ||
  /Lock|flush|sendEmail|^Drive|^Docs/.test(name);

const throwsAfter = (calls: readonly Recorded[]): Blow[][] =>
  worth(calls).flatMap((k) => {
    const call = calls[k - 1];
    return call && acts(call) ? [[blow(k, "after", { do: "throw" })]] : [];
  });

/** Moments at which a death leaves something else than at the moment before. */
function deaths(calls: readonly Recorded[]): { k: number; when: Blow["when"]; pending: number }[] {
  const seen = new Set<string>();
  return calls.flatMap((call, i) =>
    (["before", "after"] as const).flatMap((when) => {
      const { kept, pending } = call[when];
      const left = `${kept} ${pending}`;
      if (seen.has(left)) return [];
      seen.add(left);
      return [{ k: i + 1, when, pending }];
    }),
  );
}

/**
 * With more writes pending than this, single omissions are tried at the last moment before the flush only.
 */
const FEW = 12;

/** Up to this many pending writes, every single one is left out once; of more, every n-th. */
const EACH = 40;

/** A job of very many writes is killed only at every n-th of its moments. */
const LONG = 200;
const OF_LONG = 25;

/**
 * Every prefix of the pending writes survives: the first n of many are what was pending when there were n, so
 * all that were pending at each moment is every prefix. And before each flush all but one, for each of them.
 */
function kills(calls: readonly Recorded[]): Blow[][] {
  const moments = deaths(calls);
  const isLong = moments.length > LONG;
  return moments.flatMap(({ k, when, pending }, i) => {
    const isChosen = !isLong || i % OF_LONG === 0;
    const isLast = (moments[i + 1]?.pending ?? 0) < pending;
    const step = Math.max(1, Math.ceil(pending / EACH));
    // Without the last is what was pending a moment before.
    const omitted = Array.from({ length: Math.max(0, pending - 1) }, (_, n) => n).filter(
      (n) => n % step === 0,
    );
    const survive: ("all" | number)[] = [
      ...(isChosen ? ["all" as const] : []),
      ...(isLast || (isChosen && pending <= FEW) ? omitted : []),
    ];
    return survive.map((which) => [blow(k, when, { do: "kill", survive: which })]);
  });
}

/** The clock's run at every call; of a person's job, the job once more where it matters. */
function seconds(calls: readonly Recorded[], job: Job): Blow[][] {
  const at = (what: "sweep" | "job", ks: readonly number[]): Blow[][] => [
    ...ks.map((k) => [blow(k, "before", { do: "second", what })]),
    [blow(calls.length, "after", { do: "second", what })],
  ];
  return [
    ...at("sweep", worth(calls)),
    ...(job.user === undefined || job.addsEachTime ? [] : at("job", touching(calls, job.place.tab))),
  ];
}

/** Calls that write or send, at which any edit may matter; beside them the first call and the last. */
const WRITES = /setValues?$|appendRow|insertRows|flush|sendEmail|Files|Documents/;
const READS = /getSheetByName|getSheets|getDataRange|getValues|getSheetValues/;

/**
 * The calls at which an edit of a tab can matter: those that read it, and those that write or send anything.
 */
const touching = (calls: readonly Recorded[], tab: string): number[] =>
  worth(calls).filter((k) => {
    const call = calls[k - 1];
    if (!call || k === 1 || k === calls.length) return true;
    return WRITES.test(call.name) || ([tab, ANY_TAB].includes(call.tab) && READS.test(call.name));
  });

function edits(calls: readonly Recorded[], { place }: Job, kind: EditKind, every = 1): Blow[] {
  const tab = kind === "provider deactivated" ? "Providers" : place.tab;
  return touching(calls, tab)
    .filter((_, i) => i % every === 0)
    .map((k) => blow(k, "before", { do: "edit", edit: kind }));
}

/**
 * An edit, and later the run's death: at some of the moments, so that each kind of edit meets each kind of
 * call.
 */
function editsAndKills(calls: readonly Recorded[], job: Job): Blow[][] {
  const all = deaths(calls);
  const step = Math.ceil(all.length / 30);
  const moments = all.filter(({ k }, i) => i % step === 0 || k === calls.length);
  return EDITS.filter((kind) => !job.notBeforeDeath?.includes(kind)).flatMap((kind, n) =>
    edits(calls, job, kind, 5).flatMap((first) =>
      moments
        .filter(({ k }, i) => k > first.k && i % 3 === n % 3)
        .map(({ k, when }) => [first, blow(k, when, { do: "kill", survive: n % 2 === 0 ? "all" : "none" })]),
    ),
  );
}

/** Faults at the calls by which messages leave, two in one run or one in each of two. */
function pairs(calls: readonly Recorded[]): Blow[][] {
  const isOf = (pattern: RegExp) => (n: number) => pattern.test(calls[n - 1]?.name ?? "");
  const faults = (run: 0 | 1): Blow[] => [
    ...numbers(calls)
      .filter(isOf(/flush|sendEmail|appendRow/))
      .map((n) => blow(n, "before", { do: "throw" }, run)),
    ...numbers(calls)
      .filter(isOf(/sendEmail/))
      .map((n) => blow(n, "after", { do: "throw" }, run)),
    ...numbers(calls)
      .filter(isOf(/flush|sendEmail/))
      .map((n) => blow(n, "after", { do: "kill", survive: "none" }, run)),
  ];
  const first = faults(0);
  return [
    ...first.flatMap((one) => faults(1).map((two) => [one, two])),
    ...first.flatMap((one) =>
      one.act.do === "kill" ? [] : first.filter((two) => two.k > one.k).map((two) => [one, two]),
    ),
  ];
}

const ADDRESSES = [
  "iris.holt@ashby.example",
  "jonas.pike@northhill.example",
  "mabel.quayle@wyebridge.example",
];
const sends = (calls: readonly Recorded[]): boolean => calls.some(({ name }) => name === "MailApp.sendEmail");
const always = (act: Blow["act"]): Blow => blow(EVERY, "before", act);

/** In what a person does without sending, every second call represents its neighbour. */
const everyEdit = ({ user, closes }: Job): number => (user === undefined || closes !== undefined ? 1 : 2);

/** The weekly update alone has pairs: there each message can be struck twice. */
export const PAIRED = "weeklyUpdate";

export function scenariosOf(job: Job, kind: Kind, calls: readonly Recorded[]): Scenario[] {
  const makers: Record<Kind, () => Blow[][]> = {
    "throw before": () => throwsBefore(calls),
    "throw after": () => throwsAfter(calls),
    kill: () => kills(calls),
    "second run": () => seconds(calls, job),
    edit: () => EDITS.flatMap((one) => edits(calls, job, one, everyEdit(job)).map((two) => [two])),
    "edit and kill": () => editsAndKills(calls, job),
    refused: () => (sends(calls) ? ADDRESSES.map((address) => [always({ do: "refuse", address })]) : []),
    quota: () => (sends(calls) ? [0, 1, 2].map((left) => [always({ do: "quota", left })]) : []),
    pair: () => (job.name === PAIRED ? pairs(calls) : []),
    weeks: () => [],
  };
  return makers[kind]().map((blows) => ({ kind, blows }));
}
