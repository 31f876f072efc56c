// Something goes wrong in a mock exam, at its moment: shown to who sits it alone, to be played by who examines, and told afterwards.

import { button, make } from "../base/elements.mjs";
import { timeSaid } from "../base/times.mjs";
import { disturbanceOf } from "./disturbances.mjs";

/** @typedef {import("./course.mjs").Course} Course */
/** @typedef {import("./disturbances.mjs").Disturbance} Disturbance */
/** @typedef {import("./disturbances.mjs").Drawn} Drawn */
/** @typedef {import("./disturbances.mjs").Happened} Happened */

const TICK_MS = 500;

/**
 * Watch for the moment of what was drawn, and show it until it goes on; whoever comes back in between sees it again.
 *
 * @param {Course} course
 * @param {(disturbance: Disturbance, onSettled: () => void) => HTMLElement} show puts it where it is seen
 * @param {AbortSignal} signal until when
 */
export function watchDisturbance(course, show, signal) {
  const drawn = course.sitting.disturbance;
  const found = drawn && disturbanceOf(drawn.id);
  if (!found) return;
  /** @type {HTMLElement | null} */
  let shown = null;
  const look = () => {
    const { phase, isRunning, disturbed } = course.state;
    if (!disturbed && isRunning && phase === drawn.where && course.elapsed_s(phase) >= drawn.after_s) course.add("disturb");
    const isNow = course.state.disturbed === "now";
    if (isNow && !shown) shown = show(found, () => {
      course.add("settled");
      look();
    });
    if (isNow || !shown) return;
    shown.remove();
    shown = null;
  };
  const timer = setInterval(look, TICK_MS);
  signal.addEventListener("abort", () => {
    clearInterval(timer);
    shown?.remove();
  });
  look();
}

/** To who sits it alone: heard in the middle of a sentence, with the clock running. @param {Disturbance} disturbance @param {() => void} onSettled @returns {HTMLElement} */
export function interrupt({ said }, onSettled) {
  const element = make("div", { class: "gp-disturbance", role: "alert" }, make("p", { class: "gp-kicker" }, "Störung"), make("p", { class: "gp-disturbance__said" }, said),
    make("p", {}, "Reagiere laut, wie in der Prüfung. Die Uhr läuft."), button("Behoben, weiter", onSettled));
  document.body.prepend(element); // The keyboard stays where it is; its next stop is the button.
  return element;
}

/** To who examines: what to say or do, and what to watch for. @param {Disturbance} disturbance @param {() => void} onSettled @returns {HTMLElement} */
export const toPlay = ({ said, play, good }, onSettled) => make("div", { class: "gp-disturbance gp-disturbance--played", role: "alert" },
  make("p", { class: "gp-kicker" }, "Jetzt stören"), make("p", { class: "gp-disturbance__said" }, said), ...(play ? [make("p", {}, play)] : [make("p", {}, "Sag es so und hilf nicht.")]),
  make("p", {}, "Darauf achtest du:"), make("ul", {}, ...good.map((each) => make("li", {}, each))), button("Es geht weiter", onSettled));

/** What went wrong and what helps, to be ticked while somebody looks back. @param {Drawn & {took_s?: number | null}} drawn @param {Happened | null} happened null where it did not come, or nobody here knows @param {boolean} ticks @returns {HTMLElement[]} */
export function disturbanceSaid({ id, where }, happened, ticks) {
  const found = disturbanceOf(id);
  if (!found) return [];
  const part = where === "talk" ? "im Vortrag" : "im Fachgespräch";
  const when = happened ? `${found.said} Das kam ${part} nach ${timeSaid(happened.after_s)}${happened.took_s === null ? ". Dass es weiterging, wurde nicht gemeldet" : ` und dauerte ${timeSaid(happened.took_s)}`}.` : `Geplant war ${part}: ${found.said}`;
  const line = (/** @type {string} */ text) => (ticks ? make("label", { class: "gp-tick" }, make("input", { type: "checkbox" }), make("span", {}, text)) : make("li", {}, text));
  return [make("section", { class: "gp-mock__disturbed" }, make("h3", {}, "Die Störung"), make("p", {}, when), make("h4", {}, "So reagierst du gut"), make(ticks ? "div" : "ul", {}, ...found.good.map(line)))];
}
