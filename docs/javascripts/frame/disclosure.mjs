// Everything that folds: notes and answers open together, when addressed, and on paper.

import { find, findAll } from "../base/names.mjs";

const QUESTION = "[id^='frage-']";
const FOLDS = "main [data-fold]";

/**
 * Which of „Alle öffnen“ and „Alle schließen“ would change anything.
 *
 * @param {boolean[]} open whether each of the group is open
 * @returns {{canOpen: boolean, canClose: boolean}}
 */
export function choices(open) {
  return { canOpen: open.some((each) => !each), canClose: open.some((each) => each) };
}

/** @param {ParentNode} element */
export function mount(element) {
  for (const group of findAll(element, "disclosure")) mountGroup(group, foldables(element, FOLDS));
  openAddressed();
  addEventListener("hashchange", openAddressed);
  openForPrint();
}

/**
 * The two buttons over a page's notes or answers; shown only by a script, because they need one.
 *
 * @param {HTMLElement} group
 * @param {HTMLDetailsElement[]} all
 */
function mountGroup(group, all) {
  const [openAll, closeAll] = [find(group, "open-all"), find(group, "close-all")];
  const refresh = () => {
    const { canOpen, canClose } = choices(all.map((each) => each.open));
    openAll.setAttribute("aria-disabled", String(!canOpen));
    closeAll.setAttribute("aria-disabled", String(!canClose));
  };
  openAll.addEventListener("click", () => setAll(all, true));
  closeAll.addEventListener("click", () => setAll(all, false));
  for (const each of all) each.addEventListener("toggle", refresh);
  refresh();
  group.hidden = all.length === 0;
}

/** @param {HTMLDetailsElement[]} all @param {boolean} open */
function setAll(all, open) {
  for (const each of all) each.open = open;
}

/** @param {ParentNode} root @param {string} selector */
const foldables = (root, selector) =>
  [...root.querySelectorAll(selector)].filter((each) => each instanceof HTMLDetailsElement);

/** Open what the address points at, or what folds around it; not while it is being practised. */
function openAddressed() {
  const target = document.querySelector(":target");
  if (!target || target.closest("[data-single]")) return;
  const fold = target.closest("details") ?? (target.matches(QUESTION) ? target.nextElementSibling?.querySelector("details") : null);
  if (!fold || fold.open) return;
  fold.open = true;
  target.scrollIntoView();
}

/** Paper has no fold: open everything before printing, and put it back after. */
function openForPrint() {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = foldables(document, "main details").filter((each) => !each.open);
    setAll(opened, true);
  });
  addEventListener("afterprint", () => {
    setAll(opened, false);
    opened = [];
  });
}
