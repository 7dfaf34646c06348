/** How the page says days and grades, and the small pieces that all views are made of. */
import type { ComponentChildren } from "preact";
import { longDay, shortDay } from "../../domain/words/days";
import type { Mark } from "../../domain/words/grades";
import { isGrade, NOT_GRADED, WORDS, wordsOf } from "../../domain/words/grades";
import { now } from "./state";

export const BEST_FIRST = ["G", "A", "R"] as const;

/** `16 November`, with the year where it is not this one; "" for no day. */
export function dayText(day: string | null): string {
  if (!day) return "";
  return day.slice(0, 4) === now().page?.today.slice(0, 4) ? shortDay(day) : longDay(day);
}

export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A grade as letter, word and colour; anything else in plain words. */
export const Chip = ({ mark }: { mark: Mark }) =>
  isGrade(mark) ? (
    <span class={`chip ${mark}`}>
      {mark} {WORDS[mark]}
    </span>
  ) : (
    <span class="soft">{mark === null ? "not entered yet" : wordsOf(mark)}</span>
  );

/** A mark where there is room for a word at most. */
export const wordOf = (mark: Mark): string =>
  mark === null
    ? "not entered yet"
    : mark === "?"
      ? "cannot be read"
      : isGrade(mark)
        ? WORDS[mark]
        : NOT_GRADED[mark];

export const SectionBox = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section>
    <h3>{title}</h3>
    {children}
  </section>
);

/** Texts with their names before them; what is blank is left out. */
export const Facts = ({ of }: { of: readonly (readonly [name: string, text: string])[] }) => (
  <>
    {of.map(
      ([name, text]) =>
        text !== "" && (
          <p key={name}>
            <b>{name}:</b> {text}
          </p>
        ),
    )}
  </>
);

/** Said more quietly. */
export const Soft = ({ children }: { children: ComponentChildren }) => <p class="soft">{children}</p>;

/** Something still to do, each in a line. */
export const Todos = ({ of }: { of: readonly string[] }) => (
  <>
    {of.map((todo) => (
      <p class="todo" key={todo}>
        {upper(todo)}
      </p>
    ))}
  </>
);

/** Good news, each in a line. */
export const Good = ({ of }: { of: readonly string[] }) => (
  <>
    {of.map((text) => (
      <p class="good" key={text}>
        {text}
      </p>
    ))}
  </>
);

/** A short list; nothing where it is empty. */
export const Plain = ({ title, of }: { title: string; of: readonly string[] }) =>
  of.length === 0 ? null : (
    <SectionBox title={title}>
      <ul class="plain">
        {of.map((text) => (
          <li key={text}>{upper(text)}</li>
        ))}
      </ul>
    </SectionBox>
  );

export const PROVIDER = "Provider (placing school or service)";
