/** Chooses another pupil of this week's list by typing a part of the name. */
import { useState } from "preact/hooks";
import { openPicked } from "./actions";
import { now } from "./state";

/** Without case and accents: `Šaf` is found by `saf`. */
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export function Picker() {
  const [typed, setTyped] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const found = now().roll.filter(({ name }) => plain(name).includes(plain(typed)));
  const close = (): void => (setOpen(false), setTyped(""), setAt(0));
  const pick = (pupil = found[at]): void => {
    if (!pupil) return;
    close();
    openPicked(pupil);
  };
  const keys = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (event.key === "Escape") return close();
    if (event.key === "Enter" && isOpen) return pick();
    if (step === 0) return;
    event.preventDefault();
    if (!isOpen) return setOpen(true);
    setAt((at + step + found.length) % Math.max(1, found.length));
  };
  return (
    <div class="picker">
      <input
        type="text"
        role="combobox"
        aria-label="Open another pupil"
        placeholder="Another pupil …"
        autocomplete="off"
        aria-expanded={isOpen}
        aria-controls="roll"
        aria-activedescendant={isOpen && found[at] ? `roll-${found[at].id}` : undefined}
        value={typed}
        onInput={(event) => (setTyped(event.currentTarget.value), setOpen(true), setAt(0))}
        onClick={() => setOpen(true)}
        onBlur={close}
        onKeyDown={keys}
      />
      {isOpen && (
        <ul id="roll" role="listbox" aria-label="This week's pupils">
          {found.map((pupil, i) => (
            <li
              key={pupil.id}
              id={`roll-${pupil.id}`}
              role="option"
              aria-selected={i === at}
              ref={(element) => void (i === at && element?.scrollIntoView({ block: "nearest" }))}
              // Before the box loses the cursor, and with it the list.
              onPointerDown={(event) => (event.preventDefault(), pick(pupil))}
            >
              {pupil.name}
            </li>
          ))}
          {found.length === 0 && <li class="soft">Nobody on this week's list has this name.</li>}
        </ul>
      )}
    </div>
  );
}
