// A conversation to try oneself: line by line one names the step that is on, or picks the better of two replies.

import { button, make } from "../base/elements.mjs";
import { find } from "../base/names.mjs";
import { shuffled } from "../base/shuffling.mjs";

/** @typedef {{element: HTMLElement, step: string, worse: Element | null}} Line  with a step: one's own */
/** @typedef {{label: string | Node[], right: boolean}} Choice */

/**
 * @param {{step: string}[]} lines
 * @param {number} from
 * @returns {number} the next line of one's own, or how many lines there are
 */
export function nextOwn(lines, from) {
  const found = lines.findIndex(({ step }, index) => index >= from && step !== "");
  return found < 0 ? lines.length : found;
}

/** @param {number} right @param {number} all */
export function resultSaid(right, all) {
  const share = `${right} von ${all} richtig.`;
  if (right === all) return `${share} Das Gespräch sitzt.`;
  return right >= all / 2 ? `${share} Lies bei den übrigen, warum die andere Antwort besser ist.` : `${share} Lies das Gespräch noch einmal ganz und probiere es dann erneut.`;
}

/** @param {HTMLElement} section */
export function mount(section) {
  const list = /** @type {HTMLElement} */ (section.querySelector("ol"));
  const lines = [...list.children].map((line) => lineOf(/** @type {HTMLElement} */ (line)));
  /** @type {string[]} */
  const steps = JSON.parse(section.dataset.steps ?? "[]");
  const place = make("div", { class: "gp-dialogue__place" });
  const start = button("Selbst probieren", () => begin(), { class: "gp-button gp-button--primary" });
  const heard = make("p", { class: "gp-hidden", "data-no-terms": true, role: "status" });
  list.before(make("p", { class: "gp-actions gp-dialogue__start" }, start));
  list.after(place, heard);

  const begin = () => {
    section.dataset.trying = "";
    for (const line of lines) forget(line);
    goOn({ at: 0, right: 0, all: 0 });
  };
  const end = () => {
    delete section.dataset.trying;
    for (const line of lines) forget(line, true);
    place.replaceChildren();
    start.focus();
  };

  /** Show what the other side says, then ask. @param {{at: number, right: number, all: number}} state */
  const goOn = ({ at, right, all }) => {
    const own = nextOwn(lines, at);
    const before = lines.slice(at, own);
    for (const { element } of before) element.hidden = false;
    heard.textContent = before.map(({ element }) => spoken(element)).join(" ");
    if (own === lines.length) showEnd(right, all);
    else ask(lines[own], (isRight) => showAnswered(lines[own], isRight, () => goOn({ at: own + 1, right: right + Number(isRight), all: all + 1 })));
  };

  /** @param {Line} line @param {(right: boolean) => void} answer */
  const ask = (line, answer) => {
    const { title, choices } = taskOf(line, steps);
    const buttons = choices.map(({ label, right }) => button("", () => answer(right), { class: "gp-button gp-dialogue__choice" }));
    for (const [index, each] of buttons.entries()) each.append(make("kbd", { "aria-hidden": "true" }, String(index + 1)), make("span", {}, ...choices[index].label));
    const heading = make("p", { class: "gp-dialogue__question" }, title);
    const group = make("div", { class: "gp-dialogue__task", role: "group", "aria-label": title, tabindex: -1 }, heading, ...buttons, quit());
    group.dataset.kind = line.worse ? "replies" : "steps";
    group.addEventListener("keydown", (event) => chooseByKey(event, buttons));
    turnTo(group);
  };

  /** @param {Line} line @param {boolean} isRight @param {() => void} then */
  const showAnswered = (line, isRight, then) => {
    const said = line.worse
      ? isRight ? "Gut gewählt." : "Diese Antwort ist besser:"
      : isRight ? `Richtig: ${line.step}.` : `Hier kommt: ${line.step}.`;
    line.element.hidden = false;
    line.element.dataset.answered = isRight ? "right" : "wrong";
    line.element.prepend(make("p", { class: "gp-line__verdict", "data-verdict": true }, said));
    for (const more of line.element.querySelectorAll("details")) more.open = true;
    heard.textContent = `${said} ${spoken(line.element)} ${line.element.querySelector("[data-why]")?.textContent ?? ""}`;
    const next = button("Weiter", then, { class: "gp-button gp-button--primary" });
    place.replaceChildren(make("p", { class: "gp-actions" }, next, quit()));
    next.focus({ preventScroll: true });
    reveal(line.element, place);
  };

  /** @param {number} right @param {number} all */
  const showEnd = (right, all) => {
    const result = make("p", { class: "gp-dialogue__result" }, resultSaid(right, all));
    const again = button("Noch einmal", begin, { class: "gp-button gp-button--primary" });
    turnTo(make("div", { class: "gp-dialogue__task", role: "group", "aria-label": "Ergebnis", tabindex: -1 }, result, make("p", { class: "gp-actions" }, again, button("Ganz lesen", end))));
  };

  const quit = () => button("Beenden", end, { class: "gp-button gp-dialogue__quit" });
  /** @param {HTMLElement} group */
  const turnTo = (group) => {
    place.replaceChildren(group);
    group.focus({ preventScroll: true });
    reveal(lines.findLast(({ element }) => !element.hidden)?.element ?? group, group);
  };
  section.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && "trying" in section.dataset) end();
  });
}

/** @param {HTMLElement} element @returns {Line} */
const lineOf = (element) => ({ element, step: element.dataset.step ?? "", worse: element.querySelector("[data-worse]") });

/**
 * What is asked at a line of one's own: a worse reply makes it a choice of two, else the steps are to choose from.
 *
 * @param {Line} line
 * @param {string[]} steps
 * @returns {{title: string, choices: Choice[]}}
 */
function taskOf({ element, step, worse }, steps) {
  if (!worse) return { title: "Du bist an der Reihe. Welcher Schritt kommt jetzt?", choices: steps.map((label) => ({ label, right: label === step })) };
  const better = find(element, "text");
  const replies = [{ label: copies(better), right: true }, { label: copies(worse), right: false }];
  return { title: "Du bist an der Reihe. Welche Antwort ist besser?", choices: shuffled(replies) };
}

/** What an element says, for a button: without links, such as those to the glossary. @param {Element} element */
function copies(element) {
  const copy = /** @type {Element} */ (element.cloneNode(true));
  for (const link of copy.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  return [...copy.childNodes];
}

/** Back to how it was read. @param {Line} line @param {boolean} [shown] */
function forget({ element }, shown = false) {
  element.hidden = !shown;
  delete element.dataset.answered;
  element.querySelector("[data-verdict]")?.remove();
  for (const more of element.querySelectorAll("details")) more.open = false;
}

/** @param {HTMLElement} element */
const spoken = (element) => `${find(element, "speaker").firstChild?.textContent?.trim()}: ${find(element, "text").textContent}`;

/** @param {KeyboardEvent} event @param {HTMLButtonElement[]} buttons */
function chooseByKey(event, buttons) {
  const chosen = event.ctrlKey || event.altKey || event.metaKey ? undefined : buttons[Number(event.key) - 1];
  if (!chosen) return;
  event.preventDefault();
  chosen.click();
}

/** Scroll no more than needed to see the last line and what follows it. @param {Element} line @param {Element} task */
function reveal(line, task) {
  task.scrollIntoView({ block: "nearest" });
  if (line.getBoundingClientRect().top < 0) line.scrollIntoView({ block: "start" });
}
