// A recording while it lasts: pieces in their order, a new part after each break, and what ends it.

import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { unpack } from "../../docs/javascripts/recording/frames.mjs";
import { Recordings } from "../../docs/javascripts/recording/kept.mjs";
import { Recording } from "../../docs/javascripts/recording/recorder.mjs";
import { Base } from "./data-base.mjs";

/** A recorder of a browser, which hands over what is asked of it. */
class Recorder extends EventTarget {
  static isTypeSupported = (type) => type === "audio/mp4";
  static last = /** @type {Recorder | null} */ (null);
  static isRefused = false;
  state = "inactive";

  constructor(stream, { mimeType }) {
    super();
    if (Recorder.isRefused) throw new DOMException("", "NotSupportedError");
    this.mimeType = mimeType;
    Recorder.last = this;
  }

  start() {
    this.state = "recording";
    this.dispatchEvent(new Event("start"));
  }

  piece(text) {
    this.dispatchEvent(Object.assign(new Event("dataavailable"), { data: new Blob([text]) }));
  }

  stop() {
    this.state = "inactive";
    queueMicrotask(() => {
      this.piece("last");
      this.dispatchEvent(new Event("stop"));
    });
  }
}

globalThis.MediaRecorder = /** @type {any} */ (Recorder);

let [now, wall] = [0, 0];
let base = new Base();
/** @type {string[]} */
let said = [];

beforeEach(() => {
  [now, wall, base, said, Recorder.isRefused] = [1000, 0, new Base(), [], false];
  mock.method(Date, "now", () => wall);
});

/** A recording that has begun, of a microphone with one track. */
async function begun() {
  const kept = new Recordings(base, () => false);
  const about = { kind: /** @type {const} */ ("runs"), of: "drucker", title: "Drucker", ms: () => now, onRefusal: ({ said: text }) => said.push(text) };
  const { parts } = await kept.begin("a", about, 0);
  const track = { enabled: true };
  const open = new AbortController();
  const recording = new Recording("a", about, /** @type {any} */ ({ getTracks: () => [track] }), open, parts, kept);
  recording.hold(false);
  return { recording, kept, track, open, parts: async () => (await kept.read("a"))?.parts.map(({ from_ms, to_ms, pieces }) => [from_ms, to_ms, pieces]) };
}

/** Time passes on both clocks, then a piece comes. @param {number} ms */
function piece(ms) {
  [now, wall] = [now + ms, wall + ms];
  Recorder.last?.piece("sound");
}

test("pieces are kept in their order, and the last one when it ends", async () => {
  const { recording, kept, parts, open } = await begun();
  piece(5000);
  piece(5000);
  [now, wall] = [now + 800, wall + 800];
  recording.end();
  await recording.done;
  assert.deepEqual(await parts(), [[1000, 11_800, 3]]);
  const entry = await kept.read("a");
  assert.equal(entry?.parts[0].type, "audio/mp4");
  const [pieces] = await kept.pieces("a", /** @type {any} */ (entry));
  assert.deepEqual(pieces.map(({ sound }) => new TextDecoder().decode(sound)), ["sound", "sound", "last"]);
  assert.deepEqual(pieces.map(({ heard }) => unpack(heard).length), [0, 0, 0]);
  assert.ok(open.signal.aborted, "the microphone is off");
  assert.deepEqual(said, []);
});

test("in a pause nothing is recorded, and behind it another part begins", async () => {
  const { recording, track, parts } = await begun();
  piece(5000);
  recording.hold(true);
  recording.hold(true);
  assert.equal(track.enabled, false);
  await new Promise((done) => { setImmediate(done); });
  [now, wall] = [now + 60_000, wall + 60_000];
  recording.hold(false);
  assert.equal(track.enabled, true);
  piece(5000);
  recording.end();
  await recording.done;
  assert.deepEqual(await parts(), [[1000, 6000, 2], [66_000, 71_000, 2]]);
});

test("what comes after a sleep is a part of its own", async () => {
  const { recording, parts } = await begun();
  piece(5000);
  [now, wall] = [now + 5000, wall + 3_600_000];
  Recorder.last?.piece("woken");
  await new Promise((done) => { setImmediate(done); });
  piece(5000);
  recording.end();
  await recording.done;
  assert.deepEqual(await parts(), [[1000, 11_000, 3], [11_000, 16_000, 2]]);
});

test("without room it ends, is said once, and what is there stays", async () => {
  const { recording, parts, open } = await begun();
  piece(5000);
  await new Promise((done) => { setImmediate(done); });
  base.isFull = true;
  piece(5000);
  piece(5000);
  await recording.done;
  assert.deepEqual(said, ["Für die Aufnahme ist kein Platz mehr."]);
  assert.deepEqual(await parts(), [[1000, 6000, 1]]);
  assert.ok(open.signal.aborted);
});

test("one that is deleted meanwhile ends, and leaves nothing", async () => {
  const { recording, kept } = await begun();
  piece(5000);
  await new Promise((done) => { setImmediate(done); });
  await kept.remove("a");
  piece(5000);
  await recording.done;
  assert.deepEqual(said, ["Diese Aufnahme ist gelöscht worden."]);
  assert.equal(base.entries.size, 0);
});

test("stopped by hand, it does not go on after a reload", async () => {
  const { recording, kept } = await begun();
  piece(5000);
  recording.stop();
  await recording.done;
  assert.deepEqual(await kept.begin("a", { kind: "runs", of: "drucker", title: "" }, 0), { outcome: "stopped", parts: 0 });
  recording.hold(true);
  recording.hold(false);
  assert.deepEqual((await kept.read("a"))?.parts.length, 1);
});

test("a browser that cannot record after all says so", async () => {
  Recorder.isRefused = true;
  const { recording } = await begun();
  await recording.done;
  assert.deepEqual(said, ["Das Mikrofon ließ sich nicht öffnen."]);
});
