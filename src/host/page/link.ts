/** The page's line to its server: requests with this start's token, and the stream of news. */
import type { News } from "../server/protocol";

/** Behind the # of the address, where browsers send it to nobody. */
const token = location.hash.slice(1);

/** As the server wrote it into the page, before the folder's name comes in front of it. */
export const TITLE = document.title;

const headers = { "content-type": "application/json", "x-start-token": token };

/** The server answered with a refusal; the message is its sentence. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    sentence: string,
  ) {
    super(sentence);
  }
}

async function answerOf(path: string, body: object): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
  } catch {
    throw new Refused(0, "The server does not answer. Is npm start still running?");
  }
  if (!response.ok) throw new Refused(response.status, (await response.text()).trim());
  return response;
}

export const ask = async <T>(path: string, body: object = {}): Promise<T> =>
  (await (await answerOf(path, body)).json()) as T;

export const bytesOf = async (path: string, body: object): Promise<Blob> =>
  (await answerOf(path, body)).blob();

const AGAIN_MS = 1000;

export interface Listening {
  /** The last entry that the page has taken in. */
  after: () => number;
  onNews: (news: News) => void;
  /** Whether news can arrive. */
  onLine: (open: boolean) => void;
}

/** Listens for ever; a line that breaks is opened again, and what was missed comes first. */
export async function listen({ after, onNews, onLine }: Listening): Promise<never> {
  for (;;) {
    try {
      const response = await fetch(`/api/events?after=${after()}`, { headers });
      if (response.status === 401) onNews({ kind: "reload" });
      if (response.ok && response.body) {
        onLine(true);
        await readAll(response.body, onNews);
      }
    } catch {
      // The server is away; the loop tries again.
    }
    onLine(false);
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

async function readAll(body: ReadableStream<Uint8Array<ArrayBuffer>>, onNews: (news: News) => void) {
  let rest = "";
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const messages = (rest + value).split("\n\n");
    rest = messages.pop() ?? "";
    for (const message of messages)
      if (message.startsWith("data: ")) onNews(JSON.parse(message.slice(6)) as News);
  }
}
