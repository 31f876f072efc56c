// Texts that the class page does not judge, because only the command reads them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { foreignForm } from "../../docs/javascripts/workshop/foreign-text.mjs";

test("slides of Marp and Slidev and catalogues are known, and sent to the command", () => {
  const texts = ["---\r\ntheme: gaia\r\nmarp: true\r\n---\r\n# A\r\n", "---\ntheme: seriph\n---\n# A\n\n---\nlayout: two-cols\n---\n# B", "# Katalog\n\n??? question \"Was ist DNS?\"\n    Namen."];
  assert.deepEqual(texts.map(foreignForm), ["Das sind Folien für Marp", "Das sind Folien für Slidev", "Das ist ein Fragenkatalog"]);
});

test("slides come before questions, and only what the page reads itself is judged", () => {
  const page = "# Drucker\n\n## Folie 1: Lage\n\n- Seit Montag\n\nSprechtext:\n\nGuten Tag.\n";
  assert.equal(foreignForm(page), "");
  assert.match(foreignForm(`${page}\n??? question "Was ist RAM?"\n    Ein Speicher.\n`), /^Das ist ein Vortrag in einer anderen Form/);
  assert.match(foreignForm(page.replace("Sprechtext:", "### Speaker Notes")), /^Das ist ein Vortrag in einer anderen Form/);
  assert.match(foreignForm("---\ntheme: seriph\n---\n# A\n\n---\n# B\n"), /^Das sind Folien für Marp oder Slidev/);
});

test("a talk in the form of the page is judged there", () => {
  assert.equal(foreignForm("# Drucker\n\n- Zielgruppe: IT\n\n## Lage\n\nZeit: 1:30\n\n- Seit Montag\n\n---\n\nSprechtext:\n\nGuten Tag."), "");
});

test("no text takes long because it was written to", () => {
  const lines = ["a?", "|a|\n|-|", "---", "- a? b", "# a # #", "F: a", "a:\n---", "**a", "  1. a?", "```", `# ${" #".repeat(1000)}`, `**${"a ".repeat(1000)}`, `- ${"? ".repeat(1000)}`];
  for (const line of lines) {
    const before = process.cpuUsage();
    foreignForm(`# A\n\n${`${line}\n`.repeat(Math.ceil(1_000_000 / (line.length + 1)))}`);
    const { user, system } = process.cpuUsage(before);
    assert.ok(user + system < 2e6, `${line.slice(0, 20)}: ${user + system} µs`);
  }
});
