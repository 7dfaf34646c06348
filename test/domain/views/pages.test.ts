/** What dialogs and messages show: well-formed, and whatever people typed is text in it. */
import fc from "fast-check";
import { capsuleFor } from "../../../src/domain/weekly/capsule";
import { html } from "../../../src/domain/words/html";
import type { Ledger } from "../../../src/domain/mail/ledger";
import type { Mail } from "../../../src/domain/mail/mail";
import { automationPage } from "../../../src/domain/views/automationPage";
import type { AutomationState } from "../../../src/domain/views/automationPage";
import { button } from "../../../src/domain/views/button";
import { checkPage } from "../../../src/domain/views/checkPage";
import { confirmPage } from "../../../src/domain/views/confirmPage";
import { heldPage } from "../../../src/domain/views/heldPage";
import { packPage } from "../../../src/domain/views/packPage";
import { receivedPage, recordsPage } from "../../../src/domain/views/recordsPage";
import { previewPage } from "../../../src/domain/views/previewPage";
import { problemsPage } from "../../../src/domain/views/problemsPage";
import { sendNowPage } from "../../../src/domain/views/sendNowPage";
import { templatesPage } from "../../../src/domain/views/templatesPage";
import { problem } from "../../../src/domain/words/problem";
import { startHereLines } from "../../../src/domain/tables/startHere";
import { changesMail, weeklyEmail } from "../../../src/domain/weekly/weeklyEmail";
import { hub, contact, placement, provider, pupil, row, settings, week, WEEK } from "../invented";

const NASTY = `<script>alert("1")</script> & 'x' </summary></pre> {{y}} $&`;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const decoded = (s: string): string =>
  s.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? "");
const VOID = new Set(["br", "input", "meta"]);

/** Reads a page as strictly as XML: its texts, tags and attributes; throws where it is not well-formed. */
function read(page: string): { texts: string; tags: string[]; attributes: [string, string][] } {
  const [open, tags, attributes]: [string[], string[], [string, string][]] = [[], [], []];
  let texts = "";
  const token = /<!doctype html>|<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+="[^"<>]*")*)\s*(\/?)>|([^<>]+)/giy;
  let at = 0;
  while (at < page.length) {
    token.lastIndex = at;
    const found = token.exec(page);
    if (!found) throw new Error(`Not well-formed at: ${page.slice(at, at + 60)}`);
    at = token.lastIndex;
    const [, closes, tag, inner = "", , text] = found;
    if (text !== undefined) {
      if (!open.includes("style") && /&(?!(amp|lt|gt|quot|#39);)/.test(text))
        throw new Error(`A bare & in: ${text}`);
      texts += decoded(text);
    } else if (closes) {
      if (open.pop() !== tag) throw new Error(`</${tag}> closes nothing, at ${page.slice(at - 40, at)}`);
    } else if (tag) {
      tags.push(tag);
      for (const [, name = "", value = ""] of inner.matchAll(/\s+([a-z-]+)="([^"]*)"/g))
        attributes.push([name, decoded(value)]);
      if (!VOID.has(tag)) open.push(tag);
    }
  }
  if (open.length > 0) throw new Error(`Left open: ${open.join()}`);
  return { texts, tags, attributes };
}
/** The calls of a page's buttons with their arguments. */
const calls = (page: string): [string, unknown][] => {
  const { attributes } = read(page);
  return attributes.flatMap(([name, value], i): [string, unknown][] =>
    name === "data-call" ? [[value, JSON.parse(attributes[i + 1]?.[1] ?? "")]] : [],
  );
};

describe("the template", () => {
  test.each([
    [html`<b>${"a < b & c"}</b>`, "<b>a &lt; b &amp; c</b>"],
    [html`<b title="${`"'`}"></b>`, `<b title="&quot;&#39;"></b>`],
    [html`${3}${html`<i>${"<"}</i>`}${[html`1`, html`<u></u>`]}${[]}`, "3<i>&lt;</i>1<u></u>"],
    [html`${"&amp;"}`, "&amp;amp;"],
    [html``, ""],
  ])("%j", (page, expected) => expect(page.html).toBe(expected));
  test("any text is text again when it is read, in an element and in an attribute", () =>
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (s) => {
        const { texts, attributes } = read(html`<p title="${s}">${s}</p>`.html);
        return texts === s && attributes[0]?.[1] === s;
      }),
    ));
  test("any arguments of a button come back", () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: "grapheme" }), fc.integer(), fc.boolean())), (args) =>
        expect(calls(button(NASTY, "sendTest", args).html)).toEqual([["sendTest", args]]),
      ),
    ));
});

const mail = (change: Partial<Mail> = {}): Mail => ({
  key: `weekly|${WEEK}|P01|C001`,
  to: { provider: "P01", contact: "C001" },
  recipient: "o'brien@p01.example",
  replyTo: "",
  fromName: "",
  subject: NASTY,
  text: NASTY,
  html: null,
  letters: {},
  ...change,
});
const noLedger: Ledger = { entries: new Map(), last: 0 };
const preview = (change: Partial<Parameters<typeof previewPage>[0]> = {}) =>
  previewPage({
    week,
    plan: {
      mails: [mail()],
      problems: [],
      nothing: [{ provider: provider("P02", { name: NASTY }), why: NASTY }],
      blocked: false,
      withheld: [],
    },
    ledger: noLedger,
    whyHeld: () => NASTY,
    blanks: 2,
    quota: 0,
    ...change,
  });
const automation = (change: Partial<AutomationState> = {}) =>
  automationPage({
    on: true,
    owner: NASTY,
    you: "s01@hub.example",
    firstOn: "2026-11-20",
    lastRun: NASTY,
    health: NASTY,
    isCopy: false,
    ...change,
  });
const held = [
  { key: mail().key, reason: NASTY, now: { mail: mail(), hash: "h1" } },
  { key: NASTY, reason: NASTY, now: null },
];
const toConfirm = [
  {
    contact: contact("C001", "P01", {
      name: NASTY,
      role: NASTY,
      email: "o'brien@p01.example",
      confirmed: NASTY,
    }),
    provider: NASTY,
    questions: [NASTY],
  },
];

const template = {
  row: 2,
  id: "R261120-3f9a1c",
  name: NASTY,
  provider: "P01",
  kind: "PEP" as const,
  forWhom: "all" as const,
  document: "d1",
  active: "no" as const,
  mostPages: null,
};
const templatesOf = (change: object = {}) =>
  templatesPage({
    templates: [template],
    providers: [provider("P01", { name: NASTY })],
    you: "s01@hub.example",
    owner: NASTY,
    ...change,
  });
const asked: [string, unknown[]][] = [
  ["fieldsDocument", []],
  ["templateFromStarter", []],
  ["uploadTemplate", []],
];
const checkedPage = checkPage({
  template,
  findings: [{ stops: true, where: NASTY, wrong: NASTY, remedy: NASTY }],
  shown: { chosen: NASTY, choices: [[NASTY, NASTY]] },
  sayings: [{ where: NASTY, tag: NASTY, says: NASTY }],
  unused: [NASTY],
});

const receipt = {
  key: "",
  provider: NASTY,
  what: NASTY,
  at: "2026-11-20 16:40",
  isSent: true,
  state: NASTY,
  contact: "C001",
  to: NASTY,
  pupils: [{ pupil: NASTY, grades: 1, weeks: {} }],
};

describe("pages", () => {
  test.each([
    ["preview", preview(), 5, [["sendTest", [mail().key]]]],
    [
      "preview of nothing",
      preview({ plan: { mails: [], problems: [], nothing: [], blocked: false, withheld: [] }, blanks: 0 }),
      0,
      [],
    ],
    [
      "held",
      heldPage(held),
      5,
      [
        ["approveMail", [mail().key, "h1"]],
        ["dropMail", [mail().key]],
        ["dropMail", [NASTY]],
      ],
    ],
    ["nothing held", heldPage([]), 0, []],
    ["confirm", confirmPage(toConfirm), 5, [["confirmContact", ["C001", "o'brien@p01.example"]]]],
    ["nobody to confirm", confirmPage([]), 0, []],
    [
      "problems",
      problemsPage([problem(NASTY, 2, NASTY, NASTY, NASTY), problem("Staff", null, "", "x", "y")]),
      4,
      [],
    ],
    ["no problems", problemsPage([]), 0, []],
    ["send now", sendNowPage([{ week, closed: false, blanks: 2, messages: 1 }]), 0, [["sendWeek", [WEEK]]]],
    ["nothing to send", sendNowPage([]), 0, []],
    [
      "automation",
      automation(),
      3,
      [
        ["turnAutomation", ["on"]],
        ["turnAutomation", ["off"]],
      ],
    ],
    [
      "automation, yours",
      automation({ you: NASTY.toUpperCase() }),
      2,
      [
        ["turnAutomation", ["off"]],
        ["turnAutomation", ["on"]],
      ],
    ],
    [
      "automation off",
      automation({ on: false, firstOn: "", lastRun: "", health: null }),
      0,
      [["turnAutomation", ["on"]]],
    ],
    [
      "templates",
      templatesOf(),
      // The owner twice; the template; the provider in the table and in both forms.
      6,
      [["checkTemplate", [template.id]], ["useTemplate", [template.id, "on"]], ...asked],
    ],
    ["no templates", templatesOf({ templates: [], providers: [], owner: "" }), 0, asked],
    [
      "a check",
      checkedPage,
      9,
      [
        ["checkTemplate", [template.id]],
        ["checkTemplate", [template.id]],
        ["listTemplates", []],
      ],
    ],
    [
      "records for people",
      recordsPage({
        providers: [{ id: NASTY, label: NASTY }],
        pupils: [{ id: "U001", label: NASTY }],
        from: "2026-11-01",
        to: "2026-11-20",
      }),
      // The provider's label and the pupil's; what is in an attribute is no text.
      2,
      [
        ["providerRecord", []],
        ["pupilPack", []],
      ],
    ],
    [
      "what a provider received",
      receivedPage(NASTY, { from: "2026-11-01", to: "2026-11-20" }, [receipt], [NASTY]),
      6,
      [],
    ],
    ["nothing received", receivedPage("P01", { from: "2026-11-01", to: "2026-11-20" }, [], []), 0, []],
    [
      "a pupil's records",
      packPage({
        pupil: "U001",
        link: NASTY,
        records: 3,
        marked: [{ name: NASTY, who: NASTY, where: NASTY }],
      }),
      4,
      [],
    ],
    ["a pupil's records, nobody named", packPage({ pupil: "U001", link: "", records: 1, marked: [] }), 0, []],
    ["automation of a copy", automation({ isCopy: true, health: null }), 2, [["turnAutomation", ["on"]]]],
  ] as [string, string, number, [string, unknown[]][]][])(
    "%s: well-formed, what was typed is text, buttons say what they call",
    (_what, page, times, buttons) => {
      const { texts, tags } = read(page);
      expect(texts.split(NASTY).length - 1).toBe(times);
      expect(tags).not.toContain("script");
      expect(calls(page)).toEqual(buttons);
    },
  );

  test.each([
    ["sent", /already sent, so not sent again/],
    ["dropped", /dropped by a lead/],
    ["held", /held: see Held mail/],
    ["failed", /will go/],
  ] as const)("a message that is %s says so in the preview", (state, words) => {
    const entry = { state, recipient: "", hash: "", openClaims: 0, no: 1 };
    const ledger = { entries: new Map([[mail().key, entry]]), last: 1 };
    expect(read(preview({ ledger, whyHeld: () => null })).texts).toMatch(words);
  });
  test.each([
    [{ blanks: 0, quota: 1 }, /1 message can still be sent today\.\s+No grades are blank/],
    [{ blanks: 1, quota: 100 }, /100 messages can still be sent today\.\s+1 pupil has blank grades/],
    [{ quota: 0 }, /Not all can be sent today. The rest will go within a day/],
  ])("preview with %j", (change, words) => expect(read(preview(change)).texts).toMatch(words));
  test.each([
    [{ closed: true, blanks: 0, messages: 2 }, /2 messages\. It has closed\. Send it now\?/],
    [{ closed: true, blanks: 1, messages: 1 }, /1 message\. 1 pupil has blank grades\. It has closed/],
    [{ closed: false, blanks: 3, messages: 1 }, /3 pupils have blank grades\. The week has not closed yet/],
  ])("send now with %j", (of, words) => expect(read(sendNowPage([{ week, ...of }])).texts).toMatch(words));
});

describe("messages", () => {
  const nasty = { ...pupil("U001", "<script>", NASTY, "2010-09-01"), knownAs: "" };
  const placements = [{ ...placement("U001", "P01"), reference: NASTY }];
  const rows = [{ ...row("U001", WEEK, NASTY), nextStep: NASTY, note: NASTY }];
  const of = hub([nasty], placements, rows);
  const areas = of.areas.map((area) => ({ ...area, name: `${area.name} ${NASTY}` }));
  const to = {
    week: WEEK,
    contact: contact("C001", "P01", { name: NASTY }),
    nextDue: null,
    settings: { ...settings, hubName: NASTY, privacyLine: NASTY },
  };
  const changes = [{ week: WEEK, pupilId: "U001", area: "A01", now: "G" as const, line: NASTY }];
  test("are well-formed, and what was typed is text", () => {
    const capsule = capsuleFor(
      provider("P01", { name: NASTY, namesInUpdates: "full" }),
      [week],
      { ...of, areas },
      changes,
    );
    const weekly = weeklyEmail(capsule, { ...to, changes });
    const late = changesMail({ ...capsule, weeks: [] }, { ...to, changes }, 1);
    for (const page of [weekly.html, late.html]) {
      const { texts, tags } = read(page ?? "");
      expect(tags).not.toContain("script");
      expect(texts).toContain("<script>");
      expect(texts.split(NASTY).length - 1).toBeGreaterThan(5);
    }
  });
});

test("Start here holds the hub's own times, and the safeguarding lead where one is entered", () => {
  const lines = (change: Partial<typeof settings>) =>
    startHereLines({ ...settings, chaseFrom: "13:15", closingTime: "15:45", ...change })
      .map((l) => `${l.when}: ${l.what}`)
      .join("\n");
  expect(lines({})).toMatch(/Last open day, 13:15: Anybody[^]*Last open day, 15:45: The week closes/);
  expect(lines({})).toMatch(/Tell the DSL now\. Do not record it here/);
  expect(lines({ dslName: "Jo Marsh" })).toMatch(/Tell the DSL now: Jo Marsh\. Do not/);
  expect(lines({ dslName: "Jo Marsh", dslPhone: "01632 960123" })).toMatch(
    /Tell the DSL now: Jo Marsh, 01632 960123\. Do not/,
  );
  expect(lines({})).toMatch(/hidden and protected tabs too/);
});
