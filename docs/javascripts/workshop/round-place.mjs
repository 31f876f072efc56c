// Where the questions to a talk are practised: the round stands in the place of the outline until it is left.

import { make } from "../base/elements.mjs";
import { sayUnloadable, Sections } from "../practice/supply.mjs";

/** @typedef {ReturnType<typeof makeRoundPlace>} RoundPlace */

export function makeRoundPlace() {
  const [place, list, notice] = [make("div", { class: "gp-quiz", hidden: true }), make("div", { class: "gp-questions" }), make("p", { class: "gp-notice", role: "status" })];
  const [element, waiting] = [make("div", { class: "gp-round" }, place, list), make("div", {}, notice)];
  const sections = new Sections();
  let stop = new AbortController();
  let isStarting = false;
  /** @param {import("../practice/listed.mjs").Listed[]} cards @param {() => void} onLeave */
  async function begin(cards, onLeave) {
    const choosing = await import("../practice/choosing.mjs").catch(() => null);
    if (!choosing) return sayUnloadable(notice, () => void begin(cards, onLeave));
    await choosing.practise({
      cards, sections, place, notice, signal: stop.signal,
      onArrival: (there) => list.append(...there.map((card) => sections.of(card))),
      onBegin: () => place.after(notice),
      onLeave() {
        list.replaceChildren();
        waiting.append(notice);
        onLeave();
      },
    });
  }
  return {
    element,
    /** Where it is said what is fetched, until a round has begun. */
    waiting,
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
      if (isStarting) return;
      isStarting = true;
      Object.assign(place.dataset, { shortest, longest });
      stop = new AbortController();
      sections.renew(cards);
      await begin(cards, onLeave);
      isStarting = false;
    },
  };
}
