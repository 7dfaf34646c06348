/** The add-on's only entry points: each is a global function that Google, the menu or the clock may call. */
import * as z from "zod/mini";
import { showMenu } from "./google/menu";
import { hourlySweep as sweep } from "./jobs/hourlySweep";
import { prepareWorkbook as prepare } from "./jobs/prepareWorkbook";

// Google forbids making functions from text, and zod's small build carries no messages of its own.
z.config({ ...z.locales.en(), jitless: true });

export const onInstall = () => onOpen();
export const onOpen = () => showMenu([["Prepare workbook", "prepareWorkbook"]]);
export const prepareWorkbook = () => prepare();
export const hourlySweep = () => sweep();
