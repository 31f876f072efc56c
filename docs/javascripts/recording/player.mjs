// Plays a recording, from anywhere to anywhere: its parts are files of their own, one behind the other.

import { button, make } from "../base/elements.mjs";
import { clock } from "../base/times.mjs";
import { secondsOf } from "./entry.mjs";
import { placeOf } from "./reel.mjs";

/** @typedef {import("./entry.mjs").Part} Part */
/** @typedef {import("./reel.mjs").Cut} Cut */

const UNPLAYABLE = "Dein Browser kann diese Aufnahme nicht abspielen. Er hat sie vielleicht vor einer Neuerung gemacht; probier einen anderen.";

export class Player {
  #parts;
  #length_s;
  #urls;
  #audio = new Audio();
  /** Which part is loaded. */
  #place = -1;
  /** What is still to be played, the first of it now. @type {Cut[]} */
  #cuts = [];
  #power = button("Anhören", () => (this.#audio.paused ? this.play([{ from_s: this.#at_s >= this.#length_s - 0.2 ? 0 : this.#at_s, to_s: this.#length_s }]) : this.pause()), { class: "gp-button gp-player__power" });
  #range = make("input", { type: "range", class: "gp-player__range", min: 0, step: 1, value: 0, "aria-label": "Stelle in der Aufnahme" });
  #time = make("span", { class: "gp-player__time" });
  #said = make("p", { class: "gp-player__said", role: "status" });
  #at_s = 0;
  #onMove;

  /** @param {readonly Part[]} parts @param {readonly Blob[]} sounds of each part @param {(at_s: number, isPlaying: boolean) => void} onMove hears where it is */
  constructor(parts, sounds, onMove) {
    this.#parts = parts;
    this.#length_s = secondsOf({ parts });
    this.#urls = sounds.map((sound) => URL.createObjectURL(sound));
    this.#onMove = onMove;
    this.#range.max = String(Math.ceil(this.#length_s));
    this.#range.addEventListener("input", () => this.#seek(Number(this.#range.value)));
    for (const event of ["play", "pause", "timeupdate"]) this.#audio.addEventListener(event, () => this.#follow());
    this.#audio.addEventListener("ended", () => this.#next());
    this.#audio.addEventListener("error", () => { if (this.#audio.error) this.#said.textContent = UNPLAYABLE; });
    this.element = make("div", { class: "gp-player", role: "group", "aria-label": "Aufnahme" }, this.#power, this.#range, this.#time, this.#said);
    this.#show();
  }

  /** @param {readonly Cut[]} cuts one after the other */
  play(cuts) {
    this.#cuts = [...cuts];
    if (this.#cuts.length) this.#start(this.#cuts[0].from_s);
  }

  pause() {
    this.#audio.pause();
  }

  /** Nothing is heard of it any more. */
  close() {
    this.#audio.pause();
    this.#audio.removeAttribute("src");
    for (const url of this.#urls) URL.revokeObjectURL(url);
  }

  /** @param {number} at_s */
  #start(at_s) {
    this.#load(at_s);
    this.#audio.play().catch(() => {}); // Interrupted by what is played next, or said by an error.
  }

  /** @param {number} at_s */
  #load(at_s) {
    const found = placeOf(this.#parts, at_s);
    this.#at_s = at_s;
    if (found.place !== this.#place) {
      this.#place = found.place;
      this.#audio.src = this.#urls[found.place];
    }
    this.#audio.currentTime = found.at_s;
    this.#show();
  }

  /** By hand: what is played goes on from there to the end. @param {number} at_s */
  #seek(at_s) {
    this.#cuts = [{ from_s: at_s, to_s: this.#length_s }];
    this.#load(at_s);
  }

  #follow() {
    if (!this.element.isConnected) return this.close(); // Nobody listens to what is no longer there.
    this.#at_s = secondsOf({ parts: this.#parts.slice(0, this.#place) }) + this.#audio.currentTime;
    const [cut, next] = this.#cuts;
    if (cut && !this.#audio.paused && this.#at_s >= cut.to_s) {
      this.#cuts.shift();
      if (next) this.#start(next.from_s);
      else if (cut.to_s < this.#length_s) this.pause();
    }
    this.#show();
  }

  /** A part is over. */
  #next() {
    const from_s = secondsOf({ parts: this.#parts.slice(0, this.#place + 1) });
    const [cut, next] = this.#cuts;
    if (cut && cut.to_s > from_s + 0.1 && this.#place + 1 < this.#parts.length) return this.#start(from_s);
    this.#cuts.shift();
    if (next) this.#start(next.from_s);
    else this.#show();
  }

  #show() {
    const isPlaying = !this.#audio.paused;
    const at_s = Math.min(this.#at_s, this.#length_s);
    const said = `${clock(at_s)} von ${clock(this.#length_s)}`;
    this.#power.textContent = isPlaying ? "Anhalten" : "Anhören";
    this.#range.value = String(at_s);
    this.#range.setAttribute("aria-valuetext", said);
    this.#range.style.setProperty("--filled", String(this.#length_s ? at_s / this.#length_s : 0));
    this.#time.textContent = `${clock(at_s)} / ${clock(this.#length_s)}`;
    this.#onMove(at_s, isPlaying);
  }
}
