/**
 * The host's clock: it runs on from where it was, a person moves it on, and triggers fire as it passes each
 * hour.
 */
import type { ClockTrigger } from "../model/model";
import type { ClockState } from "./protocol";
import { Refusal } from "./refusal";

const HOUR = 3_600_000;
/** Every hour on the way is run, so a longer way takes minutes. Days. */
const FARTHEST = 100;

export interface ClockOptions {
  /** London time at the start. */
  start: string;
  triggers: () => readonly ClockTrigger[];
  fire: (trigger: ClockTrigger) => void;
  /** Called when the clock was set or its triggers ran, not as it ticks. */
  changed: (state: ClockState) => void;
}

export interface HostClock {
  now(): Date;
  /** London time, `yyyy-mm-ddThh:mm:ss`. */
  text(): string;
  state(): ClockState;
  /** Begins to move; the hours on the way run one after another, other requests being served in between. */
  moveTo(to: string): void;
  /** Stays at the hour reached. */
  stop(): void;
  close(): void;
}

/** London time of an instant, `yyyy-mm-ddThh:mm:ss`. */
const londonText = (instant: Date): string =>
  instant.toLocaleString("sv-SE", { timeZone: "Europe/London" }).replace(" ", "T");

/**
 * This program's own zone is London's, set when the host is made, so a text without a zone reads as London
 * time.
 */
const londonTime = (text: string): number => new Date(text).getTime();

export function hostClock({ start, triggers, fire, changed }: ClockOptions): HostClock {
  let base = londonTime(start);
  let since = performance.now();
  let moving: ClockState["moving"] = null;
  let goal = 0;
  let timer: NodeJS.Timeout | undefined;

  const ms = (): number => (moving ? base : base + (performance.now() - since));
  const set = (instant: number): void => {
    base = instant;
    since = performance.now();
  };
  const state = (): ClockState => ({ now: londonText(new Date(ms())), moving });
  const nextHour = (): number => (Math.floor(ms() / HOUR) + 1) * HOUR;
  const fireAll = (): void => {
    const hour = Math.floor(ms() / HOUR);
    for (const trigger of [...triggers()]) if (hour % trigger.everyHours === 0) fire(trigger);
  };
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(tick, Math.max(50, nextHour() - ms()));
    timer.unref();
  };
  function tick(): void {
    fireAll();
    changed(state());
    wait();
  }
  /**
   * One hour on the way, or the arrival: an hourly trigger fires once more there, at some minute, as Google's
   * do.
   */
  function step(): void {
    if (!moving) return;
    const hour = nextHour();
    const arrived = hour > goal;
    set(arrived ? goal : hour);
    fireAll();
    moving = arrived ? null : { ...moving, done: moving.done + 1 };
    set(base);
    changed(state());
    if (arrived) wait();
    else setImmediate(step);
  }

  wait();
  return {
    now: () => new Date(ms()),
    text: () => londonText(new Date(ms())),
    state,
    moveTo(to) {
      const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(to) ? londonTime(to) : NaN;
      if (Number.isNaN(instant)) throw new Refusal(400, "Give the time in the form 2026-11-27T16:40.");
      if (moving) throw new Refusal(409, "The clock is still moving. Stop it first.");
      if (instant <= ms())
        throw new Refusal(
          409,
          "The clock can only move forward, because what was sent stays sent. Choose a later time.",
        );
      if (instant > ms() + FARTHEST * 24 * HOUR)
        throw new Refusal(409, `Move the clock by at most ${FARTHEST} days at once.`);
      set(ms());
      goal = instant;
      moving = { to, done: 0, of: Math.floor(goal / HOUR) - Math.floor(base / HOUR) };
      clearTimeout(timer);
      changed(state());
      setImmediate(step);
    },
    stop() {
      if (!moving) return;
      set(base);
      moving = null;
      changed(state());
      wait();
    },
    close: () => clearTimeout(timer),
  };
}
