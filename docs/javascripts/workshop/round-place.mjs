// Where the questions to a talk are practised: the round stands in the place of the outline until it is left.

import { make } from "../base/elements.mjs";
import { practise } from "../practice/quiz.mjs";
import { Sections } from "../practice/supply.mjs";

/** @typedef {ReturnType<typeof makeRoundPlace>} RoundPlace */

export function makeRoundPlace() {
  const [place, list, notice] = [make("div", { class: "gp-quiz", hidden: true }), make("div", { class: "gp-questions" }), make("p", { class: "gp-notice", role: "status" })];
  const element = make("div", { class: "gp-round" }, place, list);
  const sections = new Sections();
  let stop = new AbortController();
  return {
    element,
    /** Says what is fetched, and what is lacking. */
    notice,
    get isOn() {
      return !place.hidden;
    },
    close: () => stop.abort(),
    /**
     * @param {import("../practice/listed.mjs").Listed[]} cards
     * @param {{shortest_answer: number, longest_answer: number}} limits in seconds
     * @param {() => void} onLeave
     */
    async start(cards, { shortest_answer: shortest, longest_answer: longest }, onLeave) {
      Object.assign(place.dataset, { shortest, longest });
      stop = new AbortController();
      sections.renew(cards);
      await practise({
        cards, sections, place, notice, signal: stop.signal,
        onArrival: (there) => list.append(...there.map((card) => sections.of(card))),
        onBegin: () => {},
        onLeave() {
          list.replaceChildren();
          onLeave();
        },
      });
    },
  };
}
