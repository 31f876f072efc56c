// Three words for a cue card: what a slide is about, and not what every slide says.

import assert from "node:assert/strict";
import { test } from "node:test";
import { keywordsOf } from "../../docs/javascripts/workshop/keywords.mjs";
import { makeSlide } from "../../docs/javascripts/workshop/own-talk.mjs";

const slide = (headline, notes, bullets = []) => makeSlide("f1", { headline, notes, bullets: bullets.map((text) => ({ text, bullets: [] })) });

test("what is shown counts more than what is said, and stands in the order in which it is said", () => {
  const notes = "Guten Tag. Zuerst haben wir im **Lager** den Spooler angehalten, dann den Treiber getauscht und eine Testseite gedruckt.";
  assert.deepEqual(keywordsOf([slide("Lösung", notes, ["Gelernt: Treiber zurückgesetzt", "Testseite gedruckt", "Spooler neu gestartet"])]), [["Spooler", "Treiber", "Testseite"]]);
});

test("what the headline says, forms of the same word, directions and openings of sentences are left out", () => {
  const notes = "Dieser Ausfall traf das Lager. [Klick auf Zeitstrahl] Unsere Leitung fragte nach Lieferscheinen. Jeder Lieferschein fehlte.";
  assert.deepEqual(keywordsOf([slide("Der Ausfall", notes)]), [["Lager", "Leitung", "Lieferscheinen"]]);
});

test("a word of every slide tells less than one of this slide", () => {
  const found = keywordsOf([slide("A", "den Drucker und den Spooler und das Kabel und den Strom"), slide("B", "den Drucker"), slide("C", "den Drucker")]);
  assert.ok(!found[0].includes("Drucker"));
  assert.deepEqual(found[1], ["Drucker"]);
});

test("an empty slide has none", () => {
  assert.deepEqual(keywordsOf([slide("", "")]), [[]]);
});
