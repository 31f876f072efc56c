// A page that is left open changes with the day.

import { dayOf } from "./calendar.mjs";

const MINUTE_MS = 60_000;

/**
 * Hear of it when another day has begun.
 *
 * @param {() => void} listener
 * @param {AbortSignal} [signal] to stop it
 */
export function onNewDay(listener, signal) {
  let day = dayOf(Date.now());
  const look = () => {
    const now = dayOf(Date.now());
    if (now === day) return;
    day = now;
    listener();
  };
  const timer = setInterval(look, MINUTE_MS);
  document.addEventListener("visibilitychange", look, { signal }); // A device that slept has counted no minutes.
  signal?.addEventListener("abort", () => clearInterval(timer));
}
