// What happened while somebody spoke: a list of events that only ever grows. All times are computed from it. Pure.
//
// [[0, "slide", "titel"], [41200, "slide", "ursache"], [60500, "pause"], [75000, "go"], [80000, "asleep", 12000], [598000, "end"]]

/**
 * Something that happened: milliseconds since the start by a clock that stands still while the machine sleeps, and what.
 *
 * - `slide`: the slide with this key is shown
 * - `pause`, `go`: the clock is held, and goes on
 * - `black`: the picture is dark (true) or back (false); the clock runs on
 * - `asleep`: the machine slept so many milliseconds, or the page was away; they are a pause
 * - `counts`: the last sleep was time of the talk (true), or a pause after all (false)
 * - `end`: it is over; what comes later says nothing, but for `counts`
 *
 * @typedef {[ms: number, kind: "slide", key: string] | [ms: number, kind: "black", value: boolean] | [ms: number, kind: "asleep", slept: number]
 *   | [ms: number, kind: "counts", value: boolean] | [ms: number, kind: "pause" | "go" | "end"]} Event
 */

/** @typedef {Event[]} Log */
/** @typedef {Event[1]} EventKind */
/** @typedef {{slide: string | null, isPaused: boolean, isBlack: boolean, isEnded: boolean, slept: {ms: number, counts: boolean} | null}} State
 *   `slept` is the last sleep that can be said to count */
/** @typedef {{slide: string | null, ms: number, isPause: boolean, isSleep: boolean}} Span  time that passed in one and the same state */
/** @typedef {{total_s: number, paused_s: number, running_s: number, slides: Map<string, {seconds: number, visits: number}>}} Totals
 *   `total_s` is from start to end, `running_s` what remains of it without pauses: the slides together */

/** Who leaves a slide sooner was only passing. */
const VISIT_MS = 1000;

/** @type {State} */
const BEGINNING = { slide: null, isPaused: false, isBlack: false, isEnded: false, slept: null };

/** @type {Record<EventKind, (state: State, value: any) => State>} */
const AFTER = {
  slide: (state, key) => ({ ...state, slide: key }),
  pause: (state) => ({ ...state, isPaused: true }),
  go: (state) => ({ ...state, isPaused: false }),
  black: (state, isBlack) => ({ ...state, isBlack }),
  asleep: (state, ms) => ({ ...state, slept: isHeld(state) ? state.slept : { ms, counts: false } }),
  counts: (state, counts) => ({ ...state, slept: state.slept && { ...state.slept, counts } }),
  end: (state) => ({ ...state, isEnded: true }),
};

/** Whether no time passes for any slide. @param {State} state */
const isHeld = ({ slide, isPaused }) => slide === null || isPaused;

/** @param {State} state @param {Event} event @returns {State} */
const after = (state, [, kind, value]) => (state.isEnded && kind !== "counts" ? state : AFTER[kind](state, value));

/** @param {Log} log @returns {State} */
export const stateOf = (log) => log.reduce(after, BEGINNING);

/**
 * The log with one more event; as it was where the event changes nothing. Time never goes back.
 *
 * @param {Log} log
 * @param {number} ms
 * @param {EventKind} kind
 * @param {string | number | boolean} [value]
 * @returns {Log}
 */
export function withEvent(log, ms, kind, value) {
  const at = Math.max(Math.round(ms), log.at(-1)?.[0] ?? 0);
  const event = /** @type {Event} */ (value === undefined ? [at, kind] : [at, kind, value]);
  const before = stateOf(log);
  const isNews = kind === "asleep" ? !before.isEnded : JSON.stringify(after(before, event)) !== JSON.stringify(before);
  return isNews ? [...log, event] : log;
}

/**
 * All that has passed, piece by piece. Until a slide is shown, it is a pause.
 *
 * @param {Log} log
 * @param {number} [atMs] now, on the log's clock; the last event where it is left out
 * @returns {Span[]}
 */
export function spansOf(log, atMs = 0) {
  /** @type {Span[]} */
  const spans = [];
  /** @type {Span | undefined} */
  let sleep;
  let [state, ms] = [BEGINNING, log[0]?.[0] ?? 0];
  const pass = (/** @type {number} */ until) => {
    if (until > ms && !state.isEnded) spans.push({ slide: state.slide, ms: until - ms, isPause: isHeld(state), isSleep: false });
    ms = Math.max(ms, until);
  };
  for (const event of log) {
    pass(event[0]);
    if (event[1] === "asleep" && !state.isEnded) spans.push({ slide: state.slide, ms: event[2], isPause: true, isSleep: true });
    if (event[1] === "asleep" && !state.isEnded && !isHeld(state)) sleep = spans.at(-1);
    if (event[1] === "counts" && sleep) sleep.isPause = !event[2];
    state = after(state, event);
  }
  pass(atMs);
  return spans;
}

/**
 * @param {Log} log
 * @param {number} [atMs] now, on the log's clock; the last event where it is left out
 * @returns {Totals} slides in the order in which they first came
 */
export function totals(log, atMs) {
  const spans = spansOf(log, atMs);
  const sum = (/** @type {Span[]} */ some) => some.reduce((ms, span) => ms + span.ms, 0) / 1000;
  const running = spans.filter(({ isPause }) => !isPause);
  const paused = spans.filter(({ isPause }) => isPause);
  return { total_s: sum(spans), paused_s: sum(paused), running_s: sum(running), slides: slidesOf(running) };
}

/** @param {Span[]} running @returns {Totals["slides"]} */
function slidesOf(running) {
  const slides = new Map();
  for (const { slide, ms } of staysOf(running)) {
    const { seconds, visits } = slides.get(slide) ?? { seconds: 0, visits: 0 };
    slides.set(slide, { seconds: seconds + ms / 1000, visits: visits + Number(ms >= VISIT_MS) });
  }
  return slides;
}

/** A pause in between does not make two stays of one. @param {Span[]} running */
function staysOf(running) {
  /** @type {{slide: string | null, ms: number}[]} */
  const stays = [];
  for (const { slide, ms } of running) {
    const last = stays.at(-1);
    if (last?.slide === slide) last.ms += ms;
    else stays.push({ slide, ms });
  }
  return stays;
}

/** @type {Record<EventKind, (value: unknown) => boolean>} */
const VALUES = {
  slide: (value) => typeof value === "string",
  pause: isNothing,
  go: isNothing,
  black: isTruth,
  asleep: isLength,
  counts: isTruth,
  end: isNothing,
};

/** @param {unknown} value */
function isNothing(value) {
  return value === undefined;
}

/** @param {unknown} value */
function isTruth(value) {
  return typeof value === "boolean";
}

/** @param {unknown} value a time in milliseconds, within a year */
function isLength(value) {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) < 3.2e10;
}

/** Whether something that was stored, or comes from a file, is a log. @param {unknown} list @returns {list is Log} */
export const isLog = (list) => Array.isArray(list) && list.every(isEvent);

/** @param {unknown} event */
const isEvent = (event) =>
  Array.isArray(event) && event.length <= 3 && isLength(event[0]) && typeof event[1] === "string" && Object.hasOwn(VALUES, event[1]) && VALUES[/** @type {EventKind} */ (event[1])](event[2]);
