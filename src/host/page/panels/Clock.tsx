/** The host's time, and moving it on. */
import { useState } from "react";
import { fillWeek, moveClock, stopClock } from "../actions";
import { usePage } from "../store";
import { longTime, nextTime } from "../times";
import { useNow } from "./useNow";

const FRIDAY = 5;
const MONDAY = 1;

export function Clock() {
  const moving = usePage((state) => state.clock?.moving ?? null);
  const filling = usePage((state) => state.opened?.filling ?? null);
  const busy = usePage((state) => state.busy);
  const now = useNow();
  const [chosen, setChosen] = useState("");
  const friday = nextTime(now, FRIDAY, "16:40");
  const monday = nextTime(now, MONDAY, "08:00");
  return (
    <div className="clock-panel">
      <p className="hint">It is now</p>
      <p className="big-time">{longTime(now)}</p>
      {moving ? (
        <div role="status">
          <p>
            On its way to {longTime(moving.to)}: {moving.done} of {moving.of} hours.
          </p>
          <progress max={moving.of} value={moving.done} aria-label="Hours passed" />
          <button onClick={() => void stopClock()}>Stop here</button>
        </div>
      ) : (
        <>
          <p className="hint">
            Move the clock on. The add-on’s hourly run happens at every hour on the way and once on arrival,
            as its trigger’s owner.
          </p>
          <button className="primary" onClick={() => void moveClock(friday)}>
            To Friday 16:40
            <small>{longTime(friday)}</small>
          </button>
          <button onClick={() => void moveClock(monday)}>
            Next Monday 08:00
            <small>{longTime(monday)}</small>
          </button>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void moveClock(chosen.slice(0, 16));
            }}
          >
            <label>
              Any later time
              <input
                type="datetime-local"
                required
                value={chosen}
                min={now.slice(0, 16)}
                onChange={(event) => setChosen(event.target.value)}
              />
            </label>
            <button>Move there</button>
          </form>
        </>
      )}
      {filling && (
        <section>
          <h3>This week</h3>
          <p className="hint">
            Enters what staff would enter in the clock’s week, in cells that are still blank.
          </p>
          <button disabled={busy !== null || moving !== null} onClick={() => void fillWeek()}>
            {filling}
          </button>
        </section>
      )}
    </div>
  );
}
