// What trainers say of a talk and its slides: listed where it belongs, with a field for more. Kept beside the talk and never over it.

import { button, make } from "../base/elements.mjs";
import { ownTalks, randomName } from "../base/own-talks.mjs";
import { addComments, commentsOf } from "./whole.mjs";

/** @typedef {import("./talk-file.mjs").Comment} Comment */
/** @typedef {{id: string, at: number} & Comment} Said */

const UNKEPT = "Dein Browser speichert hier nichts: Die Anmerkung gilt nur, solange diese Seite offen ist. Sichere den Vortrag als Datei.";

export class Comments {
  #key;
  #isThere;
  /** @type {Map<string, (said: Said[]) => void>} how each box shows them, by the keys of slides */
  #boxes = new Map();
  /** @type {Said[]} */
  #all = [];
  /** Who said something last, on this page. */
  #by = "";

  /** @param {string} key of the talk @param {(slide: string) => boolean} isThere whether the talk has a slide @param {AbortSignal} signal ends hearing of other tabs */
  constructor(key, isThere, signal) {
    this.#key = key;
    this.#isThere = isThere;
    void this.#load();
    ownTalks().onChange((changed) => void ((changed === key || !changed) && this.#load()), signal);
  }

  async #load() {
    const records = /** @type {Map<string, {at: number, value: Comment | null}>} */ (/** @type {unknown} */ (await commentsOf(this.#key)));
    this.#all = [...records].flatMap(([id, { at, value }]) => (value ? [{ id, at, ...value }] : [])).sort((one, other) => one.at - other.at);
    this.show();
  }

  /** Each where it belongs, by the slides that are there. */
  show() {
    for (const show of this.#boxes.values()) show(this.#all);
  }

  /** @param {string} slide its key, empty for the whole talk, where also those stand whose slide is gone */
  boxOf(slide) {
    const [count, list, said] = [make("summary", {}), make("ul", { class: "gp-comments__list" }), make("p", { class: "gp-comments__outcome", role: "status" })];
    const text = make("textarea", { class: "gp-entry__input", id: `comment-${slide || "talk"}`, rows: 2 });
    const by = make("input", { class: "gp-entry__input", id: `comment-by-${slide || "talk"}`, type: "text", autocomplete: "off" });
    by.addEventListener("focus", () => { by.value ||= this.#by; });
    const add = button("Anmerken", async () => {
      if (!text.value.trim()) return text.focus();
      this.#by = by.value.trim();
      const outcome = await this.#put(randomName(), { slide, text: text.value.trim(), by: this.#by });
      text.value = "";
      said.textContent = outcome === "kept" ? "" : UNKEPT;
    });
    const box = make("details", { class: "gp-comments" }, count, list, said,
      make("div", { class: "gp-comments__form" },
        make("label", { class: "gp-entry__label", for: text.id }, slide ? "Anmerkung zu dieser Folie" : "Anmerkung zum ganzen Vortrag"), text,
        make("label", { class: "gp-entry__label", for: by.id }, "Von wem, etwa „Trainer“"), by, add));
    const show = (/** @type {Said[]} */ all) => {
      const mine = all.filter((each) => each.slide === slide || (!slide && !this.#isThere(each.slide)));
      count.textContent = mine.length ? `Anmerkungen (${mine.length})` : slide ? "Anmerken" : "Den ganzen Vortrag anmerken";
      list.replaceChildren(...mine.map((each) => this.#item(each, said)));
      box.open ||= mine.length > 0;
    };
    this.#boxes.set(slide, show);
    show(this.#all);
    return box;
  }

  /** @param {Said} comment @param {HTMLElement} place */
  #item({ id, at, ...comment }, place) {
    const done = button("Erledigt", async () => {
      await this.#put(id, null);
      const back = button("Doch behalten", async () => { await this.#put(id, comment); place.textContent = ""; });
      place.replaceChildren("Erledigt. ", back);
      back.focus();
    });
    const facts = [comment.by, new Date(at).toLocaleDateString("de", { day: "numeric", month: "long" })].filter(Boolean).join(", ");
    return make("li", { class: "gp-comments__comment" }, make("p", {}, comment.text), make("small", {}, facts), done);
  }

  /** @param {string} id @param {Comment | null} value null takes it back */
  async #put(id, value) {
    const at = Math.max(Date.now(), ((await commentsOf(this.#key)).get(id)?.at ?? 0) + 1);
    const outcome = await addComments(this.#key, new Map([[id, { at, value: /** @type {any} */ (value) }]]));
    await this.#load();
    return outcome;
  }
}
