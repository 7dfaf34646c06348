/** The half-term's report: its sections, saved one by one, and how far each report is. */
import type { PupilPage } from "../../../domain/views/pupilView";
import type { ReportPart, WrittenSection } from "../../../domain/reports/board/reportPart";
import { wordingProblems } from "../../../domain/reports/board/wording";
import { call } from "../../parts/call";
import { hasDraft } from "../../parts/draft";
import { Words } from "../../parts/fields";
import { FormBox, Press } from "../../parts/Form";
import { RecordList } from "../../parts/Records";
import { Soft, Todos } from "../../parts/words";

export const ReportView = ({ page: { id, report } }: { page: PupilPage }) => (
  <>
    <h2>Report, {report.period}</h2>
    <p>{report.soFar}</p>
    <Todos of={report.locked ? [report.locked] : []} />
    {report.voices.map(({ title, sections }) => (
      <details key={title}>
        <summary>{title}</summary>
        {sections.map((section) => (
          <Part key={section.name} pupil={id} section={section} report={report} />
        ))}
      </details>
    ))}
    <RecordList title="Reports" records={report.board} none="None made yet.">
      {({ title, said, steps, period, pupil, provider, template }) => (
        <>
          <b>{title}</b>
          <Soft>{said}</Soft>
          <div class="buttons">
            {steps.map(([to, label]) => (
              <Press
                key={to}
                label={label}
                says={`${label}: ${title}`}
                run={() => call("changeReport", period, pupil, provider, template, to)}
              />
            ))}
          </div>
        </>
      )}
    </RecordList>
  </>
);

interface Props {
  pupil: string;
  section: WrittenSection;
  report: ReportPart;
}

function Part({ pupil, section, report: { locked, watched } }: Props) {
  const { name, label, most, words } = section;
  const form = `Report/${name}`;
  return (
    <details open={hasDraft(form) || undefined}>
      <summary>
        {label}
        {words && " ✓"}
      </summary>
      {locked ? (
        <p>{words}</p>
      ) : (
        <FormBox
          name={form}
          start={{ words }}
          run={(typed) => call("saveComment", pupil, name, words, typed.words)}
          label={label}
        >
          {(form) => (
            <>
              <Words form={form} field="words" label={label} isLong />
              <Soft>{most - form.values.words.length} characters left</Soft>
              <Todos
                of={wordingProblems(section, form.values.words, watched).map(
                  ({ found, why, instead }) => `“${found}”: ${why}. Instead: ${instead}`,
                )}
              />
            </>
          )}
        </FormBox>
      )}
    </details>
  );
}
