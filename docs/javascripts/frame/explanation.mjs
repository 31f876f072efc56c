// What a marked term means, shown beside it: one explanation at a time, on hover, focus or tap.

/** @typedef {Pick<DOMRect, "left" | "top" | "bottom">} Spot */
/** @typedef {{width: number, height: number}} Size */

const GAP = 6;
const EDGE = 8;
const SHOW_MS = 150;
const HIDE_MS = 300;

/**
 * Where an explanation fits: under its word, above it where there is no room, and never over the edge.
 *
 * @param {Spot} word
 * @param {Size} tip
 * @param {Size} view
 */
export function placeOf(word, tip, view) {
  const under = word.bottom + GAP;
  const above = word.top - GAP - tip.height;
  const left = Math.max(EDGE, Math.min(word.left, view.width - tip.width - EDGE));
  return { left, top: under + tip.height > view.height && above >= 0 ? above : under };
}

/** @param {(word: Element) => string | undefined} meaningOf what a marked word means */
export function mount(meaningOf) {
  const tip = new Tip(meaningOf);
  let tapped = false;
  addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType !== "touch") tip.follow(target);
  });
  addEventListener("pointerdown", ({ target, pointerType }) => {
    const word = wordAt(target);
    tapped = pointerType === "touch" && word !== tip.shown;
    if (!word && !tip.has(target)) tip.show(null);
  });
  addEventListener("click", (event) => {
    const word = wordAt(event.target);
    if (!word || !tapped) return;
    event.preventDefault();
    tip.show(word);
  });
  addEventListener("focusin", ({ target }) => {
    if (!tip.has(target)) tip.show(wordAt(target));
  });
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape") tip.show(null);
  });
}

class Tip {
  /** @type {HTMLElement | null} the word that is explained */
  shown = null;
  #timer = 0;
  #box = document.createElement("div");
  #text = document.createElement("span");
  #more = document.createElement("a");
  #meaningOf;

  /** @param {(word: Element) => string | undefined} meaningOf */
  constructor(meaningOf) {
    this.#meaningOf = meaningOf;
    this.#box.className = "gp-tip";
    this.#box.hidden = true;
    this.#text.id = "gp-tip";
    this.#text.setAttribute("role", "tooltip");
    this.#more.textContent = "Im Glossar";
    this.#more.tabIndex = -1; // The keyboard has the word itself.
    this.#box.append(this.#text, " ", this.#more);
    document.body.append(this.#box);
  }

  /** @param {EventTarget | null} target */
  has(target) {
    return target instanceof Node && this.#box.contains(target);
  }

  /** @param {HTMLElement | null} word */
  show(word) {
    clearTimeout(this.#timer);
    this.shown?.removeAttribute("aria-describedby");
    const meaning = word && this.#meaningOf(word);
    this.shown = meaning ? word : null;
    this.#box.hidden = !meaning;
    if (!meaning) return;
    this.#text.textContent = meaning;
    this.#more.setAttribute("href", word.getAttribute("href") ?? "");
    word.setAttribute("aria-describedby", this.#text.id);
    this.#place(word);
  }

  /** What the mouse rests on is explained, and stays so while it goes over to the explanation. @param {EventTarget | null} target */
  follow(target) {
    const word = wordAt(target);
    clearTimeout(this.#timer);
    if (this.has(target) || word === this.shown || (!word && this.shown === document.activeElement)) return;
    this.#timer = setTimeout(() => this.show(word), word ? SHOW_MS : HIDE_MS);
  }

  /** @param {HTMLElement} word */
  #place(word) {
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const { left, top } = placeOf(word.getClientRects()[0], this.#box.getBoundingClientRect(), { width, height });
    this.#box.style.left = `${left + scrollX}px`;
    this.#box.style.top = `${top + scrollY}px`;
  }
}

/** @param {EventTarget | null} target @returns {HTMLElement | null} */
const wordAt = (target) => (target instanceof Element ? target.closest("a[data-term]") : null);
