/** What a provider's messages call pupils, and whose names may stand in a pupil's texts. */
import fc from "fast-check";
import { labelsFor } from "../../../src/domain/hub/labels";
import type { Placement, Provider, Pupil } from "../../../src/domain/tables/people";
import type { InRow } from "../../../src/domain/tables/read";
import { textsFor } from "../../../src/domain/weekly/texts";
import type { Problem } from "../../../src/domain/words/problem";
import { withInitials } from "../../../src/domain/hub/names";
import { hub, placement, provider, pupil, row, week, WEEK, weekOf, weeks } from "../invented";

const named = (id: string, firstName: string, surname: string, knownAs = "") => ({
  ...pupil(id, firstName, surname),
  knownAs,
});
const NFC = "Zo\u00EB";
const NFD = "Zoe\u0308";

/**
 * What becomes of a text of U001's, at P01, where `others` are here too; `withheld: …` where it is not sent.
 */
function shown(
  text: string,
  own: InRow<Pupil>,
  others: readonly InRow<Pupil>[] = [],
  names: Provider["namesInUpdates"] = "initials",
  providers = [provider("P01"), provider("P02")],
) {
  const problems: Problem[] = [];
  const pupils = [own, ...others];
  const placements = pupils.map((p, i) => placement(p.id, i === 0 ? "P01" : "P02"));
  const of = hub(pupils, placements, undefined, { providers });
  const scope = {
    week,
    provider: { ...providers[0]!, namesInUpdates: names },
    present: pupils,
    hub: of,
    problems,
  };
  const { strength } = textsFor(placements[0]!, own, row("U001", WEEK, text), scope);
  expect(problems.length).toBe(strength === "" && text !== "" ? 1 : 0);
  return problems.length > 0
    ? `withheld: ${problems[0]!.wrong.replace(/^This text is withheld: it names |\.$/g, "")}`
    : strength;
}
const tom = named("U001", "Tom", "Archer");

test("a text that names nobody else goes, the pupil's own name as initials or as it is", () => {
  const text = "Tom Archer helped; Tom’s best week.";
  expect(shown(text, tom)).toBe("TA helped; TA’s best week.");
  expect(shown(text, tom, [], "full")).toBe(text);
  expect(shown("", tom)).toBe("");
});

const OTHER = "withheld: another pupil (U002)";
const PROVIDER = "withheld: another provider";
test.each([
  ["another's full name", "Worked with Ada Stone.", named("U002", "Ada", "Stone"), OTHER],
  ["in capitals, over two lines", "Worked with ADA\nSTONE.", named("U002", "Ada", "Stone"), OTHER],
  ["another's first name", "Worked with Ada.", named("U002", "Ada", "Stone"), OTHER],
  ["its genitive", "Read Ada's story.", named("U002", "Ada", "Stone"), OTHER],
  ["inside a word", "An adaptable week.", named("U002", "Ada", "Stone"), "An adaptable week."],
  ["beside a hyphen", "Ada-led work.", named("U002", "Ada", "Stone"), OTHER],
  ["another's known-as", "Sat by Sasha.", named("U002", "Alexandra", "Hill", "Sasha"), OTHER],
  [
    "the name on paper alone of one known otherwise",
    "Sat by Alexandra.",
    named("U002", "Alexandra", "Hill", "Sasha"),
    "Sat by Alexandra.",
  ],
  [
    "that name with the surname",
    "Sat by Alexandra Hill.",
    named("U002", "Alexandra", "Hill", "Sasha"),
    OTHER,
  ],
  [
    "Will is an ordinary word",
    "Will finish the essay.",
    named("U002", "Will", "Stone"),
    "Will finish the essay.",
  ],
  ["May too", "May we praise this week.", named("U002", "May", "Hill"), "May we praise this week."],
  [
    "Grace too, however written",
    "Took it with GRACE.",
    named("U002", "Grace", "Hill"),
    "Took it with GRACE.",
  ],
  ["not with their surnames", "Took it with Grace Hill.", named("U002", "Grace", "Hill"), OTHER],
  ["Zoë without her dots", "Sat by Zoe.", named("U002", NFC, "Hill"), OTHER],
  ["in the other normal form", `Sat by ${NFD}.`, named("U002", NFC, "Hill"), OTHER],
  ["the other way round", `Sat by ${NFC} Hill.`, named("U002", NFD, "Hill"), OTHER],
  ["O'Brien with a curly apostrophe", "Sat by Pat O’Brien.", named("U002", "Pat", "O'Brien"), OTHER],
  ["O’Brien with a straight one", "Sat by Pat O'Brien.", named("U002", "Pat", "O’Brien"), OTHER],
  ["another of the same full name", "Tom Archer helped.", named("U002", "Tom", "Archer"), "TA helped."],
  ["another of the same first name", "Tom helped.", named("U002", "Tom", "Hill"), "TA helped."],
  ["by the full name of the other", "Worked with Tom Hill.", named("U002", "Tom", "Hill"), OTHER],
  ["one name after the other", "Tom sat by Tom Hill.", named("U002", "Tom", "Hill"), OTHER],
  ["a pupil of a single name", "Sat by Null.", named("U002", "Null", ""), OTHER],
  ["another provider's name", "Visited P02 School.", named("U002", "Ada", "Stone"), PROVIDER],
  ["the provider's own", "Visited P01 School.", named("U002", "Ada", "Stone"), "Visited P01 School."],
])("%s: %p", (_what, text, other, expected) => {
  expect(shown(text, tom, [other])).toBe(expected);
  expect(shown(text, tom, [other], "full")).toBe(expected.startsWith("withheld") ? expected : text);
});

test.each([
  ["initials", PROVIDER],
  ["full", PROVIDER],
] as const)("a pupil named like a word of another provider's name, %s", (names, expected) => {
  const ash = named("U001", "Ashby", "Stone");
  const providers = [provider("P01"), provider("P02", { name: "Ashby School" })];
  expect(shown("Visited Ashby School.", ash, [], names, providers)).toBe(expected);
  expect(shown("Ashby did well.", ash, [], "full", providers)).toBe("Ashby did well.");
  expect(shown("Ashby did well.", ash, [], "initials", providers)).toBe("AS did well.");
});
test("a pupil whose whole name another's ends with is still allowed the own one", () =>
  expect(
    shown("Mary Ann Lee did well.", named("U001", "Mary Ann", "Lee"), [named("U002", "Ann", "Lee")], "full"),
  ).toBe("Mary Ann Lee did well."));

test.each([
  ["two spaces", "Tom  Archer helped", "TA helped"],
  ["a space that does not break", "Tom\u00A0Archer helped", "TA helped"],
  ["two lines", "Tom\nArcher helped", "TA helped"],
])("%s between the names hide no surname", (_what, text, expected) =>
  expect(withInitials(text, tom)).toBe(expected),
);
test("nor does another kind of hyphen", () =>
  expect(withInitials("Tom Hill\u2011Archer helped", named("U001", "Tom", "Hill-Archer"))).toBe("TH helped"));
test("initials may be taken twice", () =>
  fc.assert(
    fc.property(
      fc.constantFrom(tom, named("U001", NFD, "O’Brien"), named("U001", "Will", "May")),
      fc.array(fc.constantFrom("Tom", "Archer", NFC, "zoe", "O'Brien", "Will", "will", "May", "x"), {
        maxLength: 8,
      }),
      (p, words) => {
        const once = withInitials(words.join(" "), p);
        return withInitials(once, p) === once;
      },
    ),
  ));

test("each field is looked at by itself", () => {
  const ada = named("U002", "Ada", "Stone");
  const problems: Problem[] = [];
  const of = hub([tom, ada], [placement("U001", "P01"), placement("U002", "P02")]);
  const texts = { ...row("U001", WEEK, "Well."), nextStep: "Sit by Ada.", note: "Tom likes it." };
  expect(
    textsFor(of.placements[0]!, tom, texts, {
      week,
      provider: provider("P01"),
      present: [tom, ada],
      hub: of,
      problems,
    }),
  ).toEqual({
    strength: "Well.",
    nextStep: "",
    note: "TA likes it.",
  });
  expect(problems).toMatchObject([
    { tab: "Weekly grades", row: 2, heading: "Next step", remedy: "Reword it without that name." },
  ]);
});

describe("labels", () => {
  const labels = (
    pupils: InRow<Pupil>[],
    change: Partial<Provider> = {},
    placements: InRow<Placement>[] = pupils.map((p) => placement(p.id, "P01")),
  ) => [
    ...labelsFor(
      provider("P01", change),
      placements,
      [weekOf("2026-11-09"), week],
      hub(pupils, placements),
    ).values(),
  ];
  const born = (p: InRow<Pupil>, day: string) => ({ ...p, born: day });
  const [ta, tb] = [named("U001", "Tom", "Archer"), named("U002", "Tina", "Abel")];
  test.each([
    ["alone", [ta], {}, ["TA"]],
    ["in full", [ta, tb], { namesInUpdates: "full" }, ["Tom Archer", "Tina Abel"]],
    [
      "as it is called",
      [named("U001", "Thomas", "Archer", "Tom")],
      { namesInUpdates: "full" },
      ["Tom Archer"],
    ],
    [
      "told apart by year group",
      [born(ta, "2010-09-01"), born(tb, "2011-09-01")],
      {},
      ["TA (Year 11)", "TA (Year 10)"],
    ],
    ["one without birthday", [born(ta, "2010-09-01"), tb], {}, ["TA (Year 11)", "TA"]],
    [
      "by reference",
      [born(ta, "2010-09-01"), born(tb, "2010-09-01")],
      {},
      ["TA (Year 11) r-U001", "TA (Year 11) r-U002"],
    ],
    ["by reference without year group", [ta, tb], {}, ["TA r-U001", "TA r-U002"]],
    [
      "two of one name",
      [ta, { ...ta, id: "U002" }],
      { namesInUpdates: "full" },
      ["Tom Archer r-U001", "Tom Archer r-U002"],
    ],
    [
      "Zoë in both normal forms",
      [named("U001", NFC, "Hill"), named("U002", NFD, "Hill")],
      { namesInUpdates: "full" },
      ["Zo\u00EB Hill r-U001", "Zoe\u0308 Hill r-U002"],
    ],
    [
      "her initials",
      [named("U001", "\u00C9mile", "Hill"), named("U002", "E\u0301ric", "Hart")],
      {},
      ["\u00C9H r-U001", "\u00C9H r-U002"],
    ],
    ["a single name", [named("U001", "Null", "")], {}, ["N"]],
    ["a provider's word", [named("U001", "School", "P01")], { namesInUpdates: "full" }, ["School P01"]],
  ] as [string, InRow<Pupil>[], Partial<Provider>, string[]][])("%s: %j", (_what, pupils, change, expected) =>
    expect(labels(pupils, change)).toEqual(expected),
  );
  test("by the hub's number where nothing else differs", () => {
    const same = [placement("U001", "P01"), placement("U002", "P01")].map((p) => ({ ...p, reference: "" }));
    expect(labels([ta, tb], {}, same)).toEqual(["TA (hub number U001)", "TA (hub number U002)"]);
  });
  test("of pupils there in these weeks only", () =>
    expect(
      labels([ta, tb], {}, [placement("U001", "P01", "2026-11-02", "2026-11-06"), placement("U002", "P01")]),
    ).toEqual(["TA"]));
  const anyPupil = fc.record({
    firstName: fc.constantFrom("Tom", "Tina", NFC, NFD, "Will"),
    surname: fc.constantFrom("Archer", "Abel", ""),
    born: fc.constantFrom(null, "2010-09-01", "2011-09-01"),
    reference: fc.constantFrom("", "r1"),
  });
  test("never two alike", () =>
    fc.assert(
      fc.property(
        fc.array(anyPupil, { minLength: 2, maxLength: 6 }),
        fc.constantFrom("initials", "full") as fc.Arbitrary<Provider["namesInUpdates"]>,
        (people, namesInUpdates) => {
          const pupils = people.map((p, i) => ({
            ...pupil(`U00${i}`, p.firstName, p.surname),
            born: p.born,
          }));
          const placements = people.map((p, i) => ({
            ...placement(`U00${i}`, "P01"),
            reference: p.reference,
          }));
          const all = labels(pupils, { namesInUpdates }, placements);
          return (
            all.length === people.length && new Set(all.map((l) => l.normalize("NFC"))).size === all.length
          );
        },
      ),
    ));
});

test("weeks of the invented hub are those these tests speak of", () => expect(weeks[2]).toBe(week));
