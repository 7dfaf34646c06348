/** The page's head: whose workbook it is, the add-on's menu, what the time is, and as whom one acts. */
import { actAs } from "../actions";
import { TITLE } from "../link";
import { change, usePage } from "../store";
import { longTime } from "../times";
import { AddOnMenu } from "./AddOnMenu";
import { Icon } from "./Icon";
import { useNow } from "./useNow";

export const Header = () => (
  <header className="head">
    <img src="icon.svg" alt="" width="28" height="28" />
    <div className="name">
      <h1>{TITLE}</h1>
      <Folder />
    </div>
    <AddOnMenu />
    <span className="hidden">F6 moves between the parts of this page.</span>
    <Saving />
    <div className="gap" />
    <Time />
    <Acting />
  </header>
);

const Folder = () => <span className="folder">{usePage((state) => state.opened?.folder ?? "")}</span>;

function Saving() {
  const waiting = usePage((state) => state.waiting);
  const online = usePage((state) => state.online);
  const busy = usePage((state) => state.busy);
  const opened = usePage((state) => state.opened !== null);
  if (!opened) return null;
  const text = !online
    ? "No connection to the local server"
    : busy !== null
      ? `${busy} …`
      : waiting > 0
        ? "Saving …"
        : "All changes saved";
  return (
    <span className={online ? "saving" : "saving away"} role="status">
      {text}
    </span>
  );
}

function Time() {
  const now = useNow();
  const moving = usePage((state) => state.clock?.moving ?? null);
  const told = usePage((state) => state.clock !== null);
  if (!told) return null;
  return (
    <button className="time" onClick={() => change({ panel: "clock" })} title="Move the clock">
      <Icon name="clock" />
      <span className="time-now">{longTime(now)}</span>
      {moving && <span className="moving">moving on</span>}
    </button>
  );
}

function Acting() {
  const people = usePage((state) => state.opened?.people ?? null);
  const user = usePage((state) => state.user);
  if (!people) return null;
  return (
    <label className="acting">
      <Icon name="person" />
      <span className="hidden">Act as</span>
      <select value={user} onChange={(event) => void actAs(event.target.value)} title="Act as">
        {people.map(({ email, name, role }) => (
          <option key={email} value={email}>
            {name} ({role})
          </option>
        ))}
      </select>
    </label>
  );
}
