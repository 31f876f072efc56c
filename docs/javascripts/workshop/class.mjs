// Several files that were chosen at once: judged beside one another, and none of them kept unless somebody wishes it.

import { button, make } from "../base/elements.mjs";
import { handOut } from "../base/files.mjs";
import { framed } from "../base/table.mjs";
import { foreignForm } from "./foreign-text.mjs";
import { fromFile, textIn } from "./importing.mjs";
import { HEADS, cellsOf, csvOf, judged, saidOf } from "./submissions.mjs";

/** @typedef {import("./importing.mjs").Begun} Begun */

const MOST_FILES = 60;
const BROKEN = "Die Datei lässt sich nicht lesen.";

/**
 * @param {File[]} files
 * @param {() => Promise<import("./submissions.mjs").Known>} know what it takes to judge
 * @param {(begun: Begun) => Promise<void>} onKeep
 * @param {HTMLElement} place where it is shown
 */
export async function showClass(files, know, onKeep, place) {
  const known = await know();
  const found = [];
  for (const [index, file] of files.slice(0, MOST_FILES).entries()) {
    place.replaceChildren(make("p", { role: "status" }, `Datei ${index + 1} von ${files.length} wird gelesen …`));
    const begun = await begunWith(file).catch(() => ({ trouble: BROKEN }));
    found.push({ begun, submission: judged(file.name, begun, known) });
  }
  const submissions = found.map(({ submission }) => submission);
  const said = make("p", { role: "status" });
  const save = button("Als Tabelle sichern (CSV)", () => handOut({ name: "abgaben.csv", text: csvOf(submissions), type: "text/csv" }, said));
  const heading = make("h2", { tabindex: -1 }, `${submissions.length} Vorträge auf einen Blick`);
  place.replaceChildren(heading,
    make("p", {}, "Nichts davon ist gespeichert: Lädst du die Seite neu, ist es weg."), ...(files.length > MOST_FILES ? [make("p", {}, `Gelesen sind die ersten ${MOST_FILES} Dateien.`)] : []),
    framed("Tabelle: Vorträge", "gp-times", HEADS, submissions.map(cellsOf)), make("p", { class: "gp-actions" }, save), said,
    ...found.map(({ begun, submission }) => detailsOf(submission, begun, onKeep)));
  heading.focus();
}

/** @param {File} file @returns {Promise<import("./importing.mjs").Beginning>} */
async function begunWith(file) {
  const form = /\.(?:md|markdown|txt)$/i.test(file.name) ? foreignForm(await textIn(file)) : "";
  return form ? { trouble: `${form}. Das liest nur der Befehl: make check FILE=…` } : fromFile(file);
}

/** @param {import("./submissions.mjs").Submission} submission @param {import("./importing.mjs").Beginning} begun @param {(begun: Begun) => Promise<void>} onKeep */
function detailsOf(submission, begun, onKeep) {
  const { file, trouble } = submission;
  const lines = trouble ? [`Nicht lesbar: ${trouble}`] : saidOf(submission);
  return make("section", { "aria-label": file }, make("h3", {}, file),
    lines.length ? make("ul", {}, ...lines.map((line) => make("li", {}, line))) : make("p", {}, "Nichts zu beanstanden."),
    ...("trouble" in begun || trouble ? [] : [make("p", { class: "gp-actions" }, button("Behalten und öffnen", () => void onKeep(begun)))]));
}
