// After a talk: what came of it, and where to go from there.

import { onSite } from "../base/addresses.mjs";
import { askFirst, button, focusOn, make } from "../base/elements.mjs";
import { clock } from "../base/times.mjs";
import { isOwn } from "./judging.mjs";
import { totals } from "./log.mjs";
import { showResult } from "./result.mjs";
import { deleteRun, runsOf } from "./runs.mjs";

/**
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
  const drop = button("Diese Probe löschen", () => {});
  askFirst(drop, "Wirklich löschen?", () => {
    deleteRun(talk.id, run.id);
    onLeave();
  });
  container.append(make("section", { class: "gp-end" }, heading, result, make("p", { class: "gp-actions" },
    button("Zurück zum Anfang", onLeave, { class: "gp-button gp-button--primary" }), ...(isKept ? [" ", drop] : []),
    " ", make("a", { class: "gp-button", href: onSite(talk.page).href }, isOwn(talk.id) ? "Vortrag bearbeiten" : "Zur Fallstudie"))));
  if (isKept) showResult(result, { talk, exam, run, runs: runsOf(talk.id), model });
  focusOn(heading);
}
