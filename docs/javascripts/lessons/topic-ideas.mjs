// Ideas for a talk: one of them can be taken as one's own topic, and left again.

import { button, make } from "../base/elements.mjs";
import { findAll } from "../base/names.mjs";
import { onSettingsChange, readWay, writeWay } from "../memory/settings.mjs";

/** @typedef {import("../memory/settings.mjs").Focus} Focus */

/** @param {HTMLElement} list */
export function mount(list) {
  const ideas = findAll(list, "topic").map((item) => {
    const { topic = "", focus } = item.dataset;
    const take = button("", () => {
      if (readWay().topic === topic) writeWay({ topic: "" });
      else writeWay({ topic, ...(readWay().focus === null && { focus: /** @type {Focus} */ (focus) }) });
    }, { class: "gp-button gp-idea__take" });
    item.append(take);
    return { item, topic, take };
  });
  const show = () => {
    const chosen = readWay().topic;
    for (const { item, topic, take } of ideas) {
      item.toggleAttribute("data-current", topic === chosen);
      take.replaceChildren(topic === chosen ? "Dein Thema" : "Diese Idee nehmen", make("span", { class: "gp-hidden" }, `: ${topic}`));
      take.setAttribute("aria-pressed", String(topic === chosen));
    }
  };
  onSettingsChange(show);
  show();
}
