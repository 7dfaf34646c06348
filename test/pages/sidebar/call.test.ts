/** The sidebar's calls: what does not compile, and what comes back. */
import { call, mayBeAccount, sentenceIn } from "../../../src/pages/parts/call";

/** Never run: the compiler is the test. */
export const doNotCompile = async (): Promise<void> => {
  // @ts-expect-error no such function
  await call("openPupils", { pupil: null, known: null });
  // @ts-expect-error an argument is missing
  await call("enterGrades", "U001", "2026-11-16");
  // @ts-expect-error an argument of another kind
  await call("checkPeerFeedback", "F261120-3f9a1c", "yes");
  // @ts-expect-error a field that the form does not have
  await call("endTarget", "T261120-3f9a1c", { state: "met", outcome: "", mood: "" });
  const saved = await call("endTarget", "T261120-3f9a1c", { state: "met", outcome: "" });
  // @ts-expect-error the answer has no such member
  void saved.page;
  const opened = await call("openPupil", { pupil: "U001", known: null });
  // @ts-expect-error there is a page only where there is a pupil
  void opened.page;
};

interface Asked {
  name: string;
  args: unknown[];
}

/** google.script.run as a page finds it, answering at once. */
function googleAnswering(answer: (asked: Asked) => unknown): void {
  const handlers: { success?: (value: unknown) => void; failure?: (error: Error) => void } = {};
  const run: object = new Proxy(
    {},
    {
      get: (_target, name: string) => {
        if (name === "withSuccessHandler")
          return (success: (value: unknown) => void) => ((handlers.success = success), run);
        if (name === "withFailureHandler")
          return (failure: (error: Error) => void) => ((handlers.failure = failure), run);
        return (...args: unknown[]) => {
          try {
            handlers.success?.(answer({ name, args }));
          } catch (error) {
            handlers.failure?.(error as Error);
          }
        };
      },
    },
  );
  Object.assign(globalThis, { google: { script: { run } } });
}

test("a call names the function, gives its arguments and brings its answer", async () => {
  const asked: Asked[] = [];
  googleAnswering((one) => (asked.push(one), { said: "Saved." }));
  expect(await call("checkPeerFeedback", "F261120-3f9a1c", true)).toEqual({ said: "Saved." });
  expect(asked).toEqual([{ name: "checkPeerFeedback", args: ["F261120-3f9a1c", true] }]);
});

test("a refusal comes as an error with the server's sentence", async () => {
  googleAnswering(() => {
    throw new Error("Error: Target: it is blank. Nothing was saved.");
  });
  const error = await call("openPupil", { pupil: null, known: null }).catch((thrown: Error) => thrown);
  expect(sentenceIn(error as Error)).toBe("Target: it is blank. Nothing was saved.");
});

test.each([
  ["Target: it is blank. Nothing was saved.", false],
  ["Only a lead or teacher can do this; your role is support. Ask a lead.", false],
  ["We're sorry, a server error occurred. Please wait a bit and try again.", true],
  ["NetworkError: Connection failure due to HTTP 0", true],
  ["Authorization is required to perform that action.", true],
  [
    "x@hub.example does not belong to exactly one active member of staff on the Staff tab. Ask a lead to enter it there.",
    true,
  ],
  ["Cannot read properties of undefined (reading 'x')", true],
])("another account may be the reason of %p: %p", (sentence, may) =>
  expect(mayBeAccount(sentence)).toBe(may),
);
