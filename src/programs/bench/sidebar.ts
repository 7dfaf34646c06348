/** The sidebar: a pupil opened and feedback saved, also where the Feedback tab has grown for years. */
import { feedback } from "../../domain/tables/feedback";
import { pupils as pupilsTable } from "../../domain/tables/people";
import type { Host } from "../../host/host";
import { createHost } from "../../host/host";
import { memoryWorkspace } from "../../host/workspace/memoryWorkspace";
import { rowsOf } from "../look";
import { fillWithDemo } from "../workspaces";
import { FRIDAYS } from "./jobs";
import type { Row } from "./row";
import { cpuMs, median } from "./row";

const FEEDBACK = {
  kind: "verbal",
  way: "direct",
  subject: "literacy",
  howWell: "",
  whatNext: "Add a full stop to each sentence",
  acknowledgedIsEnough: "yes",
  closedAs: "acknowledged",
};
const MANY = 5000;
const RUNS = 9;

const open = (host: Host) => host.run("openPupil", { pupil: "U005", known: null });
const save = (host: Host) => host.run("addFeedback", "U005", FEEDBACK);

export function sidebar(): Row[] {
  const [workspace, now] = [memoryWorkspace(), `${FRIDAYS[10]}T16:40`];
  const { owner: user } = fillWithDemo(workspace, { size: "large", seed: 1, now });
  const measured = (name: string, act: (host: Host) => unknown): Row => {
    const host = createHost(workspace, { now, user, log: () => {} });
    const times = Array.from({ length: RUNS }, () => cpuMs(() => act(host)));
    const { total: calls, cells } = host;
    return { name, size: 120, week: 10, calls, cells, ms: Math.round(median(times)) };
  };
  const few = [measured("opening a pupil", open), measured("saving feedback", save)];
  const ids = rowsOf(workspace, pupilsTable).map(({ id }) => id);
  createHost(workspace, { now, user }).execute(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(feedback.tab);
    const [first = [], model = []] = sheet.getDataRange().getValues() as unknown[][];
    const { id, pupil } = feedback.columns;
    const more = Array.from({ length: MANY }, (_, i) =>
      model.map((cell, column) => {
        if (first[column] === id.heading) return `F261001-${String(i).padStart(6, "0")}`;
        return first[column] === pupil.heading ? ids[i % ids.length] : cell;
      }),
    );
    const last = sheet.getLastRow() as number;
    sheet.insertRowsAfter(last, MANY);
    sheet.getRange(last + 1, 1, MANY, first.length).setValues(more);
  });
  return [...few, measured("opening, 5,000 feedback", open), measured("saving, 5,000 feedback", save)];
}
