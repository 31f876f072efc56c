// The calendar of „Mein Stand“: the weeks from the first answer up to the exam, and what was done on each of their days. Pure.

import { dateOf, mondayOf } from "../base/calendar.mjs";

/** @typedef {"run" | "mock" | "exam"} Mark  a rehearsal, a mock exam, the exam itself */
/** @typedef {{cards: ReadonlyMap<number, number>, marks: ReadonlyMap<number, Mark[]>, today: number, exam: number | null}} Given  by the Day; `exam` also where it is over */
/** @typedef {{day: number, cards: number, level: number, marks: Mark[], when: "before" | "past" | "today" | "ahead" | "after"}} DayDone  `before`: the first day on which anything was done, `after` the exam  `level` from 0 for none to 4 for the most */
/** @typedef {{monday: number, days: DayDone[], cards: number, practised: number}} Week  cards of its days, and on how many of them there were any */
/** @typedef {{weeks: Week[], earlier: number, later: number}} Weeks  how many weeks are left out before and after those that are shown */

/** What is further away is said, not shown. */
const MOST_BEFORE = 8;
const MOST_AHEAD = 8;

/** A day with so many cards is a full one, whatever the others were. */
const MANY_CARDS = 20;
const LEVELS = 4;

/** @type {Record<Mark, [one: string, several: (count: number) => string]>} */
const MARKS = {
  run: ["eine Probe", (count) => `${count} Proben`],
  mock: ["eine Probeprüfung", (count) => `${count} Probeprüfungen`],
  exam: ["deine Prüfung", () => "deine Prüfung"],
};

/** @param {Given} given @returns {Weeks} */
export function weeksOf({ cards, marks, today, exam }) {
  const now = mondayOf(today);
  const [begin, end] = [Math.min(today, ...cards.keys(), ...marks.keys()), Math.max(today, exam ?? today)];
  const [first, last] = [mondayOf(begin), mondayOf(end)];
  const [from, to] = [Math.max(first, now - 7 * MOST_BEFORE), Math.min(last, now + 7 * MOST_AHEAD)];
  const most = Math.max(MANY_CARDS, ...cards.values());
  const dayDone = (/** @type {number} */ day) => {
    const count = cards.get(day) ?? 0;
    const when = day === today ? "today" : day < begin ? "before" : day < today ? "past" : exam !== null && day > end ? "after" : "ahead";
    return /** @type {DayDone} */ ({ day, cards: count, level: Math.ceil((LEVELS * count) / most), marks: [...(marks.get(day) ?? []), ...(day === exam ? ["exam"] : [])], when });
  };
  const weeks = Array.from({ length: (to - from) / 7 + 1 }, (_, at) => weekOf(from + 7 * at, dayDone));
  return { weeks, earlier: (from - first) / 7, later: (last - to) / 7 };
}

/** @param {number} monday @param {(day: number) => DayDone} dayDone @returns {Week} */
function weekOf(monday, dayDone) {
  const days = Array.from({ length: 7 }, (_, at) => dayDone(monday + at));
  return { monday, days, cards: days.reduce((sum, { cards }) => sum + cards, 0), practised: days.filter(({ cards }) => cards).length };
}

/** @param {number} count @param {string} one @param {string} several */
const counted = (count, one, several) => `${count} ${count === 1 ? one : several}`;

/** A day in words: „Do, 26. Nov., heute: 12 Karten, eine Probe“. @param {DayDone} day */
export function daySaid({ day, cards, marks, when }) {
  const kinds = /** @type {Mark[]} */ (Object.keys(MARKS)).map((kind) => ({ kind, count: marks.filter((mark) => mark === kind).length })).filter(({ count }) => count);
  const isIdle = (when === "past" || when === "today") && !marks.length;
  const done = cards ? [cards === 1 ? "eine Karte" : `${cards} Karten`] : isIdle ? ["nichts geübt"] : [];
  const said = [...done, ...kinds.map(({ kind, count }) => (count === 1 ? MARKS[kind][0] : MARKS[kind][1](count)))];
  return `${dateOf(day)}${when === "today" ? ", heute" : ""}${said.length ? `: ${said.join(", ")}` : ""}`;
}

/** What came of a week; „“ for one to come. @param {Week} week */
export const sumSaid = ({ cards, practised, days }) =>
  (practised ? `${counted(practised, "Tag", "Tage")}, ${counted(cards, "Karte", "Karten")}` : days.every(({ when }) => when === "past") ? "nichts geübt" : "");

/** A week by its first and last day: „16. bis 22. Nov.“, „30. Nov. bis 6. Dez.“. @param {Week} week */
export function weekName({ monday }) {
  const [first, last] = [monday, monday + 6].map((day) => dateOf(day).split(", ")[1]);
  const [day, month] = first.split(" ");
  return month === last.split(" ")[1] ? `${day} bis ${last}` : `${first} bis ${last}`;
}
