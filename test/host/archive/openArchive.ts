/**
 * Opens files as the local host would, in a process of its own with little memory: `.docx` as a document that
 * was uploaded, anything else as a workspace's workbook. Prints, as JSON, what was said, how long each kept
 * the processor busy (so that other programs do not count) and the most memory that the whole process ever
 * had.
 */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDocx } from "../../../src/host/documents/xml/package";
import { openWorkspace } from "../../../src/host/workspace/folderWorkspace";

async function open(file: string): Promise<void> {
  if (file.endsWith(".docx")) return void openDocx(readFileSync(file));
  const folder = mkdtempSync(join(tmpdir(), "hub-tracker-archive-"));
  try {
    mkdirSync(folder, { recursive: true });
    copyFileSync(file, join(folder, "tracker.xlsx"));
    await (await openWorkspace(folder)).close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Where the system tells it, of this program alone; elsewhere what began as that of the program which started
 * it.
 */
function peakMb(): number {
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const kb = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS;
  return Number(kb) / 1024;
}

async function run(): Promise<void> {
  const opened: Record<string, { said: string | null; ms: number; peakMb: number }> = {};
  for (const file of process.argv.slice(2)) {
    const start = process.cpuUsage();
    const said = await open(file).then(
      () => null,
      (error: unknown) => (error as Error).message,
    );
    const { user, system } = process.cpuUsage(start);
    const ms = (user + system) / 1000;
    opened[file] = { said, ms, peakMb: peakMb() };
  }
  console.log(JSON.stringify(opened));
}

void run();
