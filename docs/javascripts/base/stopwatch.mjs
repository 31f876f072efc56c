// A stopwatch: it derives from when it was started and does not count, so a device that slept has lost no time.

const TICK_MS = 250;

/** @param {(elapsedS: number) => void} onTick called when it starts, and several times a second */
export function makeStopwatch(onTick) {
  let [collectedMs, startedMs, timer] = [0, 0, 0];
  const elapsedS = () => (collectedMs + (timer ? performance.now() - startedMs : 0)) / 1000;
  return {
    elapsedS,
    runs: () => timer !== 0,
    start() {
      startedMs = performance.now();
      timer = Number(setInterval(() => onTick(elapsedS()), TICK_MS));
      onTick(elapsedS());
    },
    pause() {
      collectedMs = 1000 * elapsedS();
      clearInterval(timer);
      timer = 0;
    },
    /** Stop, and begin at nothing the next time. @returns {number} the seconds that it showed */
    stop() {
      this.pause();
      const seconds = elapsedS();
      collectedMs = 0;
      return seconds;
    },
  };
}
