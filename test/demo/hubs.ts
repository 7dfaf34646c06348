/** Demo hubs that both of the demo's test files look at, each made once. */
import type { DemoHub } from "../../src/demo/hub";
import { demoHub } from "../../src/demo/hub";
import { shared } from "../shared";

export const NOVEMBER = "2026-11-24T09:00";
export const SIZES = ["small", "default", "large"] as const;
export type Size = (typeof SIZES)[number];

export const newHub = (size: Size, now = NOVEMBER, seed = 1): DemoHub =>
  demoHub({ size, seed, now, workbookId: "demo-book" });

export const hubOf = (size: Size, now = NOVEMBER, seed = 1): DemoHub =>
  shared(`demo-${size}-${now}-${seed}`, () => newHub(size, now, seed));
