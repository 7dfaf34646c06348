/** The advanced service Drive, version 3, over the files in drive/. */
import type { Execution } from "../run/execution";
import { HostFiles } from "./files";
import { HostPermissions } from "./permissions";

export const drive = (execution: Execution) =>
  execution.wrap("Drive", {
    Files: execution.wrap("Drive.Files", new HostFiles(execution)),
    Permissions: execution.wrap("Drive.Permissions", new HostPermissions(execution)),
  });
