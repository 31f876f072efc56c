// The code of a mock exam for two, and the sheet that comes back: read as people type and paste, and judged as from a stranger.

import assert from "node:assert/strict";
import { test } from "node:test";
import { codeSaid, isOfContent, MISTAKES, readCode, SEEDS } from "../../docs/javascripts/exam/code.mjs";
import { drawByCode, printOf } from "../../docs/javascripts/exam/draw.mjs";
import { emptySheet } from "../../docs/javascripts/exam/marking.mjs";
import { readPassed, textOf, withPassed } from "../../docs/javascripts/exam/passing.mjs";
import { sharedId } from "../../docs/javascripts/exam/shared.mjs";
import { chance } from "./random.mjs";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** @param {(below: number) => number} draw */
const anyCode = (draw) => ({ seed: draw(SEEDS), print: draw(1024), talk: draw(2) ? draw(1024) : null, disturbed: draw(2) === 1 });

test("a code says eight letters, always the same, and is read back however it is typed", () => {
  for (let seed = 1; seed <= 500; seed += 1) {
    const code = anyCode(chance(seed));
    const said = codeSaid(code);
    assert.match(said, /^[1-4][0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const read = { ...code, print: code.talk === null ? code.print : code.print - (code.print % 32) };
    assert.equal(codeSaid(read), said);
    for (const typed of [said, said.toLowerCase(), said.replace("-", ""), ` ${said.replace("-", " – ")} `, said.replaceAll("0", "O").replaceAll("1", "l")]) assert.deepEqual(readCode(typed), read, typed);
    assert.ok(isOfContent(read, code.print));
  }
});

test("any one letter that is wrong is noticed, and any two that have changed places", () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const letters = [...codeSaid(anyCode(chance(seed))).replace("-", "")];
    for (let place = 0; place < 8; place += 1) {
      for (const other of ALPHABET) if (other !== letters[place]) assert.deepEqual(readCode(letters.with(place, other).join("")), { mistake: "check" });
      const [one, next] = [letters[place], letters[place + 1]];
      if (next && one !== next) assert.deepEqual(readCode(letters.with(place, next).with(place + 1, one).join("")), { mistake: "check" });
    }
  }
});

test("a code that an older page has made says what it said then", () => {
  assert.deepEqual(readCode("153W-K2Q0"), { seed: 167_827, print: 87, talk: null, disturbed: false });
});

test("what is wrong with a code is named", () => {
  const said = codeSaid({ seed: 4711, print: 99, talk: null, disturbed: false });
  const cases = { empty: ["", " - "], letters: [`${said.slice(0, -1)}U`, "ABCD-EFGÄ"], length: [said.slice(0, -1), `${said}0`] };
  for (const [mistake, codes] of Object.entries(cases)) for (const code of codes) assert.deepEqual(readCode(code), { mistake }, code);
  assert.deepEqual(readCode("50000000"), { mistake: "check" });
  const newer = (/** @type {string} */ kind) => [...ALPHABET].map((letter) => readCode(`${kind}000000${letter}`)).filter((read) => "mistake" in read && read.mistake === "version").length;
  assert.deepEqual([..."012345Z"].map(newer), [1, 0, 0, 0, 0, 1, 1]);
  assert.ok(Object.values(MISTAKES).every((text) => text.endsWith(".")));
});

test("both devices draw the same by a code, and content that differs has another print", () => {
  const cards = (/** @type {string} */ file, /** @type {number} */ count) => Array.from({ length: count }, (_, place) => ({ id: `${file}/${place}`, topic: ["Netz", "Client"][place % 2] }));
  const pools = { about: cards("fall", 5), general: cards("bank", 30) };
  const by = { seed: 4711, exam: "it", about: "drucker" };
  const drawn = drawByCode(pools, 5, by);
  assert.deepEqual(drawByCode({ about: pools.about.toReversed(), general: pools.general.toReversed() }, 5, by), drawn);
  for (const other of [{ ...by, seed: 4712 }, { ...by, exam: "anders" }, { ...by, about: "vpn" }]) assert.notDeepEqual(drawByCode(pools, 5, other), drawn);
  const all = [...pools.about, ...pools.general];
  assert.equal(printOf(all.toReversed()), printOf(all));
  const others = Array.from({ length: 200 }, (_, place) => printOf([...all, { id: `neu/${place}`, topic: "Netz" }]));
  assert.ok(others.filter((print) => print === printOf(all)).length <= 2 && others.every((print) => print >= 0 && print < 1024));
});

const EXAM = /** @type {any} */ ({ marking_sheet: { scale: ["nicht", "teils", "voll"], overall: [], verdicts: ["nein", "ja"], sections: [{ title: "Vortrag", criteria: [{ id: "zeit", text: "Zeit" }] }] } });
const PASSED = { code: "1K7Q-F2M9", sheet: { ...emptySheet(), marks: { zeit: 2 }, notes: { zeit: "9:58" }, verdict: 1 }, talk_s: 598, discussion_s: 290.5, answers: [{ id: "netz/dhcp", seconds: 41, follow_s: 0 }] };

test("a sheet that is handed back is the same afterwards, also with words around it", () => {
  const text = textOf(PASSED);
  for (const pasted of [text, `Hallo {du},\nhier der Bogen:\n${text}\nViele Grüße`, `\ufeff${text}`]) assert.deepEqual(readPassed(pasted, PASSED.code, EXAM), PASSED);
});

test("what is broken, foreign, newer or of another exam is named, and what a stranger adds is left out", () => {
  const reason = (/** @type {string} */ text) => /** @type {any} */ (readPassed(text, PASSED.code, EXAM)).reason ?? "";
  const changed = (/** @type {any} */ changes) => JSON.stringify({ ...JSON.parse(textOf(PASSED)), ...changes });
  assert.match(reason(" "), /noch nichts/);
  for (const text of ["Hallo", "{", "{}", "[]", "null", textOf(PASSED).slice(0, -20), `{"generalprobe":"bogen","x":"${"x".repeat(200_000)}"}`]) assert.match(reason(text), /kein Bogen/, text.slice(0, 40));
  assert.match(reason(changed({ version: 2 })), /neueren Fassung/);
  for (const broken of [{ sheet: 1 }, { sheet: { ...PASSED.sheet, marks: { zeit: "2" } } }, { talk_s: -1 }, { talk_s: "598" }, { answers: [{ id: 1 }] }, { answers: Array(200).fill(PASSED.answers[0]) }, { code: "<b>" }, { version: "1" }]) assert.match(reason(changed(broken)), /nicht heil/, JSON.stringify(broken).slice(0, 60));
  assert.match(reason(changed({ code: "1AAA-AAAA" })), /1AAA-AAAA/);
  const more = /** @type {any} */ (readPassed(changed({ sheet: { ...PASSED.sheet, marks: { zeit: 9, fremd: 1 }, verdict: 5 }, extra: 1 }), PASSED.code, EXAM));
  assert.deepEqual([more.sheet.marks, more.sheet.verdict, more.extra], [{}, null, undefined]);
});

test("a sheet that means harm does none: no key of it reaches further than the sheet", () => {
  const hostile = textOf(PASSED).replace('"marks": {', '"marks": {"__proto__": 1, "constructor": 1, ').replace('"notes": {', '"notes": {"__proto__": "x", "toString": "<img src=x onerror=alert(1)>", ')
    .replace('"id": "netz/dhcp"', '"id": "__proto__"');
  const read = /** @type {any} */ (readPassed(hostile, PASSED.code, EXAM));
  assert.deepEqual([Object.keys(read.sheet.marks), Object.keys(read.sheet.notes), Object.getPrototypeOf(read.sheet.marks)], [["zeit"], ["zeit"], Object.prototype]);
  const record = /** @type {any} */ ({ sheet: emptySheet(), answers: [{ id: "a", title: "A", topic: "", seconds: 0, follow: "", follow_s: 0 }] });
  assert.deepEqual(withPassed(record, read, () => null).answers.map(({ id }) => id), ["a"]);
  const deep = `{"generalprobe":"bogen","sheet":${"[".repeat(40_000)}${"]".repeat(40_000)}}`;
  for (const text of [deep, `${"{".repeat(90_000)}"generalprobe"`, '"generalprobe"}', textOf(PASSED).replace("598", "1e999"), textOf(PASSED).replace("598", "-0.1")]) assert.ok("reason" in readPassed(text, PASSED.code, EXAM), text.slice(0, 40));
});

test("a disturbance that was played comes back with the sheet, and a broken one is left out", () => {
  const disturbance = { id: "bild-steht", where: /** @type {const} */ ("talk"), after_s: 215, took_s: 20 };
  assert.deepEqual(readPassed(textOf({ ...PASSED, disturbance }), PASSED.code, EXAM), { ...PASSED, disturbance });
  const read = (/** @type {any} */ other) => /** @type {any} */ (readPassed(JSON.stringify({ ...JSON.parse(textOf(PASSED)), disturbance: other }), PASSED.code, EXAM)).disturbance;
  assert.deepEqual([read({ ...disturbance, took_s: "<b>", more: 1 }), read({ ...disturbance, where: "toString" }), read("x"), read({ ...disturbance, after_s: -1 })], [{ ...disturbance, took_s: null }, undefined, undefined, undefined]);
  const record = /** @type {any} */ ({ answers: [], sheet: emptySheet() });
  assert.deepEqual(withPassed(record, { ...PASSED, disturbance }, () => null).disturbance, disturbance);
});

test("a question about one's own talk is known on both devices by its words", () => {
  const titles = ["Warum **so**\nund nicht anders?", "Warum so und nicht  anders?"];
  assert.equal(new Set(titles.map((title) => sharedId({ id: "eigener/m1x/q1", title }))).size, 1);
  assert.equal(sharedId({ id: "netz/dhcp", title: "x" }), "netz/dhcp");
  const record = /** @type {any} */ ({ sheet: emptySheet(), answers: [{ id: "eigener/m1x/q1", title: titles[1], topic: "T", seconds: 0, follow: "", follow_s: 0, grade: 2 }] });
  const passed = { ...PASSED, answers: [{ id: sharedId({ id: "eigener/~/x", title: titles[0] }), seconds: 30, follow_s: 0 }] };
  assert.deepEqual(withPassed(record, passed, () => null).answers.map(({ id, seconds, grade }) => [id, seconds, grade]), [["eigener/m1x/q1", 30, 2]]);
});

test("a sheet that comes says what was asked; a corrected one takes its place, and what one said oneself stays", () => {
  const answer = (/** @type {string} */ id, more = {}) => ({ id, title: id.toUpperCase(), topic: "Netz", seconds: 0, follow: "", follow_s: 0, ...more });
  const record = /** @type {any} */ ({ code: PASSED.code, sheet: emptySheet(), other: null, answers: [answer("a", { grade: 2 }), answer("b"), answer("c")] });
  const cardOf = (/** @type {string} */ id) => (id === "d" ? { id, title: "D", topic: "Client" } : null);
  const times = (/** @type {string} */ id, /** @type {number} */ seconds) => ({ id, seconds, follow_s: 1 });
  const first = withPassed(record, { ...PASSED, answers: [times("b", 30), times("a", 20), times("fremd", 5)] }, cardOf);
  assert.deepEqual(first.answers.map(({ id, seconds, grade }) => [id, seconds, grade]), [["b", 30, undefined], ["a", 20, 2], ["c", 0, undefined]]);
  const corrected = { ...PASSED, sheet: { ...emptySheet(), marks: { zeit: 1 } }, answers: [times("c", 40), times("d", 10)] };
  const second = withPassed(first, corrected, cardOf);
  assert.deepEqual(second.other?.marks, { zeit: 1 });
  assert.deepEqual(second.answers.map(({ id, seconds, title }) => [id, seconds, title]), [["c", 40, "C"], ["d", 10, "D"], ["b", 0, "B"], ["a", 0, "A"]]);
});
