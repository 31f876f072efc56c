// The outline of a talk of one's own: what stands in its fields, what is changed, and the way back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { idIn, ownId, ownKey, queryOf } from "../../docs/javascripts/talk/judging.mjs";
import { Draft, moved, withoutSlide, withSaid } from "../../docs/javascripts/workshop/draft.mjs";
import { makeTalk, withSlide } from "../../docs/javascripts/workshop/own-talk.mjs";
import { textIn } from "../../docs/javascripts/workshop/importing.mjs";
import { dueIn } from "../../docs/javascripts/workshop/saving.mjs";
import { bulletsIn, bulletsSaid, linesIn, lineMoved, tableIn, tableSaid, timeIn } from "../../docs/javascripts/workshop/texts.mjs";

const three = () => ["Lage", "Ursache", "Fazit"].reduce((talk, title) => withSlide(talk, { title }), makeTalk());
const titles = (talk) => talk.slides.map(({ title }) => title).join(" ");

test("bullets are lines, those below indented, with or without marks", () => {
  const bullets = [{ text: "Seit Montag", bullets: ["im Lager", "im Büro"] }, { text: "Nur PDF", bullets: [] }];
  assert.deepEqual(bulletsIn(bulletsSaid(bullets)), bullets);
  assert.deepEqual(bulletsIn("- Seit Montag\n\t- im Lager\n  • im Büro\n\n– Nur PDF\n"), bullets);
  assert.deepEqual(bulletsIn("    zuerst eingerückt"), [{ text: "zuerst eingerückt", bullets: [] }]);
  assert.deepEqual(linesIn(" - eins\n\nzwei "), ["eins", "zwei"]);
});

test("a table is lines with bars, as it is written, marked down, or copied from a spreadsheet", () => {
  const table = { columns: ["Prüfung", "Ergebnis"], rows: [["ping", "ok | langsam"], ["nslookup", ""]] };
  assert.equal(tableSaid(table), "Prüfung | Ergebnis\nping | ok \\| langsam\nnslookup | ");
  assert.deepEqual(tableIn(tableSaid(table)), table);
  assert.deepEqual(tableIn("| a | b |\n|---|:-:|\n\n| 1 | 2 |"), { columns: ["a", "b"], rows: [["1", "2"]] });
  assert.deepEqual(tableIn("a\tb\n1\t2|3"), { columns: ["a", "b"], rows: [["1", "2|3"]] });
  assert.deepEqual(tableIn("a\n1 | 2"), { columns: ["a", ""], rows: [["1", "2"]] }, "no cell is lost where a row is longer than the first");
  assert.deepEqual(tableIn(" \n"), { columns: [], rows: [] });
  assert.deepEqual([tableIn("x\n".repeat(102)), tableIn("|".repeat(40))], [null, null]);
});

test("a line moves with the caret, and not beyond the text", () => {
  assert.deepEqual(lineMoved("eins\nzwei\ndrei", 6, -1), { text: "zwei\neins\ndrei", at: 1 });
  assert.deepEqual(lineMoved("eins\nzwei\ndrei", 6, 1), { text: "eins\ndrei\nzwei", at: 11 });
  assert.deepEqual([lineMoved("eins\nzwei", 2, -1), lineMoved("eins\nzwei", 7, 1)], [null, null]);
});

test("times are minutes and seconds, or seconds alone", () => {
  assert.deepEqual(["1:30", " 0:45 ", "90", "", "1:75", "eins", "99:99", "-5", "200:00"].map(timeIn), [90, 45, 90, 0, null, null, null, null, null]);
});

test("slides move within the talk, and no further", () => {
  const talk = three();
  assert.equal(titles(moved(talk, "f3", 0)), "Fazit Lage Ursache");
  assert.equal(moved(talk, "f1", -1), talk);
  assert.equal(moved(talk, "f3", 3), talk);
  assert.equal(titles(withoutSlide(talk, "f2")), "Lage Fazit");
});

test("what is typed into one field is one step back, and forth again", () => {
  const draft = new Draft(three());
  for (const title of ["D", "Da", "Das"]) draft.change(withSaid(draft.talk, "f1", { title }), "f1-title");
  draft.change(withSaid(draft.talk, "f2", { title: "Grund" }), "f2-title");
  draft.undo();
  assert.equal(titles(draft.talk), "Das Ursache Fazit");
  draft.undo();
  assert.equal(titles(draft.talk), "Lage Ursache Fazit");
  assert.equal(draft.canUndo, false);
  draft.redo();
  draft.redo();
  assert.equal(titles(draft.talk), "Das Grund Fazit");
  assert.equal(draft.canRedo, false);
});

test("whoever writes on after a rest takes back only what came after it", () => {
  const draft = new Draft(three());
  for (const [at, title] of /** @type {[number, string][]} */ ([[0, "D"], [900, "Da"], [1800, "Das"], [2801, "Das W"], [2900, "Das Wo"]])) draft.change(withSaid(draft.talk, "f1", { title }), "f1-title", at);
  draft.undo();
  assert.equal(titles(draft.talk), "Das Ursache Fazit");
  draft.undo();
  assert.equal(titles(draft.talk), "Lage Ursache Fazit");
  assert.equal(draft.canUndo, false);
});

test("a talk is kept soon after the last change, and in time also where somebody writes without a rest", () => {
  assert.deepEqual([0, 1500, 1800, 2500].map(dueIn), [400, 400, 200, 0]);
});

test("a key is never used again, also not when a slide was taken back", () => {
  const draft = new Draft(three());
  draft.change(withSlide(draft.talk, { title: "Neu" }));
  draft.undo();
  draft.change(withSlide(draft.talk, { title: "Anders" }));
  assert.equal(draft.talk.slides.at(-1)?.key, "f5");
});

test("an address asks for a talk of the site or for one's own", () => {
  assert.equal(idIn("?fall=drucker"), "drucker");
  assert.equal(idIn("?eigener=m1x-4f"), "eigener/m1x-4f");
  assert.equal(idIn("?x=1"), "");
  assert.equal(queryOf("drucker"), "fall=drucker");
  assert.equal(queryOf(ownId("m1x-4f")), "eigener=m1x-4f");
  assert.equal(ownKey(ownId("m1x-4f")), "m1x-4f");
});

test("a file is read as it was saved: in UTF-8, in UTF-16, or as older programs of Windows do", async () => {
  const utf16 = new Uint8Array([0xff, 0xfe, 0xdc, 0, 0x62, 0]);
  for (const bytes of [new TextEncoder().encode("Üb"), utf16, new Uint8Array([0xdc, 0x62])]) assert.equal(await textIn(new Blob([bytes])), "Üb");
  assert.equal(await textIn(new Blob([])), "");
});
