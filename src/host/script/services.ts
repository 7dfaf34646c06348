/**
 * The services that scripts find on the host: one line each, everything else is in the service's own file.
 */
import { docs } from "../documents/docsService";
import { drive } from "../drive/driveService";
import type { Service } from "../run/service";
import { htmlService } from "../services/html";
import { lockService } from "../services/lockService";
import { consoleService, logger } from "../services/logs";
import { mailApp } from "../services/mailApp";
import { scriptApp } from "../services/scriptApp";
import { session } from "../services/session";
import { utilities } from "../services/utilities";
import { spreadsheetApp } from "../sheets/spreadsheetApp";

export const SERVICES: readonly Service[] = [
  spreadsheetApp,
  htmlService,
  mailApp,
  lockService,
  scriptApp,
  session,
  utilities,
  logger,
  consoleService,
  drive,
  docs,
];
