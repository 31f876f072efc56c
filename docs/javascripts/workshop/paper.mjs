// A talk of one's own on paper: cue cards to cut out, the outline with times, and slides with room for notes.

import { make } from "../base/elements.mjs";
import { timeSaid } from "../base/times.mjs";
import { makeSlide } from "../talk/slide.mjs";
import { nameOf } from "../talk/judging.mjs";
import { keywordsOf } from "./keywords.mjs";

/** @typedef {import("./own-talk.mjs").OwnTalk} OwnTalk */
/** @typedef {import("./own-talk.mjs").Slide} Slide */

/** Not every browser says when it has printed. @type {HTMLElement | null} */
let last = null;

/** @param {OwnTalk} talk @param {HTMLElement} place before it, within the part that prints */
export const printCards = (talk, place) => printAlone(place, makeCards(talk));

/** @param {OwnTalk} talk @param {HTMLElement} place before it, within the part that prints */
export const printOutline = (talk, place) => printAlone(place, makeOutline(talk));

/**
 * Not before its pictures are there.
 *
 * @param {OwnTalk} talk @param {ReadonlyMap<string, string>} pictures their addresses @param {HTMLElement} place before it, within the part that prints
 */
export async function printHandout(talk, pictures, place) {
  const paper = makeHandout(talk, pictures);
  await Promise.allSettled([...paper.querySelectorAll("img")].map((picture) => picture.decode()));
  printAlone(place, paper);
}

/** On paper it stands alone, on the screen it is not seen. @param {HTMLElement} place @param {HTMLElement} paper */
export function printAlone(place, paper) {
  last?.remove();
  last = paper;
  place.after(paper);
  addEventListener("afterprint", () => paper.remove(), { once: true });
  print();
}

/** @param {Pick<OwnTalk, "slides">} talk */
export function makeCards({ slides }) {
  const [words, starts] = [keywordsOf(slides), startsOf(slides)];
  return make("div", { class: "gp-paper gp-cards" }, ...slides.map((slide, index) => make("article", { class: "gp-cards__card" },
    make("header", { class: "gp-cards__head" }, make("span", {}, `${index + 1} von ${slides.length}`), make("span", {}, slide.time_s ? `${timeSaid(starts[index])} bis ${timeSaid(starts[index + 1])}` : "")),
    make("h2", { class: "gp-cards__title" }, titleOf(slide)),
    make("ul", { class: "gp-cards__words" }, ...words[index].map((word) => make("li", {}, word))),
    make("p", { class: "gp-cards__time" }, ...(slide.time_s ? [make("strong", {}, timeSaid(slide.time_s))] : []), ...(slide.demo_s ? [` davon Vorführung ${timeSaid(slide.demo_s)}`] : [])))));
}

/** @param {OwnTalk} talk */
function makeOutline(talk) {
  const { slides, metadata } = talk;
  const starts = startsOf(slides);
  const facts = [["Thema", metadata.topic], ["Zielgruppe", metadata.audience], ["Ziel", metadata.goal]].filter(([, said]) => said.trim());
  const row = (/** @type {Slide} */ slide, /** @type {number} */ index) => make("tr", {},
    make("td", {}, String(index + 1)),
    make("td", {}, make("strong", {}, titleOf(slide)), ...(slide.bullets.length ? [make("ul", {}, ...slide.bullets.map(({ text }) => make("li", {}, text.replace(/\*\*|`/g, ""))))] : [])),
    make("td", {}, timeSaid(starts[index])), make("td", {}, slide.time_s ? timeSaid(slide.time_s) : "–"));
  return make("div", { class: "gp-paper gp-plan-sheet" }, make("h1", {}, nameOf(talk)),
    make("dl", { class: "gp-plan-sheet__facts" }, ...facts.map(([label, said]) => make("div", {}, make("dt", {}, label), make("dd", {}, said)))),
    make("table", {}, make("thead", {}, make("tr", {}, ...["Folie", "Was sie sagt", "ab", "Zeit"].map((head) => make("th", { scope: "col" }, head)))),
      make("tbody", {}, ...slides.map(row)),
      make("tfoot", {}, make("tr", {}, make("td"), make("td", {}, "Zusammen"), make("td"), make("td", {}, timeSaid(starts[slides.length]))))));
}

/** @param {OwnTalk} talk @param {ReadonlyMap<string, string>} pictures */
function makeHandout(talk, pictures) {
  const shown = { ...talk, id: "handzettel", drawings: new Map(), pictures };
  const facts = [talk.metadata.topic, talk.metadata.audience && `Zielgruppe: ${talk.metadata.audience}`].map((said) => said.trim()).filter((said) => said && said !== nameOf(talk));
  return make("div", { class: "gp-paper gp-handout" }, make("header", { class: "gp-handout__head" }, make("h1", {}, nameOf(talk)), make("p", {}, facts.join(" · "))),
    ...talk.slides.map(({ time_s }, index) => make("article", { class: "gp-handout__row" },
      make("div", { class: "gp-handout__slide" }, makeSlide(shown, index)),
      make("div", { class: "gp-handout__notes" }, make("p", {}, `Folie ${index + 1}${time_s ? ` · ${timeSaid(time_s)}` : ""}`), ...Array.from({ length: 8 }, () => make("div", { class: "gp-handout__line" }))))));
}

/** @param {Slide} slide */
const titleOf = ({ headline, title }) => headline.trim() || title.trim() || "Ohne Titel";

/** When each slide begins, and the last ends. @param {Slide[]} slides @returns {number[]} seconds */
const startsOf = (slides) => slides.reduce((starts, { time_s }) => [...starts, starts[starts.length - 1] + time_s], [0]);
