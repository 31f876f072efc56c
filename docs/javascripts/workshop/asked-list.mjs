// What may be asked about a talk, each with the reason: by rank or by slide, and on paper.

import { onSite } from "../base/addresses.mjs";
import { button, make } from "../base/elements.mjs";
import { inline, notes } from "../base/inline.mjs";
import { nameOf } from "../talk/judging.mjs";
import { byKind } from "./prompts.mjs";
import { byRank, bySlide, STATES } from "./found-questions.mjs";

/** @typedef {import("./found-questions.mjs").FoundQuestion} FoundQuestion */
/** @typedef {import("./found-questions.mjs").Group} Group */
/** @typedef {import("./prompts.mjs").Prompt} Prompt */
/** @typedef {(prompt: Prompt) => void} OnTake makes it one of one's own */
/** @typedef {"rank" | "slide"} Order */

export const ORDERS = { rank: "Nach Gewicht", slide: "Nach Folien" };
/** So many are read at once. */
const FIRST = 10;
/** So many are printed. */
const MOST_PRINTED = 40;
const KINDS = { own: "Eigene Frage", prompt: "Aus deinen Angaben", term: "Begriff", question: "Frage aus dem Katalog" };

/** @param {FoundQuestion[]} questions @param {Order} order @param {import("./own-talk.mjs").OwnTalk} talk @param {OnTake} onTake */
export const makeFound = (questions, order, { slides }, onTake) => (order === "slide" ? makeSlides(bySlide(questions, slides), onTake) : makeRanked(questions, onTake));

/** @param {Group[]} groups @param {OnTake} onTake */
const makeSlides = (groups, onTake) =>
  groups.length ? groups.map(({ title, questions }) => part(title, "", [listOf(questions.map((each) => item(each, onTake)))])) : [none("Schreibe Sprechtext und eigene Fragen: Dann steht hier, was zu welcher Folie gefragt werden kann.")];

/** @param {FoundQuestion[]} questions @param {OnTake} onTake */
function makeRanked(questions, onTake) {
  const byPrompt = new Map(questions.flatMap((each) => (each.prompt ? [[each.prompt, each]] : [])));
  const kinds = byKind([...byPrompt.keys()]).flatMap((prompts) =>
    [make("h4", { class: "gp-asked__kind" }, prompts[0].label), listOf(prompts.map((prompt) => item(/** @type {FoundQuestion} */ (byPrompt.get(prompt)), onTake)))]);
  return [
    part("Was der Prüfungsausschuss fragen kann", "Aus deinen eigenen Angaben gebildet. Mit einem Klick wird eine Karte mit deiner Antwort daraus.",
      kinds.length ? kinds : [none("Fülle aus, worum es geht, und schreibe Sprechtext: Daraus entstehen die Fragen.")]),
    part("Was du erklären können musst", "Wer ein Wort sagt, wird danach gefragt. Oben steht, was für deinen Vortrag am wichtigsten ist und noch am wenigsten sitzt.",
      ranked(questions.filter(({ href }) => href).map((each) => item(each, onTake)))),
  ];
}

/** @param {HTMLElement[]} items */
function ranked(items) {
  if (!items.length) return [none("In deinem Vortrag steht noch kein Begriff aus dem Glossar.")];
  if (items.length <= FIRST) return [listOf(items)];
  const more = make("p", { class: "gp-actions" }, button(`Alle ${items.length} zeigen`, () => {
    more.remove();
    for (const each of items) each.hidden = false;
    items[FIRST].querySelector("a")?.focus();
  }));
  for (const each of items.slice(FIRST)) each.hidden = true;
  return [listOf(items), more];
}

/** @param {FoundQuestion} question @param {OnTake} onTake */
function item(question, onTake) {
  const { text, href, prompt } = question;
  const take = prompt ? [button("Antwort schreiben", () => onTake(prompt), { class: "gp-button gp-piece__tool", "aria-label": `Antwort schreiben: ${text}` })] : [];
  return make("li", { class: "gp-asked__item" },
    href ? make("a", { class: "gp-asked__question", href: onSite(href).href }, text) : make("span", { class: "gp-asked__question" }, text),
    make("span", { class: "gp-asked__why" }, ...whySaid(question)), ...take);
}

/** @param {FoundQuestion} question @returns {(Node | string)[]} */
function whySaid({ kind, why, state }) {
  const said = [...(kind === "prompt" ? [] : [KINDS[kind]]), ...(why ? [why] : [])].join(", ");
  return [said, ...(state ? [make("span", { class: `gp-asked__state gp-asked__state--${state}` }, STATES[state])] : [])];
}

/** @param {HTMLElement[]} items */
const listOf = (items) => make("ul", { class: "gp-asked" }, ...items);

/** @param {string} title @param {string} lead @param {HTMLElement[]} content */
const part = (title, lead, content) => make("section", { class: "gp-questions__part", "aria-label": title }, make("h3", {}, title), ...(lead ? [make("p", { class: "gp-questions__lead" }, lead)] : []), ...content);

/** @param {string} said */
const none = (said) => make("p", { class: "gp-questions__none" }, said);

/** All of it for paper, one's own with their answers. @param {FoundQuestion[]} questions @param {Order} order @param {import("./own-talk.mjs").OwnTalk} talk */
export function makeSheet(questions, order, talk) {
  const groups = order === "slide" ? bySlide(questions, talk.slides) : byRank(questions, MOST_PRINTED);
  return make("div", { class: "gp-paper gp-question-sheet" }, make("h1", {}, `Fragen zu „${nameOf(talk)}“`),
    ...groups.map(({ title, questions: all }) => make("section", {}, make("h2", {}, title), make("ul", {}, ...all.map(printed)))));
}

/** @param {FoundQuestion} question */
function printed(question) {
  const { text, answer = "", points = [] } = question;
  const root = onSite("").href;
  return make("li", {}, make("p", { class: "gp-question-sheet__asked" }, make("strong", {}, text), " ", make("span", { class: "gp-question-sheet__why" }, ...whySaid({ ...question, state: null }))),
    ...(points.length ? [make("ul", { class: "gp-question-sheet__points" }, ...points.map((point) => make("li", {}, ...inline(point, root))))] : []),
    ...(answer.trim() ? [make("div", { class: "gp-question-sheet__answer" }, ...notes({ notes: answer, directions: [] }, root))] : []));
}
