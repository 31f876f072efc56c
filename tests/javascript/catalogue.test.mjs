// The filter of the catalogue, its address, and how texts are searched.

import assert from "node:assert/strict";
import { test } from "node:test";
import { shownSaid } from "../../docs/javascripts/base/filter.mjs";
import { filterOf, folded, matches, queryOf, wordsOf } from "../../docs/javascripts/practice/catalogue.mjs";

const NONE = { exam: "", topic: "", kind: "", difficulty: "", state: "", search: "" };

test("a filter survives the way through the address", () => {
  const all = { exam: "it", topic: "Begriffe & Grundlagen", kind: "open", difficulty: "hard", state: "due", search: "größe 100 %?" };
  for (const filter of [NONE, { ...NONE, kind: "match" }, all]) assert.deepEqual(filterOf(queryOf(filter)), filter);
});

test("without a limit the address stays bare", () => {
  assert.equal(queryOf(NONE), "");
});

test("the address speaks German", () => {
  assert.equal(queryOf({ exam: "it", topic: "A", kind: "open", difficulty: "easy", state: "new", search: "vpn" }), "?pruefung=it&gebiet=A&art=open&stufe=easy&stand=new&suche=vpn");
});

test("a question is shown when it meets every limit", () => {
  const facets = { topic: "Netz", kind: "open", difficulty: "easy" };
  assert.equal(matches(facets, NONE), true);
  assert.equal(matches(facets, { ...NONE, topic: "Netz", kind: "open", difficulty: "easy" }), true);
  for (const limit of [{ topic: "Ne" }, { kind: "match" }, { difficulty: "hard" }]) assert.equal(matches(facets, { ...NONE, ...limit }), false);
});

test("a question that several exams ask is shown for each of them", () => {
  const facets = { topic: "Netz", kind: "open", difficulty: "easy", exams: ["it", "netz"] };
  assert.deepEqual(["it", "netz", "net", ""].map((exam) => matches(facets, { ...NONE, exam })), [true, true, false, true]);
});

test("case, umlauts and how they are written make no difference", () => {
  for (const [typed, written] of [["stoerung", "Störung"], ["STÖRUNG", "Störung"], ["storung", "Störung"], ["störung", "Stoerung"], ["gross", "groß"], ["cafe", "Café"], ["neue", "Neue"], ["aktuell", "aktuelle"]]) {
    assert.ok(folded(written).includes(folded(typed)), `${typed} in ${written}`);
  }
  assert.ok(!folded("Störung").includes(folded("Starung")));
});

test("quotation marks and soft hyphens are not searched", () => {
  assert.equal(folded("„Zu\u00ADgriff“"), "zugriff");
  assert.deepEqual(wordsOf("  „Service Desk“  vpn "), ["service", "desk", "vpn"]);
  assert.deepEqual(wordsOf("   "), []);
});

test("the count says how many of how many", () => {
  assert.equal(shownSaid(3, 3, ["Frage", "Fragen"]), "3 Fragen");
  assert.equal(shownSaid(1, 1, ["Frage", "Fragen"]), "1 Frage");
  assert.equal(shownSaid(0, 56, ["Frage", "Fragen"]), "0 von 56 Fragen");
});
