// A quiet moment at the end of a round: the week with its days, and what came of one that ends.

import { dayOf } from "../base/calendar.mjs";
import { make } from "../base/elements.mjs";
import { doneOn } from "../memory/situation.mjs";

/** On fewer days a week is not „geschafft“. */
const MANY_DAYS = 3;

const NAMES = ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"];

/** @param {number} day @returns {number} from 0 for Monday */
const weekdayOf = (day) => (day + 3) % 7; // Day 0 was a Thursday.

/**
 * The cards of each day of this week; `ended` are those of a week that ends with this round: this one on its Sunday, or the last one where this is the
 * first day since on which anything was practised and its Sunday was left out. `isDone`: that was on many of its days.
 *
 * @param {import("../memory/progress.mjs").Review[][]} logs each in the order of time
 * @param {number} today
 */
export function weekOf(logs, today) {
  const weekday = weekdayOf(today);
  const cardsFrom = (/** @type {number} */ monday) => NAMES.map((_, index) => doneOn(logs, monday + index).reviews);
  const [cards, before] = [cardsFrom(today - weekday), cardsFrom(today - weekday - 7)];
  const isFirst = !cards.slice(0, weekday).some(Boolean) && !before[6] && before.some(Boolean);
  const ended = weekday === 6 ? cards : isFirst ? before : null;
  return { weekday, cards, ended, isLast: ended === before, isDone: (ended?.filter(Boolean).length ?? 0) >= MANY_DAYS };
}

/** @param {ReturnType<typeof weekOf>} week */
export function weekSaid({ cards, ended, isLast, isDone }) {
  const counted = ended ?? cards;
  const [days, sum] = [counted.filter(Boolean).length, counted.reduce((one, other) => one + other)];
  const practised = `an ${days === 1 ? "einem Tag" : `${days} Tagen`} geübt, ${sum === 1 ? "eine Karte" : `${sum} Karten`}`;
  if (isDone) return `${isLast ? "Letzte Woche" : "Die Woche"} ist geschafft: ${practised}.`;
  return `${isLast ? "Letzte Woche" : "Diese Woche"}: ${practised}.`;
}

/** @param {import("../memory/progress.mjs").Review[][]} logs @param {number} nowMs */
export function makeWeek(logs, nowMs) {
  const week = weekOf(logs, dayOf(nowMs));
  const days = week.cards.map((count, index) =>
    make("li", { class: "gp-week__day", "data-done": count > 0, "data-today": index === week.weekday },
      make("span", { class: "gp-week__name" }, NAMES[index]), " ", make("span", { class: "gp-week__count" }, count ? String(count) : "–")));
  return make("div", { class: "gp-week", "data-ended": week.isDone }, make("p", { class: "gp-week__said" }, weekSaid(week)), make("ol", { class: "gp-week__days" }, ...days));
}
