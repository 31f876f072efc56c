// One thing that the technical check measures: switched on and off by hand, with what was found, or why there is nothing.

import { button, make } from "../base/elements.mjs";
import { devicesOf, openDevice } from "../recording/devices.mjs";

/** @typedef {import("./loudness.mjs").Finding} Finding */
/** @typedef {import("../recording/refusals.mjs").Kind} Kind */
/** @typedef {import("../recording/refusals.mjs").Refusal} Refusal */

const NOT_YET = "nicht gemessen";
const FAILED = { said: "Das Messen ging schief.", cure: "Lade die Seite neu, oder prüfe im Konferenzprogramm." };
const WATCH_MS = 500;

export class Station {
  #given;
  #state = make("p", { class: "gp-station__state" }, NOT_YET);
  #said = make("div", { class: "gp-station__said", role: "status" });
  #power;
  #choice;
  /** @type {AbortController | null} */
  #on = null;

  /**
   * @param {object} given
   * @param {Kind} given.kind
   * @param {{title: string, hint: string, on: string, off: string, opening: string}} given.words
   * @param {"audioinput" | "videoinput" | ""} given.devices those to choose from, if any
   * @param {Node} given.picture what it shows
   * @param {Node[]} [given.tools] buttons beside the one that switches it on
   * @param {(stream: MediaStream, signal: AbortSignal) => Promise<void>} given.onOpen
   * @param {() => void} given.onEnd
   */
  constructor(given) {
    this.#given = given;
    const { kind, words, devices, picture, tools = [] } = given;
    this.#power = button(words.on, () => (this.#on ? this.switchOff() : void this.#switchOn("")));
    this.#choice = devices ? makeChoice(devices, (id) => void this.#switchOn(id)) : null;
    this.element = make("section", { class: `gp-station gp-station--${kind}`, "aria-label": words.title },
      make("div", { class: "gp-station__head" }, make("h3", {}, words.title), this.#state), make("p", { class: "gp-station__hint" }, words.hint),
      picture, make("p", { class: "gp-actions" }, this.#power, ...tools.flatMap((tool) => [" ", tool])), ...(this.#choice ? [this.#choice.element] : []), this.#said);
  }

  /** @param {string} id */
  async #switchOn(id) {
    this.#end();
    const { signal } = (this.#on = new AbortController());
    this.#power.textContent = this.#given.words.off;
    this.say(NOT_YET, this.#given.words.opening);
    this.#watch(signal);
    const opened = await openDevice(this.#given.kind, id, signal, (refusal) => this.refuse(refusal));
    if (signal.aborted) return;
    if ("refusal" in opened) return this.refuse(opened.refusal);
    this.say(NOT_YET);
    this.#choice?.watch(opened.stream.getTracks()[0].getSettings().deviceId ?? "", signal);
    try {
      await this.#given.onOpen(opened.stream, signal);
    } catch {
      if (!signal.aborted) this.refuse(FAILED); // What was ended in the middle has its reason already.
    }
  }

  /** However the page is left, nothing stays on. @param {AbortSignal} signal */
  #watch(signal) {
    const timer = setInterval(() => this.element.isConnected || this.switchOff(), WATCH_MS);
    signal.addEventListener("abort", () => clearInterval(timer), { once: true });
  }

  #end() {
    this.#on?.abort();
    this.#on = null;
    this.#given.onEnd();
  }

  /** What was found stays to be read. */
  switchOff() {
    if (!this.#on) return;
    this.#end();
    this.#power.textContent = this.#given.words.on;
    if (this.#state.textContent === NOT_YET) this.say(NOT_YET);
  }

  /** @param {Refusal} refusal */
  refuse({ said, cure }) {
    this.switchOff();
    this.say(NOT_YET, make("strong", {}, said), make("span", {}, cure));
  }

  /** @param {string} state in a word or two @param {...(Node | string)} content */
  say(state, ...content) {
    this.#state.textContent = state;
    this.element.dataset.state = "waiting";
    this.#said.replaceChildren(...content);
  }

  /** What was measured. @param {readonly Finding[]} findings @param {...Node} more */
  find(findings, ...more) {
    const good = findings.every((finding) => finding.good);
    this.say(good ? "gemessen: gut" : "gemessen: noch nicht gut", make("ul", { class: "gp-findings" }, ...findings.map(({ good: fine, said, cure }) =>
      make("li", { class: fine ? "gp-findings__good" : "gp-findings__wrong" }, make("strong", {}, said), ...(cure ? [" ", cure] : [])))), ...more);
    this.element.dataset.state = "measured";
  }
}

/** @param {"audioinput" | "videoinput"} kind @param {(id: string) => void} onChoose */
function makeChoice(kind, onChoose) {
  const select = make("select");
  const element = make("label", { class: "gp-station__choice", hidden: true }, make("span", {}, "Gerät"), select);
  select.addEventListener("change", () => onChoose(select.value));
  const show = async (/** @type {string} */ id) => {
    const devices = await devicesOf(kind);
    select.replaceChildren(...devices.map(({ deviceId, label }, place) => make("option", { value: deviceId, selected: deviceId === id }, label || `Gerät ${place + 1}`)));
    element.hidden = devices.length === 0;
  };
  /** @param {string} id of the one in use @param {AbortSignal} signal until when */
  const watch = (id, signal) => {
    void show(id);
    navigator.mediaDevices.addEventListener?.("devicechange", () => void show(id), { signal });
  };
  return { element, watch };
}
