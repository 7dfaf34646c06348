/** The advanced service Drive, version 3, over the files in drive/. */
import type { Service } from "../run/service";
import { FILES, HostFiles } from "./files";
import { HostPermissions, PERMISSIONS } from "./permissions";

export const drive: Service = {
  name: "Drive",
  advanced: { serviceId: "drive", version: "v3" },
  objects: {
    Drive: { methods: {} },
    "Drive.Files": { methods: FILES, home: "" },
    "Drive.Permissions": { methods: PERMISSIONS, home: "" },
  },
  make: (execution) =>
    execution.wrap("Drive", {
      Files: execution.wrap("Drive.Files", new HostFiles(execution)),
      Permissions: execution.wrap("Drive.Permissions", new HostPermissions(execution)),
    }),
};
