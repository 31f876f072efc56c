// The buttons under a talk: what its keys do, for the hand.

import { button, make } from "../base/elements.mjs";

/** @typedef {import("./keys.mjs").Action} Action */
/** @typedef {import("./wishes.mjs").Seen} Seen */

/** @type {Record<Seen, string>} */
export const SEEN_SAID = { all: "alles", bar: "nur Balken", none: "nichts" };

/**
 * @param {object} offered
 * @param {(action: Action) => void} offered.act
 * @param {() => void} offered.see changes how much of the time is shown
 * @param {() => void} offered.sound turns the tones on or off
 * @param {() => void} offered.end
 * @param {boolean} offered.canFill whether there is a full screen
 * @param {boolean} offered.canPause whether the clock can be held
 */
export function makeTools({ act, see, sound, end, canFill, canPause }) {
  const tool = (/** @type {string} */ text, /** @type {() => void} */ onClick, /** @type {string} */ look = "", attributes = {}) =>
    button(text, onClick, { ...attributes, class: `gp-button gp-tools-row__button${look && ` gp-tools-row__button--${look}`}` });
  const sized = (/** @type {string} */ text, /** @type {string} */ said, /** @type {Action} */ action) => {
    const element = tool(text, () => act(action));
    element.append(make("span", { class: "gp-hidden" }, ` ${said}`));
    return element;
  };
  const pause = tool("Anhalten", () => act("clock"), "pause");
  const black = tool("Schwarz", () => act("black"));
  const seen = tool("", see);
  const tones = tool("", sound);
  const shown = tool("Folienfenster", () => act("window"));
  const more = make("div", { class: "gp-tools-row__more", id: "gp-stage-more" },
    black,
    tool("Überblick", () => act("overview")),
    shown,
    ...(canFill ? [tool("Vollbild", () => act("full"))] : []),
    make("span", { class: "gp-tools-row__pair", role: "group", "aria-label": "Schriftgröße des Sprechtexts" },
      sized("A−", "kleiner", "smaller"), sized("A+", "größer", "larger")),
    seen, tones,
    tool("Tasten", () => act("help"), "keys"),
    tool("Beenden", end, "end"));
  const unfold = tool("Mehr", () => {
    const open = unfold.getAttribute("aria-expanded") !== "true";
    unfold.setAttribute("aria-expanded", String(open));
    element.toggleAttribute("data-open", open);
  }, "unfold", { "aria-expanded": "false", "aria-controls": "gp-stage-more" });
  const element = make("div", { class: "gp-tools-row" },
    make("div", { class: "gp-tools-row__main" },
      tool("Zurück", () => act("back"), "back"), ...(canPause ? [pause] : []), tool("Weiter", () => act("next"), "next"), unfold), more);
  element.addEventListener("mousedown", (event) => event.preventDefault()); // The keyboard stays with the slide: its next key is for that.
  return {
    element,
    /** @param {{isPaused: boolean, cover: string, seen: Seen, sounds: boolean, connected: boolean}} state */
    show(state) {
      say(pause, state.isPaused ? "Weiterlaufen" : "Anhalten");
      black.setAttribute("aria-pressed", String(state.cover !== ""));
      say(seen, `Zeit: ${SEEN_SAID[state.seen]}`);
      say(tones, state.sounds ? "Töne: an" : "Töne: aus");
      say(shown, state.connected ? "Folien zeigen" : "Folien öffnen");
    },
  };
}

/** What has not changed stays untouched. @param {HTMLElement} element @param {string} text */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
