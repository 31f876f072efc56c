// Texts that the class page does not judge, because only the command reads them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { foreignTrouble } from "../../docs/javascripts/workshop/foreign-text.mjs";

test("slides of Marp and Slidev and catalogues are known, and sent to the command", () => {
  const texts = ["---\r\ntheme: gaia\r\nmarp: true\r\n---\r\n# A\r\n", "---\ntheme: seriph\n---\n# A\n\n---\nlayout: two-cols\n---\n# B", "# Katalog\n\n??? question \"Was ist DNS?\"\n    Namen."];
  assert.deepEqual(texts.map((text) => foreignTrouble(text).split(".")[0]), ["Das sind Folien für Marp", "Das sind Folien für Slidev", "Das ist ein Fragenkatalog"]);
  assert.match(foreignTrouble(texts[0]), /nur der Befehl: make check FILE=…$/);
});

test("a talk in the form of the page is judged there", () => {
  assert.equal(foreignTrouble("# Drucker\n\n- Zielgruppe: IT\n\n## Lage\n\nZeit: 1:30\n\n- Seit Montag\n\n---\n\nSprechtext:\n\nGuten Tag."), "");
});
