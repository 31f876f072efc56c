// Two marking sheets side by side, to be chosen of all that this device has.

import { make } from "../base/elements.mjs";
import { comparedLines } from "./comparing.mjs";

/** @typedef {import("./marking.mjs").Exam} Exam */
/** @typedef {import("./marking.mjs").Sheet} Sheet */
/** @typedef {{id: string, title: string, sheet: Sheet}} Choice */

/**
 * @param {Exam} exam
 * @returns {{element: HTMLElement, show: (choices: readonly Choice[]) => void}} hidden where there are not two
 */
export function makeComparison(exam) {
  const place = make("div", { class: "gp-compared__place" });
  const selects = ["Erster Bogen", "Zweiter Bogen"].map((label) => ({ label, select: make("select", {}) }));
  const element = make("details", { class: "gp-proposal gp-compared", hidden: true },
    make("summary", {}, "Zwei Bögen vergleichen"),
    make("p", { class: "gp-compared__choice" }, ...selects.map(({ label, select }) => make("label", {}, make("span", {}, label), select))),
    place);
  /** @type {readonly Choice[]} */
  let choices = [];
  const draw = () => {
    const [one, other] = selects.map(({ select }) => choices.find(({ id }) => id === select.value));
    if (element.open && one && other) place.replaceChildren(table(exam, one, other));
  };
  for (const { select } of selects) select.addEventListener("change", draw);
  element.addEventListener("toggle", draw);
  return {
    element,
    show(given) {
      choices = given;
      element.hidden = choices.length < 2;
      for (const [index, { select }] of selects.entries()) offer(select, choices, element.open ? select.value : "", index);
      draw();
    },
  };
}

/** @param {HTMLSelectElement} select @param {readonly Choice[]} choices @param {string} chosen stays so as long as it is there @param {number} index of what is chosen otherwise */
function offer(select, choices, chosen, index) {
  select.replaceChildren(...choices.map(({ id, title }) => make("option", { value: id }, title)));
  select.value = choices.some(({ id }) => id === chosen) ? chosen : choices.at(index)?.id ?? "";
}

/** @param {Exam} exam @param {Choice} one @param {Choice} other */
function table(exam, one, other) {
  const heads = ["Punkt", one.title, other.title].map((text) => make("th", { scope: "col" }, text));
  return make("table", { class: "gp-compared__table" },
    make("thead", {}, make("tr", {}, ...heads, make("th", { scope: "col" }, make("span", { "aria-hidden": "true" }, "±"), make("span", { class: "gp-hidden" }, "Unterschied")))),
    make("tbody", {}, ...comparedLines(exam, one.sheet, other.sheet).map(line)));
}

/** @param {import("./comparing.mjs").Line} line */
function line({ kind, text, said, notes, difference }) {
  if (kind === "part") return make("tr", { class: "gp-compared__part" }, make("th", { scope: "colgroup", colspan: 4 }, text));
  const cells = said.map((each, index) => make("td", {}, each, ...(notes[index] ? [make("span", { class: "gp-compared__note" }, notes[index])] : [])));
  return make("tr", { class: `gp-compared__${kind}` }, make("th", { scope: "row" }, text), ...cells, make("td", {}, difference));
}
