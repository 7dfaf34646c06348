/** A page of the add-on, in a sandboxed frame of its own origin, and its calls to the add-on. */
import { useEffect, useRef } from "react";
import type { Ran, Shown } from "../../server/protocol";
import { present } from "../actions";
import { focusGrid, theGrid } from "../gridAccess";
import { ask } from "../link";
import { page } from "../store";

interface Call {
  call: number;
  name: string;
  args: unknown[];
}
interface HostMessage {
  host: "close" | "focus" | "size";
  width?: number;
  height?: number;
}

interface Props {
  shown: Shown;
  close: () => void;
  resize?: (size: { width?: number; height?: number }) => void;
}

export function Frame({ shown, close, resize }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const heard = ({ source, data }: MessageEvent<Call | HostMessage>): void => {
      const from = frame.current?.contentWindow;
      if (!from || source !== from || typeof data !== "object" || data === null) return;
      if ("call" in data) void answer(shown.frame, data, from);
      else if (data.host === "close") close();
      else if (data.host === "focus") focusGrid();
      else if (data.host === "size") resize?.(data);
    };
    addEventListener("message", heard);
    return () => removeEventListener("message", heard);
  }, [shown.frame, close, resize]);
  const { frames = "" } = page().opened ?? {};
  return (
    <iframe
      ref={frame}
      className="addon"
      title={shown.title || "Add-on"}
      sandbox="allow-scripts allow-forms"
      referrerPolicy="origin"
      src={`http://${frames}/frame/${shown.frame}`}
    />
  );
}

/** A call crosses as JSON, so what JSON cannot say never arrives, as on Google. */
async function answer(frame: string, { call, name, args }: Call, to: Window): Promise<void> {
  const reply = (said: { result?: unknown; error?: string }): void =>
    to.postMessage({ reply: call, ...said }, "*");
  try {
    const ran = await ask<Ran>("/api/run", {
      user: page().user,
      frame,
      name,
      args,
      selection: theGrid()?.selection(),
    });
    if (ran.error === null) reply({ result: ran.result ?? null });
    else reply({ error: ran.error });
    present(ran);
  } catch (error) {
    reply({ error: error instanceof Error ? error.message : String(error) });
  }
}
