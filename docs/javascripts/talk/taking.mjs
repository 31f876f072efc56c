// The times that a rehearsal proposes for a talk of one's own, taken into it with one click, and given back.

import { button, make } from "../base/elements.mjs";
import { ownTalks } from "../base/own-talks.mjs";
import { timeSaid } from "../base/times.mjs";
import { planned, replaced, unplanned } from "./plans.mjs";

/** @typedef {import("./advice.mjs").Advice} Advice */
/** @typedef {import("./plans.mjs").Slide} Slide */

const SAID = {
  kept: "Übernommen: So ist dein Vortrag jetzt geplant.",
  refused: "Übernommen, aber dein Browser speichert hier nichts: Es gilt nur, solange diese Seite offen ist.",
  full: "Übernommen, aber der Speicher deines Browsers ist voll: Es gilt nur, solange diese Seite offen ist.",
  elsewhere: "Dein Vortrag ist gerade in einem anderen Tab geändert worden. Versuche es noch einmal.",
  gone: "Diesen Vortrag gibt es auf diesem Gerät nicht mehr.",
  back: "Es gelten wieder die Zeiten von vorher.",
};

/** @param {string} key of the talk @param {Slide[]} slides as the stage has them: what is taken is what the next rehearsal goes by @returns {(advice: Advice) => HTMLElement} */
export const makeOffer = (key, slides) => (advice) => {
  const times = new Map(advice.slides.map((slide) => [slide.key, slide.proposed_s]));
  const before = replaced({ slides }, times);
  const total = `Vorschlag für die Zeiten, zusammen ${timeSaid(advice.proposed_s)}`;
  if (!before.size) return make("p", {}, `${total}: Das ist dein Plan.`);
  const said = make("p", { role: "status" });
  const take = button("Zeiten übernehmen", () => put(planned, take, undo), { class: "gp-button gp-button--primary" });
  const undo = button("Rückgängig", () => put((talk) => unplanned(talk, times, before), undo, take), { hidden: true });
  /** @param {(talk: any, times: import("./plans.mjs").Times) => any} change @param {HTMLElement} pressed @param {HTMLElement} other */
  async function put(change, pressed, other) {
    const outcome = await changed(key, (talk) => change(talk, times));
    const isDone = outcome !== "elsewhere" && outcome !== "gone";
    said.textContent = isDone && pressed === undo ? SAID.back : SAID[outcome];
    if (!isDone) return;
    for (const slide of slides) slide.time_s = (pressed === take ? times : before).get(slide.key) ?? slide.time_s;
    [pressed.hidden, other.hidden] = [true, false];
    other.focus();
  }
  return make("div", { class: "gp-offer" }, make("p", {}, `${total}: Folie für Folie stehen sie oben in der Tabelle.`), make("p", { class: "gp-actions" }, take, undo), said);
};

/** @param {string} key @param {(talk: any) => any} change @returns {Promise<import("../base/own-talks.mjs").Outcome | "gone">} */
async function changed(key, change) {
  const found = await ownTalks().read(key);
  return found ? ownTalks().write(key, change(found.talk)) : "gone";
}
