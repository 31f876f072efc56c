// Texts that the class page does not judge, because only the command reads them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { foreignForm } from "../../docs/javascripts/workshop/foreign-text.mjs";
import { fromFile } from "../../docs/javascripts/workshop/importing.mjs";

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

test("fields in bold type, times in headings and questions behind slides are read by the command alone", () => {
  const page = "# Netz\n\nZielgruppe: IT\n\n## Einstieg\n\n- a\n\nSprechtext: Guten Tag.\n";
  const others = [page.replace("Zielgruppe:", "**Zielgruppe:**"), page.replace("Einstieg", "1. Einstieg (1 Min.)"), `${page}\n## Prüferfragen\n\n**1. Was ist RAM?**\n\nEin Speicher.\n`];
  assert.deepEqual(others.map((text) => Boolean(foreignForm(text))), [true, true, true]);
  const own = [page, `${page}**Merke:** Der Speicher (2 Stück).\n`, `${page}\n## Fragen?\n\nSprechtext: Vielen Dank.\n`, `${page}\n## Folie 2: Fragen?\n\n- Danke\n`];
  assert.deepEqual(own.map(foreignForm), ["", "", "", ""]);
});

test("a file in which the page finds no slide is sent to the command", async () => {
  const table = "# Netz\n\n| Folie | Titel | Sprechtext |\n|---|---|---|\n| 1 | Start | Guten Tag. |\n";
  assert.deepEqual(await fromFile(new File([table], "netz.md")), { trouble: "Das ist ein Vortrag in einer anderen Form als hier. Das liest nur der Befehl: make import FILE=…" });
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
