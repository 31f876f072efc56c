// Why there is nothing to show, in a sentence, and a way on.

import { onSite } from "../base/addresses.mjs";
import { button, make } from "../base/elements.mjs";
import { SAID } from "./talk.mjs";

/** @param {HTMLElement} place @param {import("./talk.mjs").Trouble} trouble */
export function sayUnavailable(place, trouble) {
  const again = ["unloaded", "newer", "broken"].includes(trouble) ? [button("Neu laden", () => location.reload()), " "] : [];
  place.replaceChildren(make("p", { class: "gp-unavailable" }, SAID[trouble], " ", ...again, make("a", { href: onSite("buehne/").href }, "Alle Vorträge")));
}
