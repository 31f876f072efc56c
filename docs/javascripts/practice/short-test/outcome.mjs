// The end of a short test: points, what was right in each question, and what may come of it.

import { momentSaid } from "../../base/calendar.mjs";
import { button, make } from "../../base/elements.mjs";
import { find } from "../../base/names.mjs";
import { clock } from "../../base/times.mjs";
import { makeSwitch } from "../bar.mjs";
import { questionOf } from "../question.mjs";
import { GRADES } from "../round.mjs";
import { lay, showScore } from "../task.mjs";
import { taskOf } from "./doing.mjs";
import { byTopic, gradesSaid, missedIn, pointsOf, pointsSaid, reviewsOf, verdictOf } from "./marks.mjs";

/** @typedef {import("./marks.mjs").Result} Result */
/** @typedef {import("./marks.mjs").Marked} Marked */

const VERDICTS = { right: "richtig", half: "zum Teil richtig", wrong: "falsch", open: "nicht beantwortet" };

/** @param {Result} result such as „7½ von 10 Punkten“ */
export const scoreSaid = ({ asked }) => `${pointsSaid(pointsOf(asked))} von ${asked.length} ${asked.length === 1 ? "Punkt" : "Punkten"}`;

/**
 * @typedef {object} Ways where to go from here
 * @property {() => void} practise those that were not wholly right
 * @property {() => void} anew
 */

/** The figures. @param {Result} result @param {Ways} ways */
export function makeFigures(result, { practise, anew }) {
  const missed = missedIn(result.asked).length;
  const topics = byTopic(result.asked);
  const rule = "Jede Frage zählt einen Punkt, und einen halben, wenn mindestens die Hälfte richtig ist.";
  return make("section", { class: "gp-test__figures", "aria-label": "Ergebnis des Kurztests" },
    make("h2", { class: "gp-test__score" }, scoreSaid(result)), make("p", { class: "gp-test__when" }, whenSaid(result)),
    make("ul", { class: "gp-test__bars" }, ...topics.map(makeTopic)), make("p", { class: "gp-test__rule" }, rule),
    make("p", { class: "gp-actions" },
      ...(missed ? [button(`Falsche jetzt üben (${missed})`, practise, { class: "gp-button gp-button--primary" }), " "] : []), button("Noch ein Kurztest", anew)));
}

/** @param {Result} result */
function whenSaid({ at, seconds, out, wishes: { minutes } }) {
  if (out) return `${momentSaid(at)}. Nach ${minutes === 1 ? "einer Minute" : `${minutes} Minuten`} war die Zeit um, und der Kurztest hat sich selbst abgegeben.`;
  return `${momentSaid(at)}, in ${clock(seconds)}${minutes === null ? "" : ` von ${clock(60 * minutes)}`} Minuten.`;
}

/** @param {ReturnType<typeof byTopic>[number]} row */
function makeTopic({ topic, points, all }) {
  const filled = make("span", {});
  filled.style.inlineSize = `${(100 * points) / all}%`;
  return make("li", {}, make("span", { class: "gp-test__topic-name" }, topic), " ", make("span", { class: "gp-figures" }, `${pointsSaid(points)} von ${all}`), make("div", { class: "gp-test__bar", "aria-hidden": "true" }, filled));
}

/**
 * What goes into one's cards only when it is asked for, and can be taken back.
 *
 * @param {Result} result
 * @param {(taken: boolean) => Result} onTake with what stands then
 */
export function makeConsent(result, onTake) {
  const element = make("section", { class: "gp-test__consent", "aria-label": "Lernstand" });
  const act = (/** @type {boolean} */ taken) => () => {
    show(onTake(taken));
    element.querySelector("button")?.focus();
  };
  /** @param {Result} now */
  const show = (now) => {
    const said = now.taken.length ? `Übernommen: ${gradesSaid(now.taken, GRADES)}.` : "Auf Wunsch bewertet der Kurztest deine Karten, wie du es beim Üben tust: richtig als „Gut“, zum Teil richtig als „Schwer“, falsch als „Nochmal“. Danach richtet sich, wann sie wiederkommen. Was du nicht beantwortet hast, bleibt, wie es ist.";
    const way = now.taken.length ? button("Rückgängig", act(false)) : button("In meine Karten übernehmen", act(true));
    element.replaceChildren(make("p", { role: "status" }, said), make("p", { class: "gp-actions" }, way));
  };
  show(result);
  return reviewsOf(result).length ? [element] : [];
}

/**
 * Each question with what was answered, what is right, and why.
 *
 * @param {Result} result
 * @param {(id: string) => HTMLElement | null} sectionOf whole; null where it is no more
 * @param {import("./doing.mjs").Kinds} kinds
 */
export function makeQuestions(result, sectionOf, kinds) {
  /** @type {(() => void)[]} */
  const undoings = [];
  const items = result.asked.map((marked, place) => {
    const section = sectionOf(marked.id);
    if (section) undoings.push(showMarked(section, marked, result.seed, kinds));
    const verdict = make("p", { class: "gp-test__verdict" }, `Frage ${place + 1}: `, make("strong", {}, VERDICTS[verdictOf(marked)]));
    return make("div", { class: "gp-test__asked", "data-verdict": verdictOf(marked) }, verdict, section ?? make("p", {}, "Diese Frage gibt es hier nicht mehr."));
  });
  const missed = missedIn(result.asked);
  const filter = makeSwitch("Welche Fragen", /** @type {Record<"all" | "missed", string>} */ ({ all: `Alle ${items.length}`, missed: `Nur falsche ${missed.length}` }), "all", (/** @type {"all" | "missed"} */ which) => {
    for (const [place, item] of items.entries()) item.hidden = which === "missed" && !missed.includes(result.asked[place]);
  });
  const isMixed = missed.length > 0 && missed.length < items.length;
  const element = make("section", { class: "gp-test__questions" }, make("div", { class: "gp-test__filter" }, make("h2", {}, "Die Fragen"), ...(isMixed ? [filter] : [])), make("div", { class: "gp-questions" }, ...items));
  return { element, dispose: () => undoings.forEach((undo) => undo()) };
}

/** @param {HTMLElement} section @param {Marked} marked @param {string} seed @param {import("./doing.mjs").Kinds} kinds @returns {() => void} leaves it as it was */
function showMarked(section, { given }, seed, kinds) {
  const question = /** @type {import("../question.mjs").Question} */ (questionOf(section));
  const { answer } = question;
  const heading = make("p", { class: "gp-test__right gp-solution" }, "So ist es richtig:");
  answer.querySelector("summary")?.after(heading);
  const task = given.length ? taskOf(question, kinds, seed, given) : null;
  const lift = task ? lay(question, make("div", { class: "gp-task" }, task.element)) : showAnswerAlone(question);
  task?.concede?.();
  if (task) showScore(question, task);
  return () => {
    heading.remove();
    lift();
  };
}

/** Who answered nothing needs no options beside what is right: they say the same. @param {import("../question.mjs").Question} question @returns {() => void} leaves it as it was */
function showAnswerAlone({ section, answer }) {
  const plain = find(section, "plain");
  plain.hidden = true;
  answer.open = true;
  return () => {
    plain.hidden = false;
    answer.open = false;
  };
}
