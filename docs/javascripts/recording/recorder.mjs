// Records one's own voice, piece by piece, straight into the data base: a crash costs the last piece, and nothing leaves the device.

import { siteName } from "../base/shelf.mjs";
import { openDevice } from "./devices.mjs";
import { pack } from "./frames.mjs";
import { hear } from "./hearing.mjs";
import { ownRecordings } from "./kept.mjs";
import { refusalOf } from "./refusals.mjs";

/** @typedef {import("./entry.mjs").Part} Part */
/** @typedef {import("./kept.mjs").Outcome} Outcome */
/** @typedef {import("./refusals.mjs").Refusal} Refusal */
/** @typedef {typeof import("./ear.mjs")} Ear  runs on its own and is not imported */

/**
 * What is recorded: `kind` and `of` say where the rehearsal or exam lies to which it belongs ("runs" and the talk's id, "mocks" and the exam's), `page` where it
 * is heard, `ms` is the clock of its log. `onRefusal` hears why it cannot go on.
 *
 * @typedef {import("./entry.mjs").Origin & {ms: () => number, onRefusal: (refusal: Refusal) => void}} About
 */

const PIECE_MS = 5000;
/** After that the device has slept: what comes then is a part of its own. */
const LATE_MS = 3 * PIECE_MS;
const BITS_PER_SECOND = 32_000;
/** So long another tab may take to give way, and the ear to hear. */
const [GIVE_WAY_MS, LISTEN_MS] = [2000, 1000];
const TYPES = ["audio/webm;codecs=opus", "audio/mp4"];

/** @type {Refusal} */
const ELSEWHERE = { said: "In einem anderen Tab läuft schon eine Aufnahme.", cure: "Beende sie dort; hier geht es ohne Aufnahme weiter." };
/** @type {Record<Exclude<Outcome, "kept" | "stopped">, Refusal>} */
const UNKEPT = {
  full: { said: "Für die Aufnahme ist kein Platz mehr.", cure: "Was schon da ist, bleibt. Lösche später ältere Aufnahmen unter „Mein Stand“." },
  refused: { said: "Dein Browser lässt hier keine Aufnahme speichern.", cure: "Im privaten Modus geht das oft nicht; nimm ein gewöhnliches Fenster." },
  gone: { said: "Diese Aufnahme ist gelöscht worden.", cure: "Hier geht es ohne Aufnahme weiter." },
};

/**
 * Open the microphone for a recording, or to go on with it as a further part. It is held until `hold(false)` says so.
 *
 * @param {string} id of the rehearsal or exam
 * @param {About} about
 * @param {AbortSignal} signal ends it
 * @returns {Promise<Recording | {refusal: Refusal | null}>} null where there is nothing to say: it was stopped before, or ended meanwhile
 */
export async function beginRecording(id, about, signal) {
  if (!globalThis.MediaRecorder) return { refusal: refusalOf("microphone", "unknown") };
  const open = new AbortController();
  const refused = (/** @type {Refusal | null} */ refusal) => {
    open.abort();
    return { refusal };
  };
  if (!(await isOurTurn(open.signal))) return refused(ELSEWHERE);
  /** @type {Recording | undefined} */
  let recording;
  const opened = await openDevice("microphone", "", open.signal, (refusal) => recording?.refuse(refusal));
  if ("refusal" in opened) return refused(opened.refusal);
  if (signal.aborted) return refused(null);
  const { outcome, parts } = await ownRecordings().begin(id, about, Date.now());
  if (outcome !== "kept") return refused(outcome === "stopped" ? null : UNKEPT[outcome]);
  recording = new Recording(id, about, opened.stream, open, parts);
  await recording.listen();
  if (signal.aborted) recording.end();
  signal.addEventListener("abort", () => recording?.end(), { once: true });
  return recording;
}

/** One tab records at a time. @param {AbortSignal} signal until when @returns {Promise<boolean>} whether it may be this one */
const isOurTurn = (signal) => new Promise((answer) => {
  if (!navigator.locks) return answer(true);
  const held = new Promise((done) => signal.addEventListener("abort", done, { once: true }));
  navigator.locks.request(`${siteName()}recording`, { signal: AbortSignal.timeout(GIVE_WAY_MS) }, () => (answer(true), held)).catch(() => answer(false));
});

export class Recording {
  #id;
  #about;
  #stream;
  #open;
  #kept;
  /** How many parts there are. */
  #parts;
  /** @type {MediaRecorder | null} null while it is held */
  #recorder = null;
  /** When the last piece of the part has come. @type {Promise<unknown>} */
  #ended = Promise.resolve();
  /** @type {import("./features.mjs").Feature[]} what was heard since the last piece */
  #heard = [];
  /** What is being written: the next waits for it. @type {Promise<unknown>} */
  #writing = Promise.resolve();
  #isOver = false;
  /** @type {() => void} */
  #settle = () => {};
  /** Settles when it is over, and all of it is written. @type {Promise<void>} */
  done = new Promise((settle) => { this.#settle = settle; });

  /** @param {string} id @param {About} about @param {MediaStream} stream @param {AbortController} open ends the stream, and lets other tabs record @param {number} parts that there are already @param {Pick<import("./kept.mjs").Recordings, "add" | "stop">} [kept] where it goes */
  constructor(id, about, stream, open, parts, kept = ownRecordings()) {
    this.#id = id;
    this.#about = about;
    this.#stream = stream;
    this.#open = open;
    this.#parts = parts;
    this.#kept = kept;
  }

  /** Without an ear the voice is recorded all the same, and not judged. */
  async listen() {
    const hears = new Promise((first) => {
      hear(this.#stream, "javascripts/recording/ear.mjs", (feature) => first(this.#heard.push(feature)), this.#open.signal).catch(first);
    });
    await Promise.race([hears, new Promise((done) => { setTimeout(done, LISTEN_MS); })]);
  }

  /** What is said in a pause is nobody's business. @param {boolean} isHeld whether nothing is recorded for now */
  hold(isHeld) {
    if (this.#isOver || isHeld === (this.#recorder === null)) return;
    for (const track of this.#stream.getTracks()) track.enabled = !isHeld;
    if (isHeld) void this.#endPart();
    else this.#tryPart();
  }

  /** Also where it was refused before it began. */
  get isOver() {
    return this.#isOver;
  }

  /** For good, by hand. */
  stop() {
    this.end();
    this.#write(() => this.#kept.stop(this.#id));
  }

  end() {
    if (this.#isOver) return;
    this.#isOver = true;
    void this.#endPart().then(() => this.#writing).then(() => {
      this.#open.abort();
      this.#settle();
    });
  }

  /** @param {Refusal} refusal */
  refuse(refusal) {
    if (this.#isOver) return;
    this.end();
    this.#about.onRefusal(refusal);
  }

  #tryPart() {
    try {
      this.#beginPart();
    } catch {
      this.refuse(refusalOf("microphone", "other"));
    }
  }

  #beginPart() {
    const type = TYPES.find((each) => MediaRecorder.isTypeSupported(each));
    const recorder = new MediaRecorder(this.#stream, { audioBitsPerSecond: BITS_PER_SECOND, ...(type ? { mimeType: type } : {}) });
    let [from_ms, seen, place, number] = [this.#about.ms(), Date.now(), -1, 0];
    recorder.addEventListener("start", () => {
      [from_ms, seen] = [this.#about.ms(), Date.now()];
      this.#heard = [];
    });
    recorder.addEventListener("dataavailable", ({ data }) => {
      const heard = pack(this.#heard.splice(0));
      if (!data.size) return;
      if (place < 0) place = this.#parts++;
      const part = { type: recorder.mimeType, from_ms, to_ms: Math.max(from_ms, this.#about.ms()) };
      const piece = { place, part, number: number++ };
      this.#write(async () => this.#kept.add(this.#id, piece.place, piece.part, { sound: new Uint8Array(await data.arrayBuffer()), heard, number: piece.number }));
      const isLate = Date.now() - seen > LATE_MS;
      seen = Date.now();
      if (isLate && recorder === this.#recorder) void this.#endPart().then(() => this.#isOver || this.#recorder || this.#tryPart());
    });
    recorder.addEventListener("error", () => this.refuse(refusalOf("microphone", "other")));
    this.#ended = new Promise((done) => recorder.addEventListener("stop", done, { once: true }));
    recorder.start(PIECE_MS);
    this.#recorder = recorder;
  }

  #endPart() {
    const recorder = this.#recorder;
    this.#recorder = null;
    if (recorder?.state === "recording") recorder.stop();
    return this.#ended;
  }

  /** What cannot be kept ends it: what comes after would have a gap before it. @param {() => Promise<Outcome>} write */
  #write(write) {
    this.#writing = this.#writing.then(async (before) => {
      if (before) return before;
      const outcome = await write();
      if (outcome === "kept" || outcome === "stopped") return undefined;
      this.refuse(UNKEPT[outcome]);
      return outcome;
    });
  }
}
