// The clock of a talk: time since the start, without what the machine has slept. It derives from two clocks, and counts no ticks.
//
// The monotonic clock stands still while most machines sleep, the system's clock goes on and can be put forward or back. Where
// the second gets ahead of the first, the machine has slept (or somebody has put the clock forward; no page can tell). On other
// machines both go on, and browsers freeze pages that nobody sees: there it shows in that nobody asked for longer than a page
// can be kept waiting. Pure.

/** @typedef {{ms: number, saved: number}} Stamp  the clock's time, and the system's when it was written down, both in milliseconds */
/** @typedef {ReturnType<typeof makeClock>} Clock */

/** By less than that the two clocks differ of themselves. */
const SLEEP_MS = 2000;

/** A hidden page is asked once a minute at least. */
const UNASKED_MS = 90_000;

/** Further ahead, it was not sleep. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** How long the page was away, 0 where nobody knows. @param {Stamp} stamp @param {number} nowMs since 1970 */
export const awaySince = ({ saved }, nowMs) => asLength(nowMs - saved, 0);

/**
 * Make it when the talk starts or goes on, for it runs from then on.
 *
 * @param {object} options
 * @param {() => number} options.mono milliseconds by a clock that nobody can set, as of `performance.now()`
 * @param {() => number} options.wall milliseconds since 1970 by the system's clock, as of `Date.now()`
 * @param {Stamp | null} [options.from] where to go on after a reload or a crash; left out, it starts at 0
 */
export function makeClock({ mono, wall, from = null }) {
  const startMs = from?.ms ?? 0;
  let began = mono();
  let seen = { mono: began, wall: wall() };
  const ms = () => startMs + Math.max(0, Math.round(mono() - began));
  return {
    ms,
    /** How long the page was away before it went on: the length of an event `asleep`. */
    away: from ? awaySince(from, wall()) : 0,
    /** How long the machine or the page has slept since this was asked last, 0 if not. Ask at every tick, and before anything is written down. */
    slept() {
      const [monoNow, wallNow] = [mono(), wall()];
      const passed = monoNow - seen.mono;
      const [ahead, unasked] = [wallNow - seen.wall - passed, passed > UNASKED_MS ? passed : 0];
      began += unasked;
      seen = { mono: monoNow, wall: wallNow };
      return asLength(ahead, SLEEP_MS) + Math.round(unasked);
    },
    /** What to write down, so that another clock can go on from here. @returns {Stamp} */
    stamp: () => ({ ms: ms(), saved: wall() }),
  };
}

/** @param {number} ms @param {number} least */
function asLength(ms, least) {
  return ms > least && ms < DAY_MS ? Math.round(ms) : 0;
}
