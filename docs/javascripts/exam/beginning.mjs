// Before a mock exam begins: what it consists of, what was begun and not ended, and what came of earlier ones.

import { onSite } from "../base/addresses.mjs";
import { askFirst, button, make } from "../base/elements.mjs";
import { openShelf } from "../base/shelf.mjs";
import { clock } from "../base/times.mjs";
import { awaySince } from "../talk/clock.mjs";
import { bestOf, criteriaOf, sumOf } from "./marking.mjs";
import { TITLES } from "./phases.mjs";
import { elapsed_s, stateOf } from "./sitting.mjs";

/** @typedef {import("./kept.mjs").Outcome} Outcome */
/** @typedef {import("./kept.mjs").Sitting} Sitting */
/** @typedef {import("./marking.mjs").Exam} Exam */

const NOT_KEPT = "Dein Browser lässt hier nichts speichern. Die Probeprüfung geht trotzdem; was dabei herauskommt, ist mit dieser Seite wieder weg.";
const PRIMARY = "gp-button gp-button--primary";
/** After so long, nobody has gone on. */
const LONG_MS = 3_600_000;

/**
 * @param {object} given
 * @param {{id: string, title: string}} given.talk
 * @param {Exam} given.exam
 * @param {ReturnType<typeof import("./pair.mjs").makePair>} given.pair
 * @param {Outcome[]} given.records
 * @param {(wishes: import("./pair.mjs").Wishes) => void} given.onBegin
 * @param {(record: Outcome) => void} given.onRecord
 * @returns {HTMLElement[]}
 */
export function makeBeginning({ talk, exam, pair, records, onBegin, onRecord }) {
  const shelf = openShelf();
  shelf.probe();
  return [
    ...(shelf.trouble ? [make("p", { class: "gp-notice" }, NOT_KEPT)] : []),
    make("p", { class: "gp-lead" }, `Mit „${talk.title}“. Plane eine halbe Stunde ein, in der dich niemand stört.`),
    make("ol", { class: "gp-mock__plan" }, ...partsOf(exam).map(([title, said]) => make("li", {}, make("strong", {}, title), make("span", {}, said)))),
    pair.element,
    make("p", { class: "gp-actions" }, button("Probeprüfung beginnen", () => onBegin(pair.wishes()), { class: `${PRIMARY} gp-mock__go` }), " ", make("a", { class: "gp-button", href: onSite("pruefung/").href }, "Anderer Vortrag")),
    make("p", { class: "gp-mock__note" }, "Bild und Ton werden nicht gespeichert, außer du lässt deine Stimme aufnehmen, und nichts verlässt dein Gerät. In der wirklichen Prüfung bleibt diese Seite zu."),
    ...(records.length ? [earlier(exam, records, onRecord)] : []),
  ];
}

/** @param {Exam} exam @returns {[title: string, said: string][]} */
const partsOf = ({ presentation, discussion }) => [
  ["Technik", "Bild, Ton und Freigabe messen, den Rest nachsehen und abhaken, oder überspringen."],
  ["Vortrag", `${clock(presentation.budget)}, ohne Anhalten. Bei ${clock(presentation.cutoff)} ist Schluss.`],
  ["Fachgespräch", `${clock(discussion.budget)}, ${discussion.fewest_questions} bis ${discussion.most_questions} Fragen, die du vorher nicht siehst.`],
  ["Bewertung", "Erst bewertest du dich selbst, dann siehst du die Musterantworten."],
  ["Ergebnis", "Punkte, Zeiten und was du als Nächstes übst."],
];

/** @param {Exam} exam @param {Outcome[]} records the oldest first @param {(record: Outcome) => void} onRecord */
const earlier = (exam, records, onRecord) => make("section", { class: "gp-mock__earlier" }, make("h2", {}, "Deine Probeprüfungen"),
  make("ul", { class: "gp-talks" }, ...records.toReversed().map((record) => {
    const { points, most } = sumOf(criteriaOf(exam), record.sheet, bestOf(exam));
    return make("li", { class: "gp-talks__talk" }, button(record.title, () => onRecord(record), { class: "gp-mock__open" }),
      make("span", { class: "gp-talks__facts" }, make("span", {}, new Date(record.at).toLocaleDateString("de")), make("span", {}, `${points} von ${most} Punkten`)));
  })));

/**
 * What was begun can be gone on with; what is said of the time in between stays true while somebody thinks about it.
 *
 * @param {{sitting: Sitting, onGoOn: (counts: boolean) => void, onDrop: () => void}} given
 */
export function makeOffer({ sitting, onGoOn, onDrop }) {
  const { phase, isRunning } = stateOf(sitting.log);
  const counting = button("", () => onGoOn(true), { class: PRIMARY });
  const broken = button("Weiter, das war eine Unterbrechung", () => onGoOn(false));
  const drop = button("Verwerfen", () => {});
  askFirst(drop, "Wirklich verwerfen?", onDrop);
  const show = () => {
    const away_ms = isRunning ? awaySince(sitting, Date.now()) : 0;
    counting.textContent = away_ms ? `Weiter, die ${clock(away_ms / 1000)} dazwischen zählen mit` : "Weiter";
    counting.hidden = away_ms > LONG_MS;
    broken.hidden = !isRunning;
  };
  show();
  const timer = setInterval(() => (counting.isConnected ? show() : clearInterval(timer)), 1000);
  return make("section", { class: "gp-resume" },
    make("h2", {}, `Angefangen: ${TITLES[phase]}${isRunning ? `, ${clock(elapsed_s(sitting.log, phase, sitting.ms))}` : ""}`),
    make("p", {}, `„${sitting.title}“, ${new Date(sitting.at).toLocaleString("de", { dateStyle: "short", timeStyle: "short" })}`),
    make("p", { class: "gp-actions" }, counting, " ", broken, " ", drop));
}
