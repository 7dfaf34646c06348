/** The page: who it is about at the top, one view in the middle, and below what the page is doing. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Foot } from "./Foot";
import { Header } from "./Header";
import { Pupil } from "./Pupil";
import type { View } from "./state";
import { now, takeFocus } from "./state";

const SHOWN: Record<View, () => ComponentChildren> = {
  Pupil: () => <Pupil />,
  Grade: () => null,
  Targets: () => null,
  Feedback: () => null,
  "Check-in": () => null,
  Evidence: () => null,
  Rewards: () => null,
  Assessments: () => null,
};

export function App() {
  const { page, view, status } = now();
  const key = `${page?.id ?? ""} ${view}`;
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.parentElement?.scrollTo(0, 0);
    if (takeFocus()) panel.current?.focus();
  }, [key]);
  return (
    <div class="hub">
      <Header />
      <main aria-busy={status.kind === "opening"} inert={status.kind === "opening"}>
        {page ? (
          <div
            key={key}
            ref={panel}
            id="view"
            role="tabpanel"
            tabIndex={-1}
            aria-label={`${view}, ${page.name}`}
          >
            {SHOWN[view]()}
          </div>
        ) : (
          status.kind === "done" && <p class="soft">The page of a pupil opens here.</p>
        )}
      </main>
      <Foot />
    </div>
  );
}
