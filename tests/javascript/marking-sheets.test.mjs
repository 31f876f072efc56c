// Filled-in marking sheets: kept field by field, put aside, emptied and brought back, joined with a copy, and compared.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { openShelf } from "../../docs/javascripts/base/shelf.mjs";
import { readEntry } from "../../docs/javascripts/base/stored.mjs";
import { comparedLines } from "../../docs/javascripts/exam/comparing.mjs";
import { fieldsOf, isBlank, isFilled, unfilled, withField } from "../../docs/javascripts/exam/filling.mjs";
import { emptySheet } from "../../docs/javascripts/exam/marking.mjs";
import { atHand, deleteSheet, keepSheet, newSheet, sheetsOf } from "../../docs/javascripts/exam/sheets.mjs";
import { Device } from "./device.mjs";

const NOW = 1_796_000_000_000;
const FIELDS = [["name", "Kandidatin 3"], ["mark-frei-gesprochen", "2"], ["note-frei-gesprochen", "Folie 4"], ["verdict", "0"], ["next", "Kürzer."]];

const criterion = (id, knockout = false) => ({ id, text: id.toUpperCase(), knockout, topic: "", lesson: "" });
const EXAM = /** @type {any} */ ({ marking_sheet: {
  scale: ["nicht", "teils", "voll"], overall: [criterion("faden")], verdicts: ["nein", "knapp", "ja"],
  sections: [{ title: "Vortrag", criteria: [criterion("a", true), criterion("b")] }, { title: "Fachgespräch", criteria: [criterion("c")] }],
} });
const marked = (marks, more = {}) => ({ ...emptySheet(), marks, ...more });

test("what stands in a field is kept, and stands there again", () => {
  const filled = FIELDS.reduce((sheet, [name, value]) => withField(sheet, name, value), unfilled());
  assert.ok(isFilled(filled) && !isBlank(filled));
  const fields = fieldsOf(filled);
  for (const [name, value] of FIELDS) assert.equal(fields.get(name), value, name);
  assert.deepEqual([filled.sheet.marks, filled.sheet.verdict, fields.get("date"), fields.has("mark-zeit")], [{ "frei-gesprochen": 2 }, 0, "", false]);
  assert.ok(isBlank(unfilled()) && isBlank(withField(unfilled(), "good", "  ")));
});

test("a sheet is put aside and taken up again, emptied and brought back, and leaves the others alone", () => {
  const device = new Device();
  openShelf(device.shelf());
  const first = { ...newSheet("it", NOW), ...withField(unfilled(), "name", "Erste") };
  assert.ok(keepSheet(first));
  assert.equal(atHand(sheetsOf("it"))?.head.name, "Erste");
  assert.deepEqual(sheetsOf("anderes"), [], "another exam has another sheet");
  assert.ok(keepSheet({ ...first, aside: true }));
  assert.equal(atHand(sheetsOf("it")), null);
  const second = { ...newSheet("it", NOW + 1), ...withField(unfilled(), "name", "Zweite") };
  keepSheet(second);
  assert.deepEqual([atHand(sheetsOf("it"))?.head.name, sheetsOf("it").map(({ head }) => head.name)], ["Zweite", ["Erste", "Zweite"]]);
  assert.ok(deleteSheet(second.id));
  assert.deepEqual(sheetsOf("it").map(({ head }) => head.name), ["Erste"]);
  assert.ok(!JSON.stringify([...device.entries]).includes("Zweite"), "nothing of it is left");
  keepSheet(second);
  assert.equal(atHand(sheetsOf("it"))?.head.name, "Zweite");
});

test("of two that two devices have at hand the one that was changed last is; the other one stays, and neither is lost", () => {
  const device = new Device();
  openShelf(device.shelf());
  const [one, other] = [newSheet("it", NOW), newSheet("it", NOW + 5)].map((sheet, index) => ({ ...sheet, ...withField(unfilled(), "name", `Gerät ${index + 1}`) }));
  keepSheet(other);
  keepSheet(one);
  openShelf().add([["sheets", other.id, { at: openShelf().read("sheets", one.id).at + 1, value: { begun: other.begun, aside: false, head: other.head, sheet: other.sheet } }]]);
  assert.equal(atHand(sheetsOf("it"))?.head.name, "Gerät 2");
  assert.equal(sheetsOf("it").length, 2);
  assert.equal([...openShelf().backup().keys()].filter((place) => place.startsWith("sheets:it/")).length, 2);
});

test("what was stored by each version is read; what is no sheet is none", () => {
  const device = new Device();
  openShelf(device.shelf());
  const [, text] = JSON.parse(readFileSync(new URL("../stored/entries.json", import.meta.url), "utf-8")).sheets;
  assert.equal(readEntry("sheets", JSON.parse(text)).state, "fine");
  device.write("generalprobe:/:sheets:it/mie1k6", text, null);
  const [sheet] = sheetsOf("it");
  assert.deepEqual([sheet.head.name, sheet.aside, sheet.sheet.notes.zeit], ["Kandidatin 3", true, "Folie 4"]);
  for (const value of [{}, { ...sheet, head: null }, { ...sheet, head: { name: "x" } }, { ...sheet, sheet: { marks: { zeit: -1 } } }, { ...sheet, begun: "gestern" }]) {
    device.write("generalprobe:/:sheets:it/mie1k6", JSON.stringify({ version: 1, at: NOW, value }), null);
    assert.deepEqual(sheetsOf("it"), [], JSON.stringify(value));
  }
});

test("two sheets stand side by side with what differs; sums are compared only where nothing is open", () => {
  const lines = comparedLines(EXAM, marked({ a: 0, b: 1, c: 2, faden: 0 }, { notes: { b: "Folie 2" }, verdict: 0 }), marked({ a: 2, b: 1, faden: 2, x: 2 }, { verdict: 2 }));
  const said = lines.map(({ kind, text, said: [one, other], notes, difference }) => [kind, text, one, other, notes.join("|"), difference]);
  assert.deepEqual(said, [
    ["part", "Vortrag", "", "", "|", ""],
    ["point", "A", "0", "2", "|", "+2"],
    ["point", "B", "1", "1", "Folie 2|", "="],
    ["sum", "Summe", "1 von 4", "3 von 4", "|", "+2"],
    ["part", "Fachgespräch", "", "", "|", ""],
    ["point", "C", "2", "–", "|", ""],
    ["sum", "Summe", "2 von 2", "0 von 2", "|1 offen", ""],
    ["sum", "Zusammen", "3 von 6", "3 von 6", "|1 offen", ""],
    ["part", "Gesamteindruck", "", "", "|", ""],
    ["word", "FADEN", "nein", "ja", "|", ""],
    ["word", "In der wirklichen Prüfung", "nein", "ja", "|", ""],
  ]);
  assert.equal(comparedLines(EXAM, marked({ a: 2 }), marked({ a: 0 }))[1].difference, "−2");
});
