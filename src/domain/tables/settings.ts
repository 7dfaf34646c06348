/** The hub's settings: each row's name, default, meaning and what is valid. */
import type { Problem } from "../words/problem";
import { problem, stop } from "../words/problem";
import { RULE } from "../words/ruleNumbers";
import type { InRow, LeftOut } from "./read";
import { newerProblem, VERSION } from "./versions";
import type { Kind } from "./settingKinds";
import {
  address,
  between,
  count,
  dayOrBlank,
  onOff,
  oneLine,
  phone,
  time,
  words,
  yesNo,
} from "./settingKinds";
import type { RecordOf } from "./table";
import { required, table, text } from "./table";

export const settings = table({
  tab: "Settings",
  about: "How this hub works. Write values in the form that the notes show: 16:30, 3, yes.",
  purpose: "How this hub works.",
  basis: "The safeguarding lead's name and phone: public task (UK GDPR 6(1)(e)).",
  kept: "For as long as the workbook is in use.",
  ofPupil: null,
  key: ["setting"],
  guarded: true,
  columns: () => ({
    setting: required("Setting", { note: "Do not rename.", writer: "add-on", width: 240 }),
    value: text("Value", {
      privacy: "personal",
      receivers: ["emails", "reports"],
      note: "You may change this, unless the row says that Hub Tracker writes it.",
      width: 300,
    }),
    about: text("What it does", { note: "Explanation.", writer: "add-on", width: 460, wrap: true }),
  }),
});

interface Setting<T> {
  name: string;
  /** Its name in older workbooks. */
  formerly?: string;
  kind: Kind<T>;
  /** What counts where the cell is blank or the row missing. */
  initial: T;
  about: string;
  /** It decides who receives what: an invalid value stops the job. */
  decides?: boolean;
}

type AnySetting = Setting<string> | Setting<number> | Setting<boolean>;

const BY_ADDON = "Hub Tracker writes this. Please leave it alone.";
const lastId = (kind: string): Setting<number> => ({
  name: `Last ${kind} id`,
  kind: count,
  initial: 0,
  about: `The last ${kind} id given. ${BY_ADDON}`,
});

export const SETTINGS = {
  hubName: {
    name: "Hub name",
    formerly: "Centre name",
    kind: oneLine,
    initial: "Our learning hub",
    about: "The name of your hub, shown in every email.",
  },
  replyTo: {
    name: "Reply-to address",
    kind: address,
    initial: "",
    about: "The address for providers' replies. Nothing is sent without it.",
    decides: true,
  },
  privacyLine: {
    name: "Privacy and complaints line",
    kind: words,
    initial:
      "This message is about pupils you placed and is for its recipient only. If it reached you by mistake, please tell us and delete it. To complain or to ask what we hold, reply to this message.",
    about: "The last line of every email to a provider.",
  },
  dslName: { name: "DSL name", kind: words, initial: "", about: "The designated safeguarding lead." },
  dslPhone: {
    name: "DSL phone",
    kind: phone,
    initial: "",
    about: "How to reach the DSL at once. Start the number with 0 or +.",
  },
  rowsFrom: {
    name: "Rows made from",
    kind: time,
    initial: "07:00",
    about:
      "When the week's rows are made on its first open day. On other days, when rows are made for pupils who join.",
  },
  chaseFrom: {
    name: "Blanks chased from",
    kind: time,
    initial: "14:00",
    about:
      "On the week's last open day, staff with blank grades get a reminder between this time and closing.",
  },
  closingTime: {
    name: "Closing time",
    kind: time,
    initial: "16:30",
    about: "When a week closes on its last open day. The week's update is sent at this time or soon after.",
  },
  eveningCheck: {
    name: "Evening check",
    kind: time,
    initial: "18:00",
    about: "When late and corrected grades are sent on open days, if no later update will report them.",
  },
  hardProtect: {
    name: "Protect Settings, Staff and Contacts",
    kind: yesNo,
    initial: false,
    about:
      "yes: after the next Prepare workbook, only leads can change these tabs. no: everybody who can edit the workbook can change them.",
  },
  holdUpdates: {
    name: "Hold weekly updates for approval",
    kind: yesNo,
    initial: false,
    about: "yes: each update waits until a lead approves it.",
    decides: true,
  },
  holdNotices: {
    name: "Hold notices for approval",
    kind: yesNo,
    initial: false,
    about: "yes: each notice of deterioration or recovery waits until a lead approves it.",
    decides: true,
  },
  overallNotifies: {
    name: "Overall notifies",
    kind: yesNo,
    initial: true,
    about: "yes: when Overall deteriorates, the provider gets a notice and an action plan opens.",
    decides: true,
  },
  keyAreasNotify: {
    name: "Key areas notify",
    kind: yesNo,
    initial: true,
    about:
      "yes: when a key area (see Areas) deteriorates, the same happens. Other areas appear in Needs a look.",
    decides: true,
  },
  threshold: {
    name: "Weeks below before a notice",
    kind: between(1, 20),
    initial: RULE.threshold,
    about:
      "The provider is notified after more than this many graded weeks below the pupil's level. Staff are warned at this many.",
  },
  establish: {
    name: "Weeks that set a level",
    kind: between(1, 10),
    initial: RULE.establish,
    about: "How many graded weeks set the level. The level is the lowest of them.",
  },
  rise: {
    name: "Better weeks that raise a level",
    kind: between(1, 10),
    initial: RULE.rise,
    about: "How many graded weeks in a row above the level raise it. The new level is the lowest of them.",
  },
  recover: {
    name: "Good weeks that end it",
    kind: between(1, 10),
    initial: RULE.recover,
    about: "How many graded weeks in a row at or above the level count as a recovery.",
  },
  repeat: {
    name: "Still below: weeks between",
    kind: between(1, 20),
    initial: RULE.repeat,
    about: "After a notice, the provider is told again after this many more weeks below.",
  },
  repeats: {
    name: "Still below: how often",
    kind: between(0, 10),
    initial: RULE.repeats,
    about:
      "How many times at most the provider is told again. After that it is a matter for the plan's review.",
  },
  away: {
    name: "Weeks away that start afresh",
    kind: between(1, 39),
    initial: RULE.away,
    about: "A new level is set after this many weeks not timetabled or ill, with no grade in between.",
  },
  red: {
    name: "Often Red: Red weeks",
    kind: between(1, 30),
    initial: RULE.red,
    about: "Staff are told when at least this many of a pupil's latest graded weeks are Red.",
  },
  redOf: {
    name: "Often Red: of graded weeks",
    kind: between(1, 30),
    initial: RULE.redOf,
    about: "How many of the latest graded weeks count for Often Red.",
  },
  redAgain: {
    name: "Often Red: again below",
    kind: between(1, 30),
    initial: RULE.redAgain,
    about: "Staff may be told again once fewer than this many of those weeks are Red.",
  },
  dipAreas: {
    name: "Broad dip: areas",
    kind: between(1, 20),
    initial: RULE.dipAreas,
    about:
      "Staff are told when at least this many areas are below level in the same weeks, for longer than the notice threshold.",
  },
  reviewAfter: {
    name: "Plans reviewed after",
    kind: between(1, 12),
    initial: 3,
    about: "How many school weeks after an action plan opens it is due for review.",
  },
  notSeen: {
    name: "Not seen for",
    kind: between(1, 12),
    initial: 2,
    about: "A pupil appears in Needs a look after this many school weeks without any grade.",
  },
  recognised: {
    name: "Recognised within",
    kind: between(1, 12),
    initial: 3,
    about:
      "A pupil appears in Needs a look after this many school weeks without good work, a nomination or Student of the Week.",
  },
  automation: {
    name: "Automation",
    kind: onOff,
    initial: false,
    about: `on or off. ${BY_ADDON}`,
    decides: true,
  },
  firstOn: {
    name: "Automation first on",
    kind: dayOrBlank,
    initial: "",
    about: `Nothing is sent for a week that closed before this day. ${BY_ADDON}`,
    decides: true,
  },
  owner: {
    name: "Automation owner",
    kind: address,
    initial: "",
    about: `The account whose trigger runs the work. ${BY_ADDON}`,
    decides: true,
  },
  workbookId: {
    name: "Workbook id",
    kind: words,
    initial: "",
    about: `Nothing is sent from a copy of this workbook. ${BY_ADDON}`,
    decides: true,
  },
  preparedBy: {
    name: "Prepared by version",
    kind: count,
    initial: 1,
    about: `The version of this workbook. ${BY_ADDON}`,
    decides: true,
  },
  lastPupil: lastId("pupil"),
  lastProvider: lastId("provider"),
  lastContact: lastId("contact"),
  lastPlacement: lastId("placement"),
  lastStaff: lastId("staff"),
  lastArea: lastId("area"),
} satisfies Record<string, AnySetting>;

type Declared = typeof SETTINGS;
/** Numbers as numbers, yes and no, on and off as booleans; times and days as texts, which compare. */
export type Settings = {
  [K in keyof Declared]: Declared[K] extends Setting<infer T> ? T : never;
};

/** What is written into the settings' cells for these values, by field. */
export const cellsFor = (values: Partial<Settings>): Map<keyof Settings, string> =>
  new Map(
    (Object.keys(values) as (keyof Settings)[]).map((field) => [
      field,
      (SETTINGS[field].kind as Kind<unknown>).write(values[field]),
    ]),
  );

/** The value of a setting's cell, or why it is none. */
export function valueIn<K extends keyof Settings>(
  field: K,
  cell: string,
): { value: Settings[K] } | { wrong: string } {
  const parsed = SETTINGS[field].kind.schema().safeParse(cell);
  if (parsed.success) return { value: parsed.data as Settings[K] };
  return { wrong: parsed.error.issues[0]?.message ?? "it is not valid" };
}

type Row = InRow<RecordOf<typeof settings>>;

/** The version that prepared the workbook; where its cell cannot be read, this one, which excuses nothing. */
export function versionIn(rows: readonly Pick<Row, "setting" | "value">[]): number {
  const cell = settingRow(SETTINGS.preparedBy, rows)?.value;
  const read = valueIn("preparedBy", cell || "1");
  return "value" in read ? read.value : VERSION;
}

/**
 * The settings from their rows: an invalid one means its default and a problem, or stops where it decides who
 * receives what, as one that is there twice does (`leftOut`).
 */
export function settingsFrom(
  rows: readonly Row[],
  leftOut: readonly LeftOut[] = [],
): { settings: Settings; problems: Problem[] } {
  const problems: Problem[] = [];
  const newer = newerProblem(versionIn(rows));
  if (newer) throw stop(newer);
  const values = (Object.keys(SETTINGS) as (keyof Settings)[]).map((field) => {
    const setting: AnySetting = SETTINGS[field];
    if (setting.decides && isDoubled(setting, leftOut)) throw stop(doubled(setting));
    problems.push(...twoNames(setting, rows));
    const row = settingRow(setting, rows);
    if (!row?.value) return [field, setting.initial];
    const read = valueIn(field, row.value);
    if ("value" in read) return [field, read.value];
    const wrong = `${setting.name} is "${row.value}": ${read.wrong}.`;
    if (setting.decides)
      throw stop(problem("Settings", row.row, "Value", wrong, "Nothing will be sent until it is corrected."));
    const remedy = `Correct it. Until then ${initialCell(setting)} is used.`;
    problems.push(problem("Settings", row.row, "Value", wrong, remedy));
    return [field, setting.initial];
  });
  return { settings: Object.fromEntries(values) as Settings, problems };
}

const called = <R extends { setting: string }>(name: string | undefined, rows: readonly R[]): R | undefined =>
  rows.find((row) => row.setting.toLowerCase() === name?.toLowerCase());

/** A setting's row, also where it still has its former name; of two, the new one unless it is blank. */
export function settingRow<R extends { setting: string; value: string }>(
  { name, formerly }: Pick<AnySetting, "name" | "formerly">,
  rows: readonly R[],
): R | undefined {
  const [now, before] = [called(name, rows), called(formerly, rows)];
  return now?.value === "" ? (before ?? now) : (now ?? before);
}

/** Rows that are there more than once: which of them counts, nobody knows. */
export const isDoubled = (
  { name, formerly }: Pick<AnySetting, "name" | "formerly">,
  leftOut: readonly LeftOut[],
): boolean =>
  leftOut.some(({ texts }) =>
    [name, formerly].some((one) => one?.toLowerCase() === texts["setting"]?.toLowerCase()),
  );

/** A row that its own former name has as well. */
const twoNames = ({ name, formerly }: AnySetting, rows: readonly Row[]): Problem[] => {
  const before = called(formerly, rows);
  return before && called(name, rows)
    ? [
        problem(
          "Settings",
          before.row,
          "Setting",
          `${before.setting} is called ${name} now, and there is a row for each.`,
          `Keep the right value under ${name}, and delete the row ${before.setting}.`,
        ),
      ]
    : [];
};

const doubled = ({ name }: AnySetting): Problem =>
  problem(
    "Settings",
    null,
    "Setting",
    `There is more than one row "${name}".`,
    "Keep the right one and delete the others. Nothing will be sent until then.",
  );

const initialCell = ({ kind, initial }: AnySetting): string => (kind as Kind<unknown>).write(initial);

/** Every setting's row as a new workbook has it, but for these values. */
export function settingRows(values: Partial<Settings> = {}): RecordOf<typeof settings>[] {
  const cells = cellsFor({ preparedBy: VERSION, ...values });
  return Object.entries(SETTINGS).map(([field, setting]) => ({
    setting: setting.name,
    value: cells.get(field as keyof Settings) ?? initialCell(setting),
    about: setting.about,
  }));
}

/** The rows a new workbook starts with. */
export const starterSettings = settingRows();
