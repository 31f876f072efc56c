// The weak spots: what was begun and does not hold, where it is taught, and a round of it at once.

import { onSite } from "../base/addresses.mjs";
import { button, focusOn, make } from "../base/elements.mjs";
import { percent } from "../base/times.mjs";
import { sayUnloadable, Sections } from "../practice/supply.mjs";
import { weakSaid, whenMeant } from "./words.mjs";

/** @typedef {import("./figures.mjs").Weak} Weak */
/** @typedef {import("../practice/listed.mjs").Listed} Listed */
/** @typedef {(name: import("../base/names.mjs").Name) => HTMLElement} Find  the place on the page */

/** How many are named, and practised in one go. */
const MOST = 8;

/**
 * @param {Find} find
 * @param {() => void} onLeave when a round of them is over
 */
export function mountWeak(find, onLeave) {
  const sections = new Sections();
  /** @type {Weak[]} */
  let named = [];
  const practise = button("", () => void start(), { class: "gp-button gp-button--primary" });
  const start = async () => {
    practise.disabled = true;
    await practised(find, named.map(({ card }) => /** @type {Listed} */ (card)), sections, onLeave).catch(() => sayUnloadable(find("notice"), () => void start()));
    practise.disabled = false;
  };
  find("weak-actions").append(practise);
  return (/** @type {import("./figures.mjs").Standing} */ standing) => {
    const { weak, exam, today } = standing;
    named = weak.slice(0, MOST);
    find("weak-said").textContent = weakSaid(standing);
    find("weak-list").hidden = find("weak-actions").hidden = !weak.length;
    find("weak-list").replaceChildren(...named.map((each) => weakRow(each, whenMeant(exam, today))));
    practise.textContent = weak.length === 1 ? "Jetzt üben" : `${weak.length > MOST ? `Die ${MOST} schwächsten` : `Alle ${weak.length}`} jetzt üben`;
  };
}

/** @param {Find} find @param {Listed[]} cards @param {Sections} sections @param {() => void} onLeave */
async function practised(find, cards, sections, onLeave) {
  const [place, list, page] = [find("round"), find("cards"), find("with")];
  const { practise } = await import("../practice/choosing.mjs");
  list.replaceChildren();
  await practise({
    cards, sections, place, notice: find("notice"),
    onArrival: (there) => list.append(...there.map((card) => sections.of(card))),
    onBegin: () => { page.hidden = true; },
    onLeave: () => {
      page.hidden = false;
      list.replaceChildren();
      onLeave();
      focusOn(find("weak"));
    },
  });
}

/** @param {Weak} weak @param {string} when */
function weakRow({ card, recall, lapses }, when) {
  const forgotten = lapses ? `, ${lapses}-mal vergessen` : "";
  const taught = card.taught ? [" · ", make("a", { href: onSite(card.taught).href }, "Nachlesen")] : [];
  return make("li", {},
    make("a", { href: onSite(card.href).href }, card.title),
    make("span", { class: "gp-weak__said" }, `${card.topic} · ${when} zu ${percent(recall)} sicher${forgotten}`, ...taught));
}
