// Before a mock exam: with which talk, also of one's own, and what came of earlier ones.

import { onSite } from "../base/addresses.mjs";
import { make } from "../base/elements.mjs";
import { ownTalks } from "../base/own-talks.mjs";
import { timeSaid } from "../base/times.mjs";
import { ownId, queryOf } from "../talk/judging.mjs";

/** Add to the talks of the site those of this device. @param {HTMLElement} container */
export async function showChoice(container) {
  const own = (await ownTalks().list().catch(() => [])).filter(({ talk }) => talk.slides.length);
  const list = make("ul", { class: "gp-talks", "aria-label": "Eigene Vorträge" }, ...own.map(({ key, talk }) => make("li", { class: "gp-talks__talk" },
    make("a", { href: `?${queryOf(ownId(key))}` }, talk.title || "Ohne Titel"),
    make("span", { class: "gp-talks__facts" }, make("span", {}, talk.slides.length === 1 ? "1 Folie" : `${talk.slides.length} Folien`),
      make("span", {}, timeSaid(talk.slides.reduce((/** @type {number} */ sum, /** @type {any} */ { time_s }) => sum + (time_s || 0), 0)))))));
  container.querySelector("h2")?.after(own.length ? list : pointer());
}

/** Where a talk of one's own begins. */
const pointer = () => make("p", {}, "Mit deinem eigenen Vortrag übst du am meisten. Leg ihn unter ", make("a", { href: onSite("mein-vortrag/").href }, "Mein Vortrag"), " an, dann steht er hier. Oder nimm einen von diesen:");
