// „Wer muss wann Bescheid wissen?“: the rows of an escalation matrix, asked one by one.

import { button, make } from "../base/elements.mjs";
import { find } from "../base/names.mjs";
import { shuffled } from "../base/shuffling.mjs";
import { explain, makeOption, newName, settle } from "../practice/options.mjs";

/** @typedef {{incident: Element, level: Element, who: Element, by: Element, how: Element}} Row */
/** @typedef {ReturnType<typeof makeQuestion>} Question */

const MOST_OPTIONS = 4;
const FIGURE = /\d+\s+\p{L}+/u;

/**
 * Whether two answers are so close that choosing between them would be a quibble: one is the other's beginning, or both
 * begin with the same figure.
 *
 * @param {string} one
 * @param {string} other
 */
export function alike(one, other) {
  const figure = FIGURE.exec(one)?.[0];
  return one.startsWith(other) || other.startsWith(one) || (figure !== undefined && figure === FIGURE.exec(other)?.[0]);
}

/**
 * The right answer among others from the same column, in a new order.
 *
 * @param {string} right
 * @param {string[]} column
 * @param {() => number} [random]
 */
export function optionsOf(right, column, random) {
  /** @type {string[]} */
  const others = [];
  for (const other of shuffled(column, random)) {
    if (others.length < MOST_OPTIONS - 1 && ![right, ...others].some((each) => alike(each, other))) others.push(other);
  }
  return shuffled([right, ...others], random);
}

/** @param {HTMLElement} section */
export function mount(section) {
  const table = find(section, "table");
  const rows = [...section.querySelectorAll("tbody tr")].map(rowOf);
  const place = make("div", { class: "gp-drill", hidden: true });
  const start = button("Üben: Wer muss wann Bescheid wissen?", () => begin(), { class: "gp-button gp-button--primary" });
  section.prepend(make("p", { class: "gp-actions" }, start));
  section.append(place);

  const begin = () => {
    table.hidden = start.hidden = true;
    place.hidden = false;
    ask(shuffled(rows), 0, 0);
  };
  const end = () => {
    table.hidden = start.hidden = false;
    place.hidden = true;
    place.replaceChildren();
    start.focus();
  };

  /** @param {Row[]} left @param {number} done @param {number} right */
  const ask = (left, done, right) => {
    const [row, ...rest] = left;
    if (!row) return showEnd(done, right);
    const questions = [
      makeQuestion("Wer muss Bescheid wissen?", textOf(row.who), rows.map(({ who }) => textOf(who))),
      makeQuestion("Bis wann?", textOf(row.by), rows.map(({ by }) => textOf(by))),
    ];
    const said = make("p", { class: "gp-drill__said", role: "status" });
    const check = make("button", { class: "gp-button gp-button--primary" }, "Prüfen");
    const actions = make("p", { class: "gp-actions" }, check, button("Beenden", () => showEnd(done, right)));
    const incident = make("p", { class: "gp-drill__incident", tabindex: -1 }, ...row.incident.cloneNode(true).childNodes);
    const form = make("form", { novalidate: true, "aria-label": `Fall ${done + 1} von ${rows.length}` },
      make("p", { class: "gp-drill__place" }, `Fall ${done + 1} von ${rows.length}`), incident, ...questions.map(({ element }) => element), said, actions);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const missing = questions.find((question) => !question.chosen());
      if (missing) {
        said.textContent = "Wähle bei beiden Fragen eine Antwort.";
        return missing.focus();
      }
      const isRight = questions.map((question) => question.check()).every(Boolean);
      const next = button(rest.length ? "Nächster Fall" : "Zum Ergebnis", () => ask(rest, done + 1, right + Number(isRight)), { class: "gp-button gp-button--primary" });
      said.replaceChildren(make("strong", {}, isRight ? "Richtig." : "Nicht ganz."), ` So steht es in der Matrix: ${explained(row)}`);
      actions.replaceChildren(next, button("Beenden", () => showEnd(done + 1, right + Number(isRight))));
      next.focus();
    });
    place.replaceChildren(form);
    incident.focus();
  };

  /** @param {number} done @param {number} right */
  const showEnd = (done, right) => {
    if (!done) return end();
    const result = make("p", { class: "gp-drill__incident", tabindex: -1 }, `${right} von ${done} ganz richtig.`);
    place.replaceChildren(result, make("p", { class: "gp-actions" }, button("Noch einmal", begin, { class: "gp-button gp-button--primary" }), button("Zur Matrix", end)));
    result.focus();
  };
}

/** @param {Element} row @returns {Row} */
function rowOf({ children: [incident, level, who, by, how] }) {
  return { incident, level, who, by, how };
}

/** @param {Element} cell */
const textOf = (cell) => cell.textContent?.trim() ?? "";

/** @param {Row} row */
const explained = ({ level, who, by, how }) => `${textOf(level)}; ${textOf(who)}; ${textOf(by)}; ${textOf(how)}.`;

/** @type {Record<import("../practice/options.mjs").Mark, string>} */
const MARKS = { right: "Richtig", missed: "Das wäre richtig gewesen", wrong: "Falsch" };

/** @param {string} title @param {string} right @param {string[]} column */
function makeQuestion(title, right, column) {
  const name = newName();
  const options = optionsOf(right, column).map((text) => ({ isRight: text === right, ...makeOption("radio", name, text) }));
  return {
    element: make("fieldset", { class: "gp-choice" }, make("legend", {}, title), ...options.map(({ row }) => row)),
    chosen: () => options.some(({ input }) => input.checked),
    focus: () => options[0].input.focus(),
    check() {
      for (const option of options) {
        const mark = settle(option, option.isRight);
        if (mark) explain(option, MARKS[mark]);
      }
      return options.some(({ isRight, input }) => isRight && input.checked);
    },
  };
}
