/**
 * What is wrong with a request: the second half of Google's sentence, to which the caller adds which request
 * it is.
 */
export class Fault extends Error {}
