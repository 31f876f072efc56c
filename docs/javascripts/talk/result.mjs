// What came of a run: the verdict, plan against what it took, what to do now, and a note to oneself.

import { onSite } from "../base/addresses.mjs";
import { askFirst, button, focusOn, make } from "../base/elements.mjs";
import { clock, knownSaid, percent, timeSaid } from "../base/times.mjs";
import { mount as mountCopying } from "../frame/copying.mjs";
import { keepReachable } from "../frame/scrolling.mjs";
import { onPaceChange, readPace, writePace } from "../speech/pace.mjs";
import { adviceSaid, cutSaid, cutsIn, yamlOf } from "./advice.mjs";
import { isOwn } from "./judging.mjs";
import { spansOf, stateOf as endOf, totals, withEvent } from "./log.mjs";
import { furthestSaid, offSaid, reportOf, verdictOf, verdictSaid } from "./report.mjs";
import { changeRun, deleteRun, runsOf, withVoices } from "./runs.mjs";
import { trendOf } from "./trend.mjs";

/** @typedef {import("./measured.mjs").Exam} Exam */
/** @typedef {import("./measured.mjs").Talk} Talk */
/** @typedef {import("./report.mjs").Report} Report */
/** @typedef {import("./report.mjs").Row} Row */
/** @typedef {import("./runs.mjs").Run} Run */
/** @typedef {import("../speech/estimate.mjs").Model} Model */
/** @typedef {import("../speech/estimate.mjs").Pace} Pace */
/** @typedef {{talk: Talk & Pick<import("./talk.mjs").Talk, "offerTimes">, exam: Exam | null, run: Run, runs: Run[], pace?: Pace | null, model?: Model | null, isPast?: boolean}} Given
 *   `runs` are all of the talk; without a model no pace is offered; what is to be done now does not stand with a run that is past */

const NOT_KEPT = "Dein Browser lässt hier nichts speichern. Die Notiz gilt nur, solange diese Seite offen ist.";

const LATER_MS = 700;

/** What is off by less than this share of the plan, or by less than so many seconds, is as planned. */
const OFF = { share: 0.15, least_s: 8 };

/**
 * After a talk: what came of it, and where to go from there.
 *
 * @param {HTMLElement} container
 * @param {object} given
 * @param {import("./talk.mjs").Talk} given.talk
 * @param {import("./talk.mjs").Exam | null} given.exam
 * @param {import("./runs.mjs").Run} given.run
 * @param {any} given.model the constants of the speech model
 * @param {boolean} given.isKept whether the run is kept, or was for show
 * @param {() => void} given.onLeave
 */
export function showEnded(container, { talk, exam, run, model, isKept, onLeave }) {
  const heading = make("h2", { class: "gp-end__title" }, isKept ? "Dein Ergebnis" : `${clock(totals(run.log).running_s)} vorgetragen`);
  const result = make("div", {}, ...(isKept ? [] : [make("p", {}, "Nur vorgeführt, nicht aufgehoben.")]));
  const voice = make("div");
  const drop = button("Diese Probe löschen", () => {});
  askFirst(drop, "Wirklich löschen?", () => {
    deleteRun(talk.id, run.id);
    onLeave();
  });
  container.append(make("section", { class: "gp-end" }, heading, result, voice, make("p", { class: "gp-actions" },
    button("Zurück zum Anfang", onLeave, { class: "gp-button gp-button--primary" }), ...(isKept ? [" ", drop] : []),
    " ", make("a", { class: "gp-button", href: onSite(talk.page).href }, isOwn(talk.id) ? "Vortrag bearbeiten" : "Zur Fallstudie"))));
  if (isKept) showResult(result, { talk, exam, run, runs: runsOf(talk.id), model });
  void withVoices((voices) => voices.show(voice, run));
  focusOn(heading);
}

/** @param {HTMLElement} element in which it is shown, in place of what is there @param {Given} given */
export function showResult(element, given) {
  const { talk, exam, run, runs, model = null, isPast = false } = given;
  const look = () => reportOf({ talk, exam, run, runs, pace: given.pace === undefined ? readPace() : given.pace, model, isPast });
  const report = look();
  let times = table(report);
  const change = (/** @type {Run["log"]} */ log) => {
    showResult(element, { ...given, run: changeRun(talk.id, run, { log }).run });
    element.querySelector("button")?.focus(); // The same one: it stands first.
  };
  element.replaceChildren(
    head(talk, exam, report),
    ...sleepIn(run, change),
    bars(report, run.mode === "part" ? null : exam),
    times,
    ...adviceOn(report, exam, talk),
    ...paceFrom(report),
    note(talk, run),
    make("p", { class: "gp-actions" }, button("Ergebnis drucken", () => print())));
  mountCopying(element);
  const reach = () => keepReachable([...times.querySelectorAll("[role=group]")]);
  reach();
  const stop = onPaceChange(() => {
    if (!times.isConnected) return stop();
    const next = table(look());
    times.replaceWith(next);
    times = next;
    reach();
  });
}

/** @param {Talk} talk @param {Exam | null} exam @param {Report} report */
function head(talk, exam, { measured }) {
  const more = [furthestSaid(talk, measured), pausesSaid(measured)].filter(Boolean);
  return make("div", { class: `gp-verdict gp-verdict--${verdictOf(measured, exam)}` },
    make("p", { class: "gp-verdict__time", "aria-hidden": "true" }, timeSaid(measured.running_s)),
    make("p", { class: "gp-verdict__said" }, verdictSaid(talk, exam, measured)),
    ...more.map((said) => make("p", { class: "gp-verdict__more" }, said)));
}

/** @param {import("./measured.mjs").Measured} measured */
function pausesSaid({ run, paused_s }) {
  const pauses = spansOf(run.log).filter(({ isPause }, index, all) => isPause && !all[index - 1]?.isPause).length;
  if (paused_s < 1) return "";
  return `${pauses === 1 ? "Eine Pause" : `${pauses} Pausen, zusammen`}${pauses === 1 ? " von" : ""} ${timeSaid(paused_s)}; sie ${pauses === 1 ? "zählt" : "zählen"} nicht mit.`;
}

/** What the machine has slept was a pause, unless somebody knows better. @param {Run} run @param {(log: Run["log"]) => void} change @returns {HTMLElement[]} */
function sleepIn(run, change) {
  const { slept } = endOf(run.log);
  if (!slept || slept.ms < 1000) return [];
  const { ms, counts } = slept;
  const toggle = button(counts ? "Doch als Pause zählen" : "Doch mitzählen", () => change(withEvent(run.log, 0, "counts", !counts)));
  return [make("p", { class: "gp-slept" }, `Zuletzt hat das Gerät ${timeSaid(ms / 1000)} geschlafen, oder die Seite war so lange weg. Das zählt ${counts ? "als Zeit der Folie" : "als Pause"}. `, toggle)];
}

/** Two bars on the same scale: the plan, and beneath it what it took. @param {Report} report @param {Exam | null} exam */
function bars({ rows, whole }, exam) {
  const most = Math.max(whole.plan_s, whole.run_s ?? 0, exam?.presentation.cutoff ?? 0);
  const shown = rows.filter(({ run_s }) => run_s);
  const marks = exam ? [mark("budget", exam.presentation.budget, most), mark("cutoff", exam.presentation.cutoff, most)] : [];
  return make("figure", { class: "gp-bars", "aria-hidden": "true" },
    make("div", { class: "gp-bars__scale" },
      make("p", { class: "gp-bars__name" }, "Plan"),
      bar(shown.map((row) => piece(row, row.plan_s, "")), most),
      make("p", { class: "gp-bars__name" }, "Probe"),
      bar(shown.map((row) => piece(row, row.run_s ?? 0, stateOf(row))), most),
      make("div", { class: "gp-bars__marks" }, ...marks)),
    make("figcaption", {}, "Rot gestreift: deutlich länger als geplant. Blau gepunktet: deutlich kürzer."));
}

/** @param {HTMLElement[]} pieces @param {number} most */
const bar = (pieces, most) => make("div", { class: "gp-bars__bar", style: `--most: ${most}` }, ...pieces);

/** @param {Row} row @param {number} seconds @param {string} state */
const piece = ({ number, title }, seconds, state) =>
  make("span", { class: `gp-bars__piece${state && ` gp-bars__piece--${state}`}`, style: `--seconds: ${seconds}`, title: `${title}: ${timeSaid(seconds)}` }, number ? String(number) : "");

/** @param {string} kind @param {number} at @param {number} most */
const mark = (kind, at, most) => make("span", { class: `gp-bars__mark gp-bars__mark--${kind}`, style: `--place: ${at / most}` }, make("span", {}, timeSaid(at)));

/** @param {Row} row @returns {"over" | "under" | ""} */
function stateOf({ run_s, plan_s }) {
  const off = (run_s ?? plan_s) - plan_s;
  if (Math.abs(off) < Math.max(OFF.least_s, OFF.share * plan_s)) return "";
  return off > 0 ? "over" : "under";
}

/** @param {Report} report */
function table({ rows, whole, advice }) {
  const columns = { compares: [whole, ...rows].some(({ median_s }) => median_s !== null), proposes: advice !== null };
  const heads = ["Folie", "Plan", "Probe", "± Plan", ...(columns.compares ? ["Letzte 3"] : []), "Schätzung", ...(columns.proposes ? ["Vorschlag"] : []), ...(columns.compares ? ["Verlauf"] : [])];
  return make("div", {},
    make("div", { class: "gp-table-frame", role: "group", "aria-label": "Tabelle: Plan und Probe" },
      make("table", { class: "gp-times" },
        make("thead", {}, make("tr", {}, ...heads.map((name) => make("th", { scope: "col" }, name)))),
        make("tbody", {}, ...rows.map((row) => line(row, columns))),
        make("tfoot", {}, line(whole, columns)))),
    make("p", { class: "gp-times__about" }, `${columns.compares ? "Letzte 3: die mittlere Zeit der letzten drei Proben. " : ""}Schätzung: aus dem Sprechtext, mit deinem Sprechtempo, wenn du es gemessen hast.`));
}

/** @param {Row} row @param {{compares: boolean, proposes: boolean}} columns those with other runs, and with a proposal */
function line(row, { compares, proposes }) {
  const state = stateOf(row);
  const off = row.run_s === null ? "–" : offSaid(row.run_s, row.plan_s);
  return make("tr", { class: state && `gp-times__${state}` },
    make("th", { scope: "row" }, titleOf(row), ...remarks(row).map((said) => make("span", { class: "gp-times__remark" }, said))),
    cell(row.plan_s), cell(row.run_s), make("td", { class: "gp-times__off" }, off), ...(compares ? [cell(row.median_s)] : []), cell(row.estimate_s),
    ...(proposes ? [cell(row.proposed_s)] : []), ...(compares ? [make("td", {}, ...trendOf(row.trend))] : []));
}

/** @param {Row} row */
const titleOf = ({ number, title }) => (number ? `${number}. ${title}` : title);

/** @param {Row} row */
const remarks = ({ key, number, visits, isChanged }) => [
  ...(visits > 1 ? [`${visits}-mal gezeigt`] : []),
  ...(isChanged ? ["Text geändert, ältere Proben zählen weniger"] : []),
  ...(key && !number ? ["nicht mehr im Vortrag"] : []),
];

/** @param {number | null} seconds */
const cell = (seconds) => make("td", {}, knownSaid(seconds));

/** @param {Report} report @param {Exam | null} exam @param {Given["talk"]} talk @returns {HTMLElement[]} */
function adviceOn({ advice }, exam, { offerTimes }) {
  if (!advice || !exam) return [];
  const cuts = advice.fits ? [] : cutsIn(advice);
  return [
    make("h3", {}, "Was du jetzt tun kannst"),
    make("p", {}, adviceSaid(advice, exam)),
    ...(cuts.length ? [make("ul", {}, ...cuts.map((cut) => make("li", {}, cutSaid(cut))))] : []),
    offerTimes?.(advice) ?? make("details", { class: "gp-proposal" },
      make("summary", {}, `Vorschlag für die Zeiten, zusammen ${timeSaid(advice.proposed_s)}`),
      make("p", {}, "So stehen sie in der Datei der Fallstudie:"),
      make("div", { class: "gp-copy" }, make("pre", {}, make("code", {}, yamlOf(advice))))),
  ];
}

/** One's own pace is offered, and taken only by whoever wants it. @param {Report} report @returns {HTMLElement[]} */
function paceFrom({ factor }) {
  if (!factor) return [];
  const { ratio, rate, weight, measured_s, runs } = factor;
  const said = make("p", { role: "status" });
  const reading = make("span");
  const show = () => {
    const pace = readPace();
    reading.textContent = pace ? `Dein Sprechtempo, mit dem die Schätzung rechnet, ist ${percent(pace.rate)}.` : "Ein eigenes Sprechtempo hast du noch nicht.";
  };
  const before = readPace();
  const undo = button("Rückgängig", () => take(before), { hidden: true });
  const accept = button(`${percent(rate)} als Sprechtempo übernehmen`, () => take({ rate, measured_s }));
  const take = (/** @type {Pace | null} */ pace) => {
    const [kept, isTaken] = [writePace(pace), pace !== before];
    [accept.hidden, undo.hidden] = [isTaken, !isTaken];
    said.textContent = kept ? (isTaken ? "Übernommen. Alle Zeiten auf dieser Website rechnen jetzt damit." : "Es gilt wieder wie vorher.") : "Dein Browser lässt hier nichts speichern.";
    (isTaken ? undo : accept).focus();
  };
  show();
  const stop = onPaceChange(() => (reading.isConnected ? show() : stop()));
  return [
    make("h3", {}, "Dein Tempo"),
    make("p", {}, `Für diesen Vortrag brauchst du ${percent(ratio)} der üblichen Sprechzeit, gemessen an ${runs === 1 ? "einer ganzen Probe" : `${runs} ganzen Proben`}, ohne Pausen, Vorführungen und Folienwechsel. `, reading),
    make("p", {}, `Willst du damit überall rechnen? So eine Messung zählt zu ${percent(weight)}, das ergibt ${percent(rate)}. Frei zu sprechen ist nicht dasselbe wie Vorlesen.`),
    make("p", { class: "gp-actions" }, accept, undo), said,
  ];
}

/** It is kept while somebody writes, a moment after each stroke. @param {Talk} talk @param {Run} run */
function note(talk, run) {
  const field = make("textarea", { id: `gp-note-${run.id}`, rows: 3, maxlength: 2000, placeholder: " " });
  const said = make("span", { role: "status" });
  let timer = 0;
  const keep = () => {
    clearTimeout(timer);
    said.textContent = changeRun(talk.id, run, { note: field.value.trim() }).isKept ? "Gespeichert." : NOT_KEPT;
  };
  field.value = run.note;
  field.addEventListener("change", keep);
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = Number(setTimeout(keep, LATER_MS));
  });
  return make("p", { class: "gp-note" }, make("label", { for: field.id }, "Notiz an dich"), field, said);
}
