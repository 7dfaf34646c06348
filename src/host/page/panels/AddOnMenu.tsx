/** The menu that the add-on makes when the workbook opens. */
import { useEffect, useRef, useState } from "react";
import { choose } from "../actions";
import { focusGrid } from "../gridAccess";
import { usePage } from "../store";
import { Icon } from "./Icon";

export function AddOnMenu() {
  const menu = usePage((state) => state.opened?.menu) ?? [];
  const busy = usePage((state) => state.busy !== null || state.opened === null);
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    place.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
    const outside = (event: PointerEvent): void => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener("pointerdown", outside, true);
    return () => removeEventListener("pointerdown", outside, true);
  }, [open]);

  const keys = (event: React.KeyboardEvent): void => {
    if (event.key === "Escape") {
      setOpen(false);
      place.current?.querySelector<HTMLElement>("button")?.focus();
    }
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    if (!open) return setOpen(true);
    const items = [...(place.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    items[(at + step + items.length) % items.length]?.focus();
  };

  return (
    <div className="menu" ref={place} onKeyDown={keys}>
      <button
        className="menu-button"
        aria-haspopup="menu"
        aria-expanded={open}
        disabled={busy}
        onClick={() => setOpen(!open)}
      >
        Add-on menu <Icon name="down" />
      </button>
      {open && (
        <ul role="menu" aria-label="Add-on menu">
          {menu.length === 0 && <li className="hint">The add-on has no menu for this person.</li>}
          {menu.map((item) => (
            <li key={item.handler} role="none">
              <button
                role="menuitem"
                onClick={() => {
                  setOpen(false);
                  focusGrid();
                  void choose(item);
                }}
              >
                {item.label}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
