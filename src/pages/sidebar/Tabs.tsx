/** The views, as tabs: arrows go from one to the next, Enter opens. */
import type { SidebarView } from "../parts/state";
import { isUnsaved, now, showView, VIEWS } from "../parts/state";

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 4, ArrowUp: -4 };

function walk(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")];
  const at = tabs.indexOf(document.activeElement as HTMLElement);
  const step = STEPS[event.key];
  const to = event.key === "Home" ? 0 : event.key === "End" ? tabs.length - 1 : step ? at + step : -1;
  if (to === -1 && step === undefined) return;
  event.preventDefault();
  tabs[(to + tabs.length) % tabs.length]?.focus();
}

export const Tabs = () => (
  <div class="tabs" role="tablist" aria-label="Views" onKeyDown={walk}>
    {VIEWS.map((view) => (
      <Tab key={view} view={view} />
    ))}
  </div>
);

function Tab({ view }: { view: SidebarView }) {
  const isOpen = now().view === view;
  const unsaved = isUnsaved((form) => form.startsWith(`${view}/`));
  return (
    <button
      type="button"
      role="tab"
      aria-selected={isOpen}
      aria-controls="view"
      tabIndex={isOpen ? 0 : -1}
      onClick={() => showView(view)}
    >
      {view}
      {unsaved && (
        <span class="dot" title="Text not saved yet">
          <span class="sr">, text not saved yet</span>
        </span>
      )}
    </button>
  );
}
