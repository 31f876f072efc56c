// Lets Python ask the site's own scheduling: one JSON request a line in, one JSON answer a line out. Meant for
// bench/schedule.py and tests/test_schedule.py.

import { createInterface } from "node:readline";
import { plan, remember, review } from "../docs/javascripts/memory/scheduling.mjs";

/** @type {import("../docs/javascripts/memory/scheduling.mjs").Known[]} */
let cards = [];

/** What can be asked, by the request's field `ask`. */
const ANSWERS = {
  /** The memory after each review of each history; a review is [milliseconds, grade]. */
  remember: ({ histories }) => histories.map((history) => history.map((_, last) => remember(reviewsOf(history.slice(0, last + 1))))),

  /** Begin with so many cards that were never seen; their ids are their numbers. */
  begin: ({ number }) => {
    cards = Array.from({ length: number }, (_, card) => ({ id: String(card), memory: null }));
    return number;
  },

  /** The numbers of the cards for a day, after the answers of the day before as [card, grade]. */
  today: ({ today, exam, limits, answers }) => {
    for (const [card, grade] of answers) cards[card] = { ...cards[card], memory: review(cards[card].memory, today - 1, grade) };
    return plan({ cards, today, exam, limits, done: { reviews: 0, fresh: 0 } }).today.map(Number);
  },
};

const reviewsOf = (history) => history.map(([at, grade]) => ({ at, grade }));

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  console.log(JSON.stringify(ANSWERS[request.ask](request)));
}
