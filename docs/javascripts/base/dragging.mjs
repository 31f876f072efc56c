// A list whose entries are put in order by mouse and finger; whoever has the list offers keys and buttons for the same.

import { vendor } from "./addresses.mjs";

const MISSING = "Ziehen geht gerade nicht, die Tasten und Pfeile schon:";

/**
 * Let entries be dragged until the signal, once what it takes has come; the list says then that it `data-drags`.
 *
 * @param {HTMLElement} list
 * @param {(item: HTMLElement) => void} onMoved it stands elsewhere
 * @param {AbortSignal} signal
 * @param {{handle?: string, filter?: string}} where selectors of what an entry is held by, or is not
 */
export function mountDragging(list, onMoved, signal, where) {
  start(list, onMoved, where).then(
    (sorting) => (signal.aborted ? sorting.destroy() : signal.addEventListener("abort", () => sorting.destroy())),
    (reason) => console.info(MISSING, reason),
  );
}

/** @param {HTMLElement} list @param {(item: HTMLElement) => void} onMoved @param {{handle?: string, filter?: string}} where @returns {Promise<{destroy: () => void}>} */
async function start(list, onMoved, where) {
  const { Sortable } = await import(vendor("sortablejs/modular/sortable.core.esm.js"));
  /** @type {Element | null} moving an element takes the keyboard from it */
  let focused = null;
  list.dataset.drags = "";
  return Sortable.create(list, {
    ...where,
    onStart: () => { focused = document.activeElement; },
    /** @param {{item: HTMLElement}} moved */
    onUpdate: ({ item }) => {
      onMoved(item);
      if (focused instanceof HTMLElement && list.contains(focused)) focused.focus({ preventScroll: true });
    },
    preventOnFilter: false,
    forceFallback: true,
    fallbackTolerance: 4,
    delay: 120,
    delayOnTouchOnly: true,
    touchStartThreshold: 6,
    animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 140,
    ghostClass: "gp-dragged-from",
    fallbackClass: "gp-dragged",
  });
}
