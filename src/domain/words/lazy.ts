/** Made at its first use and kept. The whole script is evaluated at every start, most of it for nothing. */
export function lazy<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}
