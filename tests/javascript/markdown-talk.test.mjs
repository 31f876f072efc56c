// Talks that come as text: the form that is read, what is said of the rest, and that no word is lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { plain } from "../../docs/javascripts/base/markdown.mjs";
import { isMarkdown, readMarkdown } from "../../docs/javascripts/workshop/markdown.mjs";
import { makeSlide, makeTalk } from "../../docs/javascripts/workshop/own-talk.mjs";
import { proposedFrom } from "../../docs/javascripts/workshop/pasted.mjs";
import { chance } from "./random.mjs";

const WHOLE = `# Der Drucker im Lager

- Thema: Ein Treiber nach dem *Update*
- Zielgruppe: IT-Leitung
- Ausgangslage: Seit Montag kommt
  kein Lieferschein
- Ziel: Der Versand läuft
- Erfolgskriterien:
    - Alle Plätze drucken
    - Kein Ticket in einer Woche
- Abgrenzung: Nur das Lager
- Risiken: Der Versand steht

## Ausgangslage

Zeit: 1:30
Vorführung: 0:15

### Nichts kommt an

- Seit Montag,
  an allen Plätzen
    - seit dem **Update**
* Fünf Plätze

> „Es kommt nichts
> aus dem Drucker.“
> – Lagerleiterin

Sprechtext:

Guten Tag. [Klick] Seit Montag …


- erstens
## Ursache
**Zeit:** 2:00
| Wann | Was |
|------|:---:|
| 9:15 | Alarm |
| 9:40 |
Sprechtext: Der Treiber war es.
`;

/** @param {string} text */
async function read(text) {
  const found = await readMarkdown(text);
  assert.ok(!("trouble" in found), found.trouble);
  return found;
}

/** The slide of a text, and the lines that were not understood. @param {string} text */
async function slideOf(text) {
  const { talk, misread } = await read(`## Lage\n${text}`);
  return { ...talk.slides[0], lines: misread.map(({ line }) => line), misread };
}

test("a talk in the form that the page names is read whole", async () => {
  const { talk, misread } = await read(WHOLE);
  assert.deepEqual(misread, []);
  assert.deepEqual(talk, makeTalk({
    title: "Der Drucker im Lager", made: 2,
    metadata: {
      topic: "Ein Treiber nach dem *Update*", audience: "IT-Leitung", situation: "Seit Montag kommt kein Lieferschein", goal: "Der Versand läuft",
      success_criteria: ["Alle Plätze drucken", "Kein Ticket in einer Woche"], scope: "Nur das Lager", risks: ["Der Versand steht"],
    },
    slides: [
      makeSlide("f1", {
        title: "Ausgangslage", headline: "Nichts kommt an", time_s: 90, demo_s: 15,
        bullets: [{ text: "Seit Montag, an allen Plätzen", bullets: ["seit dem **Update**"] }, { text: "Fünf Plätze", bullets: [] }],
        artifact: { kind: "quote", caption: "", text: "Es kommt nichts aus dem Drucker.", source: "Lagerleiterin" },
        notes: "Guten Tag. [Klick] Seit Montag …\n\n- erstens",
      }),
      makeSlide("f2", {
        title: "Ursache", headline: "Ursache", time_s: 120, notes: "Der Treiber war es.",
        artifact: { kind: "table", caption: "", columns: ["Wann", "Was"], rows: [["9:15", "Alarm"], ["9:40", ""]] },
      }),
    ],
  }));
});

test("line ends of any system, tabs and a mark at the begin change nothing", async () => {
  assert.deepEqual(await read(`\ufeff${WHOLE.replaceAll("\n", "\r\n").replaceAll("    - ", "\t- ")}`), await read(WHOLE));
});

test("code and diagrams stand between fences, and nothing in them is anything else", async () => {
  const { artifact, lines } = await slideOf("```powershell\n## kein Titel\n- kein Punkt\nSprechtext: nein\n```\n- Punkt");
  assert.deepEqual(artifact, { kind: "code", caption: "", language: "powershell", code: "## kein Titel\n- kein Punkt\nSprechtext: nein" });
  assert.deepEqual(lines, []);
  assert.deepEqual((await slideOf("```mermaid\nflowchart LR\n```")).artifact, { kind: "diagram", caption: "", source: "flowchart LR", description: "", drawing: "" });
});

for (const [what, text, line, said] of [
  ["a time in other words", "Zeit: zwei Minuten", 2, /keine Zeit/],
  ["a second headline", "### Eins\n\n### Zwei", 4, /nur eine Überschrift/],
  ["text that nothing announces", "Seit Montag druckt nichts.", 2, /weder Stichpunkt noch Sprechtext/],
  ["a picture", "![Der Weg der Mail](weg.png)", 2, /Bild/],
  ["a second thing to show", "> Zitat\n\n```\nx\n```", 4, /nur eins/],
  ["a third level", "- a\n  - b\n      - c", 4, /zwei Ebenen/],
  ["code without an end", "```\nx", 2, /fehlt sein Ende/],
  ["a table that nobody can read", `|${"a|".repeat(40)}`, 2, /30 Spalten/],
  ["a table with cells to spare", "| a |\n|---|\n| b | c |", 2, /Zellen/],
]) {
  test(`${what} is named with its line`, async () => {
    const { misread } = await slideOf(text);
    assert.deepEqual(misread.map((each) => each.line), [line]);
    assert.match(misread[0].said, said);
  });
}

test("what stands before the first slide and is none of it is named", async () => {
  const { misread } = await read("# Netz\n\nAutor: niemand\nnoch etwas\n\n## Lage");
  assert.deepEqual(misread.map(({ line }) => line), [3, 4]);
});

test("a text without slides, with too many, or without end is refused in a sentence", async () => {
  for (const text of ["", "# Netz", "## x\n".repeat(301), "## x\n" + "a".repeat(1_000_001)]) {
    assert.match((await readMarkdown(text)).trouble, /^[A-Z].*\.$/);
  }
});

test("no text takes longer because it was written to", async () => {
  const nothing = 250_000;
  const start = process.cpuUsage();
  for (const text of [`# x\n${" ".repeat(nothing)}x\n## y`, `## x\n|${"a|".repeat(nothing)}\n${"|b|\n".repeat(nothing / 4)}`, `## x\n${"- a\n".repeat(nothing / 4)}`, `## x\n${"#".repeat(nothing)}`, `## x\n${" ".repeat(nothing)}x`]) await read(text);
  for (const text of ["\n".repeat(nothing), `a\n${"-".repeat(nothing)}x`, `a${" \n".repeat(nothing)}b`, "a ".repeat(nothing)]) proposedFrom(text);
  const { user, system } = process.cpuUsage(start);
  assert.ok(user + system < 8_000_000, `${(user + system) / 1000} ms`);
});

test("only what has headings is taken for Markdown", () => {
  assert.ok(isMarkdown(WHOLE));
  assert.ok(!isMarkdown("Guten Tag.\n#hashtag\n\n- eins"));
});

test("whatever is written, each line is read once and every word is somewhere", async () => {
  const below = chance(3);
  const pieces = ["## w1", "### w2", "- w3", "    - w4", "Zeit: 1:00", "Zeit: w5", "> w6", "> – w7", "```", "| w8 | w9 |", "|---|---|", "w10 w11", "  w12", "Sprechtext:", "![w13](w14)", "", "# w15", "1. w16", "\t", "Ziel: w17"];
  for (let round = 0; round < 500; round += 1) {
    const text = `## Lage\n${Array.from({ length: below(14) }, () => pieces[below(pieces.length)]).join("\n")}`;
    const { talk, misread } = await read(text);
    const found = JSON.stringify([talk, misread.map(({ line }) => text.split("\n")[line - 1])]);
    const lost = (text.match(/w\d+/g) ?? []).filter((word) => !new RegExp(`${word}\\b`).test(found));
    // Of what a slide cannot show beside something else, only the first line is named.
    assert.ok(lost.length === 0 || misread.some(({ said }) => said.includes("nur eins")), `${text}\n${lost}`);
  }
});

const PASTED = `Ausgangslage

Seit Montag druckt im Lager nichts mehr. Fünf Plätze stehen.

Ursache
- Treiber
• *Update*
Der Treiber passte nicht.

Wir haben ihn getauscht, getestet und verteilt.`;

test("a text without form becomes a proposal: blocks are slides, short lines titles, dashes bullets", () => {
  const { slides, made } = proposedFrom(PASTED);
  assert.equal(made, 3);
  assert.deepEqual(slides.map(({ title, bullets, notes, guessed = false }) => [title, bullets.map(({ text }) => text), notes, guessed]), [
    ["Ausgangslage", [], "Seit Montag druckt im Lager nichts mehr. Fünf Plätze stehen.", false],
    ["Ursache", ["Treiber", "\\*Update\\*"], "Der Treiber passte nicht.", false],
    ["Wir haben ihn getauscht, getestet und …", [], "Wir haben ihn getauscht, getestet und verteilt.", true],
  ]);
});

test("lines of dashes part the slides where there are any", () => {
  assert.deepEqual(proposedFrom("Eins\n\nSatz eins.\n---\nZwei\n\nSatz zwei.\n\nSatz drei.").slides.map(({ notes }) => notes), ["Satz eins.", "Satz zwei.\n\nSatz drei."]);
});

test("nothing becomes no slide, and very much no more than a talk may have", () => {
  assert.deepEqual(proposedFrom(" \n\n").slides, []);
  const { slides } = proposedFrom(Array.from({ length: 1000 }, (_, index) => `Satz ${index}.`).join("\n\n"));
  assert.equal(slides.length, 300);
  assert.match(slides[299].notes, /Satz 999\.$/);
});

test("every word of a pasted text is still there", () => {
  const below = chance(9);
  const pieces = ["wort", "Ein Satz.", "- punkt", "\n", "\n\n", "---", "*stern*", "#", " ", "\t", "\r\n", "• liste", "1. eins"];
  for (let round = 0; round < 500; round += 1) {
    const text = Array.from({ length: below(20) }, (_, index) => (below(3) ? pieces[below(pieces.length)] : `w${index} `)).join("");
    const found = proposedFrom(text).slides.map(({ title, bullets, notes }) => [title, ...bullets.map((each) => plain(each.text)), plain(notes)].join(" ")).join(" ");
    assert.deepEqual((text.match(/w\d+/g) ?? []).filter((word) => !found.includes(word)), [], text);
  }
});

test("lines that part slides say nothing, and are no part of what is said", async () => {
  const { talk, misread } = await read("# Netz\n\n---\n\n## Lage\n\n- eins\n\n---\n\nSprechtext:\n\nGuten Tag.\n\n***\n\n## Ziel\n\n- zwei\n\n- - -\n");
  assert.deepEqual(misread, []);
  assert.deepEqual(talk.slides.map(({ bullets, notes }) => [bullets.map(({ text }) => text), notes]), [[["eins"], "Guten Tag."], [["zwei"], ""]]);
});
