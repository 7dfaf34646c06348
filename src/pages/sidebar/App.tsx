/** The page: who it is about at the top, one view in the middle, and below what the page is doing. */
import type { ComponentChildren } from "preact";
import type { PupilPage } from "../../domain/views/pupilView";
import { Assessments } from "./learning/Assessments";
import { CheckInView } from "./learning/CheckIn";
import { EvidenceView } from "./learning/Evidence";
import { FeedbackView } from "./learning/Feedback";
import { Foot } from "./Foot";
import { GradeView } from "./weekly/Grade";
import { Header } from "./Header";
import { PupilView } from "./views/Pupil";
import { ReportView } from "./reports/Report";
import { Rewards } from "./learning/Rewards";
import type { SidebarView } from "../parts/state";
import { now } from "../parts/state";
import { Targets } from "./learning/Targets";

const SHOWN: Record<SidebarView, (props: { page: PupilPage }) => ComponentChildren> = {
  Pupil: PupilView,
  Grade: GradeView,
  Targets,
  Feedback: FeedbackView,
  "Check-in": CheckInView,
  Evidence: EvidenceView,
  Rewards,
  Assessments,
  Report: ReportView,
};

export function App() {
  const { page, view, status } = now();
  const Shown = SHOWN[view];
  const isOpening = status.kind === "opening";
  return (
    <div class="hub">
      <Header />
      <main aria-busy={isOpening} inert={isOpening}>
        {page ? (
          <div
            key={page.id + view}
            id="view"
            role="tabpanel"
            tabIndex={-1}
            aria-label={`${view}, ${page.name}`}
          >
            <Shown page={page} />
          </div>
        ) : (
          status.kind === "done" && (
            <p class="soft">
              Select a pupil’s row in the sheet and press Selected row, or choose a pupil above.
            </p>
          )
        )}
      </main>
      <Foot />
    </div>
  );
}
