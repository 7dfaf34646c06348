/** Calls the add-on. A wrong name, argument or use of an answer does not compile. */
export type Server = typeof import("../../main");

interface Runner {
  withSuccessHandler(handler: (answer: unknown) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Runner;
}
declare const google: { script: { run: Runner } };

/** The answer of one of the add-on's functions, or its sentence of refusal as an error. */
export const call = <N extends keyof Server>(
  name: N,
  ...args: Parameters<Server[N]>
): Promise<ReturnType<Server[N]>> =>
  new Promise((resolve, reject) => {
    const run = google.script.run
      .withSuccessHandler((answer) => resolve(answer as ReturnType<Server[N]>))
      .withFailureHandler(reject);
    (run as unknown as Record<N, (...given: unknown[]) => void>)[name](...args);
  });

/** What Google puts before a sentence on its way here. */
export const sentenceIn = ({ message }: Error): string =>
  message.replace(/^(?:(?:Script)?Error|Exception): /, "");

/** Google's own words, or a browser's, for calls that never reached the add-on. */
const NOT_OURS =
  /server error|network|connection|failed to fetch|authori[sz]ation|permission|\bHTTP\b|exactly one active member/i;

/**
 * Whether another Google account that is signed in may be the reason: true of anything that is not the
 * add-on's own refusal.
 */
export const mayBeAccount = (sentence: string): boolean => !/\.$/.test(sentence) || NOT_OURS.test(sentence);
