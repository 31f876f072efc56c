// What was recorded, to be heard again: as a whole, by slide, and what its sound says of how it was spoken.

import { dateSaid } from "../base/calendar.mjs";
import { button, focusOn, make } from "../base/elements.mjs";
import { sizeSaid } from "../base/room.mjs";
import { clock } from "../base/times.mjs";
import { bytesOf, endOf } from "./entry.mjs";
import { judged } from "./judging.mjs";
import { deleteRecording, ownRecordings, recordingOf } from "./kept.mjs";
import { Player } from "./player.mjs";
import { lengthOfAll, onReel, slidesOn } from "./reel.mjs";
import { makeVerdict } from "./verdict.mjs";

/** @typedef {import("./entry.mjs").Entry} Entry */
/** @typedef {import("./entry.mjs").Piece} Piece */
/** @typedef {import("./reel.mjs").Stretch} Stretch */

/**
 * Show a recording; nothing where there is none.
 *
 * @param {HTMLElement} box in which it is shown, in place of what is there
 * @param {string} id of the rehearsal or exam
 * @param {readonly Stretch[]} stretches when each slide was shown, in seconds by the clock of the log
 */
export async function showRecording(box, id, stretches) {
  const entry = await recordingOf(id);
  const pieces = entry ? await ownRecordings().pieces(id, entry) : [];
  if (!entry || !pieces.some((part) => part.length)) return box.replaceChildren();
  const shown = onReel(entry.parts, stretches);
  const slides = makeSlides(shown, (cuts) => player.play(cuts));
  const player = new Player(entry.parts, pieces.map((part, place) => soundOf(part, entry.parts[place].type)), slides.follow);
  const titles = new Map(stretches.map(({ key, title }) => [key, title]));
  const verdict = make("div", {}, make("p", {}, "Die Aufnahme wird ausgewertet …"));
  box.replaceChildren(make("section", { class: "gp-voice", "aria-label": "Deine Stimme" }, make("h3", {}, "Deine Stimme"), player.element, slides.element, verdict, makeFate(box, id, stretches, entry)));
  await new Promise((shownFirst) => { setTimeout(shownFirst); }); // On a telephone, judging ten minutes takes a moment.
  verdict.replaceChildren(...makeVerdict(judged(entry.parts, pieces, stretches), titles, (cuts) => player.play(cuts)));
}

/**
 * How somebody spoke, without a view.
 *
 * @param {string} id of the rehearsal or exam
 * @param {readonly Stretch[]} stretches as for `showRecording`
 * @returns {Promise<import("./delivery.mjs").Delivery | null>} null where nothing was recorded, or too little
 */
export async function deliveryOf(id, stretches) {
  const entry = await recordingOf(id);
  return entry && judged(entry.parts, await ownRecordings().pieces(id, entry), stretches);
}

/** @param {readonly Piece[]} pieces @param {string} type */
const soundOf = (pieces, type) => new Blob(pieces.map(({ sound }) => sound), { type });

/** A button a slide, which plays what is heard of it. @param {readonly Stretch[]} stretches @param {(cuts: import("./reel.mjs").Cut[]) => void} onPlay */
function makeSlides(stretches, onPlay) {
  const slides = slidesOn(stretches);
  const buttons = slides.map(({ title, cuts }) => {
    const length = clock(lengthOfAll(cuts));
    const play = button("", () => onPlay(cuts), { class: "gp-voice__slide", "aria-label": `${title} ${length} anhören` });
    play.append(make("span", {}, title), " ", make("span", { class: "gp-voice__length" }, length));
    return play;
  });
  const element = make("ol", { class: "gp-voice__slides" }, ...buttons.map((each) => make("li", {}, each)));
  const follow = (/** @type {number} */ at_s, /** @type {boolean} */ isPlaying) => slides.forEach(({ cuts }, place) => {
    const isNow = isPlaying && cuts.some(({ from_s, to_s }) => at_s >= from_s && at_s < to_s);
    if (isNow) buttons[place].setAttribute("aria-current", "true");
    else buttons[place].removeAttribute("aria-current");
  });
  return { element, follow };
}

/** How long it stays, and how to be rid of it. @param {HTMLElement} box @param {string} id @param {readonly Stretch[]} stretches @param {Entry} entry */
function makeFate(box, id, stretches, entry) {
  const drop = button("Aufnahme löschen", async () => {
    const bringBack = await deleteRecording(id);
    const said = make("p", { class: "gp-voice__gone", role: "status" }, "Die Aufnahme ist gelöscht.");
    const undo = button("Rückgängig", async () => {
      await bringBack();
      await showRecording(box, id, stretches);
      const heading = box.querySelector("h3");
      if (heading) focusOn(heading);
    });
    said.append(" ", undo);
    box.replaceChildren(said);
    undo.focus();
  });
  return make("p", { class: "gp-voice__fate" }, make("span", {}, `Nur auf diesem Gerät, ${sizeSaid(bytesOf(entry))}. Am ${dateSaid(endOf(entry))} löscht die Seite sie von selbst.`), " ", drop);
}
