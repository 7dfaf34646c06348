/** As whom a request acts: only accounts that the workspace offers. */
import type { Body } from "./body";
import type { Desk } from "./desk";
import { textIn } from "./fields";
import { Refusal } from "./refusal";

export function userIn(desk: Desk, body: Body): string {
  const user = textIn(body, "user");
  const known =
    user === desk.entries.workspace.state.user || desk.people().some(({ email }) => email === user);
  if (!known)
    throw new Refusal(403, `${user} is not an account that you can act as. Choose one from the list.`);
  return user;
}
