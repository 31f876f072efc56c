// Keeps the screen on while somebody speaks.

/**
 * The browser takes it back whenever the page is hidden, so it is asked for again.
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
