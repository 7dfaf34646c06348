/** What the fault sweep needs of the sources, and what it says: without playing anything. */
import { broken, buildVariant } from "../../../src/programs/faults/breaking";
import { lastLine } from "../../../src/programs/faults/table";
import { VARIANTS } from "../../../src/programs/faults/variants";

test.each(VARIANTS.map(({ name, replacements }) => [name, replacements] as const))(
  "the sources still hold what to break for: %s",
  (_name, replacements) => {
    for (const { file } of replacements)
      broken(
        file,
        replacements.filter((one) => one.file === file),
      );
  },
);

test("a variant whose text is no longer in the source is refused", async () => {
  const replacements = [{ file: "src/domain/mail/ledger.ts", text: "no such text", by: "" }];
  await expect(buildVariant({ name: "gone", replacements, where: [] })).rejects.toThrow(
    /holds 0 times, not once/,
  );
});

test("the last line is the promised one", () =>
  expect(lastLine([])).toBe("scenarios 0, exact 0, repeated 0, held 0, lost 0, leaked 0"));
