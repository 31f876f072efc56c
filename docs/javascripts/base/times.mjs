// Times and shares as they are written. Pure.

/** The time on a stopwatch: a second counts when it has passed. @param {number} seconds @returns {string} such as 0:42 */
export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** A time that is estimated: to the nearest second. @param {number} seconds @returns {string} such as 1:05 */
export function timeSaid(seconds) {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** The same where it may be unknown. @param {number | null} seconds */
export const knownSaid = (seconds) => (seconds === null ? "–" : timeSaid(seconds));

/** @param {number} share @returns {string} such as 87 % */
export const percent = (share) => `${Math.round(100 * share)}\u00a0%`;
