import assert from "node:assert/strict";
import { test } from "node:test";

import { calendarText, escaped, folded } from "../../docs/javascripts/plan/calendar-file.mjs";
import { dayOfIso } from "../../docs/javascripts/base/calendar.mjs";
import { countSaid } from "../../docs/javascripts/lessons/checklists.mjs";
import { nextOwn, resultSaid } from "../../docs/javascripts/lessons/dialogue.mjs";
import { changesSince, entriesOf as entriesIn, issuedOf, issuedWith } from "../../docs/javascripts/plan/issued.mjs";
import { planOf } from "../../docs/javascripts/plan/outline.mjs";
import { known, outline, task } from "./plan-samples.mjs";
import { changesTo, ticksOf } from "../../docs/javascripts/base/merging.mjs";
import { alike, optionsOf } from "../../docs/javascripts/lessons/matrix-drill.mjs";

/** @param {string} iso */
const day = (iso) => /** @type {number} */ (dayOfIso(iso));
const EXAM = day("2026-12-14");
const STEPS = [
  { id: "thema", days: 21, title: "Thema wählen", tasks: [task("sammeln", { text: "Fälle sammeln" }), task("fragen", { text: "Leitung fragen" })] },
  { id: "probe", days: 5, title: "Probe", tasks: [task("sprechen")] },
  { id: "tag", days: 0, title: "Prüfungstag", tasks: [task("da-sein")] },
];
/** What of a plan of three weeks goes into a calendar. @param {typeof STEPS} steps @param {number} exam @param {number} today */
const entriesOf = (steps, exam, today) => entriesIn(planOf(outline({ steps }), known({ exam, begun: exam - 30, today })));
/** @param {string} text */
const unfolded = (text) => text.replaceAll("\r\n ", "");

test("what is ticked and what is cleared are marks, each later than the one before", () => {
  const marks = new Map([["a", { at: 50, value: 1 }], ["b", { at: 5, value: 0 }], ["c", { at: 5, value: 1 }]]);
  assert.deepEqual([...ticksOf(marks)], ["a", "c"]);
  assert.deepEqual([...changesTo(marks, new Set(["b", "c", "d"]), 9)], [["a", { at: 51, value: 0 }], ["b", { at: 9, value: 1 }], ["d", { at: 9, value: 1 }]]);
  assert.equal(changesTo(marks, new Set(["a", "c"]), 9).size, 0);
});

test("a topic is fit from as many points as it needs", () => {
  assert.equal(countSaid(5, 8, 6), "5 von 8: noch nicht geeignet, es müssen 6 sein");
  assert.equal(countSaid(6, 8, 6), "6 von 8: geeignet");
  assert.equal(countSaid(6, 8), "6 von 8 erledigt");
});

test("the calendar gets what lies ahead, under ids that do not hang on the date", () => {
  const entries = entriesOf(STEPS, EXAM, EXAM - 5);
  assert.deepEqual(entries.map(({ id, day }) => [id, day]), [["plan-probe", EXAM - 5], ["plan-tag", EXAM]]);
  assert.deepEqual(entriesOf(STEPS, EXAM + 7, EXAM - 5).map(({ id }) => id), ["plan-probe", "plan-tag"]);
  assert.deepEqual(entriesOf(STEPS, EXAM, EXAM + 1), []);
  const dropped = entriesIn(planOf(outline({ steps: STEPS }), known({ exam: EXAM, begun: EXAM - 30, today: EXAM - 5, decisions: new Map([["probe", { dropped: true }]]) })));
  assert.deepEqual(dropped.map(({ id }) => id), ["plan-tag"]);
});

test("a calendar file is what RFC 5545 asks for", () => {
  const text = calendarText(entriesOf(STEPS, EXAM, EXAM - 30), { name: "Prüfungsplan", plan: "0123456789abcdef", sequence: 3 }, Date.UTC(2026, 10, 22, 9, 5, 7, 89));
  assert.ok(text.endsWith("END:VCALENDAR\r\n"));
  assert.deepEqual(text.match(/(?<!\r)\n|\r(?!\n)/g), null);
  const [first] = unfolded(text).split("END:VEVENT");
  assert.deepEqual(first.split("\r\n").slice(0, -1), [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Generalprobe//Prüfungsplan//DE",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "X-WR-CALNAME:Prüfungsplan",
    "BEGIN:VEVENT",
    "UID:plan-thema-0123456789abcdef@generalprobe",
    "SEQUENCE:3",
    "DTSTAMP:20261122T090507Z",
    "LAST-MODIFIED:20261122T090507Z",
    "STATUS:CONFIRMED",
    "DTSTART;VALUE=DATE:20261123",
    "DTEND;VALUE=DATE:20261124",
    "SUMMARY:Prüfung vorbereiten: Thema wählen",
    "DESCRIPTION:– Fälle sammeln\\n– Leitung fragen",
    "TRANSP:TRANSPARENT",
  ]);
  assert.match(text, /SUMMARY:Prüfungstag\r\n/);
});

const [OURS, THEIRS] = ["0123456789abcdef", "fedcba9876543210"];
/** The file of a plan after another. @param {any} last @param {number} exam @param {number} today @param {string} [plan] */
function nextFile(last, exam, today, plan = OURS) {
  const entries = changesSince(last, exam ? entriesOf(STEPS, exam, today) : [], today);
  const issued = issuedWith(last, entries, plan);
  return { issued, text: unfolded(calendarText(entries, { name: "Prüfungsplan", ...issued }, 0)) };
}
/** What a calendar knows after it has read files: the newest of each UID. @param {string[]} texts */
function calendarOf(texts) {
  const events = new Map();
  for (const text of texts) {
    for (const event of text.split("BEGIN:VEVENT").slice(1)) {
      const of = (/** @type {string} */ name) => new RegExp(`^${name}[^:]*:(.*)\r$`, "m").exec(event)?.[1] ?? "";
      if (Number(of("SEQUENCE")) >= Number(events.get(of("UID"))?.sequence ?? 0)) events.set(of("UID"), { sequence: of("SEQUENCE"), start: of("DTSTART"), status: of("STATUS") });
    }
  }
  return [...events].filter(([, { status }]) => status === "CONFIRMED").map(([uid, { start }]) => [uid, start]);
}

test("a later file moves what an earlier one has put into the calendar, and cancels what is gone", () => {
  const first = nextFile(null, EXAM, EXAM - 30);
  const moved = nextFile(first.issued, EXAM + 7, EXAM - 30);
  assert.deepEqual([first.issued.sequence, moved.issued.sequence], [0, 1]);
  assert.deepEqual(calendarOf([first.text, moved.text]), [
    [`plan-thema-${OURS}@generalprobe`, "20261130"], [`plan-probe-${OURS}@generalprobe`, "20261216"], [`plan-tag-${OURS}@generalprobe`, "20261221"],
  ]);
  const earlier = nextFile(moved.issued, EXAM - 24, EXAM - 30);
  assert.deepEqual(calendarOf([first.text, moved.text, earlier.text]), [[`plan-probe-${OURS}@generalprobe`, "20261115"], [`plan-tag-${OURS}@generalprobe`, "20261120"]]);
  const none = nextFile(earlier.issued, 0, EXAM - 30);
  assert.deepEqual(calendarOf([first.text, moved.text, earlier.text, none.text]), []);
  assert.equal(nextFile(none.issued, 0, EXAM - 30).text.match(/STATUS:CANCELLED/g)?.length, 3, "as long as its day is to come, for the file may not have been opened");
  assert.deepEqual(changesSince(none.issued, [], EXAM + 30), []);
});

test("what is past is not cancelled", () => {
  const first = nextFile(null, EXAM, EXAM - 30);
  assert.doesNotMatch(nextFile(first.issued, EXAM, EXAM - 3).text, /CANCELLED/);
});

test("two people's plans live in one calendar", () => {
  const [ours, theirs] = [nextFile(null, EXAM, EXAM - 30), nextFile(null, EXAM + 1, EXAM - 30, THEIRS)];
  assert.equal(calendarOf([ours.text, theirs.text]).length, 2 * STEPS.length);
  assert.equal(calendarOf([ours.text, theirs.text, nextFile(theirs.issued, 0, EXAM - 30).text]).length, STEPS.length);
});

test("what was stored is taken only whole", () => {
  const { issued } = nextFile(null, EXAM, EXAM - 30);
  assert.deepEqual(issuedOf(JSON.parse(JSON.stringify(issued))), issued);
  const broken = [null, {}, { ...issued, plan: "a\nb" }, { ...issued, sequence: "1" }, { ...issued, sent: [] }, { ...issued, sent: { a: { day: "1", title: "" } } }];
  assert.deepEqual(broken.map(issuedOf), broken.map(() => null));
});

test("what means something in a calendar file is escaped", () => {
  assert.equal(escaped("a;b,c\\d\ne\r\nf"), "a\\;b\\,c\\\\d\\ne\\nf");
});

test("no line has more than 75 octets, and none breaks a character", () => {
  for (const line of ["", "kurz", "a".repeat(75), "a".repeat(76), "ä".repeat(200), `x${"👩‍💻".repeat(40)}`, "–".repeat(100)]) {
    const parts = folded(line).split("\r\n");
    assert.ok(parts.every((part) => Buffer.byteLength(part) <= 75), line);
    assert.ok(parts.slice(1).every((part) => part.startsWith(" ")), line);
    assert.ok(!folded(line).includes("\ufffd"));
    assert.equal(unfolded(folded(line)), line);
  }
  assert.equal(folded("a".repeat(75)), "a".repeat(75));
});

test("the next line of one's own has a step", () => {
  const lines = ["", "", "Annehmen", "", "Klären", ""].map((step) => ({ step }));
  assert.deepEqual([0, 2, 3, 5].map((from) => nextOwn(lines, from)), [2, 2, 4, 6]);
});

test("the result says what to do next", () => {
  assert.match(resultSaid(7, 7), /7 von 7 richtig.*sitzt/);
  assert.match(resultSaid(4, 7), /warum die andere/);
  assert.match(resultSaid(1, 7), /noch einmal ganz/);
});

test("answers that are nearly the same are never both to choose from", () => {
  assert.ok(alike("sofort", "sofort, denn die Frist läuft"));
  assert.ok(alike("IT-Leitung und Datenschutz", "IT-Leitung"));
  assert.ok(alike("nach 30 Minuten", "innerhalb von 30 Minuten"));
  assert.ok(!alike("nach 30 Minuten", "nach 4 Stunden"));
  assert.ok(!alike("Second Level", "Teamleitung"));
});

test("the right answer is among the options, once, however they are mixed", () => {
  const column = ["sofort", "sofort", "nach 30 Minuten", "innerhalb von 30 Minuten", "nach 4 Stunden", "am selben Tag", "sofort, eilig"];
  for (let seed = 0; seed < 1; seed += 0.05) {
    for (const right of column) {
      const options = optionsOf(right, column, () => seed);
      assert.equal(options.filter((option) => option === right).length, 1);
      assert.equal(new Set(options).size, options.length);
      assert.ok(options.length > 2 && options.length <= 4);
      for (const option of options) assert.ok(option === right || !alike(option, right));
    }
  }
});
