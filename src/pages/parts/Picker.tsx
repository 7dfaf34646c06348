/** Chooses another pupil of this week's list by typing a part of the name. */
import { openPicked } from "./opening";
import { change, now } from "./state";

/** Without case and accents: `Šaf` is found by `saf`. */
export const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const open = (typed: string, at = 0): void => change({ picker: { typed, at } });
const close = (): void => change({ picker: null });

export function Picker() {
  const { picker, roll } = now();
  const { typed = "", at = 0 } = picker ?? {};
  const found = roll.filter(({ name }) => plain(name).includes(plain(typed)));
  const pick = (pupil = found[at]): void => {
    if (!pupil) return;
    close();
    openPicked(pupil);
  };
  const keys = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const isEnter = event.key === "Enter";
    if (event.key === "Escape") return close();
    if (step === 0 && !isEnter) return;
    // Else Enter would also press what has the cursor after this.
    event.preventDefault();
    if (isEnter) return picker ? pick() : undefined;
    open(typed, picker ? (at + step + found.length) % Math.max(1, found.length) : 0);
  };
  return (
    <div class="picker">
      <input
        type="text"
        role="combobox"
        aria-label="Open another pupil"
        placeholder="Another pupil …"
        autocomplete="off"
        aria-expanded={picker !== null}
        aria-controls="roll"
        aria-activedescendant={picker && found[at] ? `roll-${found[at].id}` : undefined}
        value={typed}
        onInput={(event) => open(event.currentTarget.value)}
        onClick={() => open(typed)}
        onBlur={close}
        onKeyDown={keys}
      />
      {picker && (
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
