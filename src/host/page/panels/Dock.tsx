/** The panels beside the grid, one open at a time, and the rail that opens them. */
import type { PanelName } from "../store";
import { change, usePage } from "../store";
import { Clock } from "./Clock";
import { Documents } from "./Documents";
import { Frame } from "./Frame";
import type { IconName } from "./Icon";
import { Icon } from "./Icon";
import { Outbox } from "./Outbox";
import { Runs } from "./Runs";

const PANELS: readonly (readonly [name: PanelName & IconName, label: string])[] = [
  ["outbox", "Outbox"],
  ["documents", "Documents"],
  ["runs", "Runs"],
  ["clock", "Clock"],
];

export function Dock() {
  const panel = usePage((state) => state.panel);
  const sidebar = usePage((state) => state.sidebar);
  const mails = usePage((state) => state.mails?.length ?? 0);
  const documents = usePage((state) => state.documents?.length ?? 0);
  const counts: Partial<Record<PanelName, number>> = { outbox: mails, documents };
  const shown = PANELS.filter(([name]) => name !== "sidebar");
  const label = PANELS.find(([name]) => name === panel)?.[1] ?? sidebar?.title ?? "";
  const rail = sidebar ? [...shown, ["sidebar", sidebar.title || "Add-on"] as const] : shown;
  return (
    <>
      {/* The sidebar keeps its state while another panel is looked at. */}
      <aside className={`dock ${panel ?? "folded"}`} aria-label={label} hidden={panel === null}>
        <header>
          <h2>{label}</h2>
          <button className="quiet" aria-label={`Close ${label}`} onClick={() => close(panel)}>
            <Icon name="close" />
          </button>
        </header>
        <div className="dock-body" hidden={panel === "sidebar"} key={panel}>
          {panel === "outbox" && <Outbox />}
          {panel === "documents" && <Documents />}
          {panel === "runs" && <Runs />}
          {panel === "clock" && <Clock />}
        </div>
        {sidebar && (
          <div className="dock-frame" hidden={panel !== "sidebar"}>
            <Frame key={sidebar.frame} shown={sidebar} close={closeSidebar} />
          </div>
        )}
      </aside>
      <nav className="rail" aria-label="Panels">
        {rail.map(([name, text]) => (
          <button
            key={name}
            aria-pressed={name === panel}
            onClick={() => change({ panel: name === panel ? null : name })}
          >
            <Icon name={name} />
            <span>{text}</span>
            {(counts[name] ?? 0) > 0 && <b aria-label={`${counts[name]} there`}>{counts[name]}</b>}
          </button>
        ))}
      </nav>
    </>
  );
}

const closeSidebar = (): void => change({ sidebar: null, panel: null });

/** Closing the add-on's sidebar ends it, as on Google; the host's own panels only fold. */
const close = (panel: PanelName | null): void =>
  panel === "sidebar" ? closeSidebar() : change({ panel: null });
