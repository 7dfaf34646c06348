/** The automation: on or off, whose it is, when it last ran. */
import { longDay, momentInWords } from "../words/days";
import { html } from "../words/html";
import { button } from "./button";

export interface AutomationState {
  on: boolean;
  owner: string;
  you: string;
  firstOn: string;
  lastRun: string;
  /** The next trigger run, or why there is none. */
  health: string | null;
  isCopy: boolean;
}

export function automationPage({
  on,
  owner,
  you,
  firstOn,
  lastRun,
  health,
  isCopy,
}: AutomationState): string {
  const yours = owner.toLowerCase() === you.toLowerCase();
  const whose = yours ? "your account" : owner;
  return html`<p>
      ${
        on
          ? `The automation is on and belongs to ${whose}: rows, reminders and updates are made with that account's rights and sent from its address.`
          : "The automation is off: nothing is made or sent automatically."
      }
    </p>
    <p class="soft">
      ${firstOn ? `First turned on: ${longDay(firstOn)}. Nothing is sent for weeks that closed before then.` : "It has never been on."}
      ${lastRun ? `Last run: ${momentInWords(lastRun)}.` : ""}
    </p>
    ${isCopy ? [html`<p class="warn">This is a copy. If you turn it on here, messages are sent from here. Turn it off in the original first, or providers will get everything twice.</p>`] : []}
    ${health ? [html`<p class="warn">${health}</p>`] : []}
    ${
      on && yours && !isCopy
        ? [
            button("Turn it off", "turnAutomation", ["off"]),
            button("Renew its trigger", "turnAutomation", ["on"]),
          ]
        : on && !isCopy
          ? [
              button("Take over", "turnAutomation", ["on"], "first"),
              button("Turn it off", "turnAutomation", ["off"]),
            ]
          : [button("Turn it on", "turnAutomation", ["on"], "first")]
    } `.html;
}
