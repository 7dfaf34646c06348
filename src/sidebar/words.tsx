/** How the page says days and grades, and the small pieces that all views are made of. */
import type { ComponentChildren } from "preact";
import { longDay, shortDay } from "../domain/days";
import type { Mark } from "../domain/grades";
import { isGrade, NOT_GRADED, WORDS, wordsOf } from "../domain/grades";
import { now } from "./state";

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

/** A grade in a narrow cell: the letter to see, the word to hear. */
export const Letter = ({ mark, derived = false }: { mark: Mark; derived?: boolean }) => (
  <>
    <span aria-hidden="true">{`${mark ?? "–"}${derived ? "*" : ""}`}</span>
    <span class="sr">
      {mark === null
        ? "not entered yet"
        : mark === "?"
          ? "cannot be read"
          : isGrade(mark)
            ? WORDS[mark]
            : NOT_GRADED[mark]}
    </span>
  </>
);

export const Section = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section>
    <h3>{title}</h3>
    {children}
  </section>
);

/** A text with its name before it; nothing where there is none. */
export const Told = ({ name, text }: { name: string; text: string | null }) =>
  text ? (
    <p class="told">
      <b>{name}:</b> {text}
    </p>
  ) : null;

export const Soft = ({ children }: { children: ComponentChildren }) => <p class="soft">{children}</p>;
