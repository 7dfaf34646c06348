/** What the add-on did: each run with its time, its calls and what went wrong. */
import { useEffect, useState } from "react";
import type { RunRecord } from "../../server/protocol";
import { readRuns } from "../actions";
import { usePage } from "../store";
import { longTime } from "../times";
import { Empty } from "./Empty";

const HOW: Record<string, string> = { menu: "by hand", trigger: "by the clock", simple: "by itself" };

export function Runs() {
  const runs = usePage((state) => state.runs);
  const [edits, setEdits] = useState(false);
  useEffect(() => void readRuns(), []);
  if (runs === null) return <p className="hint">Reading the runs …</p>;
  const shown = runs.filter(({ name, error }) => edits || error !== null || !/^on(Edit|Open)$/.test(name));
  return (
    <>
      <label className="tick">
        <input type="checkbox" checked={edits} onChange={(event) => setEdits(event.target.checked)} />
        Also those of every edit and page
      </label>
      {shown.length === 0 ? (
        <Empty icon="runs" title="Nothing has run yet">
          Choose something from the add-on’s menu, or move the clock on: the hourly run happens by itself.
        </Empty>
      ) : (
        <ul className="lines">
          {shown.map((run) => (
            <Run key={run.no} run={run} />
          ))}
        </ul>
      )}
    </>
  );
}

const Run = ({ run }: { run: RunRecord }) => (
  <li className={run.error === null ? "run" : "run failed"}>
    <span className="line-title">{run.name}</span>
    <span className="line-more">
      {longTime(run.at)}, {HOW[run.mode] ?? run.mode}, {run.user}
    </span>
    <span className="line-more">
      {run.ms} ms, {run.calls} service calls, {run.cells} cells read
    </span>
    {run.error !== null && <span className="line-error">Failed: {run.error}</span>}
    {run.logs.length > 0 && (
      <details>
        <summary>{run.logs.length === 1 ? "1 line logged" : `${run.logs.length} lines logged`}</summary>
        <pre>{run.logs.join("\n")}</pre>
      </details>
    )}
  </li>
);
