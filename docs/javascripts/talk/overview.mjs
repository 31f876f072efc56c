// All slides of a talk at a glance, to jump to one of them.

import { button, closeBy, make } from "../base/elements.mjs";
import { clock } from "../base/times.mjs";
import { makeFrame, makeSlide } from "./slide.mjs";

/**
 * @param {import("./talk.mjs").Talk} talk
 * @param {readonly number[]} places those that are presented, from 0
 * @param {number} current among all, from 0
 * @param {(place: number) => void} onChoice
 */
export function showOverview(talk, places, current, onChoice) {
  const list = make("ol", { class: "gp-overview__slides" }, ...places.map((place) => item(place)));
  const dialog = make("dialog", { class: "gp-overview", "aria-label": "Alle Folien" }, list, make("p", { class: "gp-actions" }, button("Schließen", () => dialog.close())));

  /** @param {number} place */
  function item(place) {
    const frame = makeFrame();
    const { title, time_s } = talk.slides[place];
    const choose = button(`${place + 1} ${title}`, () => {
      dialog.close();
      onChoice(place);
    }, { class: "gp-overview__choose", "aria-current": place === current && "true", autofocus: place === current });
    frame.show(makeSlide(talk, place));
    return make("li", { class: "gp-overview__slide" }, make("div", { inert: true, "aria-hidden": "true" }, frame.element), choose, make("span", { class: "gp-overview__time" }, clock(time_s)));
  }

  closeBy(dialog, "o");
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
