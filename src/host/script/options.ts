/** How a host is set up: which script, which clock, who is at the keyboard. */
import type { Hook } from "../run/calls";
import type { Mode } from "../run/execution";
import type { Selection } from "../run/screen";

export interface HostOptions {
  /** Folder with Code.js and appsscript.json; by default the one beside the built host. */
  bundle?: string;
  /** The clock: London time `yyyy-mm-ddThh:mm[:ss]`, held still; or a function. By default the machine's. */
  now?: string | (() => Date);
  /** The account; by default the workspace's. */
  user?: string;
  /** How functions are started; by default from the menu. */
  mode?: Mode;
  hook?: Hook;
  /** Mail recipients a day: 100, as a consumer account has; 1,500 with Workspace. */
  mailQuota?: number;
  /** Files made a day, copies too: 250, as a consumer account may; 1,500 with Workspace. */
  fileQuota?: number;
  /** Scopes that the account has not granted, by their short names, such as `script.send_mail`. */
  denied?: string[];
  /** False: functions run without a workbook, as a published add-on's clock trigger may. */
  document?: boolean;
  /** The cells that the person has selected; by default the first of the first tab. */
  selection?: Selection;
  log?: (line: string) => void;
}
