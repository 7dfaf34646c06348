/** Always there: whose page it is, who placed the pupil, another pupil, and the views. */
import { PROVIDER } from "../parts/words";
import { Button } from "../parts/Form";
import { openSelected } from "../parts/opening";
import { Picker } from "../parts/Picker";
import { now } from "../parts/state";
import { Tabs } from "./Tabs";

export function Header() {
  const { page } = now();
  return (
    <header class="head">
      <h1>{page?.name ?? "Hub Tracker"}</h1>
      {page && (
        <p class="soft" title={PROVIDER}>
          {page.year && `${page.year} · `}
          <span class="sr">{PROVIDER}: </span>
          {page.providers.join(" · ") || "no placement now"}
        </p>
      )}
      <div class="chooser">
        <Picker />
        <Button label="Selected row" onClick={openSelected} />
      </div>
      {page && <Tabs />}
    </header>
  );
}
