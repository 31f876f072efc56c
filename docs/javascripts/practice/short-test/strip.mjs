// All questions of a short test as a row of numbers: where one is, what is answered, what is flagged.

import { make } from "../../base/elements.mjs";
import { isAnswered, isFlagged, standsSaid } from "./paper.mjs";

/** @typedef {import("./paper.mjs").Paper} Paper */

/** @type {Record<string, (at: number, last: number) => number>} */
const MOVES = { ArrowLeft: (at) => at - 1, ArrowRight: (at) => at + 1, Home: () => 0, End: (_, last) => last };

/** @param {number} count @param {(place: number) => void} onPick */
export function makeStrip(count, onPick) {
  const buttons = Array.from({ length: count }, (_, place) => {
    const button = make("button", { type: "button", class: "gp-test__number" }, String(place + 1));
    button.addEventListener("click", () => onPick(place));
    return button;
  });
  const element = make("nav", { class: "gp-test__strip", "aria-label": "Alle Fragen" }, make("ol", {}, ...buttons.map((button) => make("li", {}, button))));
  element.addEventListener("keydown", (event) => {
    const at = buttons.findIndex((button) => button === event.target);
    const move = MOVES[event.key];
    if (at < 0 || !move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    buttons[move(at, count - 1)]?.focus();
  });
  return {
    element,
    /** @param {Paper} paper @param {boolean} isHere whether a question is shown, and not the end */
    show(paper, isHere) {
      for (const [place, button] of buttons.entries()) {
        const here = isHere && place === paper.place;
        button.toggleAttribute("data-given", isAnswered(paper, paper.ids[place]));
        button.toggleAttribute("data-flagged", isFlagged(paper, paper.ids[place]));
        button.setAttribute("aria-label", standsSaid(paper, place));
        button.tabIndex = place === paper.place ? 0 : -1;
        if (here) button.setAttribute("aria-current", "step");
        else button.removeAttribute("aria-current");
      }
      const frame = /** @type {HTMLElement} */ (element.firstElementChild);
      const { offsetTop, offsetHeight } = buttons[paper.place];
      frame.scrollTo({ top: offsetTop - (frame.clientHeight - offsetHeight) / 2, behavior: "instant" });
    },
  };
}
