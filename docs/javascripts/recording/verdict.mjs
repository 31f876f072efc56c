// How somebody spoke, beside what they hear: in words, the long pauses to be played, and a table by slide.

import { onSite } from "../base/addresses.mjs";
import { button, make } from "../base/elements.mjs";
import { framed } from "../base/table.mjs";
import { LIMITS, lineOf, loudnessSaid, paceSaid, pausesSaid, secondsSaid, shareSaid, unreliableSaid } from "./words.mjs";

/** @typedef {import("./delivery.mjs").Delivery} Delivery */
/** @typedef {import("./delivery.mjs").Pause} Pause */
/** @typedef {import("./reel.mjs").Cut} Cut */

const HEADS = ["Folie", "Gesprochen", "Pausen", "Silben/min", "Silben gehört / im Text", "Lautstärke"];
const NOT_HEARD = "Wie du gesprochen hast, sagt diese Aufnahme nicht: Es ist zu wenig, oder dein Browser hat beim Aufnehmen nicht mitgemessen.";
/** So many of the longest pauses are offered, with so much around each. */
const [MOST, AROUND_S] = [5, 2];
/** What is shorter nobody looks for. */
const LONG_S = 1;

/**
 * @param {Delivery | null} delivery null where too little was heard
 * @param {import("./words.mjs").Titles} titles of slides, by keys
 * @param {(cuts: Cut[]) => void} play
 * @returns {HTMLElement[]}
 */
export function makeVerdict(delivery, titles, play) {
  if (!delivery) return [make("p", { class: "gp-voice__limits" }, NOT_HEARD)];
  if (!delivery.reliable) return [make("p", {}, unreliableSaid(delivery)), makeLimits()];
  const said = [shareSaid(delivery), paceSaid(delivery, titles), loudnessSaid(delivery, titles), pausesSaid(delivery)].filter(Boolean);
  return [
    make("ul", { class: "gp-voice__said" }, ...said.map((text) => make("li", {}, text))),
    ...pauses(delivery.pauses, titles, play),
    ...(delivery.slides.length ? [table(delivery, titles)] : []),
    makeLimits(),
  ];
}

const makeLimits = () => make("p", { class: "gp-voice__limits" }, LIMITS, " ", make("a", { href: onSite("trainer/aufnahme/").href }, "So wird gemessen"));

/** The longest first. @param {readonly Pause[]} all @param {import("./words.mjs").Titles} titles @param {(cuts: Cut[]) => void} play @returns {HTMLElement[]} */
function pauses(all, titles, play) {
  const long = all.filter(({ length_s }) => length_s >= LONG_S).toSorted((one, other) => other.length_s - one.length_s).slice(0, MOST);
  if (!long.length) return [];
  const items = long.map(({ from_s, length_s, key }) => {
    const said = `${secondsSaid(length_s)} s${titles.has(key) ? ` bei „${titles.get(key)}“` : ""}`;
    const around = [{ from_s: Math.max(0, from_s - AROUND_S), to_s: from_s + length_s + AROUND_S }];
    return make("li", {}, button(said, () => play(around), { class: "gp-voice__pause", "aria-label": `Pause: ${said} anhören` }));
  });
  return [make("div", { class: "gp-voice__long" }, make("p", {}, "Die längsten zum Anhören:"), make("ul", { class: "gp-voice__pauses" }, ...items))];
}

/** @param {Delivery} delivery @param {import("./words.mjs").Titles} titles */
function table({ slides, voice_db }, titles) {
  const frame = framed("Tabelle: wie du gesprochen hast", "gp-voice__table", HEADS, slides.map((slide) => [titles.get(slide.key) ?? "", ...lineOf(slide, voice_db)]));
  frame.tabIndex = 0; // On a telephone it scrolls.
  return frame;
}
