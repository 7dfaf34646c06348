/** The pages that listen: server-sent events, few enough that a runaway page cannot exhaust the server. */
import type { ServerResponse } from "node:http";
import type { News } from "./protocol";
import { Refusal } from "./refusal";

const MAX_STREAMS = 32;
/** A comment this often, so that a page whose connection died notices. Milliseconds. */
const HEARTBEAT = 15_000;
/** A page that reads nothing for so long is let go before its unread news fill the memory. Bytes. */
const MAX_UNREAD = 16 * 1024 * 1024;

export interface Streams {
  /** Adds a listener, giving it what it missed first. */
  add(response: ServerResponse, missed: readonly News[]): void;
  tell(news: News): void;
  count(): number;
  close(): void;
}

const messageOf = (news: News): string => `data: ${JSON.stringify(news)}\n\n`;

export function eventStreams(): Streams {
  const open = new Set<ServerResponse>();
  const send = (text: string): void => {
    for (const response of open) {
      response.write(text);
      if (response.writableLength > MAX_UNREAD) response.destroy();
    }
  };
  const beat = setInterval(() => send(": still here\n\n"), HEARTBEAT);
  beat.unref();
  return {
    add(response, missed) {
      if (open.size >= MAX_STREAMS)
        throw new Refusal(429, "Too many pages are open. Close some of them and try again.");
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.write(": welcome\n\n" + missed.map(messageOf).join(""));
      open.add(response);
      response.on("close", () => open.delete(response));
    },
    tell: (news) => send(messageOf(news)),
    count: () => open.size,
    close() {
      clearInterval(beat);
      for (const response of open) response.end();
    },
  };
}
