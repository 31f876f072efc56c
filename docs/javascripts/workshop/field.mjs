// A field of the outline: what it is called, what is expected, what was written, and what is wrong with it.

import { make } from "../base/elements.mjs";
import { LONGEST } from "./own-talk.mjs";

/** @typedef {import("./checks.mjs").Finding} Finding */
/** @typedef {ReturnType<typeof makeField>} Field */

/** How each kind of finding is called. */
export const MARKS = { error: "Fehler", warning: "Warnung", hint: "Hinweis" };

/**
 * @param {object} given
 * @param {string} given.id
 * @param {string} given.label
 * @param {string} [given.hint] what is expected
 * @param {number} [given.rows] of a text over several lines
 * @param {string} [given.look]
 * @param {(text: string) => void} given.onInput
 * @param {() => void} given.onLeave
 */
export function makeField({ id, label, hint = "", rows = 0, look = "", onInput, onLeave }) {
  const attributes = { id, class: "gp-entry__input", "data-of-talk": true, maxlength: LONGEST, autocomplete: "off", "aria-describedby": `${id}-hint ${id}-said` };
  const input = rows ? make("textarea", { ...attributes, rows }) : make("input", { ...attributes, type: "text" });
  const said = make("ul", { class: "gp-entry__said", id: `${id}-said` });
  const beside = make("span", { class: "gp-entry__beside" });
  const element = make("div", { class: `gp-entry ${look}` },
    make("label", { class: "gp-entry__label", for: id }, label), beside,
    input, make("p", { class: "gp-entry__hint", id: `${id}-hint` }, hint), said);
  input.addEventListener("input", () => onInput(input.value));
  input.addEventListener("change", onLeave);
  return {
    element,
    input,
    /** Where somebody writes, nothing is put in between. @param {string} text @param {boolean} always */
    show(text, always) {
      if (input.value === text || (!always && document.activeElement === input)) return;
      input.value = text;
      this.misread(false);
    },
    /** Whether what stands there says nothing: what was said before stays. @param {boolean} isMisread */
    misread(isMisread) {
      input.toggleAttribute("data-misread", isMisread);
      input.setAttribute("aria-invalid", String(isMisread));
    },
    /** @param {string} text */
    tell(text) {
      if (beside.textContent !== text) beside.textContent = text;
    },
    /** @param {readonly Finding[]} findings */
    judge(findings) {
      showFindings(said, findings);
      input.toggleAttribute("data-wrong", findings.some(({ severity }) => severity !== "hint"));
    },
  };
}

/** What has not changed stays untouched. @param {HTMLElement} place @param {readonly Finding[]} findings */
export function showFindings(place, findings) {
  const text = findings.map(({ message, hint }) => message + hint).join();
  if (place.dataset.words === text) return;
  place.dataset.words = text;
  place.replaceChildren(...findings.map(({ severity, message, hint }) =>
    make("li", { class: `gp-finding gp-finding--${severity}` }, make("strong", {}, `${MARKS[severity]}: `), `${message}. `, make("span", { class: "gp-finding__cure" }, hint))));
}
