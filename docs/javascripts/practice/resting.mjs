// What was missed so often today that it is enough: where it is taught, to be read before it comes back.

import { onSite } from "../base/addresses.mjs";
import { make } from "../base/elements.mjs";
import { readOwnCards, withCards } from "./supply.mjs";

/** @param {string[]} ids of cards */
export function makeResting(ids) {
  const place = make("div", {});
  void withCards(place, (cards) => place.append(listOf(cards.filter(({ id }) => ids.includes(id)))), readOwnCards);
  return make("section", { class: "gp-resting" }, make("h3", {}, "Für heute genug"), make("p", {}, "Lies in Ruhe nach. Danach sitzt es eher als nach noch einem Versuch."), place);
}

/** @param {import("./listed.mjs").Listed[]} cards */
const listOf = (cards) => make("ul", {}, ...cards.map(({ title, taught }) => make("li", {}, title, ...(taught ? [" ", make("a", { href: onSite(taught).href }, "Nachlesen")] : []))));
