// The sign that one's own voice is being recorded, with a way to stop it, and what is said where it cannot go on.

import { button, make } from "../base/elements.mjs";
import { beginRecording } from "./recorder.mjs";

/** @typedef {import("./recorder.mjs").About} About */
/** @typedef {import("./refusals.mjs").Refusal} Refusal */
/** @typedef {{hold: (isHeld: boolean) => void, done: () => Promise<void>}} Signed  `done` settles when all of it is written */

/**
 * Record, and show it. What refuses is said here; whatever is being rehearsed goes on.
 *
 * @param {HTMLElement} place in which the sign stands
 * @param {string} id of the rehearsal or exam
 * @param {Omit<About, "onRefusal">} about
 * @param {AbortSignal} signal ends it
 * @returns {Signed}
 */
export function record(place, id, about, signal) {
  const sign = make("div", { class: "gp-on-air", role: "status" });
  const show = (/** @type {string} */ state, /** @type {(Node | string)[]} */ ...said) => {
    sign.dataset.state = state;
    sign.replaceChildren(...said);
  };
  const onRefusal = (/** @type {Refusal} */ { said, cure }) => {
    if (!signal.aborted) show("refused", make("strong", {}, said), ` ${cure} `, button("Schließen", () => sign.remove()));
  };
  let isHeld = false;
  const begun = beginRecording(id, { ...about, onRefusal }, signal).then((recording) => {
    if ("refusal" in recording) return recording.refusal ? onRefusal(recording.refusal) : sign.remove();
    if (recording.isOver) return undefined; // What ended it has been said.
    const stop = button("Aufnahme beenden", () => {
      recording.stop();
      show("ended", "Aufnahme beendet");
    });
    const word = make("span");
    const tell = () => {
      word.textContent = isHeld ? "Aufnahme angehalten" : "Aufnahme läuft";
      sign.dataset.state = isHeld ? "held" : "on";
      recording.hold(isHeld);
    };
    show("on", word, " ", stop);
    tell();
    return { tell, done: recording.done };
  });
  place.append(sign);
  signal.addEventListener("abort", () => sign.remove(), { once: true });
  return {
    hold(held) {
      if (held === isHeld) return;
      isHeld = held;
      void begun.then((recording) => ["on", "held"].includes(sign.dataset.state ?? "") && recording && recording.tell());
    },
    done: async () => {
      const recording = await begun;
      if (recording) await recording.done;
    },
  };
}
