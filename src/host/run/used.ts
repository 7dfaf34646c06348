/**
 * Google's types as the host has them: the members it implements, each checked by the compiler against
 * Google's own.
 */

/**
 * Google's types beside the host's classes in their place. Each class adds itself, in its own file:
 *
 *     declare module "../run/used" {
 *       interface Hosts {
 *         Range: [GoogleAppsScript.Spreadsheet.Range, HostRange];
 *       }
 *     }
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the classes fill it
export interface Hosts {}

type HostOf<R> = {
  [N in keyof Hosts]: Hosts[N] extends [infer G, infer H] ? (R extends G ? H : never) : never;
}[keyof Hosts];

/** A type of Google's, or one made of them, with the host's classes in place of Google's. */
export type Hosted<R> = 0 extends 1 & R
  ? R
  : R extends readonly (infer E)[]
    ? Hosted<E>[]
    : [HostOf<R>] extends [never]
      ? R
      : HostOf<R>;

type HostedAll<A extends unknown[]> = { [I in keyof A]: Hosted<A[I]> };

/** The members of T that the host has. Where a method is overloaded, its last overload. */
type Used<T, K extends keyof T> = {
  [M in K]: T[M] extends (...args: infer A) => infer R
    ? (...args: HostedAll<A>) => T extends R ? unknown : Hosted<R>
    : T[M];
};

/**
 * What a class must have to be the host's T: the methods it declares, as Google's types have them. `But` are
 * those that Google's types do not say, or say otherwise than Google does; the class must have them all the
 * same.
 */
export type Has<T, Methods, But extends keyof Methods = never> = Record<But, unknown> &
  (Exclude<keyof Methods, But> extends keyof T ? Used<T, Exclude<keyof Methods, But> & keyof T> : never);
