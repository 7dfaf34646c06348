/** The add-on's only entry points: each is a global function that Google, the menu or the clock may call. */
import { config } from "zod/mini";
import en from "zod/v4/locales/en.js";
import { showMenu } from "./google/menu";
import { hourlySweep as sweep } from "./jobs/hourlySweep";
import { prepareWorkbook as prepare } from "./jobs/prepareWorkbook";

// Google forbids making functions from text, and zod's small build carries no messages of its own.
config({ ...en(), jitless: true });

export const onInstall = () => onOpen();
export const onOpen = () => showMenu([["Prepare workbook", "prepareWorkbook"]]);
export const prepareWorkbook = () => prepare();
export const hourlySweep = () => sweep();
