/** The line under every box for free text: worries about a child's safety are told, never written here. */
export const DSL_LINE = "Worried about a child's safety? Tell the DSL now, do not record it here.";

/** The same with the name and phone from Settings. */
export function dslLine({ dslName, dslPhone }: { dslName: string; dslPhone: string }): string {
  const who = [dslName, dslPhone].filter(Boolean).join(", ");
  return who === "" ? DSL_LINE : DSL_LINE.replace("the DSL now", `the DSL now (${who})`);
}
