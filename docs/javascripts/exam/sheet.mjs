// The marking sheet to fill in: marks, what measuring knows beside them, and room for words.

import { make } from "../base/elements.mjs";
import { bestOf, factOf, IMPRESSIONS, knockoutSaid, sumOf } from "./marking.mjs";

/** @typedef {import("./marking.mjs").Exam} Exam */
/** @typedef {import("./marking.mjs").Sheet} Sheet */
/** @typedef {import("./marking.mjs").Criterion} Criterion */

/** What is asked for in words. @type {[name: "good" | "change" | "next", label: string][]} */
const WORDS = [["good", "Das war gut, mit Stelle"], ["change", "Das ändere ich, mit Stelle"], ["next", "Nächster Schritt bis zur nächsten Probe"]];

/**
 * @param {object} given
 * @param {Exam} given.exam
 * @param {Sheet} given.sheet
 * @param {import("./marking.mjs").Facts | null} given.facts null where nothing was measured here
 * @param {(sheet: Sheet) => void} given.onChange
 */
export function makeSheet({ exam, sheet: given, facts, onChange }) {
  const { scale, sections, overall, verdicts } = exam.marking_sheet;
  let sheet = given;
  const sums = sections.map(() => make("p", { class: "gp-sheet-marks__sum", role: "status" }));
  const knockout = make("p", { class: "gp-notice gp-sheet-marks__knockout", role: "status" });
  const show = () => {
    for (const [index, { criteria }] of sections.entries()) sums[index].textContent = sumSaid(sumOf(criteria, sheet, bestOf(exam)));
    knockout.textContent = knockoutSaid(exam, sheet);
    knockout.hidden = !knockout.textContent;
  };
  const change = (/** @type {Partial<Sheet>} */ changes) => {
    sheet = { ...sheet, ...changes };
    show();
    onChange(sheet);
  };
  const row = (/** @type {Criterion} */ criterion, /** @type {readonly string[]} */ levels) => makeRow(criterion, levels, sheet, facts ? factOf(criterion.id, facts, exam) : "", {
    onMark: (mark) => change({ marks: { ...sheet.marks, [criterion.id]: mark } }),
    onNote: (note) => change({ notes: { ...sheet.notes, [criterion.id]: note } }),
  });
  show();
  return make("div", { class: "gp-sheet-marks" },
    ...sections.map(({ title, criteria }, index) => make("section", { class: "gp-sheet-marks__section" }, make("h3", {}, title), ...criteria.map((each) => row(each, scale)), sums[index])),
    make("section", { class: "gp-sheet-marks__section" }, make("h3", {}, "Gesamteindruck"), ...overall.map((each) => row(each, IMPRESSIONS)),
      ...(verdicts.length ? [makeChoice("In der wirklichen Prüfung", "urteil", verdicts, sheet.verdict, (verdict) => change({ verdict }))] : [])),
    knockout,
    ...WORDS.map(([name, label]) => makeWords(label, sheet[name], (text) => change({ [name]: text }))));
}

/** @param {ReturnType<typeof sumOf>} sum */
const sumSaid = ({ points, most, marked, count }) => (marked < count ? `Bisher ${points} ${points === 1 ? "Punkt" : "Punkte"}, ${count - marked} von ${count} noch offen` : `${points} von ${most} Punkten`);

/**
 * @param {Criterion} criterion
 * @param {readonly string[]} levels
 * @param {Sheet} sheet
 * @param {string} fact
 * @param {{onMark: (mark: number) => void, onNote: (note: string) => void}} listen
 */
function makeRow({ id, text }, levels, { marks, notes }, fact, { onMark, onNote }) {
  const note = make("input", { type: "text", class: "gp-sheet-marks__note", maxlength: 300, autocomplete: "off", placeholder: "Stelle, Beobachtung", "aria-label": `Beobachtung zu: ${text}` });
  note.value = notes[id] ?? "";
  note.addEventListener("input", () => onNote(note.value));
  return make("div", { class: "gp-sheet-marks__row" },
    makeChoice(text, `punkt-${id}`, levels, marks[id] ?? null, onMark),
    ...(fact ? [make("p", { class: "gp-sheet-marks__fact" }, fact)] : []),
    note);
}

/** @param {string} legend @param {string} name @param {readonly string[]} options @param {number | null} chosen @param {(value: number) => void} onChoose */
function makeChoice(legend, name, options, chosen, onChoose) {
  const element = make("fieldset", { class: "gp-sheet-marks__choice" }, make("legend", {}, legend), make("span", { class: "gp-switch" }, ...options.map((said, value) =>
    make("label", { class: "gp-switch__chip" }, make("input", { type: "radio", name, value, checked: value === chosen }), make("span", {}, said)))));
  element.addEventListener("change", ({ target }) => target instanceof HTMLInputElement && onChoose(Number(target.value)));
  return element;
}

/** @param {string} label @param {string} text @param {(text: string) => void} onInput */
function makeWords(label, text, onInput) {
  const field = make("textarea", { rows: 2, maxlength: 2000 });
  field.value = text;
  field.addEventListener("input", () => onInput(field.value));
  return make("label", { class: "gp-sheet-marks__words" }, make("span", {}, label), field);
}
