/** The product as `npm start` runs it, on a workspace of its own. */
import type { ChildProcess } from "node:child_process";
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sharedFolder } from "../shared";

const FRIDAY = "2026-11-20T16:40";

export interface Started {
  address: string;
  /** Ends the process as a power cut would, or asks it to end; and waits until it has. */
  end(signal: "SIGKILL" | "SIGTERM"): Promise<void>;
}

const places: string[] = [];
const running = new Set<ChildProcess>();

/** A small demo hub, not swept, in a folder of its own. */
export function workspace(): string {
  const place = mkdtempSync(join(tmpdir(), "hub-tracker-browser-"));
  places.push(place);
  const made = sharedFolder("browser-hub", (empty) => {
    const options = ["--workspace", empty, "--size", "small", "--now", FRIDAY];
    execFileSync(process.execPath, ["build/out/job.mjs", "refreshOverview", ...options], { stdio: "ignore" });
  });
  const folder = join(place, "hub");
  cpSync(made, folder, { recursive: true });
  return folder;
}

export async function start(folder: string, ...options: string[]): Promise<Started> {
  const args = ["build/out/start.mjs", "--workspace", folder, "--port", "0", ...options];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  running.add(child);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  void ended.then(() => running.delete(child));
  const address = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (part: Buffer) => {
      said += part.toString();
      const found = /http:\/\/\S+/.exec(said)?.[0];
      if (found) resolve(found);
    });
    void ended.then(() => reject(new Error(`The server ended before it listened:\n${said}`)));
  });
  return {
    address,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Ends what the tests started, by its own process, and removes its folders. */
export function tidy(): void {
  for (const child of running) child.kill("SIGKILL");
  for (const place of places) rmSync(place, { recursive: true, force: true });
}
