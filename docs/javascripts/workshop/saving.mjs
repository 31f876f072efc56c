// A talk that is kept by itself while it is edited. What other tabs write is followed, or chosen from where both have written.

import { button, make } from "../base/elements.mjs";
import { ownTalks } from "../base/own-talks.mjs";
import { readPassing, siteName, writePassing } from "../base/shelf.mjs";
import { parsed } from "../talk/judging.mjs";
import { vetted } from "./vetting.mjs";

/** @typedef {import("./own-talk.mjs").OwnTalk} OwnTalk */
/** @typedef {import("./own-talk.mjs").Pictures} Pictures */

/** After the last change, and after the first of many without a rest. */
const [SAVE_MS, AT_LATEST_MS] = [400, 2000];
const FILE = "Er gilt, solange diese Seite offen ist. Sichere ihn als Datei.";
const SAID = {
  kept: "Gespeichert",
  writing: "Wird gespeichert …",
  unkept: "Nicht gespeichert",
  followed: "Aus dem anderen Tab übernommen",
  refused: `Dein Browser speichert diesen Vortrag nicht oder nicht ganz. ${FILE}`,
  full: `Der Speicher deines Browsers ist voll, und dieser Vortrag steht nicht ganz darin. ${FILE} Danach kannst du Vorträge löschen, die du nicht mehr brauchst.`,
  elsewhere: "Dieser Vortrag ist in einem anderen Tab geändert worden. Was du hier schreibst, wird nicht gespeichert, bis du dich entscheidest.",
  gone: "Dieser Vortrag ist in einem anderen Tab gelöscht worden. Was du hier schreibst, wird nicht gespeichert, außer du behältst ihn.",
  open: "Dieser Vortrag ist schon in einem anderen Tab offen. Was dort gespeichert wird, erscheint auch hier. Schreibe nur in einem der beiden.",
};

/** When a talk is to be kept, in milliseconds: leaving the page loses what is not. @param {number} waited since what is not kept began to be written */
export const dueIn = (waited) => Math.max(0, Math.min(SAVE_MS, AT_LATEST_MS - waited));

export class Saving {
  status = make("p", { class: "gp-outline__status", role: "status" });
  #trouble = make("div");
  #others = make("div", { role: "status" });
  notice = make("div", { class: "gp-outline__notice" }, this.#others, this.#trouble);
  #key;
  #talk;
  #pictures;
  #onOther;
  #timer = 0;
  #since = 0;
  #isUnkept = false;
  #isTorn = false;

  /**
   * @param {object} given
   * @param {string} given.key
   * @param {() => OwnTalk} given.talk as it is to be kept
   * @param {Pictures} given.pictures all that the talk may show
   * @param {(talk: OwnTalk, pictures: Pictures) => void} given.onOther another tab's comes in its place
   * @param {AbortSignal} signal ends it
   */
  constructor({ key, talk, pictures, onOther }, signal) {
    this.#key = key;
    this.#talk = talk;
    this.#pictures = pictures;
    this.#onOther = onOther;
    this.#warn(ownTalks().troubleOf(key));
    addEventListener("pagehide", () => this.#leave(), { signal });
    document.addEventListener("visibilitychange", () => document.hidden && this.#leave(), { signal });
    addEventListener("beforeunload", (event) => this.#isTorn && event.preventDefault(), { signal });
    ownTalks().onElsewhere(key, () => void this.#hear(), signal);
    void claim(key, (isFirst) => this.#others.replaceChildren(...(isFirst ? [] : [make("p", { class: "gp-notice" }, SAID.open)])), signal);
  }

  /** @param {Pictures} pictures that the talk may show too */
  add(pictures) {
    this.#pictures = new Map([...this.#pictures, ...pictures]);
  }

  /** What is not kept yet. */
  async close() {
    if (this.#timer) await this.save();
  }

  /** What the data base is told while a page is left may never reach it: what is not kept waits in the tab too. */
  #leave() {
    if (!this.#isUnkept) return;
    writePassing("unsaved", this.#key, JSON.stringify({ stamp: ownTalks().stamp(this.#key), talk: this.#talk() }));
    if (this.#timer) void this.save();
  }

  /** What waits in the tab, unless the talk has been kept since. */
  recover() {
    const text = readPassing("unsaved", this.#key);
    writePassing("unsaved", this.#key, "");
    const { stamp, talk } = parsed(text) ?? {};
    const left = stamp === ownTalks().stamp(this.#key) ? vetted(talk, new Set(this.#pictures.keys())) : null;
    if (!left) return;
    this.#onOther(left, new Map());
    this.later();
  }

  /** The talk has been changed. */
  later() {
    this.#isUnkept = true;
    if (!this.#timer) this.#since = performance.now();
    clearTimeout(this.#timer);
    this.#timer = Number(setTimeout(() => void this.save(), dueIn(performance.now() - this.#since)));
    if (!this.#isTorn) this.status.textContent = SAID.writing;
  }

  /** @param {boolean} [over] also what another tab has written */
  async save(over = false) {
    clearTimeout(this.#timer);
    this.#timer = 0;
    const talks = ownTalks();
    const written = await talks.write(this.#key, this.#talk(), { over });
    const outcome = written === "kept" ? (talks.troubleOf(this.#key) ?? written) : written;
    this.#isTorn = outcome === "elsewhere";
    this.#isUnkept = outcome !== "kept" || this.#timer !== 0;
    if (!this.#isUnkept) writePassing("unsaved", this.#key, "");
    this.status.textContent = outcome === "kept" ? SAID.kept : SAID.unkept;
    if (outcome === "elsewhere") await this.#choose();
    else this.#warn(outcome === "kept" ? null : outcome);
    return outcome;
  }

  /** @param {"full" | "refused" | null} trouble */
  #warn(trouble) {
    this.#trouble.replaceChildren(...(trouble ? [make("p", { class: "gp-notice", role: "alert" }, SAID[trouble])] : []));
  }

  /** Another tab has changed something. */
  async #hear() {
    if (this.#timer) return void (await this.save());
    if (this.#isTorn || !(await this.#follow())) await this.#choose();
  }

  /** @returns {Promise<boolean>} whether there is something to follow */
  async #follow() {
    const found = await ownTalks().read(this.#key);
    const talk = found && vetted(found.talk, new Set(found.pictures.keys()));
    if (!found || !talk) return false;
    this.#isTorn = false;
    this.#onOther(talk, found.pictures);
    this.#warn(null);
    this.status.textContent = SAID.followed;
    return true;
  }

  /** Two tabs have written, or one has deleted what the other shows. */
  async #choose() {
    this.#isTorn = true;
    const isThere = await ownTalks().has(this.#key);
    const ways = [...(isThere ? [button("Den anderen Stand laden", () => void this.#follow()), " "] : []), button("Meinen Stand behalten", () => void this.#insist(isThere))];
    this.#trouble.replaceChildren(make("p", { class: "gp-notice", role: "alert" }, isThere ? SAID.elsewhere : SAID.gone), make("p", { class: "gp-actions" }, ...ways));
  }

  /** @param {boolean} isThere what another tab has deleted is without its pictures */
  async #insist(isThere) {
    if (!isThere) await ownTalks().writePictures(this.#key, this.#pictures);
    await this.save(true);
  }
}

/**
 * The first tab that has a talk open holds it, and the next one does as soon as that is closed.
 *
 * @param {string} key
 * @param {(isFirst: boolean) => void} tell
 * @param {AbortSignal} signal lets go
 */
async function claim(key, tell, signal) {
  const name = `${siteName()}own:${key}`;
  const hold = (/** @type {Lock | null} */ lock) => {
    tell(lock !== null);
    return lock && (signal.aborted || new Promise((resolve) => signal.addEventListener("abort", resolve)));
  };
  const locks = globalThis.navigator.locks; // Not where a page comes without encryption.
  const held = await locks?.request(name, { ifAvailable: true }, hold).catch(() => {});
  if (held === null && !signal.aborted) await locks.request(name, { signal }, hold).catch(() => {});
}
