/** What one provider sees of a week, and the last check before it leaves. */
import { capsuleFor } from "../../../src/domain/weekly/capsule";
import type { Hub } from "../../../src/domain/hub/hub";
import { reasonNotToSend } from "../../../src/domain/mail/outgoingCheck";
import type { Provider, Pupil } from "../../../src/domain/tables/people";
import type { InRow } from "../../../src/domain/tables/read";
import { weeklyEmail } from "../../../src/domain/weekly/weeklyEmail";
import {
  hub,
  contact as contactOf,
  placement,
  provider,
  pupil,
  row,
  settings,
  week,
  WEEK,
  weeks,
} from "../invented";

const seen = (providerId: string, of: Hub, names: Provider["namesInUpdates"] = "initials") =>
  capsuleFor(provider(providerId, { namesInUpdates: names }), [week], of);
const tom = { ...pupil("U001", "Tom", "Archer", "2011-09-01"), upn: "A999123456001" };
const ada = pupil("U002", "Ada", "Stone", "2010-09-01");

test("a pupil who changes provider in mid-week is seen by both, the texts by the second only", () => {
  const of = hub(
    [tom],
    [placement("U001", "P01", "2026-11-02", "2026-11-17"), placement("U001", "P02", "2026-11-18")],
  );
  expect(seen("P01", of).weeks[0]?.pupils).toMatchObject([
    { pupilId: "U001", left: "left on Tuesday 17 November", strength: "" },
  ]);
  expect(seen("P02", of).weeks[0]?.pupils).toMatchObject([
    { joined: "joined on Wednesday 18 November", strength: "Did well.", lastWeek: null },
  ]);
});

test("with two placements at once both see everything; someone who left altogether is still told of", () => {
  const both = hub([tom], [placement("U001", "P01"), placement("U001", "P02")]);
  for (const id of ["P01", "P02"]) expect(seen(id, both).weeks[0]?.pupils[0]?.strength).toBe("Did well.");
  const left = hub([tom], [placement("U001", "P01", "2026-11-02", "2026-11-17")]);
  expect(seen("P01", left).weeks[0]?.pupils[0]?.strength).toBe("Did well.");
});

test("nothing from outside the placement: not the week before it, not after its end", () => {
  const rows = [row("U001"), row("U001", "2026-11-09", "Before.", "R")];
  const joined = hub([tom], [placement("U001", "P01", WEEK)], rows);
  expect(seen("P01", joined).weeks[0]?.pupils[0]?.lastWeek).toBeNull();
  const stayed = hub([tom], [placement("U001", "P01")], rows);
  expect(seen("P01", stayed).weeks[0]?.pupils[0]?.lastWeek).toBe("R");
  const ended = hub([tom], [placement("U001", "P01", "2026-11-02", "2026-11-13")], rows);
  expect(seen("P01", ended).weeks).toEqual([]);
});

test.each([
  ["Worked with Ada Stone.", ""],
  ["Worked with ada.", ""],
  ["Visited P02 School.", ""],
  ["Tom Archer and the bird table", "TA and the bird table"],
])("the text %p becomes %p", (text, shown) => {
  const of = hub(
    [tom, ada],
    [placement("U001", "P01"), placement("U002", "P02")],
    [row("U001", WEEK, text), row("U002")],
  );
  const capsule = seen("P01", of);
  expect(capsule.weeks[0]?.pupils[0]?.strength).toBe(shown);
  expect(capsule.problems.length).toBe(shown === "" ? 1 : 0);
});

test("two with the same initials are told apart by year group, then by reference", () => {
  const [a, b, c] = [
    tom,
    pupil("U003", "Tess", "Adams", "2010-09-01"),
    pupil("U004", "Tina", "Abel", "2010-10-01"),
  ];
  const labels = (pupils: InRow<Pupil>[]) =>
    seen(
      "P01",
      hub(
        pupils,
        pupils.map((p) => placement(p.id, "P01")),
      ),
    ).weeks[0]?.pupils.map((p) => p.label);
  expect(labels([a])).toEqual(["TA"]);
  expect(labels([a, b])).toEqual(["TA (Year 10)", "TA (Year 11)"]);
  expect(labels([b, c])).toEqual(["TA (Year 11) r-U003", "TA (Year 11) r-U004"]);
});

test("a pupil without a usable row is to follow, never silently missing", () => {
  const of = hub([tom, ada], [placement("U001", "P01"), placement("U002", "P01")], [row("U001")]);
  expect(seen("P01", of).weeks[0]).toMatchObject({ toFollow: 1, pupils: [{ pupilId: "U001" }] });
});

const contact = contactOf("C001", "P01");
const sending = { week: WEEK, contact, nextDue: null, changes: [], settings };

describe("the last check", () => {
  const placements = [placement("U001", "P01"), placement("U002", "P02")];
  const of = hub([tom, ada], placements);
  const mail = weeklyEmail(seen("P01", of, "full"), sending);
  const known = {
    contacts: [contact],
    placements,
    pupils: [tom, ada, pupil("U003", "Zo\u00EB", "O'Brien")],
    weeks,
  };
  test("a right message passes", () => expect(reasonNotToSend(mail, known)).toBeNull());
  test.each([
    ["another recipient", { recipient: "b@two.example" }, /not a confirmed contact/],
    ["another provider's pupil", { letters: { [WEEK]: { U002: {} } } }, /U002 has no placement/],
    ["another pupil's name", { text: `${mail.text} ada stone` }, /name of U002/],
    ["it over two lines, in capitals", { text: `${mail.text} ADA\nSTONE` }, /name of U002/],
    ["it without its accent, with another apostrophe", { text: `${mail.text} Zoe O’Brien` }, /name of U003/],
    ["it with the accent after its letter", { text: `${mail.text} Zoe\u0308 O'Brien` }, /name of U003/],
    ["a UPN", { text: `${mail.text} ${tom.upn}` }, /UPN of U001/],
  ])("%s does not", (_what, change, reason) =>
    expect(reasonNotToSend({ ...mail, ...change }, known)).toMatch(reason),
  );
  test.each(["R", "none", "n/a", "2026"])("%s in somebody's UPN cell holds nobody's message", (upn) =>
    expect(
      reasonNotToSend(
        { ...mail, text: `${mail.text} none n/a` },
        { ...known, pupils: [tom, { ...ada, upn }] },
      ),
    ).toBeNull(),
  );
  test("a UPN that is mistyped is still found", () => {
    const pupils = [tom, { ...ada, upn: "A99912345600" }];
    expect(reasonNotToSend({ ...mail, text: `${mail.text} a99912345600` }, { ...known, pupils })).toMatch(
      /UPN of U002/,
    );
  });
  test("an address changed after it was confirmed does not", () =>
    expect(reasonNotToSend(mail, { ...known, contacts: [{ ...contact, email: "c@one.example" }] })).toMatch(
      /not a confirmed/,
    ));
});

test("what staff type is text in the message, whatever it looks like", () => {
  const nasty = `<img src=x onerror=alert(1)> {{pupil}} $1 "quoted" & 'single'`;
  const of = hub([tom], [placement("U001", "P01")], [row("U001", WEEK, nasty)]);
  const mail = weeklyEmail(seen("P01", of), sending);
  expect(mail.text).toContain(nasty);
  expect(mail.html).toContain(
    "&lt;img src=x onerror=alert(1)&gt; {{pupil}} $1 &quot;quoted&quot; &amp; &#39;single&#39;",
  );
  expect(mail.html).not.toContain("<img");
});
