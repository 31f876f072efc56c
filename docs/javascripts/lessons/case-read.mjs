// Under the last slide of a case study: that it was read, noticed by itself or said with a button, and taken back.

import { find } from "../base/names.mjs";
import { isReadKnown, markRead, onReadChange, readCases } from "../memory/progress.mjs";

/** Who only scrolls past has not read. */
const STAYING_MS = 1500;

/** @param {HTMLElement} place */
export function mount(place) {
  const id = place.dataset.case ?? "";
  const [said, toggle] = [find(place, "said"), find(place, "toggle")];
  const show = () => {
    const isRead = readCases().has(id);
    place.toggleAttribute("data-done", isRead);
    said.textContent = isRead ? "Gelesen. Die Fragen dazu kommen jetzt in „Heute üben“." : "Noch nicht als gelesen gemerkt. Die Fragen dazu kommen in „Heute üben“ zuletzt.";
    toggle.textContent = isRead ? "Doch nicht gelesen" : "Als gelesen merken";
  };
  /** @param {boolean} isRead */
  const mark = (isRead) => {
    if (!markRead(id, isRead)) void import("../memory/settings.mjs").then(({ keptSaid }) => said.append(keptSaid(false, "")));
  };
  toggle.addEventListener("click", () => mark(!readCases().has(id)));
  place.hidden = false;
  show();
  onReadChange(show);
  if (!isReadKnown(id)) whenReached(place, () => isReadKnown(id) || mark(true));
}

/** @param {HTMLElement} place @param {() => void} act once, when somebody has stayed there */
function whenReached(place, act) {
  let timer = 0;
  const observer = new IntersectionObserver((entries) => {
    clearTimeout(timer);
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    timer = Number(setTimeout(() => {
      observer.disconnect();
      act();
    }, STAYING_MS));
  });
  observer.observe(place);
}
