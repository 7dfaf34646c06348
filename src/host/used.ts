/** The members of one of Google's types that the host has, each checked by the compiler against Google's own. */
export type Used<T, K extends keyof T> = {
  [M in K]: T[M] extends (...args: infer A) => infer R ? (...args: A) => T extends R ? Used<T, K> : R : T[M];
};
