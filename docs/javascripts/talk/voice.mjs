// One's own voice in a rehearsal: wished before it, recorded while it lasts, heard again beside its result, and gone with it.

import { deleteOld, deleteRecording } from "../recording/kept.mjs";
import { offerRecording } from "../recording/offer.mjs";
import { showRecording } from "../recording/playback.mjs";
import { queryOf } from "./judging.mjs";
import { stateOf } from "./log.mjs";
import { onRunningChange, readRunning } from "./runs.mjs";
import { stretchesOf } from "./stretches.mjs";

/** Settles when all that is being recorded is kept. @type {Promise<void>} */
let kept = Promise.resolve();

/** @param {HTMLElement} place in a form, in place of the tick that stands there, which was set */
export function offer(place) {
  offerRecording(place, { others: false, on: true });
  place.querySelector("input")?.focus();
}

/**
 * Record a run while it lasts, or go on with it. In a pause nothing is recorded.
 *
 * @param {import("./live.mjs").Live} live in which the sign stands, and with which it ends
 * @param {import("./runs.mjs").Run} run
 * @param {{id: string, title: string}} talk
 * @param {import("./clock.mjs").Clock} clock of its log
 */
export async function record({ element, signal }, { id, mode, log }, talk, clock) {
  if (mode === "silent") return;
  const { record: begin } = await import("../recording/sign.mjs");
  const signed = begin(element, id, { kind: "runs", of: talk.id, title: talk.title, page: `buehne/?${queryOf(talk.id)}`, ms: clock.ms }, signal);
  kept = signed.done();
  const follow = () => signed.hold(stateOf(readRunning(talk.id)?.log ?? log).isPaused);
  signal.addEventListener("abort", onRunningChange(follow), { once: true });
  follow();
}

/** @param {HTMLElement} place in which it is shown, in place of what is there @param {import("./runs.mjs").Run} run */
export async function show(place, run) {
  await kept;
  await showRecording(place, run.id, stretchesOf(run));
}

/** It goes with the run. @param {string} id @returns {Promise<() => Promise<void>>} brings it back */
export const drop = (id) => deleteRecording(id);

/** Delete what is old, and what has lost its run. */
export const sweep = () => deleteOld(Date.now());
