// What a short test is to be about: topics, how many questions, and whether a clock runs.

import { button, make } from "../../base/elements.mjs";
import { makeSwitch } from "../bar.mjs";
import { minutesFor } from "../kinds.mjs";
import { askedBy, countsOf, makeWish, wishesFor } from "./drawing.mjs";

/** @typedef {import("../listed.mjs").Listed} Listed */
/** @typedef {import("./drawing.mjs").Wishes} Wishes */

const MOST_MINUTES = 180;

/**
 * @param {Listed[]} all that can be asked
 * @param {Wishes | null} before what was wished the last time
 * @param {import("../../memory/situation.mjs").Exams} exams
 * @param {string | null} exam the one that is chosen
 * @param {(wishes: Wishes, cards: Listed[]) => void} onBegin with the cards of the topics
 */
export function makeSetup(all, before, exams, exam, onBegin) {
  const place = make("div", { class: "gp-test__setup", role: "group", "aria-label": "Neuer Kurztest" });
  if (!all.length) {
    place.append("Noch gibt es hier keine Fragen, die sich selbst auswerten.");
    return place;
  }
  const forms = make("div", {});
  /** @param {string | null} which */
  const show = (which) => forms.replaceChildren(makeForm(askedBy(all, which), before, which, onBegin));
  place.append(...(Object.keys(exams).length > 1 ? [makeExams(exams, exam, show)] : []), forms);
  show(exam);
  return place;
}

/** @param {import("../../memory/situation.mjs").Exams} exams @param {string | null} exam @param {(which: string | null) => void} onChange */
function makeExams(exams, exam, onChange) {
  const options = Object.entries(exams).map(([id, { name }]) => make("option", { value: id, selected: id === exam }, name));
  const field = make("select", { class: "gp-test__exam", "aria-label": "Prüfung" }, make("option", { value: "" }, "Alle"), ...options);
  field.addEventListener("change", () => onChange(field.value || null));
  return part("Für welche Prüfung?", make("div", { class: "gp-test__exams" }, field));
}

/** @param {string} legend @param {...Node} content */
const part = (legend, ...content) => make("fieldset", { class: "gp-test__part" }, make("legend", {}, legend), ...content);

/** @param {Listed[]} cards @param {Wishes | null} before @param {string | null} exam @param {(wishes: Wishes, cards: Listed[]) => void} onBegin */
function makeForm(cards, before, exam, onBegin) {
  const usual = wishesFor(cards, before, exam);
  let timed = usual.minutes !== null;
  let follows = usual.minutes === null || usual.minutes === usual.count;
  const chosen = () => cards.filter(({ topic }) => topics.chosen().includes(topic));
  const follow = () => {
    const there = chosen();
    count.limit(there.length);
    if (follows) minutes.set(count.value());
    of.textContent = there.length ? `von ${there.length}` : "";
    hint.textContent = "";
    said.textContent = there.length ? saidOf(there, count.value(), timed ? minutes.value() : null) : "";
    timing.hidden = !timed;
  };
  const topics = makeTopics(countsOf(cards), usual.topics, () => follow());
  const count = makeStepper("Anzahl der Fragen", usual.count, cards.length, () => follow());
  const minutes = makeStepper("Minuten", usual.minutes ?? usual.count, MOST_MINUTES, () => {
    follows = false;
    follow();
  });
  const of = make("span", { class: "gp-test__of" });
  const said = make("p", { class: "gp-test__estimate" });
  const hint = make("p", { class: "gp-task__hint", role: "alert" });
  const timing = make("div", { class: "gp-test__steps" }, minutes.element, make("span", { class: "gp-test__of" }, "Minuten"));
  const timer = makeSwitch("Uhr", { off: "Ohne Uhr", on: "Mit Uhr" }, timed ? "on" : "off", (each) => {
    timed = each === "on";
    follow();
  });
  const form = make("form", { novalidate: true },
    part("Worüber?", ...topics.elements),
    make("div", { class: "gp-test__row" },
      part("Wie viele Fragen?", make("div", { class: "gp-test__steps" }, count.element, of)),
      part("Mit Uhr?", make("div", { class: "gp-test__steps" }, timer, timing))),
    hint, make("p", { class: "gp-actions gp-test__begin" }, make("button", { class: "gp-button gp-button--primary" }, "Kurztest beginnen"), said));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const there = chosen();
    if (!there.length) return void (hint.textContent = "Wähle mindestens ein Themengebiet.");
    onBegin({ topics: topics.chosen(), count: count.value(), minutes: timed ? minutes.value() : null, exam }, there);
  });
  follow();
  return form;
}

/** @param {Listed[]} there @param {number} count @param {number | null} minutes */
function saidOf(there, count, minutes) {
  if (minutes !== null) return `Nach ${minutes === 1 ? "einer Minute" : `${minutes} Minuten`} gibt er sich selbst ab.`;
  const about = Math.max(1, Math.round((minutesFor(there) * count) / there.length));
  return `Du brauchst etwa ${about === 1 ? "eine Minute" : `${about} Minuten`}.`;
}

/** @param {Map<string, number>} counts @param {string[]} wished @param {() => void} onChange */
function makeTopics(counts, wished, onChange) {
  const boxes = [...counts.keys()].map((topic) => {
    const box = make("input", { type: "checkbox", value: topic });
    box.checked = wished.includes(topic);
    return box;
  });
  const chips = boxes.map((box) =>
    make("label", { class: "gp-test__topic" }, box, make("span", { class: "gp-test__name" }, box.value), " ", make("span", { class: "gp-test__count" }, String(counts.get(box.value)))));
  const list = make("div", { class: "gp-test__topics" }, ...chips);
  const whole = button("", () => {
    const all = !boxes.every(({ checked }) => checked);
    for (const box of boxes) box.checked = all;
    follow();
  }, { class: "gp-test__all" });
  const follow = () => {
    whole.textContent = boxes.every(({ checked }) => checked) ? "Keines auswählen" : "Alle auswählen";
    onChange();
  };
  list.addEventListener("change", follow);
  whole.textContent = wished.length === boxes.length ? "Keines auswählen" : "Alle auswählen";
  return { elements: [list, whole], chosen: () => boxes.filter(({ checked }) => checked).map(({ value }) => value) };
}

/** A whole number with less and more beside it. @param {string} label @param {number} value @param {number} most @param {() => void} onChange */
function makeStepper(label, value, most, onChange) {
  const field = make("input", { type: "number", class: "gp-test__field", min: 1, inputmode: "numeric", "aria-label": label });
  const wish = makeWish(value, most);
  const show = () => { field.value = String(wish.value()); };
  const set = (/** @type {number} */ wanted) => {
    wish.set(wanted);
    show();
  };
  const change = (/** @type {number} */ wanted) => {
    set(wanted);
    onChange();
  };
  const limit = (/** @type {number} */ there) => {
    wish.limit(there);
    if (there) field.max = String(there);
    show();
  };
  field.addEventListener("change", () => change(field.valueAsNumber));
  limit(most);
  const step = (/** @type {string} */ sign, /** @type {number} */ by, /** @type {string} */ said) =>
    button(sign, () => change(wish.value() + by), { class: "gp-button gp-test__step", "aria-label": `${label}: eins ${said}` });
  return { element: make("span", { class: "gp-test__stepper" }, step("−", -1, "weniger"), field, step("+", 1, "mehr")), value: wish.value, set, limit };
}
