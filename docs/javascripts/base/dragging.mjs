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

/** @type {Promise<any> | undefined} */
let loaded;

/** Once: its part that scrolls where an edge is reached is known to it from then on. */
function load() {
  loaded ??= import(vendor("sortablejs/modular/sortable.core.esm.js")).then(({ Sortable, AutoScroll }) => {
    Sortable.mount(new AutoScroll());
    return Sortable;
  });
  loaded.catch(() => { loaded = undefined; });
  return loaded;
}

/** @param {HTMLElement} list @param {(item: HTMLElement) => void} onMoved @param {{handle?: string, filter?: string}} where @returns {Promise<{destroy: () => void}>} */
async function start(list, onMoved, where) {
  const Sortable = await load();
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
    scrollSensitivity: 90,
    animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 140,
    ghostClass: "gp-dragged-from",
    fallbackClass: "gp-dragged",
  });
}
