/** What may be asked of the server, path by path. */
import type { Body } from "./body";
import type { Desk } from "./desk";
import { documentIn, documentsIn, pdfIn } from "./documents";
import { textIn } from "./fields";
import { calculated, edit, filter, rows, sort, takeBack } from "./grid";
import { mailIn, mailsIn } from "./mails";
import { chosen, fillWeek, open, scriptRun } from "./runs";

/** A buffer goes out as it is, anything else as JSON. */
export type Route = (body: Body) => unknown;

/** `frames` gives the host and port that dialogs' pages are served from. */
export function routesOf(desk: Desk, frames: () => string): Record<string, Route> {
  const { folder, clock } = desk;
  const { state } = desk.entries.workspace;
  return {
    "/api/open": (body) => open(desk, frames(), body),
    "/api/edit": (body) => edit(desk, body),
    "/api/rows": (body) => rows(desk, body),
    "/api/restore": (body) => takeBack(desk, body),
    "/api/sort": (body) => sort(desk, body),
    "/api/filter": (body) => filter(desk, body),
    "/api/calculated": (body) => calculated(desk, body),
    "/api/menu": (body) => chosen(desk, body),
    "/api/run": (body) => scriptRun(desk, body),
    "/api/fill": (body) => fillWeek(desk, body),
    "/api/runs": () => desk.executions.list(),
    "/api/mails": () => mailsIn(folder),
    "/api/mail": (body) => mailIn(folder, textIn(body, "name")),
    "/api/documents": () => documentsIn(folder, state),
    "/api/document": (body) => documentIn(folder, state, textIn(body, "name")),
    "/api/pdf": (body) => pdfIn(folder, state, textIn(body, "name")),
    "/api/keep": async () => ({ aside: await desk.keepOurs() }),
    "/api/clock": (body) => {
      clock.moveTo(textIn(body, "to"));
      return clock.state();
    },
    "/api/clock/stop": () => {
      clock.stop();
      return clock.state();
    },
  };
}
