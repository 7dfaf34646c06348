/** The requests by which a page runs the bundle's functions, as the menu and google.script.run do. */
import type { Body } from "./body";
import type { Desk } from "./desk";
import { listIn, selectionIn, textIn } from "./fields";
import { userIn } from "./people";
import type { Opened, Ran } from "./protocol";
import { Refusal } from "./refusal";

const NAME = /^[A-Za-z$][\w$]*$/;

function nameIn(body: Body): string {
  const name = textIn(body, "name");
  // A name with an underscore at its end is private on Google.
  if (!NAME.test(name) || name.endsWith("_")) throw new Refusal(400, `There is no function ${name}.`);
  return name;
}

/** What a page needs to begin: the workbook, and the menu that onOpen makes for its person. */
export function open(desk: Desk, frames: string, body: Body): Opened {
  const { workspace, last } = desk.entries;
  const people = desk.people();
  const asked = textIn(body, "user");
  const user = people.some(({ email }) => email === asked)
    ? asked
    : (people[0]?.email ?? workspace.state.user);
  const ran = desk.executions.run({ name: "onOpen", user, mode: "simple" });
  return {
    workbook: workspace.workbook,
    no: last(),
    user,
    people,
    clock: desk.clock.state(),
    menu: ran.menu,
    toasts: ran.toasts,
    filling: desk.filling?.label ?? null,
    folder: desk.folder,
    frames,
  };
}

const asked = (desk: Desk, body: Body) => ({
  name: nameIn(body),
  user: userIn(desk, body),
  mode: "menu" as const,
  selection: selectionIn(body, desk.entries.workspace.workbook),
});

export const chosen = (desk: Desk, body: Body): Ran => desk.executions.run(asked(desk, body));

export function scriptRun(desk: Desk, body: Body): Ran {
  if (!desk.frames.has(textIn(body, "frame"))) throw new Refusal(404, "That dialog is closed.");
  return desk.executions.fromPage({ ...asked(desk, body), args: listIn(body, "args") });
}

/** Lets the demo enter the clock's week, as the page's person. */
export function fillWeek(desk: Desk, body: Body): { said: string } {
  const { filling, executions, clock } = desk;
  if (!filling) throw new Refusal(404, "There is nothing to fill the week with here.");
  const user = userIn(desk, body);
  const host = executions.hostAs(user, "menu");
  const run = { name: filling.label, user, mode: "menu" as const };
  return { said: executions.record(run, host, () => filling.fill(host, clock.text())) };
}
