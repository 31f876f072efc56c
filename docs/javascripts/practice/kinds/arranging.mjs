// A list that is put in order: by dragging, by touch, by the buttons of each row, and by keyboard.

import { mountDragging } from "../../base/dragging.mjs";
import { make } from "../../base/elements.mjs";
import { shuffled } from "../../base/shuffling.mjs";

/**
 * A mixed order that is not the right one, unless there is no other.
 *
 * @param {string[]} right what belongs to each place
 * @param {() => number} [random]
 * @returns {number[]} for each place the index of what stands there
 */
export function disordered(right, random) {
  const mixed = shuffled(right.map((_, index) => index), random);
  for (let turn = 0; turn < right.length && inPlace(mixed, right).every(Boolean); turn += 1) mixed.push(Number(mixed.shift()));
  return mixed;
}

/**
 * Which places hold what belongs there; the same words are as good wherever they come from.
 *
 * @param {number[]} order
 * @param {string[]} right
 */
export const inPlace = (order, right) => order.map((index, place) => right[index] === right[place]);

/** The entries of a list that stand in some other order. @param {Element} list */
export const inRightOrder = (list) => [...list.children].toSorted((one, other) => placeOf(one) - placeOf(other));

/** @param {Element} item */
const placeOf = (item) => Number(item.getAttribute("data-place"));

/**
 * @param {Element[]} items what is put in order, in the right order
 * @param {Element[]} labels what stands fixed beside each place; none for a plain order
 * @param {(text: string) => void} say
 * @param {() => number} [random]
 * @returns {import("../task.mjs").Task}
 */
export function arrangingTask(items, labels, say, random) {
  const right = items.map(textOf);
  const rows = disordered(right, random).map((index) => makeRow(items[index], index));
  const list = make("ol", { class: "gp-arrange__rows" }, ...rows);
  const element = make("div", { class: "gp-arrange", "data-arrange": true }, list);
  if (labels.length) {
    element.classList.add("gp-arrange--pairs");
    element.style.setProperty("--rows", String(labels.length));
    element.prepend(make("ol", { class: "gp-arrange__labels" }, ...labels.map((label) => make("li", {}, make("span", {}, ...copies(label))))));
  }
  const belongs = labels.length ? (/** @type {number} */ place) => `hierher: ${right[place]}` : (/** @type {number} */ _, /** @type {number} */ index) => `gehört auf Platz ${index + 1}`;
  const places = labels.length ? labels.map((label) => `bei „${textOf(label)}“`) : items.map((_, place) => `Platz ${place + 1} von ${items.length}`);
  const moving = new Moving(list, places, say);
  const check = () => {
    const found = checked(list, right, moving, belongs);
    return { right: moving.moved ? found.filter(Boolean).length : 0, all: found.length };
  };
  const lacking = "Bring erst etwas an seinen Platz: So, wie es steht, ist es gemischt.";
  const given = () => (moving.moved ? indicesIn(list) : []);
  return { element, any: () => moving.moved, lacking, check, given, resume: (before) => moving.resume(before), dispose: () => moving.stop() };
}

/** @param {Element} element */
const textOf = (element) => element.textContent?.trim() ?? "";

/** @param {Element} element */
const copies = (element) => element.cloneNode(true).childNodes;

/** @param {Element} item @param {number} index */
function makeRow(item, index) {
  /** @param {string} name @param {string} sign @param {string} label */
  const control = (name, sign, label) =>
    make("button", { type: "button", class: `gp-arrange__${name}`, [`data-${name}`]: true, "aria-label": `${textOf(item)}: ${label}` }, sign);
  const grip = control("grip", "⠿", "verschieben");
  grip.setAttribute("aria-pressed", "false");
  const text = make("span", { class: "gp-arrange__text", "data-item": true }, ...copies(item));
  return make("li", { class: "gp-arrange__row", "data-index": index }, grip, text, control("up", "↑", "nach oben"), control("down", "↓", "nach unten"));
}

/** @param {HTMLElement} list @returns {HTMLElement[]} */
const rowsOf = (list) => [...list.children].filter((row) => row instanceof HTMLElement);

/** @param {HTMLElement} list which item stands at each place */
const indicesIn = (list) => rowsOf(list).map((row) => Number(row.dataset.index));

/** What moves the rows of a list, until it is stopped. */
class Moving {
  #list;
  #places;
  #say;
  #ended = new AbortController();
  /** @type {{row: HTMLElement, from: number} | null} */
  #grabbed = null;
  /** Whether anything stands where the learner put it. */
  moved = false;

  /** @param {HTMLElement} list @param {string[]} places what each place is called @param {(text: string) => void} say */
  constructor(list, places, say) {
    this.#list = list;
    this.#places = places;
    this.#say = say;
    const { signal } = this.#ended;
    list.addEventListener("click", (event) => this.#click(event), { signal });
    list.addEventListener("keydown", (event) => this.#key(event), { signal });
    list.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget instanceof Element && !this.#grabbed?.row.contains(relatedTarget)) this.#grab(null);
    }, { signal });
    this.#showEnds();
    mountDragging(list, (row) => this.#tell(row), signal, { filter: "[data-up], [data-down]" });
  }

  stop() {
    this.#ended.abort();
  }

  /** Let the rows stand as they were left; nothing where others are meant. @param {(number | string)[]} indices */
  resume(indices) {
    const rows = new Map(rowsOf(this.#list).map((row) => [Number(row.dataset.index), row]));
    const found = [...new Set(indices)].flatMap((index) => rows.get(Number(index)) ?? []);
    if (found.length !== rows.size || indices.length !== rows.size) return;
    this.#list.append(...found);
    this.moved = true;
    this.#showEnds();
  }

  /** @param {HTMLElement} row */
  #placeOf(row) {
    return rowsOf(this.#list).indexOf(row);
  }

  /** At an end there is no further: the button stays, so that it keeps the focus, and does nothing. */
  #showEnds() {
    const rows = rowsOf(this.#list);
    for (const [place, row] of rows.entries()) {
      row.querySelector("[data-up]")?.setAttribute("aria-disabled", String(place === 0));
      row.querySelector("[data-down]")?.setAttribute("aria-disabled", String(place === rows.length - 1));
    }
  }

  /** A row stands elsewhere. @param {HTMLElement} row */
  #tell(row) {
    this.moved = true;
    this.#showEnds();
    this.#list.dispatchEvent(new Event("input", { bubbles: true }));
    this.#say(`${textOf(row.querySelector("[data-item]") ?? row)}: ${this.#places[this.#placeOf(row)]}`);
  }

  /** @param {HTMLElement} row @param {number} place */
  #move(row, place) {
    const others = rowsOf(this.#list).filter((each) => each !== row);
    if (place < 0 || place > others.length) return;
    const focused = document.activeElement;
    this.#list.insertBefore(row, others[place] ?? null);
    if (focused instanceof HTMLElement && row.contains(focused)) focused.focus();
    this.#tell(row);
  }

  /** @param {HTMLElement | null} row null to let go */
  #grab(row) {
    this.#grabbed?.row.querySelector("[data-grip]")?.setAttribute("aria-pressed", "false");
    this.#grabbed = row && { row, from: this.#placeOf(row) };
    row?.querySelector("[data-grip]")?.setAttribute("aria-pressed", "true");
  }

  /** @param {MouseEvent} event */
  #click({ target }) {
    const control = target instanceof Element ? target.closest("button") : null;
    const row = control?.closest("li");
    if (!control || !row) return;
    if (control.matches("[data-up]")) return this.#move(row, this.#placeOf(row) - 1);
    if (control.matches("[data-down]")) return this.#move(row, this.#placeOf(row) + 1);
    const held = this.#grabbed?.row === row;
    this.#grab(held ? null : row);
    this.#say(held ? "Abgelegt." : "Aufgenommen: mit den Pfeiltasten verschieben, mit der Leertaste ablegen, mit Escape zurück.");
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const row = event.target instanceof Element ? event.target.closest("li") : null;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!row || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "Escape" && this.#grabbed) this.#putBack(this.#grabbed);
    else if (!step) return;
    else if (event.altKey || this.#grabbed?.row === row) this.#move(row, this.#placeOf(row) + step);
    else rowsOf(this.#list)[this.#placeOf(row) + step]?.querySelector("button")?.focus();
    event.preventDefault();
  }

  /** @param {{row: HTMLElement, from: number}} grabbed */
  #putBack({ row, from }) {
    this.#move(row, from);
    this.#grab(null);
  }
}

/**
 * Mark what is right, say where the rest belongs, and let nothing move any more.
 *
 * @param {HTMLElement} list
 * @param {string[]} right
 * @param {Moving} moving
 * @param {(place: number, index: number) => string} belongs what to say at a place where the item of another place stands
 */
function checked(list, right, moving, belongs) {
  moving.stop();
  const rows = rowsOf(list);
  const found = inPlace(indicesIn(list), right);
  for (const [place, row] of rows.entries()) {
    for (const control of row.querySelectorAll("button")) control.remove();
    row.dataset.state = found[place] ? "right" : "wrong";
    row.append(make("span", { class: "gp-mark-state" }, found[place] ? "richtig" : belongs(place, Number(row.dataset.index))));
  }
  return found;
}
