/** The host's time, ticking between what the server says. */
import { useEffect, useState } from "react";
import type { ClockState } from "../../server/protocol";
import { usePage } from "../store";
import { later } from "../times";

const TICK_MS = 1000;

export function useNow(): string {
  const clock = usePage((state) => state.clock);
  const [told, setTold] = useState<{ clock: ClockState | null; at: number }>({ clock: null, at: 0 });
  const [, tick] = useState(0);
  useEffect(() => setTold({ clock, at: performance.now() }), [clock]);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  if (!clock) return "2000-01-01T00:00:00";
  if (clock.moving || told.clock !== clock) return clock.now;
  return later(clock.now, (performance.now() - told.at) / 1000);
}
