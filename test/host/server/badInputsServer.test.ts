/**
 * What a foreign page, a bookmark or a program could send to the local server: other names of it, paths that
 * lead elsewhere, arguments that are no plain data. Each is refused with a plain status, and it goes on
 * serving.
 */
import { inputsOf, shown } from "../../badInputs";
import { answerTo, headers, LEAD, post, send, sidebar } from "./served";

afterEach(async () => {
  expect((await post("/api/open", { user: LEAD })).status).toBe(200);
});

/**
 * `Origin: null` is that header; anything else is the Host; of "with a JSON body" only the header is meant.
 */
function headerOf(value: string): Record<string, string> {
  const [, name = "host", given = value] = /^([A-Za-z-]+): (.*)$/.exec(value) ?? [];
  return { [name.toLowerCase()]: given.split(" with ")[0] ?? "" };
}

test.each(shown(inputsOf("host-header")))("refused: header of %s", async (_name, { value }) => {
  const { status } = await post("/api/open", { user: LEAD }, headerOf(String(value)));
  expect([403, 421]).toContain(status);
});

const PATHS = [
  ...inputsOf("path-url").map(({ value }) => String(value)),
  ...["/etc/passwd", "../../../../etc/passwd", "workspace/tracker.xlsx", "..%5csecret.xlsx"],
];

/** What cannot stand in a request line, or would end the path there, is sent as a browser would write it. */
const asPath = (value: string): string =>
  /^[\x21-\x7e]+$/.test(value) && !/[?#]/.test(value) ? value : encodeURIComponent(value);

test.each(PATHS)("nothing outside is read for the path %j", async (value) => {
  const { frames } = (await answerTo("/api/open", { user: LEAD })) as { frames: string };
  const tried = [`/${asPath(value)}`, `/api/${asPath(value)}`, `/frame/${asPath(value)}`];
  for (const path of tried)
    for (const more of [{}, { port: Number(frames.split(":")[1]), headers: {} }]) {
      const { status, text } = await send(path, { headers: headers(), ...more });
      expect([400, 404, 421]).toContain(status);
      expect(text).not.toMatch(/secret|root:|PK/);
    }
  for (const asked of ["/api/mail", "/api/document", "/api/pdf"])
    expect((await post(asked, { name: value })).status).toBe(404);
});

test.each(shown(inputsOf("json")))("arguments of %s are plain data", async (_name, { value }) => {
  const frame = await sidebar();
  const body = `{"user":"${LEAD}","frame":"${frame}","name":"say","args":[${String(value)}]}`;
  const { status, text } = await post("/api/run", body);
  if (status !== 400) {
    const ran = JSON.parse(text) as {
      error: string | null;
      result: { proto: boolean; given: unknown } | null;
    };
    expect(ran.error).toBeNull();
    expect(ran.result?.proto).toBe(true);
    expect(JSON.stringify(ran.result?.given)).toBe(JSON.stringify(JSON.parse(String(value))));
  }
  expect(({} as Record<string, unknown>)["isAdmin"]).toBeUndefined();
});

test.each(shown(inputsOf("json")))(
  "a body of %s is refused, or is missing what was asked",
  async (_name, { value }) => {
    for (const path of ["/api/open", "/api/edit", "/api/run", "/api/clock"])
      expect((await post(path, String(value))).status).toBe(400);
    expect(({} as Record<string, unknown>)["isAdmin"]).toBeUndefined();
  },
);
