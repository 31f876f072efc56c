// The plan up to the exam: what is authored, squeezed into the days that are left, with what was done of it and what was decided. Pure.
//
// `generalprobe/pages/way.py` writes what is authored as `plan/plan.json`:
// {"version": 1, "steps": [{"id": "thema", "days": 21, "title": "Thema wählen", "tasks": [{"id": "test", "text": "Fall prüfen",
//   "href": "/lernen/thema-eingrenzen/#test", "counts": "topic", "times": 1, "from": 6}]}], "spans": [{"days": 21, "said": "Drei Wochen …"}],
//  "milestones": [{"id": "analyse", "title": "Analyse", "minutes": 45, "checks": ["fachbegriffe"]}],
//  "fitness": {"points": ["ergebnis"], "from": 6}, "checklist": ["kamera"], "plan_b": ["internet"]}

/** @typedef {import("../base/calendar.mjs").Day} Day */
/** @typedef {"topic" | "milestones" | "cases" | "days" | "talks" | "questions" | "rehearsals" | "mocks" | "checklist" | "plan-b"} Deed  what can be counted on the device */
/** @typedef {Record<Deed, number>} Deeds */
/** @typedef {{id: string, text: string, href: string, counts: Deed | "", times: number, from: number}} Task  `from`: only where so many days are left in the beginning */
/** @typedef {{id: string, days: number, title: string, tasks: Task[]}} Step  days before the exam */
/**
 * @typedef {{version: number, steps: Step[], spans: {days: number, said: string}[], milestones: {id: string, title: string, minutes: number, checks: string[]}[],
 *   fitness: {points: string[], from: number}, checklist: string[], plan_b: string[]}} Outline
 */
/** @typedef {{moved?: Day, dropped?: boolean}} Decision  what somebody made of a step that was overdue */
/** @typedef {"done" | "dropped" | "left" | "overdue" | "now" | "next" | "later" | "past"} Stage  `left`: there is no time for it any more; `past`: the exam is over; without an exam all that is not done is `later` */
/** @typedef {Task & {isDone: boolean, byItself: boolean, number: number}} Doing  `number`: how many there are of what counts, at most as many as have to be */
/** @typedef {Omit<Step, "tasks"> & {day: Day | null, planned: Day | null, stage: Stage, tasks: Doing[], open: number}} Standing */
/**
 * `begun` is the day on which the way to this exam began, `ticked` what was ticked by hand, `decisions` by the steps' ids.
 *
 * @typedef {{exam: Day | null, begun: Day, today: Day, ticked: ReadonlySet<string>, deeds: Deeds, decisions: ReadonlyMap<string, Decision>}} Known
 */

const VERSION = 1;

/** So long it is said what a whole plan can do; what a shorter one can is worth saying to the end. */
const FRESH_DAYS = 3;

/** So near to the exam nothing is made up for any more: what was missed shrinks to what still fits, as in a plan that begins now. */
const LAST_DAYS = 1;

/** Whether it is the day before the exam, or the exam's own. @param {{exam: Day | null, today: Day}} plan */
export const isLast = ({ exam, today }) => exam !== null && today <= exam && exam - today <= LAST_DAYS;

/** @param {string} text as it was fetched @returns {Outline} */
export function outlineIn(text) {
  const outline = JSON.parse(text);
  if (outline.version !== VERSION) throw new Error(`a plan of version ${outline.version}`);
  return outline;
}

/**
 * How many days before the exam a step comes. Where less time is left than the first step wants, all move together; none but the exam's own
 * comes on its day.
 *
 * @param {number} days as it is authored
 * @param {number} span days from the beginning to the exam
 * @param {number} longest days of the first step
 */
export const squeezed = (days, span, longest) => (span >= longest ? days : Math.ceil((days * span) / longest));

/**
 * The steps that fit in, and what is left out.
 *
 * @param {Outline} outline
 * @param {number} span days from the beginning to the exam
 * @returns {{steps: Step[], said: string, missing: number}} `said`: what such a plan can do, `missing`: how many tasks fall out of it
 */
export function fitted({ steps, spans }, span) {
  const longest = Math.max(1, ...steps.map(({ days }) => days));
  const fitting = steps
    .filter(({ days }) => span > 0 || days === 0)
    .map((step) => ({ ...step, days: squeezed(step.days, span, longest), tasks: step.tasks.filter(({ from }) => from <= span) }))
    .filter(({ tasks }) => tasks.length);
  const count = (/** @type {Step[]} */ some) => some.reduce((sum, { tasks }) => sum + tasks.length, 0);
  return { steps: fitting, said: spans.find(({ days }) => days <= span)?.said ?? "", missing: count(steps) - count(fitting) };
}

/**
 * Where somebody stands in the plan.
 *
 * @param {Outline} outline
 * @param {Known} known
 */
export function planOf(outline, { exam, begun, today, ticked, deeds, decisions }) {
  const { steps: dated, said, missing } = exam === null ? { steps: outline.steps, said: "", missing: 0 } : fitted(outline, Math.max(0, exam - begun));
  const judged = dated.map((step) => {
    const tasks = step.tasks.map((task) => judge(task, ticked, deeds));
    const decision = decisions.get(step.id) ?? {};
    const planned = exam === null ? null : exam - step.days;
    return { ...step, tasks, open: tasks.filter(({ isDone }) => !isDone).length, planned, day: planned === null ? null : (decision.moved ?? planned), decision };
  });
  const untilOf = (/** @type {number} */ at) => judged.slice(at + 1).map(({ planned }) => Number(planned)).find((day) => day > Number(judged[at].planned)) ?? Number(exam) + 1;
  const steps = judged.map(({ decision, ...step }, at) => {
    const until = decision.moved === undefined ? untilOf(at) : Math.max(untilOf(at), decision.moved + 1);
    return endingOf(/** @type {Standing} */ ({ ...step, stage: stageOf(step, until, exam, today, decision) }), { exam, today });
  });
  const ahead = steps.find(({ stage }) => stage === "later");
  if (ahead && exam !== null) ahead.stage = "next";
  const wanted = steps.flatMap(({ stage, tasks }) => (stage === "dropped" || stage === "left" ? tasks.filter(({ isDone }) => isDone) : tasks));
  const fallen = steps.reduce((sum, { stage, open }, at) => sum + (stage === "dropped" ? 0 : judged[at].open - (stage === "left" ? 0 : open)), 0);
  return {
    exam, today, steps,
    missing: missing + fallen,
    said: fallen ? fitted(outline, Number(exam) - today).said : missing || today - begun < FRESH_DAYS ? said : "",
    current: currentOf(steps),
    overdue: steps.filter(({ stage }) => stage === "overdue").length,
    done: wanted.filter(({ isDone }) => isDone).length,
    all: wanted.length,
  };
}

/** @typedef {ReturnType<typeof planOf>} Plan */

/** @param {Task} task @param {ReadonlySet<string>} ticked @param {Deeds} deeds @returns {Doing} */
function judge(task, ticked, deeds) {
  const number = task.counts ? Math.min(deeds[task.counts], task.times) : 0;
  const byItself = Boolean(task.counts) && number >= task.times;
  return { ...task, number, byItself, isDone: byItself || ticked.has(task.id) };
}

/** @param {{open: number, day: Day | null}} step @param {Day} until @param {Day | null} exam @param {Day} today @param {Decision} decision @returns {Stage} */
function stageOf({ open, day }, until, exam, today, { dropped }) {
  if (!open) return "done";
  if (dropped) return "dropped";
  if (exam === null || day === null || today < day) return "later";
  if (exam < today) return "past";
  return today < until ? "now" : "overdue";
}

/** In the last days what was missed is on as far as it still fits; the rest of it is left. @param {Standing} step @param {{exam: Day | null, today: Day}} days @returns {Standing} */
function endingOf(step, { exam, today }) {
  if (step.stage !== "overdue" || !isLast({ exam, today })) return step;
  const fitting = step.tasks.filter(({ isDone, from }) => isDone || from <= Number(exam) - today);
  const open = fitting.filter(({ isDone }) => !isDone).length;
  return open && today !== exam ? { ...step, tasks: fitting, open, stage: "now" } : { ...step, stage: "left" };
}

/** What one does next: what is on, before what was missed, before what comes. @param {Standing[]} steps */
function currentOf(steps) {
  for (const wanted of ["now", "overdue", "next", "later"]) {
    const found = steps.find(({ stage }) => stage === wanted);
    if (found) return found;
  }
  return null;
}

/**
 * Whether it is worth saying where something stands that counts: after the exam nothing is, on its eve rehearsals and mock exams, on the day itself
 * only what there is of them. Before, what is begun, or still wanted by a step.
 *
 * @param {Pick<Plan, "exam" | "today" | "steps">} plan
 * @param {Deed} deed
 * @param {boolean} isBegun
 */
export function isWorthSaying({ exam, today, steps }, deed, isBegun) {
  if (exam !== null && exam < today) return false;
  if (isLast({ exam, today })) return (deed === "rehearsals" || deed === "mocks") && (isBegun || today !== exam);
  return isBegun || steps.some(({ stage, tasks }) => stage !== "dropped" && tasks.some(({ counts }) => counts === deed));
}

/**
 * The milestone that comes next: the first of which not everything is ticked.
 *
 * @param {Outline} outline
 * @param {ReadonlySet<string>} ticked
 */
export function milestoneOf({ milestones }, ticked) {
  const at = milestones.findIndex(({ checks }) => !checks.every((id) => ticked.has(id)));
  if (at < 0) return null;
  const { id, title, minutes, checks } = milestones[at];
  return { number: at + 1, of: milestones.length, id, title, minutes, done: checks.filter((each) => ticked.has(each)).length, all: checks.length };
}

/** How many milestones are done, in their order or not. @param {Outline} outline @param {ReadonlySet<string>} ticked */
export const milestonesDone = ({ milestones }, ticked) => milestones.filter(({ checks }) => checks.every((id) => ticked.has(id))).length;

/** How many points of the test a topic has, and whether it is fit. @param {Outline} outline @param {ReadonlySet<string>} ticked */
export function fitnessOf({ fitness: { points, from } }, ticked) {
  const done = points.filter((id) => ticked.has(id)).length;
  return { done, all: points.length, isFit: done >= from };
}
