// One's own voice in a mock exam: recorded while its clocks run, told beside the criteria, and gone with the exam.

import { deleteRecording, recordingOf } from "../recording/kept.mjs";
import { paceOf } from "../recording/judging.mjs";
import { deliveryOf } from "../recording/playback.mjs";
import { lengthOfAll, onReel } from "../recording/reel.mjs";
import { record as sign } from "../recording/sign.mjs";
import { queryOf } from "../talk/judging.mjs";
import { talkStretches } from "./stretches.mjs";

/** @typedef {import("./course.mjs").Course} Course */
/** @typedef {import("./marking.mjs").Spoken} Spoken */

export { showRecording } from "../recording/playback.mjs";

/** Settles when all that is being recorded is kept. @type {Promise<unknown>} */
let kept = Promise.resolve();

/** Record a part of the exam, as a further part of the same recording. @param {HTMLElement} place in which the sign stands @param {Course} course @param {AbortSignal} signal ends it */
export function record(place, course, signal) {
  const { id, exam, about, title } = course.sitting;
  const signed = sign(place, id, { kind: "mocks", of: exam, title: `Probeprüfung: ${title}`, page: `pruefung/?${queryOf(about)}`, ms: () => course.ms }, signal);
  kept = Promise.all([kept, signed.done()]);
}

/** How somebody spoke in the talk, null where that cannot be told. @param {import("./kept.mjs").Sitting} sitting @returns {Promise<Spoken | null>} */
export async function spokenIn(sitting) {
  await kept;
  const stretches = talkStretches(sitting);
  const [delivery, entry] = await Promise.all([deliveryOf(sitting.id, stretches), recordingOf(sitting.id)]);
  const whole_s = entry ? lengthOfAll(onReel(entry.parts, stretches)) : 0;
  if (!delivery?.reliable || !whole_s) return null;
  const share = delivery.slides.reduce((sum, { spoken_s }) => sum + spoken_s, 0) / whole_s;
  return { pace: paceOf(delivery), pauses: Math.max(0, 1 - share), apart_db: delivery.voice_db - delivery.noise_db };
}

/** It goes with the exam. @param {string} id */
export const drop = (id) => deleteRecording(id);

