// Two marking sheets of the same exam beside each other, line by line. Pure.

import { bestOf, criteriaOf, fitted, IMPRESSIONS, sumOf } from "./marking.mjs";

/** @typedef {import("./marking.mjs").Exam} Exam */
/** @typedef {import("./marking.mjs").Sheet} Sheet */
/** @typedef {import("./marking.mjs").Criterion} Criterion */
/** @typedef {{kind: "part" | "point" | "sum" | "word", text: string, said: [string, string], notes: [string, string], difference: string}} Line */

const NONE = /** @type {[string, string]} */ (["", ""]);

/** @param {Exam} exam @param {Sheet} one @param {Sheet} other @returns {Line[]} */
export function comparedLines(exam, one, other) {
  const { sections, overall, verdicts } = exam.marking_sheet;
  const both = /** @type {[Sheet, Sheet]} */ ([fitted(one, exam), fitted(other, exam)]);
  const verdict = each(both, ({ verdict: place }) => (place === null ? "–" : verdicts[place]));
  return [
    ...sections.flatMap(({ title, criteria }) => [partLine(title), ...criteria.map((each) => pointLine(each, both)), sumLine("Summe", criteria, both, bestOf(exam))]),
    ...(sections.length > 1 ? [sumLine("Zusammen", criteriaOf(exam), both, bestOf(exam))] : []),
    partLine("Gesamteindruck"),
    ...overall.map(({ id, text }) => wordLine(text, each(both, ({ marks }) => IMPRESSIONS[marks[id]] ?? "–"), each(both, ({ notes }) => notes[id] ?? ""))),
    ...(verdicts.length ? [wordLine("In der wirklichen Prüfung", verdict, NONE)] : []),
  ];
}

/** @template Value @param {[Sheet, Sheet]} both @param {(sheet: Sheet) => Value} of @returns {[Value, Value]} */
const each = ([one, other], of) => [of(one), of(other)];

/** @param {string} text @returns {Line} */
const partLine = (text) => ({ kind: "part", text, said: NONE, notes: NONE, difference: "" });

/** @param {Criterion} criterion @param {[Sheet, Sheet]} both @returns {Line} */
function pointLine({ id, text }, both) {
  const [one, other] = each(both, ({ marks }) => (Object.hasOwn(marks, id) ? marks[id] : null));
  return {
    kind: "point", text, said: [String(one ?? "–"), String(other ?? "–")], notes: each(both, ({ notes }) => notes[id] ?? ""),
    difference: one === null || other === null ? "" : differenceSaid(other - one),
  };
}

/** @param {string} text @param {readonly Criterion[]} criteria @param {[Sheet, Sheet]} both @param {number} best @returns {Line} */
function sumLine(text, criteria, both, best) {
  const sums = each(both, (sheet) => sumOf(criteria, sheet, best));
  const areWhole = sums.every(({ marked, count }) => marked === count);
  return {
    kind: "sum", text, said: [`${sums[0].points} von ${sums[0].most}`, `${sums[1].points} von ${sums[1].most}`],
    notes: [openSaid(sums[0]), openSaid(sums[1])], difference: areWhole ? differenceSaid(sums[1].points - sums[0].points) : "",
  };
}

/** @param {string} text @param {[string, string]} said @param {[string, string]} notes @returns {Line} */
const wordLine = (text, said, notes) => ({ kind: "word", text, said, notes, difference: "" });

/** @param {ReturnType<typeof sumOf>} sum */
const openSaid = ({ marked, count }) => (marked < count ? `${count - marked} offen` : "");

/** @param {number} points */
const differenceSaid = (points) => (points ? `${points > 0 ? "+" : "−"}${Math.abs(points)}` : "=");
