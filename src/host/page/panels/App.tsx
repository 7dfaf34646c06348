/** The whole page. */
import { usePage } from "../store";
import { Dialogs } from "./Dialogs";
import { Dock } from "./Dock";
import { Header } from "./Header";
import { Tabs } from "./Tabs";
import { Toolbar } from "./Toolbar";

export const GRID = "grid";

export function App() {
  const failure = usePage((state) => state.failure);
  const ready = usePage((state) => state.activeTab !== null);
  return (
    <>
      <Header />
      <main>
        <section className="sheet" aria-label="Tracker">
          <Toolbar ready={ready} />
          <div className="grid-place">
            <div id={GRID} />
            {!ready && <p className="opening">{failure ?? "Opening the workbook …"}</p>}
          </div>
          <Tabs />
        </section>
        <Dock />
      </main>
      <Dialogs />
    </>
  );
}
