/**
 * The notice to a provider: what was seen, since when, what the hub is doing, what it asks; and good news
 * when it is over.
 */
import { alertSentence } from "./alertSentence";
import type { SchoolWeek } from "../hub/calendar";
import type { Hub } from "../hub/hub";
import { dayWithWeekday, longDay } from "../words/days";
import { gradesBehind } from "../rule/judgements";
import { calledTo } from "../hub/labels";
import type { Mail, ToldLetters } from "../mail/mail";
import type { MailParagraph } from "../mail/mailPage";
import { bodyOf } from "../mail/mailPage";
import type { DueNotice, Item, ToldKind } from "./notices";
import type { Rule } from "../words/ruleNumbers";
import type { ActionPlan } from "../tables/plans";
import type { Settings } from "../tables/settings";

export interface NoticeContext {
  hub: Hub;
  weeks: readonly SchoolWeek[];
  rule: Rule;
  settings: Settings;
  /** The pupil's open plan. */
  plan: ActionPlan | undefined;
  /** The week is not the one that closed last: grades came late. */
  isLate: boolean;
}

const HEADINGS: Record<ToldKind, (area: string) => string> = {
  notify: (area) => `${area} has been below its usual level for more than three school weeks`,
  worse: (area) => `${area} has fallen further`,
  stillBelow: (area) => `${area} is still below its usual level`,
  recovered: (area) => `Good news: ${area} is back at its level`,
};

export function noticeMail(due: DueNotice, context: NoticeContext): Mail {
  const { contact, key } = due;
  const { settings } = context;
  const paragraphs = paragraphsOf(due, context);
  return {
    key,
    to: { provider: contact.provider, contact: contact.id },
    recipient: contact.confirmed,
    replyTo: settings.replyTo,
    fromName: settings.hubName,
    subject: subjectOf(due),
    ...bodyOf("Notice", paragraphs),
    letters: lettersOf(due),
  };
}

const isGoodNews = ({ items }: DueNotice): boolean =>
  items.length > 0 && items.every(({ kind }) => kind === "recovered");

function subjectOf(due: DueNotice): string {
  const week = `week beginning ${longDay(due.week)}`;
  if (due.items.length === 0) return `Correction to our notice, ${week}: 1 pupil`;
  if (isGoodNews(due)) return `Good news, ${week}: 1 pupil`;
  const isFirst = due.items.some(({ kind }) => kind === "notify");
  return `${isFirst ? "Notice" : "Update to our notice"}, ${week}: 1 pupil`;
}

function paragraphsOf(due: DueNotice, context: NoticeContext): MailParagraph[] {
  const { settings, rule, plan, isLate } = context;
  const opening = `This is about ${pupilOf(due, context)}, whom you placed at ${settings.hubName}.`;
  const ending: MailParagraph[] = [
    {
      text: `Ref ${due.week}-${due.placement.provider}-${due.contact.id}-${due.placement.pupil}-${due.revision}: if you get this twice, it is the same notice.`,
    },
    { text: settings.privacyLine },
  ];
  if (due.items.length === 0)
    return [
      {
        text: `${opening} Grades were corrected after our notice about the week beginning ${longDay(due.week)}, and what it said no longer applies. Please disregard it. We are sorry for the worry.`,
      },
      ...ending,
    ];
  const replaces = due.replaces
    ? " It replaces our earlier notice about the same week, because grades were corrected."
    : "";
  const late = isLate ? " Some of the grades that complete the picture were entered late." : "";
  return [
    { text: `${opening}${replaces}${late}` },
    ...due.items.map((item) => itemParagraph(item, rule)),
    ...(isGoodNews(due) ? praise() : doing(plan)),
    ...ending,
  ];
}

const itemParagraph = ({ series, at, kind }: Item, rule: Rule): MailParagraph => ({
  heading: HEADINGS[kind](series.name),
  text: alertSentence({ series, at, kind }, rule),
});

const praise = (): MailParagraph[] => [
  {
    heading: "What happens next",
    text: "We have told the pupil what went well, and we will review the action plan with this in mind. A word of praise from you would mean a lot.",
  },
];

function doing(plan: ActionPlan | undefined): MailParagraph[] {
  const review = plan?.reviewOn
    ? ` We will review it on ${dayWithWeekday(plan.reviewOn)} ${plan.reviewOn.slice(0, 4)}.`
    : "";
  return [
    {
      heading: "What we are doing",
      text: `An action plan is in place. The key worker will talk with the pupil about what would help, and we will agree the next steps with home.${review}`,
    },
    {
      heading: "What we ask of you",
      text: "Please tell us anything that could help. Has anything changed? What has worked for this pupil before? You are welcome to come to the review. Just reply to this message.",
    },
  ];
}

const pupilOf = ({ placement, week }: DueNotice, { hub, weeks }: NoticeContext): string =>
  calledTo(
    placement,
    weeks.filter((w) => w.week === week),
    hub,
  );

function lettersOf({ week, placement, items }: DueNotice): ToldLetters {
  const bySeries: Record<string, string> = {};
  for (const { series, at } of items) {
    const kinds = items.filter((item) => item.series === series).map((item) => item.kind);
    bySeries[series.id] = `${kinds.join("+")} ${gradesBehind(series, at)}`;
  }
  return { [week]: { [placement.pupil]: bySeries } };
}
