// The screen of the device: all of it, where a browser gives it, and on while somebody speaks.

/** Telephones of one maker give none. */
export const canFill = () => Boolean(document.fullscreenEnabled);

export const isFull = () => document.fullscreenElement !== null;

/** Take all of the screen, or give it back; refused, the page stays as it is. */
export async function toggleFull() {
  try {
    await (isFull() ? document.exitFullscreen() : document.documentElement.requestFullscreen({ navigationUI: "hide" }));
  } catch {
    // It asks for a press of a key or a click that has just been.
  }
}

/**
 * Keep it on. The browser takes that back whenever the page is hidden, so it is asked for again.
 *
 * @param {AbortSignal} signal until when
 */
export function stayAwake(signal) {
  /** @type {WakeLockSentinel | null} */
  let lock = null;
  const ask = async () => {
    if (document.visibilityState !== "visible" || signal.aborted) return;
    try {
      lock = await navigator.wakeLock.request("screen");
    } catch {
      // Refused, as with a low battery, or unknown: the screen goes dark when the device says so.
    }
    if (signal.aborted) await lock?.release();
  };
  document.addEventListener("visibilitychange", ask, { signal });
  signal.addEventListener("abort", () => void lock?.release());
  void ask();
}
