// Microphone, camera and screen as the browser hands them over, or why it does not; what is open ends with its signal.

import { reasonOf, refusalOf } from "./refusals.mjs";

/** @typedef {import("./refusals.mjs").Kind} Kind */
/** @typedef {import("./refusals.mjs").Refusal} Refusal */

/** A microphone as it is: what a browser mends by itself would make the room better than it is. */
export const UNTOUCHED = /** @type {const} */ ({ echoCancellation: false, noiseSuppression: false, autoGainControl: false });

/** @type {Record<Kind, (id: string) => Promise<MediaStream>>} */
const ASK = {
  microphone: (id) => navigator.mediaDevices.getUserMedia({ audio: { ...UNTOUCHED, ...chosen(id) } }),
  camera: (id) => navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1280 }, height: { ideal: 720 }, ...chosen(id) } }),
  screen: () => navigator.mediaDevices.getDisplayMedia({ video: true }),
};

/** @param {string} id */
const chosen = (id) => (id ? { deviceId: { exact: id } } : {});

/** Telephones cannot share theirs. */
export const canShareScreen = () => globalThis.isSecureContext && typeof navigator.mediaDevices?.getDisplayMedia === "function";

/**
 * Ask for a device; its tracks end when the signal is aborted, also where the answer comes later.
 *
 * @param {Kind} kind
 * @param {string} id of the device, empty for whichever the browser takes
 * @param {AbortSignal} signal
 * @param {(refusal: Refusal) => void} onGone it was unplugged, or taken away
 * @returns {Promise<{stream: MediaStream} | {refusal: Refusal}>}
 */
export async function openDevice(kind, id, signal, onGone) {
  if (!globalThis.isSecureContext) return { refusal: refusalOf(kind, "insecure") };
  if (!navigator.mediaDevices?.getUserMedia) return { refusal: refusalOf(kind, "unknown") };
  try {
    const stream = await ASK[kind](id);
    endWith(stream, signal);
    for (const track of stream.getTracks()) track.addEventListener("ended", () => onGone(refusalOf(kind, "gone")), { signal });
    return { stream };
  } catch (error) {
    return { refusal: refusalOf(kind, reasonOf(error instanceof Error ? error.name : "")) };
  }
}

/** @param {MediaStream} stream @param {AbortSignal} signal */
function endWith(stream, signal) {
  const end = () => stream.getTracks().forEach((track) => track.stop());
  if (signal.aborted) end();
  else signal.addEventListener("abort", end, { once: true });
}

/** Those to choose from; they have names once one is open. @param {"audioinput" | "videoinput"} kind */
export async function devicesOf(kind) {
  const all = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  return all.filter((device) => device.kind === kind && device.deviceId);
}
