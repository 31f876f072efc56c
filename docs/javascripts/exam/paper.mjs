// What an examiner prints: times, the questions that were drawn, and the sheet with its sums, on one page. What is open is filled in by hand.

import { make } from "../base/elements.mjs";
import { timeSaid } from "../base/times.mjs";
import { timesSaid } from "./answers.mjs";
import { bestOf, criteriaOf, IMPRESSIONS, knockoutsOf, pointsSaid, sumOf } from "./marking.mjs";

/** @typedef {import("./marking.mjs").Exam} Exam */
/** @typedef {import("./marking.mjs").Sheet} Sheet */
/** @typedef {import("./marking.mjs").Answered} Answered */
/** @typedef {{title: string, code: string, at: number, talk_s: number, discussion_s: number, questions: readonly {id: string, title: string, topic: string}[], answers: readonly Answered[], sheet: Sheet}} Taken */

/** @param {Exam} exam @param {Taken} taken @returns {HTMLElement[]} */
export function makePaper(exam, { title, code, at, talk_s, discussion_s, questions, answers, sheet }) {
  const { sections, overall } = exam.marking_sheet;
  return [
    make("h2", {}, title),
    make("p", { class: "gp-paper__facts" }, [`Probeprüfung am ${new Date(at).toLocaleDateString("de", { dateStyle: "long" })}, Code ${code}`,
      ...(talk_s ? [`Vortrag ${timeSaid(talk_s)} von ${timeSaid(exam.presentation.budget)}`] : []), ...(discussion_s ? [`Fachgespräch ${timeSaid(discussion_s)} von ${timeSaid(exam.discussion.budget)}`] : [])].join(" · ")),
    make("h3", {}, "Gezogene Fragen"), make("ol", { class: "gp-paper__questions" }, ...questions.map((question) => questionOn(question, answers, exam))),
    make("table", { class: "gp-paper__sheet" }, ...sections.map(({ title: name, criteria }) => part(name, criteria, exam.marking_sheet.scale, sheet, sumSaid(sumOf(criteria, sheet, bestOf(exam))))),
      part("Gesamteindruck", overall, IMPRESSIONS, sheet, "")),
    make("p", { class: "gp-paper__sum" }, make("strong", {}, `Zusammen: ${sumSaid(sumOf(criteriaOf(exam), sheet, bestOf(exam)))}`), ...verdictSaid(exam, sheet)),
    make("dl", { class: "gp-paper__words" }, ...words(sheet)),
  ];
}

/** @param {{id: string, title: string, topic: string}} question @param {readonly Answered[]} answers @param {Exam} exam */
function questionOn({ id, title, topic }, answers, { discussion }) {
  const answer = answers.find((each) => each.id === id);
  const said = answer ? timesSaid(answer, discussion) : "nicht gestellt";
  return make("li", {}, title, make("span", { class: "gp-paper__aside" }, [topic, said].filter(Boolean).join(" · ")));
}

/** @param {string} name @param {readonly import("./marking.mjs").Criterion[]} criteria @param {readonly string[]} levels @param {Sheet} sheet @param {string} sum */
const part = (name, criteria, levels, { marks, notes }, sum) => make("tbody", {},
  make("tr", { class: "gp-paper__part" }, make("th", { scope: "colgroup" }, name), make("td", { colspan: 2 }, sum)),
  ...criteria.map(({ id, text }) => make("tr", {}, make("th", { scope: "row" }, text),
    make("td", {}, Object.hasOwn(marks, id) ? levels[marks[id]] ?? "" : levels.map((_, mark) => `○ ${levels === IMPRESSIONS ? levels[mark] : mark}`).join("  ")), make("td", {}, notes[id] ?? ""))));

/** @param {ReturnType<typeof sumOf>} sum */
const sumSaid = (sum) => (sum.marked ? pointsSaid(sum) : `__ von ${sum.most} Punkten`);

/** @param {Exam} exam @param {Sheet} sheet @returns {string[]} */
function verdictSaid(exam, sheet) {
  const { verdicts } = exam.marking_sheet;
  const missed = knockoutsOf(exam, sheet);
  return [
    ` · Urteil: ${sheet.verdict === null ? verdicts.map((each) => `○ ${each}`).join("  ") : verdicts[sheet.verdict]}`,
    ...(missed.length ? [` · Nicht erfüllt: ${missed.map(({ text }) => text).join(", ")}, damit nicht bestanden`] : []),
  ];
}

/** @param {Sheet} sheet @returns {HTMLElement[]} */
const words = ({ good, change, next }) => [["Das war gut", good], ["Zu ändern", change], ["Nächster Schritt", next]].flatMap(([name, text]) => [make("dt", {}, name), make("dd", {}, text)]);
