// All rehearsals of a talk: how the times have gone, two side by side, and what belongs to slides that are gone.

import { momentSaid } from "../base/calendar.mjs";
import { button, focusOn, make } from "../base/elements.mjs";
import { framed } from "../base/table.mjs";
import { knownSaid, timeSaid } from "../base/times.mjs";
import { keepReachable } from "../frame/scrolling.mjs";
import { matched, measureAll, strangers, toldBy } from "./measured.mjs";
import { compared, offSaid, verdictOf } from "./report.mjs";
import { deleteRun, keepRuns, onRunsChange, runsOf, withVoices } from "./runs.mjs";
import { drawTrend, trendOf } from "./trend.mjs";

/** @typedef {import("./measured.mjs").Exam} Exam */
/** @typedef {import("./measured.mjs").Measured} Measured */
/** @typedef {import("./measured.mjs").Talk} Talk */
/** @typedef {import("./runs.mjs").Run} Run */
/** @typedef {{talk: Talk, exam: Exam | null, runs?: Run[], model?: import("../speech/estimate.mjs").Model | null}} Given */
/** @typedef {(said: string, undo?: HTMLElement) => void} Say  the keyboard goes on there */

const VERDICTS = { fits: "passt", short: "zu kurz", over: "zu lang", cut: "viel zu lang", none: "" };
const MODES = { whole: "ganz", part: "in Teilen", silent: "still", exam: "Probeprüfung" };

/** @param {HTMLElement} element in which it is shown, in place of what is there @param {Given} given */
export function showHistory(element, { talk, exam, runs = runsOf(talk.id), model = null }) {
  const said = make("p", { class: "gp-runs__said", role: "status" });
  const [body, place] = [make("div"), make("div", { class: "gp-runs__result" })];
  const say = (/** @type {string} */ text, /** @type {HTMLElement | undefined} */ undo = undefined) => {
    said.replaceChildren(text, ...(undo ? [" ", undo] : []));
    if (undo) undo.focus();
    else focusOn(said);
  };
  const show = (/** @type {Run[]} */ known) => {
    const all = measureAll(talk, known);
    const open = unfolded(body);
    body.replaceChildren(...(all.length ? partsOf({ talk, exam, model, all, say, place }) : [make("p", {}, "Noch keine Probe. Nach der ersten stehen hier deine Zeiten.")]));
    for (const details of body.querySelectorAll("details")) details.open = open.includes(details.firstElementChild?.textContent ?? "");
    keepReachable([...body.querySelectorAll("[role=group]")]);
  };
  show(runs);
  const stop = onRunsChange(() => (element.isConnected && element.contains(body) ? show(runsOf(talk.id)) : stop()));
  element.replaceChildren(make("h2", {}, "Deine Proben"), said, body, place);
}

/** What of it is unfolded stays so when a run comes or goes, or while a note is written below. @param {HTMLElement} body */
const unfolded = (body) => [...body.querySelectorAll("details[open] > summary")].map(({ textContent }) => textContent);

/** @typedef {{talk: Talk, exam: Exam | null, model: Given["model"], all: Measured[], say: Say, place: HTMLElement}} Shown  in `place` the result of a run is shown, whatever changes above it */

/** @param {Shown} shown @returns {HTMLElement[]} */
function partsOf(shown) {
  const { talk, exam, all } = shown;
  const whole = all.filter(({ kind }) => kind === "whole").map(({ running_s }) => running_s);
  return [
    ...(whole.length ? [make("p", {}, trendSaid(whole)), ...(exam && whole.length > 1 ? [drawTrend(whole, exam.presentation)] : [])] : []),
    ...matching(shown),
    runsTable(shown),
    ...(all.length > 1 ? [comparison(talk, all)] : []),
    slidesTable(talk, all),
  ];
}

/** @param {number[]} whole */
function trendSaid(whole) {
  const [last, before] = [whole[whole.length - 1], whole[whole.length - 2]];
  const counted = whole.length === 1 ? "Eine ganze Probe" : `${whole.length} ganze Proben`;
  return before === undefined ? `${counted}: ${timeSaid(last)}.` : `${counted}, zuletzt ${timeSaid(last)}, davor ${timeSaid(before)}.`;
}

/** @param {Shown} shown */
function runsTable(shown) {
  const heads = ["Wann", "Was", "Zeit", "Urteil", "Pausen", "Notiz"];
  const rows = shown.all.toReversed().map((measured) => runLine(measured, shown));
  return framed("Tabelle: alle Proben", "gp-runs", [...heads, make("span", { class: "gp-hidden" }, "Löschen")], rows);
}

/** @param {Measured} measured @param {Shown} shown */
function runLine(measured, { talk, exam, model, all, say, place }) {
  const { run, running_s, paused_s } = measured;
  const show = button(momentSaid(run.at), async () => {
    const { showResult } = await import("./result.mjs");
    const heading = make("h3", {}, `Probe vom ${momentSaid(run.at)}`);
    const [content, voice] = [make("div"), make("div")];
    void withVoices((voices) => voices.show(voice, run));
    showResult(content, { talk, exam, run, runs: all.map((each) => each.run), model, isPast: measured !== all.at(-1) });
    place.replaceChildren(heading, content, voice, make("p", { class: "gp-actions" }, button("Schließen", () => {
      place.replaceChildren();
      show.focus();
    })));
    focusOn(heading);
    heading.scrollIntoView();
  }, { class: "gp-runs__show" });
  const remove = button("Löschen", () => {
    place.replaceChildren();
    deleteRun(talk.id, run.id);
    const dropped = withVoices((voices) => voices.drop(run.id));
    const undo = button("Rückgängig", () => {
      keepRuns(talk.id, [run]);
      void dropped.then((bringBack) => bringBack?.());
      say("Die Probe ist wieder da.");
    });
    say(`Die Probe vom ${momentSaid(run.at)} ist gelöscht.`, undo);
  }, { "aria-label": `Probe vom ${momentSaid(run.at)} löschen`, class: "gp-runs__delete" });
  return [show, whatSaid(measured), timeSaid(running_s), VERDICTS[verdictOf(measured, exam)] || "–", paused_s >= 1 ? timeSaid(paused_s) : "–", run.note || "–", remove];
}

/** @param {Measured} measured */
function whatSaid({ run, kind, isBroken }) {
  if (kind === "silent" && run.mode !== "silent") return "durchgeklickt";
  return isBroken && kind !== "silent" ? "nicht alles" : MODES[run.mode];
}

/** Two runs side by side, to be chosen. @param {Talk} talk @param {Measured[]} all */
function comparison(talk, all) {
  const place = make("div");
  const [one, other] = ["Erste Probe", "Zweite Probe"].map((label, index) => {
    const select = make("select", {}, ...all.toReversed().map(({ run }) => make("option", { value: run.id }, `${momentSaid(run.at)} (${timeSaid(all.find((each) => each.run === run)?.running_s ?? 0)})`)));
    select.selectedIndex = 1 - index;
    select.addEventListener("change", () => show());
    return { select, element: make("label", {}, make("span", {}, label), select) };
  });
  const chosen = (/** @type {HTMLSelectElement} */ select) => all.find(({ run }) => run.id === select.value) ?? all[0];
  const show = () => {
    const lines = compared(talk, chosen(one.select), chosen(other.select)).map(({ number, title, one_s, other_s }) => [
      number ? `${number}. ${title}` : title, knownSaid(one_s), knownSaid(other_s), one_s === null || other_s === null ? "–" : offSaid(other_s, one_s),
    ]);
    place.replaceChildren(framed("Tabelle: zwei Proben", "gp-two", ["Folie", "Erste", "Zweite", "Unterschied"], lines));
  };
  const details = make("details", { class: "gp-proposal" }, make("summary", {}, "Zwei Proben vergleichen"), make("p", { class: "gp-two__choice" }, one.element, other.element), place);
  show();
  return details;
}

/** How each slide has gone. @param {Talk} talk @param {Measured[]} all */
function slidesTable(talk, all) {
  const spoken = all.filter(({ kind }) => kind !== "silent");
  const lines = talk.slides.map(({ key, title, time_s }, index) => {
    const seconds = toldBy(spoken, key).map((told) => told.seconds);
    return [`${index + 1}. ${title}`, timeSaid(time_s), knownSaid(seconds.at(-1) ?? null), make("span", {}, ...trendOf(seconds))];
  });
  return make("details", { class: "gp-proposal" }, make("summary", {}, "Verlauf je Folie"), framed("Tabelle: Verlauf je Folie", "gp-by-slide", ["Folie", "Plan", "Zuletzt", "Verlauf"], lines));
}

/** Slides that the talk no longer has can be said to be one of today. @param {Shown} shown @returns {HTMLElement[]} */
function matching({ talk, all, say }) {
  const gone = strangers(all);
  if (!gone.length) return [];
  const runs = all.map(({ run }) => run);
  const items = gone.map(({ key, title, runs: count }) => {
    const fitting = talk.slides.filter((slide) => matched(runs, key, slide.key).length);
    const select = make("select", {}, make("option", { value: "" }, "keiner von heute"), ...fitting.map((slide) => make("option", { value: slide.key }, slide.title)));
    select.value = fitting.find((slide) => slide.title === title)?.key ?? "";
    const apply = button("Zuordnen", () => {
      if (!select.value) return;
      const changed = matched(runs, key, select.value);
      keepRuns(talk.id, changed);
      const undo = button("Rückgängig", () => {
        keepRuns(talk.id, runs.filter(({ id }) => changed.some((each) => each.id === id)));
        say("Es ist wieder wie vorher.");
      });
      say(`„${title}“ ist zugeordnet.`, undo);
    });
    return make("li", {}, make("label", {}, make("span", {}, `„${title}“ (${count === 1 ? "1 Probe" : `${count} Proben`}) war früher`), select), apply);
  });
  return [make("div", { class: "gp-matching" },
    make("p", {}, "Manche Folien deiner Proben gibt es im Vortrag nicht mehr. Heißt eine nur anders, dann ordne ihre Zeiten zu."),
    make("ul", {}, ...items))];
}
