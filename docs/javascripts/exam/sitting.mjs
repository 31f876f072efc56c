// What happens in a mock exam, from the technical check to the record: a list of events that only ever grows. Pure.
//
// [[0, "phase", "talk"], [4000, "begin"], [590000, "phase", "discussion"], [601000, "begin"], [601000, "ask", 0], [655000, "done"], …]
// All times are computed from it. An exam is never held: what a device sleeps is time of the exam, unless it was said to be an interruption.

/** @typedef {"check" | "talk" | "discussion" | "marking" | "record"} Phase */
/**
 * Milliseconds since the start by a clock that stands still while the machine sleeps, and what has happened.
 *
 * - `phase`: the next part has come; nothing leads back
 * - `begin`: the clock of this part runs
 * - `ask`: the question at this place is asked; `follow`: and now what follows from it, in these words; `done`: the answer is over
 * - `disturb`: something goes wrong, once in an exam; `settled`: and it goes on
 * - `away`: the machine slept, or the page was away, and so many milliseconds count; `gap`: they do not
 *
 * @typedef {[ms: number, kind: "phase", phase: Phase] | [ms: number, kind: "ask", place: number] | [ms: number, kind: "follow", said: string]
 *   | [ms: number, kind: "away" | "gap", ms: number] | [ms: number, kind: "begin" | "done" | "disturb" | "settled"]} Event
 */
/** @typedef {Event[]} Log */
/** @typedef {{phase: Phase, isRunning: boolean, place: number, follow: string, isAnswering: boolean, disturbed: "" | "now" | "over"}} State  `place` of the question that was asked last, -1 before the first */
/** @typedef {{place: number, seconds: number, follow: string, follow_s: number}} Answer  `follow_s` of what was asked after it, "" and 0 where nothing was */

/** In their order. @type {Phase[]} */
export const PHASES = ["check", "talk", "discussion", "marking", "record"];

/** @type {State} */
const BEGINNING = { phase: "check", isRunning: false, place: -1, follow: "", isAnswering: false, disturbed: "" };

/** @type {Record<Event[1], (state: State, value: any) => State>} */
const AFTER = {
  phase: (state, phase) => (PHASES.indexOf(phase) > PHASES.indexOf(state.phase) ? { ...state, phase, isRunning: false, isAnswering: false, disturbed: state.disturbed && "over" } : state),
  begin: (state) => ({ ...state, isRunning: state.isRunning || state.phase === "talk" || state.phase === "discussion" }),
  ask: (state, place) => (isDiscussing(state) && place === state.place + 1 ? { ...state, place, follow: "", isAnswering: true } : state),
  follow: (state, follow) => (isDiscussing(state) && state.place >= 0 && !state.follow ? { ...state, follow, isAnswering: true } : state),
  done: (state) => ({ ...state, isAnswering: false }),
  disturb: (state) => (state.isRunning && !state.disturbed ? { ...state, disturbed: "now" } : state),
  settled: (state) => (state.disturbed ? { ...state, disturbed: "over" } : state),
  away: (state) => state,
  gap: (state) => state,
};

/** @param {State} state */
const isDiscussing = ({ phase, isRunning, isAnswering }) => phase === "discussion" && isRunning && !isAnswering;

/** @param {Log} log @returns {State} */
export const stateOf = (log) => log.reduce((state, [, kind, value]) => AFTER[kind](state, value), BEGINNING);

/**
 * The log with one more event; as it was where the event changes nothing. Time never goes back.
 *
 * @param {Log} log
 * @param {number} ms
 * @param {Event[1]} kind
 * @param {string | number} [value]
 * @returns {Log}
 */
export function withEvent(log, ms, kind, value) {
  const at = Math.max(Math.round(ms), log.at(-1)?.[0] ?? 0);
  const event = /** @type {Event} */ (value === undefined ? [at, kind] : [at, kind, value]);
  const isNews = kind === "away" || kind === "gap" ? Number(value) > 0 : JSON.stringify(stateOf([...log, event])) !== JSON.stringify(stateOf(log));
  return isNews ? [...log, event] : log;
}

/** How long the clock of a part has run, with what the machine slept. @param {Log} log @param {Phase} phase @param {number} [atMs] now, on the log's clock @returns {number} seconds */
export function elapsed_s(log, phase, atMs = 0) {
  let [began, ended] = [-1, -1];
  let state = BEGINNING;
  let away = 0;
  for (const [ms, kind, value] of log) {
    const after = AFTER[kind](state, value);
    if (kind === "away") away += value;
    if (state.phase === phase && after.isRunning && !state.isRunning) began = ms + away;
    if (state.phase === phase && after.phase !== phase) ended = ms + away;
    state = after;
  }
  if (began < 0) return 0;
  if (ended < 0) ended = Math.max(atMs, log.at(-1)?.[0] ?? 0) + away;
  return (ended - began) / 1000;
}

/** How long each question was answered, from asking to the end of the answer. @param {Log} log @param {number} [atMs] now, for the one that is being answered @returns {Answer[]} */
export function answersOf(log, atMs = 0) {
  /** @type {Answer[]} */
  const answers = [];
  let state = BEGINNING;
  let [away, since] = [0, 0];
  const stop = (/** @type {number} */ until) => {
    const last = answers.at(-1);
    if (!last || !state.isAnswering) return;
    last[state.follow ? "follow_s" : "seconds"] += (until - since) / 1000;
  };
  for (const [ms, kind, value] of log) {
    const after = AFTER[kind](state, value);
    if (kind === "away") away += value;
    if (state.isAnswering && !after.isAnswering) stop(ms + away);
    if (!state.isAnswering && after.isAnswering) {
      since = ms + away;
      if (kind === "ask") answers.push({ place: after.place, seconds: 0, follow: "", follow_s: 0 });
      else Object.assign(answers.at(-1) ?? {}, { follow: after.follow });
    }
    state = after;
  }
  stop(Math.max(atMs, log.at(-1)?.[0] ?? 0) + away);
  return answers;
}

/** When something went wrong, and how long it took; null where nothing did. @param {Log} log @returns {{after_s: number, took_s: number | null} | null} seconds of the part that ran */
export function disturbedIn(log) {
  const [began, settled] = ["disturb", "settled"].map((wanted) => log.findIndex(([, kind]) => kind === wanted));
  if (began < 0) return null;
  const { phase } = stateOf(log.slice(0, began));
  const after_s = elapsed_s(log.slice(0, began + 1), phase);
  return { after_s, took_s: settled < 0 ? null : elapsed_s(log.slice(0, settled + 1), phase) - after_s };
}

/**
 * What comes once an answer is over: something that follows from it, the next question, or the end.
 *
 * @typedef {{fewest_questions: number, shortest_answer: number, longest_answer: number, budget: number}} Rules  seconds, as the exam says
 * @param {State} state
 * @param {number} count of the questions that were drawn
 * @param {number} rest_s of the discussion
 * @param {Rules} rules
 * @param {boolean} mayFollow whether something could follow from this one
 * @returns {"follow" | "ask" | "over"}
 */
export function nextOf({ place, follow }, count, rest_s, { fewest_questions, shortest_answer, longest_answer }, mayFollow) {
  const owed = Math.max(0, Math.min(fewest_questions, count) - (place + 1));
  if (place >= 0 && mayFollow && !follow && rest_s >= owed * longest_answer + shortest_answer) return "follow";
  const isNext = place + 1 < count && rest_s > 0 && (owed > 0 || rest_s >= shortest_answer);
  return isNext ? "ask" : "over";
}

/** @type {Record<Event[1], (value: unknown) => boolean>} */
const VALUES = {
  phase: (value) => PHASES.includes(/** @type {Phase} */ (value)), begin: isNothing, done: isNothing, disturb: isNothing, settled: isNothing, ask: isAmount, away: isAmount, gap: isAmount,
  follow: (value) => typeof value === "string" && value !== "",
};

/** @param {unknown} value */
function isNothing(value) {
  return value === undefined;
}

/** @param {unknown} value within a year of milliseconds */
function isAmount(value) {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) < 3.2e10;
}

/** Whether something that was stored, or comes from a file, is a log. @param {unknown} list @returns {list is Log} */
export const isLog = (list) => Array.isArray(list) && list.every((event) =>
  Array.isArray(event) && event.length <= 3 && isAmount(event[0]) && typeof event[1] === "string" && Object.hasOwn(VALUES, event[1]) && VALUES[/** @type {Event[1]} */ (event[1])](event[2]));
