// What came of a mock exam: points, times, how it goes from exam to exam, and what to practise now. Fits on one page of paper.

import { onSite } from "../base/addresses.mjs";
import { askFirst, button, make } from "../base/elements.mjs";
import { timeSaid } from "../base/times.mjs";
import { timesSaid } from "./answers.mjs";
import { disturbanceSaid } from "./disturbing.mjs";
import { bestOf, criteriaOf, IMPRESSIONS, knockoutsOf, lengthsSaid, spokenSaid, sumOf, weakestOf } from "./marking.mjs";
import { makeReceiving } from "./receiving.mjs";

/** @typedef {import("./kept.mjs").Outcome} Outcome */
/** @typedef {import("./marking.mjs").Exam} Exam */
/** @typedef {import("./marking.mjs").Criterion} Criterion */

/** So many earlier exams stand beside the last one. */
const MOST_BEFORE = 3;

/**
 * @param {object} given
 * @param {Exam} given.exam
 * @param {Outcome} given.record
 * @param {readonly Outcome[]} given.before earlier exams, the oldest first
 * @param {(criterion: Criterion) => {title: string, href: string}[]} given.practise questions that help with it
 * @param {(() => boolean) | null} given.onTake takes the grades into the cards, and says whether the device keeps them; null where there is nothing to take
 * @param {((text: string) => string) | null} given.onReceive takes an examiner's sheet, and says what is wrong with it; null where nobody else was there
 * @param {HTMLElement | null} given.voice where a recording is heard
 * @param {() => void} given.onDelete
 * @param {() => void} given.onLeave
 * @returns {HTMLElement[]}
 */
export function makeRecord({ exam, record, before, practise, voice, onTake, onReceive, onDelete, onLeave }) {
  const drop = button("Löschen", () => {});
  askFirst(drop, "Diese Probeprüfung wirklich löschen?", onDelete);
  return [
    verdict(exam, record),
    facts(exam, record),
    ...advice(exam, record, before, practise),
    questions(exam, record),
    ...(record.disturbance ? disturbanceSaid(record.disturbance, record.disturbance, false) : []),
    ...(record.other ? words("Von der prüfenden Person", record.other, exam) : []), ...words("Von dir", record.sheet, exam),
    ...(onTake ? [taking(onTake)] : []),
    ...trend(exam, [...before.slice(-MOST_BEFORE), record], record.other),
    ...(voice ? [voice] : []),
    ...(onReceive ? [makeReceiving(onReceive, record.other !== null)] : []),
    make("p", { class: "gp-actions gp-mock__tools" }, button("Drucken", () => print()), " ", button("Zum Anfang", onLeave), " ", drop),
  ];
}

/** One's own sheet, or where that is empty the examiner's. @param {Exam} exam @param {Outcome} record */
function verdict(exam, { sheet: own, other }) {
  const isEmpty = !sumOf(criteriaOf(exam), own, bestOf(exam)).marked;
  const sheet = isEmpty && other ? other : own;
  const { points, most, marked, count } = sumOf(criteriaOf(exam), sheet, bestOf(exam));
  const missed = knockoutsOf(exam, sheet);
  const said = verdictSaid(exam, sheet, sheet === own);
  const isPassed = sheet.verdict === exam.marking_sheet.verdicts.length - 1;
  const kind = missed.length ? "cut" : sheet.verdict === null ? "none" : isPassed ? "fits" : "short";
  return make("div", { class: `gp-verdict gp-verdict--${kind}` },
    ...(marked ? [make("p", { class: "gp-verdict__time" }, String(points))] : []),
    make("p", { class: "gp-verdict__said" }, marked ? `von ${most} Punkten${sheet === own ? "" : " gab dir die prüfende Person"}. ${said}` : `Der Bogen ist leer. ${said}`),
    ...(missed.length ? [make("p", { class: "gp-verdict__said" }, `Nicht erfüllt: ${missed.map(({ text }) => text).join(", ")}. Damit gilt die Probe ${isPassed ? "trotzdem " : ""}als nicht bestanden.`)] : []),
    ...(marked ? [make("p", { class: "gp-verdict__more" }, marked < count ? `${count - marked} von ${count} Kriterien sind offen.` : sheet === own ? "Selbst bewertet. Eine Note ist die Summe nicht." : "Eine Note ist die Summe nicht.")] : []),
    ...(other ? [make("p", { class: "gp-verdict__more" }, isEmpty ? "Deinen eigenen Bogen hast du leer gelassen." : otherSaid(exam, other))] : []));
}

/** @param {Exam} exam @param {import("./marking.mjs").Sheet} sheet @param {boolean} isOwn */
function verdictSaid(exam, { verdict: place }, isOwn) {
  if (place === null) return isOwn ? "Ein Urteil hast du nicht eingetragen." : "";
  return `${isOwn ? "Dein" : "Ihr"} Urteil: ${exam.marking_sheet.verdicts[place]}.`;
}

/** @param {Exam} exam @param {import("./marking.mjs").Sheet} other */
function otherSaid(exam, other) {
  const { points, marked, count } = sumOf(criteriaOf(exam), other, bestOf(exam));
  const verdict = other.verdict === null ? "" : `, Urteil: ${exam.marking_sheet.verdicts[other.verdict]}`;
  return `Die prüfende Person gab ${points} ${points === 1 ? "Punkt" : "Punkte"}${marked < count ? ` für ${marked} von ${count} Kriterien` : ""}${verdict}.`;
}

/** @param {Exam} exam @param {Outcome} record */
function facts({ presentation, discussion }, { talk_s, discussion_s, slides, answers, spoken, furthest }) {
  const fact = (/** @type {string} */ label, /** @type {string} */ value) =>
    make("li", { class: "gp-facts__item" }, make("span", { class: "gp-facts__label" }, label), " ", make("span", { class: "gp-facts__value" }, value));
  return make("ul", { class: "gp-facts" },
    fact("Vortrag", talk_s >= presentation.cutoff ? `bei ${timeSaid(presentation.cutoff)} abgebrochen` : `${timeSaid(talk_s)} von ${timeSaid(presentation.budget)}, ${slides} ${slides === 1 ? "Folie" : "Folien"}`),
    fact("Fachgespräch", `${timeSaid(discussion_s)} von ${timeSaid(discussion.budget)}`),
    ...(furthest ? [fact("Folien", furthest)] : []),
    ...(spoken ? [fact("Im Vortrag", spokenSaid(spoken))] : []),
    ...(lengthsSaid(answers, discussion) ? [fact("Länge der Antworten", lengthsSaid(answers, discussion))] : []));
}

/** @param {Exam} exam @param {Outcome} record @param {readonly Outcome[]} before @param {(criterion: Criterion) => {title: string, href: string}[]} practise */
function advice(exam, { sheet: own, other }, before, practise) {
  const sheet = other ?? own; // Who has listened knows better.
  const weak = weakestOf(exam, sheet, before.map((each) => each.sheet));
  if (!weak.length) return [];
  return [make("section", { class: "gp-mock__advice" }, make("h3", {}, "Daran arbeitest du jetzt"), ...weak.map((criterion) => {
    const some = practise(criterion);
    return make("div", { class: "gp-mock__weak" }, make("h4", {}, criterion.text),
      ...(sheet.notes[criterion.id] ? [make("p", { class: "gp-mock__seen" }, `Beobachtet: ${sheet.notes[criterion.id]}`)] : []),
      ...(criterion.lesson ? [make("p", {}, make("a", { href: onSite(`${criterion.lesson}/`).href }, "Die Lektion dazu lesen"))] : []),
      ...(some.length ? [make("ul", {}, ...some.map(({ title, href }) => make("li", {}, make("a", { href: onSite(href).href }, title))))] : []));
  }))];
}

/** Of two persons the one who asked knows which came. @param {Exam} exam @param {Outcome} record */
function questions({ discussion }, { answers, other }) {
  const timed = answers.filter(({ seconds }) => seconds > 0);
  const asked = other && timed.length ? timed : answers;
  return make("section", {}, make("h3", {}, "Die Fragen"), asked.length
    ? make("ol", { class: "gp-mock__questions" }, ...asked.map((answer) => make("li", {}, answer.title, make("span", { class: "gp-mock__times" }, [answer.topic, timesSaid(answer, discussion)].filter(Boolean).join(" · ")))))
    : make("p", {}, "Es ist keine Frage gestellt worden."));
}

/** @param {() => boolean} onTake */
function taking(onTake) {
  const said = make("p", { role: "status" });
  const take = button("Noten in den Lernstand übernehmen", () => {
    said.textContent = onTake() ? "Übernommen. „Heute üben“ plant jetzt damit." : "Dein Browser lässt hier nichts speichern.";
    take.hidden = true;
    said.tabIndex = -1;
    said.focus();
  });
  return make("div", { class: "gp-mock__taking" }, make("p", {}, "Wie gut die Antworten waren, hast du selbst gesagt. Auf Wunsch zählt das wie einmal geübt."), take, said);
}

/** @param {Exam} exam @param {Outcome[]} records the oldest first @param {import("./marking.mjs").Sheet | null} other the examiner's sheet to the last one @returns {HTMLElement[]} none where nothing was marked */
function trend(exam, records, other) {
  const { sections, overall, scale } = exam.marking_sheet;
  const sheets = [...records.map(({ sheet }) => sheet), ...(other ? [other] : [])];
  if (!sheets.some(({ marks }) => Object.keys(marks).length)) return [];
  const day = (/** @type {Outcome} */ { at }) => new Date(at).toLocaleDateString("de", { day: "numeric", month: "numeric" });
  const line = (/** @type {Criterion} */ { id, text }, /** @type {readonly string[]} */ levels) => make("tr", {}, make("th", { scope: "row" }, text), ...sheets.map(({ marks }) =>
    make("td", {}, ...(Object.hasOwn(marks, id) ? [make("abbr", { title: levels[marks[id]] ?? "" }, levels === scale ? String(marks[id]) : (levels[marks[id]] ?? ""))] : ["–"]))));
  const all = sections.flatMap(({ criteria }) => criteria);
  return [make("section", { class: "gp-mock__sheet" }, make("h3", {}, records.length > 1 ? "Von Probe zu Probe" : "Der Bogen"),
    make("div", { class: "gp-table-frame", role: "group", "aria-label": "Tabelle: Punkte" }, make("table", { class: "gp-mock__trend" },
      make("thead", {}, make("tr", {}, make("th", { scope: "col" }, "Kriterium"), ...records.map((each) => make("th", { scope: "col" }, day(each))), ...(other ? [make("th", { scope: "col" }, "Gegenüber")] : []))),
      make("tbody", {}, ...all.map((each) => line(each, scale)), ...overall.map((each) => line(each, IMPRESSIONS))),
      make("tfoot", {}, make("tr", {}, make("th", { scope: "row" }, "Punkte"), ...sheets.map((sheet) => make("td", {}, totalSaid(sumOf(all, sheet, bestOf(exam))))))))))];
}

/** @param {ReturnType<typeof sumOf>} sum */
const totalSaid = ({ points, marked }) => (marked ? String(points) : "–");

/** @param {string} title @param {import("./marking.mjs").Sheet} sheet @param {Exam} exam @returns {HTMLElement[]} */
function words(title, { good, change, next, notes }, { marking_sheet: { sections, overall } }) {
  const seen = [...sections.flatMap(({ criteria }) => criteria), ...overall].flatMap(({ id, text }) => (notes[id]?.trim() ? [[text, notes[id]]] : []));
  const some = [["Das war gut", good], ["Zu ändern", change], ["Nächster Schritt", next]].filter(([, text]) => text.trim());
  const all = [...some, ...seen];
  return all.length ? [make("section", {}, make("h3", {}, title), make("dl", { class: "gp-mock__words" }, ...all.flatMap(([name, text]) => [make("dt", {}, name), make("dd", {}, text)])))] : [];
}
