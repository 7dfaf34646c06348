/**
 * A grade typed in the page: from the request to its answer, kept in the journal, the script's onEdit over.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Opened } from "../../host/server/protocol";
import { serve } from "../../host/server/server";
import { openOrMake } from "../workspaces";
import { FRIDAYS } from "./jobs";
import type { Row } from "./row";
import { median } from "./row";

const EDITS = 50;

/** Milliseconds of the clock, because the page waits for another process. */
export async function typing(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "hub-tracker-bench-"));
  try {
    const now = `${FRIDAYS[10]}T16:40`;
    const { workspace, made } = await openOrMake(folder, { size: "default", seed: 1, now });
    const user = made?.owner ?? "";
    const people = () => [{ email: user, name: "", role: "lead" }];
    const served = await serve({ workspace, now, port: 0, people, filling: null });
    const { origin, hash } = new URL(served.address);
    const ask = async (path: string, body: object): Promise<Opened> => {
      const headers = { "content-type": "application/json", "x-start-token": hash.slice(1), origin };
      const response = await fetch(origin + path, { method: "POST", headers, body: JSON.stringify(body) });
      if (!response.ok) throw new Error(await response.text());
      return (await response.json()) as Opened;
    };
    const { workbook, no } = await ask("/api/open", { user });
    const sheet = workbook.sheets.find(({ name }) => name === "Weekly grades")?.id;
    const times: number[] = [];
    for (let request = 1; request <= EDITS; request += 1) {
      const started = performance.now();
      const cell = { row: request, column: 4, values: [["g"]] };
      await ask("/api/edit", { page: "bench", request, user, seen: no, sheet, ...cell });
      times.push(performance.now() - started);
    }
    await served.close();
    return [{ name: "a grade typed, by the clock", size: 48, week: 10, ms: Math.round(median(times)) }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
