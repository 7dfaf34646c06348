/** The workbook's visible tabs. */
import { focusGrid, theGrid } from "../gridAccess";
import { usePage } from "../store";

export function Tabs() {
  const tabs = usePage((state) => state.tabs);
  const active = usePage((state) => state.activeTab);
  const step = (event: React.KeyboardEvent, index: number): void => {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const next = tabs[(index + by + tabs.length) % tabs.length];
    if (by === 0 || !next) return;
    theGrid()?.openTab(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label="Tabs of the workbook">
      {tabs.map(({ id, name, colour }, index) => (
        <button
          key={id}
          id={`tab-${id}`}
          role="tab"
          aria-selected={id === active}
          tabIndex={id === active ? 0 : -1}
          onKeyDown={(event) => step(event, index)}
          onClick={() => {
            theGrid()?.openTab(id);
            focusGrid();
          }}
        >
          <i style={{ background: colour ?? "transparent" }} />
          {name}
        </button>
      ))}
    </div>
  );
}
