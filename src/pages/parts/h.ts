/** What the build makes of the pages' tags: shorter calls than the other way that Preact has. */
export { Fragment, h } from "preact";
