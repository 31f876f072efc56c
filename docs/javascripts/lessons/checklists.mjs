// Lists to tick: what is ticked stays on the device, is counted, and can be cleared, brought back and printed.

import { button, make } from "../base/elements.mjs";
import { changesTo, ticksOf } from "../base/merging.mjs";
import { openShelf } from "../base/shelf.mjs";

const NOT_KEPT = "Dein Browser lässt hier nichts speichern; die Häkchen gelten, solange diese Seite offen ist.";

/**
 * @param {number} done
 * @param {number} all
 * @param {number} [fitFrom] so many make a topic fit; none for a list that is only worked off
 */
export function countSaid(done, all, fitFrom) {
  if (!fitFrom) return `${done} von ${all} erledigt`;
  return `${done} von ${all}: ${done >= fitFrom ? "geeignet" : `noch nicht geeignet, es müssen ${fitFrom} sein`}`;
}

/** @param {HTMLElement} list */
export function mount(list) {
  const id = list.dataset.ticks ?? "";
  const boxes = /** @type {HTMLInputElement[]} */ ([...list.querySelectorAll("input[type=checkbox]")]);
  const bar = makeBar(list);
  const shelf = openShelf();
  const ticked = () => ticksOf(shelf.read("ticks", id));
  /** @type {Set<string>} what was ticked before clearing */
  let cleared = new Set();

  const show = () => {
    const now = ticked();
    for (const box of boxes) box.checked = now.has(box.value);
    const done = boxes.filter(({ checked }) => checked).length;
    bar.show(countSaid(done, boxes.length, Number(list.dataset.fitFrom)), done, cleared.size > 0);
  };
  /** @param {Set<string>} next */
  const keep = (next) => {
    bar.trouble.hidden = shelf.add([["ticks", id, changesTo(shelf.read("ticks", id), next, Date.now())]]);
    show();
  };
  for (const box of boxes) {
    box.addEventListener("change", () => {
      const others = [...ticked()].filter((other) => other !== box.value);
      keep(new Set(box.checked ? [...others, box.value] : others));
    });
  }
  bar.clear.addEventListener("click", () => {
    cleared = ticked();
    keep(new Set());
    bar.undo.focus();
  });
  bar.undo.addEventListener("click", () => {
    const both = new Set([...ticked(), ...cleared]);
    cleared = new Set();
    keep(both);
    bar.clear.focus();
  });
  shelf.onChange(["ticks"], show);
  show();
}

/**
 * The count and the buttons under a list.
 *
 * @param {HTMLElement} list
 */
function makeBar(list) {
  const said = make("span", { class: "gp-checks__count", role: "status" });
  const clear = button("Häkchen löschen", () => {});
  const undo = button("Löschen rückgängig machen", () => {});
  const trouble = make("p", { class: "gp-checks__trouble", hidden: true }, NOT_KEPT);
  list.append(make("p", { class: "gp-checks__bar" }, said, clear, undo, button("Drucken", () => printPart(list))), trouble);
  return {
    clear,
    undo,
    trouble,
    /** @param {string} count @param {number} done @param {boolean} undoable */
    show(count, done, undoable) {
      if (said.textContent !== count) said.textContent = count;
      clear.hidden = done === 0;
      undo.hidden = !undoable;
    },
  };
}

/** Print a part of the page with its heading, and nothing else. @param {HTMLElement} part */
function printPart(part) {
  const printed = [part, headingOf(part)];
  for (const each of printed) each?.setAttribute("data-printing", "");
  addEventListener("afterprint", () => printed.forEach((each) => each?.removeAttribute("data-printing")), { once: true });
  print();
}

/** @param {Element} part */
function headingOf(part) {
  let before = part.previousElementSibling;
  while (before && !before.matches("h2, h3")) before = before.previousElementSibling;
  return before;
}
