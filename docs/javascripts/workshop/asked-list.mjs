// What may be asked about a talk, each with the reason: questions made of its fields, and terms and questions of the site.

import { onSite } from "../base/addresses.mjs";
import { button, make } from "../base/elements.mjs";
import { byKind } from "./prompts.mjs";

/** @typedef {import("./asking.mjs").Asked} Asked */
/** @typedef {import("./prompts.mjs").Prompt} Prompt */

/** So many are read at once. */
const FIRST = 10;

/** @param {Prompt[]} prompts @param {(question: string) => void} onTake makes it one of one's own */
export function makePrompts(prompts, onTake) {
  const item = (/** @type {Prompt} */ { question, why }) => make("li", { class: "gp-asked__item" },
    make("span", { class: "gp-asked__question" }, question), make("span", { class: "gp-asked__why" }, why),
    button("Antwort schreiben", () => onTake(question), { class: "gp-button gp-piece__tool", "aria-label": `Antwort schreiben: ${question}` }));
  return part("Was der Prüfungsausschuss fragen kann", "Aus deinen eigenen Angaben gebildet.",
    prompts.length ? byKind(prompts).flatMap((all) => [make("h4", { class: "gp-asked__kind" }, all[0].label), make("ul", { class: "gp-asked" }, ...all.map(item))]) : [none("Fülle aus, worum es geht, und schreibe Sprechtext: Daraus entstehen die Fragen.")]);
}

/** @param {Asked[]} asked the most important first */
export function makeAsked(asked) {
  const items = asked.map(({ card: { title, href }, kind, why }) => make("li", { class: "gp-asked__item" },
    make("a", { class: "gp-asked__question", href: onSite(href).href }, title), make("span", { class: "gp-asked__why" }, `${kind === "term" ? "Begriff" : "Frage aus dem Katalog"}, ${why}`)));
  const more = make("p", { class: "gp-actions" }, button(`Alle ${items.length} zeigen`, () => {
    more.remove();
    for (const item of items) item.hidden = false;
    items[FIRST].querySelector("a")?.focus();
  }));
  for (const item of items.slice(FIRST)) item.hidden = true;
  return part("Was du erklären können musst", "Wer ein Wort sagt, wird danach gefragt. Was du noch nicht sicher weißt, steht weiter oben.",
    items.length ? [make("ul", { class: "gp-asked" }, ...items), ...(items.length > FIRST ? [more] : [])] : [none("In deinem Vortrag steht noch kein Begriff aus dem Glossar.")]);
}

/** @param {string} title @param {string} lead @param {HTMLElement[]} content */
const part = (title, lead, content) => make("section", { class: "gp-questions__part", "aria-label": title }, make("h3", {}, title), make("p", { class: "gp-questions__lead" }, lead), ...content);

/** @param {string} said */
const none = (said) => make("p", { class: "gp-questions__none" }, said);
