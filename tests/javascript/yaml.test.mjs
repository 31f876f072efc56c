// YAML of one's own talk: how it looks, what is taken out of it, and that no file makes the reader hang. What it means, Python holds.

import assert from "node:assert/strict";
import { test } from "node:test";
import { asCaseStudy } from "../../docs/javascripts/workshop/case-study.mjs";
import { makeSlide, makeTalk } from "../../docs/javascripts/workshop/own-talk.mjs";
import { readYaml } from "../../docs/javascripts/workshop/yaml-reading.mjs";
import { toYaml } from "../../docs/javascripts/workshop/yaml.mjs";

test("it is written as a trainer would write it", () => {
  const slide = { title: "Lage", bullets: ["Seit Montag", { text: "Zwei: Arbeitsplätze", bullets: ["im Lager"] }], notes: "Guten Tag.\n\nIch zeige …\n", time: "1:15" };
  const written = toYaml({ title: "Drucker", draft: true, count: 3, tags: [], slides: [slide], path: "C:\\neu" });
  assert.equal(
    written,
    `title: Drucker
draft: true
count: 3
tags: []
slides:
  - title: Lage
    bullets:
      - Seit Montag
      - text: "Zwei: Arbeitsplätze"
        bullets:
          - im Lager
    notes: |
      Guten Tag.

      Ich zeige …
    time: "1:15"
path: C:\\neu
`,
  );
});

test("a long text goes over several lines, and comes back as one", () => {
  const notes = "Zuerst prüfe ich die Warteschlange, dann den Treiber. ".repeat(9).trim();
  const written = toYaml({ notes });
  assert.ok(written.split("\n").every((line) => line.length <= 110) && written.split("\n").length > 4);
  assert.deepEqual(readYaml(written), { value: { notes } });
});

test("a talk of one's own is a draft, and its pictures stay behind", () => {
  const artifact = { kind: "image", caption: "Gestern", src: "b1", alt: "Zeitstrahl" };
  const slides = [makeSlide("f1", { title: "Lage", headline: "Nichts", time_s: 65, artifact }), makeSlide("lage", { title: "Lage", headline: "Mehr", time_s: 600 })];
  const { summary, draft, slides: written } = asCaseStudy(makeTalk({ title: "Drucker", slides, metadata: { situation: "Seit Montag" } }));
  assert.deepEqual([summary, draft], ["Seit Montag", true]);
  assert.deepEqual(written, [
    { title: "Lage", headline: "Nichts", artifact: { kind: "placeholder", caption: "Gestern", description: "Zeitstrahl" }, time: "1:05", id: "f1" },
    { title: "Lage", headline: "Mehr", time: "10:00" },
  ]);
});

test("what no file may hold is left out, and line breaks of other systems are ours", () => {
  const notes = "a\r\nb\u2028c\u0007d\ud800e u\u0308\u0000";
  assert.deepEqual(readYaml(toYaml({ notes })), { value: { notes: "a\nb\ncde ü" } });
});

test("keys of objects stay what they are", () => assert.deepEqual(Object.keys(readYaml("constructor: 1\n__proto__: 2").value), ["constructor", "__proto__"]));

const MASSES = {
  "a list in a list in a list": ["[".repeat(100_000), "{a: ".repeat(100_000), "- ".repeat(100_000), "? ".repeat(100_000), "&a ".repeat(100_000), "? [".repeat(30_000)],
  "stairs": [Array.from({ length: 1000 }, (_, level) => `${" ".repeat(level)}a:`).join("\n"), Array.from({ length: 21 }, (_, level) => `${" ".repeat(level)}- a:`).join("\n")],
  "more than one counts": ["- a\n".repeat(110_000), `tags: [${"1, ".repeat(110_000)}]`, Array.from({ length: 55_000 }, (_, key) => `k${key}: 1\n`).join("")],
  "the same again": ["a: 1\n".repeat(2_000), "---\na: 1\n---\na: 2\n"],
  "references": ["a: &a [x]\nb: [*a, *a]\n", "a: *b", "<<: {a: 1}"],
  "types": ["a: !!js/function x", "a: !own x", "!!map {a: 1}"],
  "too large": [`a: ${"x".repeat(1_000_000)}`],
  "open": ['title: "C:\\temp\\"', `title: "${"x\n".repeat(400_000)}`],
};

for (const [name, texts] of Object.entries(MASSES))
  test(`no file is read that holds ${name}, and each is told in a sentence`, () => {
    for (const text of texts) {
      const { trouble } = readYaml(text);
      assert.match(trouble?.said ?? "", /^[A-ZÄÖÜ„].*\.$/, text.slice(0, 40));
    }
  });

test("trouble is named at its place", () => {
  assert.deepEqual(readYaml("title: a\nnotes: Ticket #4711 ist offen\n").trouble?.line, 2);
  const { line, column } = readYaml("title: a\ntitle: b\n").trouble;
  assert.deepEqual([line, column], [2, 1]);
});
