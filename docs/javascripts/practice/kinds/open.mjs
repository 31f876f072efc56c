// An open question: answered aloud against the ring, judged by the points that must come.

import { button, make } from "../../base/elements.mjs";
import { mount as mountCard } from "../card.mjs";
import { makePoints } from "../points.mjs";
import { makeRing, region, SAID } from "../ring.mjs";

/** @typedef {import("../card.mjs").Tools} Tools */

/** @type {import("../kinds.mjs").KindModule["mount"]} */
export const mount = (question, tools) => mountCard(question, tools, { speak: makeSpeaking, points: makePoints });

/** @param {Tools} tools @returns {import("../card.mjs").Asking} an answer given aloud, with the ring */
function makeSpeaking({ limits, say }) {
  const words = make("p", { class: "gp-speaking__words" }, `Antworte laut: Kernaussage, Erklärung, Beispiel. Gut sind ${limits.shortest} bis ${limits.longest} Sekunden.`);
  const ring = makeRing(limits, (reached) => {
    words.textContent = reached === "good" ? "Gute Länge: Komm langsam zum Schluss." : "Das ist jetzt zu lang.";
    say(reached === "good" ? `${limits.shortest} Sekunden` : `${limits.longest} Sekunden`);
  });
  const toggle = () => {
    if (ring.runs()) ring.pause();
    else ring.start();
    control.textContent = ring.runs() ? "Pause" : "Weiter";
  };
  const control = button("Antworten", toggle, { class: "gp-button gp-button--primary" });
  const element = make("div", { class: "gp-speaking" }, ring.element, make("div", {}, words, control));
  const start = () => {
    if (ring.elapsedS() > 0 || ring.runs()) return false;
    toggle();
    return true;
  };
  const finish = () => {
    ring.pause();
    control.remove();
    words.textContent = `Deine Antwort: ${SAID[region(ring.elapsedS(), limits)]}.`;
    element.hidden = ring.elapsedS() < 1;
    element.classList.add("gp-speaking--done");
    return () => {};
  };
  return { element, start, toggle, finish };
}
