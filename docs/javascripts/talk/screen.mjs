// The window with the slides alone: it shows what the speaker's window says, and knows nothing of itself.

import { onSite } from "../base/addresses.mjs";
import { focusOn, make } from "../base/elements.mjs";
import { areWanted } from "../frame/key-help.mjs";
import { toggleFull } from "./display.mjs";
import { taken } from "./keys.mjs";
import { makeFrame, makeSlide, mountTouch } from "./slide.mjs";
import { idIn, loadTalk, queryOf, sayUnavailable } from "./talk.mjs";
import { openChannel } from "./windows.mjs";

/** @typedef {import("./keys.mjs").Action} Action */
/** @typedef {import("./talk.mjs").Talk} Talk */

/** After so long, nobody will answer. */
const PATIENCE_MS = 1500;
/** What is of no use in the other window, or would surprise there. */
const LOCAL = ["full", "help", "window", "leave", "overview", "larger", "smaller"];

/** @param {HTMLElement} container */
export async function mount(container) {
  const id = idIn(location.search);
  const found = await loadTalk(id);
  if (!("talk" in found)) return sayUnavailable(container, found.trouble);
  new Screen(container, found.talk);
}

class Screen {
  #frame = makeFrame();
  #cover = make("div", { class: "gp-stage__cover", hidden: true });
  #hint = make("p", { class: "gp-screen__hint", hidden: true });
  #talk;
  #channel;
  #slide = "";
  #typed = "";
  #waiting = 0;

  /** @param {HTMLElement} container @param {Talk} talk */
  constructor(container, talk) {
    this.#talk = talk;
    document.title = talk.title;
    this.#channel = openChannel(talk.id, (message) => this.#hear(message));
    this.#hint.append("Die Folien folgen der Sprecheransicht, und die ist gerade nicht offen. ", make("a", { href: onSite(`buehne/?${queryOf(talk.id)}`).href, target: "_blank" }, "Sprecheransicht öffnen"));
    container.replaceChildren(make("div", { class: "gp-screen__slide" }, this.#frame.element, this.#cover), this.#hint);
    this.#listen();
    this.#wait();
    this.#greet();
  }

  #listen() {
    mountTouch(this.#frame.element, (action) => this.#act(action));
    addEventListener("keydown", (event) => this.#press(event));
    addEventListener("pagehide", () => this.#channel.say({ type: "bye", shows: true }));
    addEventListener("pageshow", ({ persisted }) => persisted && this.#greet());
  }

  /** Ask what is to be seen, and say that here it is shown. */
  #greet() {
    this.#channel.say({ type: "hello", shows: true });
  }

  /** @param {import("./windows.mjs").Message} message */
  #hear(message) {
    if (message.type === "claim") this.#greet(); // Who goes on with the talk knows of no other window.
    if (message.type !== "state") return;
    clearTimeout(this.#waiting);
    this.#hint.hidden = true;
    this.#show(message.slide);
    this.#cover.hidden = message.cover === "";
    this.#cover.dataset.cover = message.cover;
  }

  /** @param {string} key */
  #show(key) {
    const index = this.#talk.slides.findIndex((slide) => slide.key === key);
    if (key === this.#slide || index < 0) return;
    this.#slide = key;
    const slide = makeSlide(this.#talk, index);
    this.#frame.show(slide);
    focusOn(/** @type {HTMLElement} */ (slide.querySelector("h3")));
  }

  /** Somebody may answer; or nobody. As long as nobody asks, the audience sees slides and nothing else, also when the talk is over. */
  #wait() {
    clearTimeout(this.#waiting);
    this.#waiting = Number(setTimeout(() => { this.#hint.hidden = false; }, PATIENCE_MS));
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const stroke = taken(event, this.#typed, areWanted());
    if (!stroke) return;
    this.#typed = stroke.typed;
    if (stroke.action !== null) this.#act(stroke.action);
  }

  /** @param {Action} action */
  #act(action) {
    if (action === "full") void toggleFull();
    else if (!LOCAL.includes(String(action))) {
      this.#wait();
      this.#channel.say({ type: "act", action });
    }
  }
}
