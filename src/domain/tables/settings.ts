/** The hub's settings: each row's name, default, meaning and what is valid. */
import * as z from "zod/mini";
import { isDay } from "../words/days";
import { lazy } from "../words/lazy";
import type { Problem } from "../words/problem";
import { problem, stop } from "../words/problem";
import { isAddress } from "./people";
import type { InRow } from "./read";
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

interface Setting {
  name: string;
  schema: () => z.ZodMiniType<string, string>;
  initial: string;
  about: string;
  /** It decides who receives what: an invalid value stops the job. */
  decides?: boolean;
}

const words = lazy(() => z.string());
/** It comes into headers of emails, so it is one line: control characters and line ends are left out. */
const oneLine = lazy(() =>
  z.pipe(
    z.string(),
    z.transform((s: string) => s.replace(/[\p{Cc}\u2028\u2029]+/gu, "")),
  ),
);
const time = lazy(() => z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, "enter a time such as 16:30")));
const yesNo = lazy(() =>
  z.pipe(
    z.string().check(z.regex(/^(yes|no)$/i, "enter yes or no")),
    z.transform((s: string) => s.toLowerCase()),
  ),
);
const address = lazy(() =>
  z.string().check(z.refine((s) => s === "" || isAddress(s), "enter a single email address")),
);
const dayOrBlank = lazy(() =>
  z.string().check(z.refine((s) => s === "" || isDay(s), "enter a date such as 2026-09-01")),
);
const phone = lazy(() =>
  z
    .string()
    .check(
      z.regex(
        /^$|^[+0(][\d ()-]{8,}$/,
        "start the number with 0 or +; format the cell as plain text to keep the 0",
      ),
    ),
);
const onOff = lazy(() => z.string().check(z.regex(/^(on|off)$/, "enter on or off")));
const count = lazy(() => z.string().check(z.regex(/^\d{1,6}$/, "enter a whole number")));
/** A whole number between two, as text. */
const between = (least: number, most: number) =>
  lazy(() =>
    z
      .string()
      .check(
        z.refine(
          (s) => /^\d{1,3}$/.test(s) && Number(s) >= least && Number(s) <= most,
          `enter a whole number from ${least} to ${most}`,
        ),
      ),
  );
const BY_ADDON = "Hub Tracker writes this. Please leave it alone.";
const lastId = (kind: string): Setting => ({
  name: `Last ${kind} id`,
  schema: count,
  initial: "0",
  about: `The last ${kind} id given. ${BY_ADDON}`,
});

export const SETTINGS = {
  hubName: {
    name: "Centre name",
    schema: oneLine,
    initial: "Our learning hub",
    about: "The name of your hub, shown in every email.",
  },
  replyTo: {
    name: "Reply-to address",
    schema: address,
    initial: "",
    about: "The address for providers' replies. Nothing is sent without it.",
    decides: true,
  },
  privacyLine: {
    name: "Privacy and complaints line",
    schema: words,
    initial:
      "This message is about pupils you placed and is for its recipient only. If it reached you by mistake, please tell us and delete it. To complain or to ask what we hold, reply to this message.",
    about: "The last line of every email to a provider.",
  },
  dslName: { name: "DSL name", schema: words, initial: "", about: "The designated safeguarding lead." },
  dslPhone: {
    name: "DSL phone",
    schema: phone,
    initial: "",
    about: "How to reach the DSL at once. Start the number with 0 or +.",
  },
  rowsFrom: {
    name: "Rows made from",
    schema: time,
    initial: "07:00",
    about:
      "When the week's rows are made on its first open day. On other days, when rows are made for pupils who join.",
  },
  chaseFrom: {
    name: "Blanks chased from",
    schema: time,
    initial: "14:00",
    about:
      "On the week's last open day, staff with blank grades get a reminder between this time and closing.",
  },
  closingTime: {
    name: "Closing time",
    schema: time,
    initial: "16:30",
    about: "When a week closes on its last open day. The week's update is sent at this time or soon after.",
  },
  eveningCheck: {
    name: "Evening check",
    schema: time,
    initial: "18:00",
    about: "When late and corrected grades are sent on open days, if no later update will report them.",
  },
  hardProtect: {
    name: "Protect Settings, Staff and Contacts",
    schema: yesNo,
    initial: "no",
    about:
      "yes: after the next Prepare workbook, only leads can change these tabs. no: everybody who can edit the workbook can change them.",
  },
  holdUpdates: {
    name: "Hold weekly updates for approval",
    schema: yesNo,
    initial: "no",
    about: "yes: each update waits until a lead approves it.",
    decides: true,
  },
  holdNotices: {
    name: "Hold notices for approval",
    schema: yesNo,
    initial: "no",
    about: "yes: each notice of deterioration or recovery waits until a lead approves it.",
    decides: true,
  },
  overallNotifies: {
    name: "Overall notifies",
    schema: yesNo,
    initial: "yes",
    about: "yes: when Overall deteriorates, the provider gets a notice and an action plan opens.",
    decides: true,
  },
  keyAreasNotify: {
    name: "Key areas notify",
    schema: yesNo,
    initial: "yes",
    about:
      "yes: when a key area (see Areas) deteriorates, the same happens. Other areas appear in Needs a look.",
    decides: true,
  },
  threshold: {
    name: "Weeks below before a notice",
    schema: between(1, 20),
    initial: "3",
    about:
      "The provider is notified after more than this many graded weeks below the pupil's level. Staff are warned at this many.",
  },
  establish: {
    name: "Weeks that set a level",
    schema: between(1, 10),
    initial: "2",
    about: "How many graded weeks set the level. The level is the lowest of them.",
  },
  rise: {
    name: "Better weeks that raise a level",
    schema: between(1, 10),
    initial: "3",
    about: "How many graded weeks in a row above the level raise it. The new level is the lowest of them.",
  },
  recover: {
    name: "Good weeks that end it",
    schema: between(1, 10),
    initial: "2",
    about: "How many graded weeks in a row at or above the level count as a recovery.",
  },
  repeat: {
    name: "Still below: weeks between",
    schema: between(1, 20),
    initial: "3",
    about: "After a notice, the provider is told again after this many more weeks below.",
  },
  repeats: {
    name: "Still below: how often",
    schema: between(0, 10),
    initial: "2",
    about:
      "How many times at most the provider is told again. After that it is a matter for the plan's review.",
  },
  away: {
    name: "Weeks away that start afresh",
    schema: between(1, 39),
    initial: "6",
    about: "A new level is set after this many weeks not timetabled or ill, with no grade in between.",
  },
  red: {
    name: "Often Red: Red weeks",
    schema: between(1, 30),
    initial: "4",
    about: "Staff are told when at least this many of a pupil's latest graded weeks are Red.",
  },
  redOf: {
    name: "Often Red: of graded weeks",
    schema: between(1, 30),
    initial: "6",
    about: "How many of the latest graded weeks count for Often Red.",
  },
  redAgain: {
    name: "Often Red: again below",
    schema: between(1, 30),
    initial: "2",
    about: "Staff may be told again once fewer than this many of those weeks are Red.",
  },
  dipAreas: {
    name: "Broad dip: areas",
    schema: between(1, 20),
    initial: "2",
    about:
      "Staff are told when at least this many areas are below level in the same weeks, for longer than the notice threshold.",
  },
  reviewAfter: {
    name: "Plans reviewed after",
    schema: between(1, 12),
    initial: "3",
    about: "How many school weeks after an action plan opens it is due for review.",
  },
  notSeen: {
    name: "Not seen for",
    schema: between(1, 12),
    initial: "2",
    about: "A pupil appears in Needs a look after this many school weeks without any grade.",
  },
  recognised: {
    name: "Recognised within",
    schema: between(1, 12),
    initial: "3",
    about:
      "A pupil appears in Needs a look after this many school weeks without good work, a nomination or Student of the Week.",
  },
  automation: {
    name: "Automation",
    schema: onOff,
    initial: "off",
    about: `on or off. ${BY_ADDON}`,
    decides: true,
  },
  firstOn: {
    name: "Automation first on",
    schema: dayOrBlank,
    initial: "",
    about: `Nothing is sent for a week that closed before this day. ${BY_ADDON}`,
    decides: true,
  },
  owner: {
    name: "Automation owner",
    schema: address,
    initial: "",
    about: `The account whose trigger runs the work. ${BY_ADDON}`,
    decides: true,
  },
  workbookId: {
    name: "Workbook id",
    schema: words,
    initial: "",
    about: `Nothing is sent from a copy of this workbook. ${BY_ADDON}`,
    decides: true,
  },
  lastPupil: lastId("pupil"),
  lastProvider: lastId("provider"),
  lastContact: lastId("contact"),
  lastPlacement: lastId("placement"),
  lastStaff: lastId("staff"),
  lastArea: lastId("area"),
} satisfies Record<string, Setting>;

export type Settings = Record<keyof typeof SETTINGS, string>;

/** The settings from their rows: an invalid one means its default and a problem, or stops where it decides who receives what. */
export function settingsFrom(rows: readonly InRow<RecordOf<typeof settings>>[]): {
  settings: Settings;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const values = Object.entries(SETTINGS).map(([field, setting]: [string, Setting]) => {
    const row = rows.find((r) => r.setting.toLowerCase() === setting.name.toLowerCase());
    const parsed = setting.schema().safeParse(row?.value || setting.initial);
    if (parsed.success) return [field, parsed.data];
    const wrong = `${setting.name} is "${row?.value}": ${parsed.error.issues[0]?.message}.`;
    if (setting.decides)
      throw stop(
        problem("Settings", row?.row ?? null, "Value", wrong, "Nothing will be sent until it is corrected."),
      );
    problems.push(
      problem(
        "Settings",
        row?.row ?? null,
        "Value",
        wrong,
        `Correct it. Until then ${setting.initial} is used.`,
      ),
    );
    return [field, setting.initial];
  });
  return { settings: Object.fromEntries(values) as Settings, problems };
}

/** The rows a new workbook starts with. */
export const starterSettings = Object.values(SETTINGS).map(({ name, initial, about }) => ({
  setting: name,
  value: initial,
  about,
}));
