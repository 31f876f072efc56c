// What „Mein Stand“ says, in sentences that hold on every day of the way to the exam.

import { datedFrom, dayOf, ended, nameOf } from "../base/calendar.mjs";
import { percent } from "../base/times.mjs";
import { counting } from "../memory/scheduling.mjs";
import { AHEAD_DAYS } from "../memory/situation.mjs";
import { overSaid } from "../memory/settings.mjs";
import { leftSaid } from "../plan/words.mjs";

/** @typedef {import("./figures.mjs").Standing} Standing */
/** @typedef {import("./figures.mjs").Part} Part */
/** @typedef {import("./figures.mjs").Weak} Weak */
/** @typedef {import("../memory/proposal.mjs").Proposal} Proposal */

/** What cards in a state do, one and several. @type {Record<Exclude<import("./figures.mjs").State, "new">, [string, string]>} */
export const STATES = { solid: ["sitzt", "sitzen"], fresh: ["ist frisch gelernt", "sind frisch gelernt"], shaky: ["wackelt", "wackeln"], due: ["ist fällig", "sind fällig"] };

const CORE = ["Vom Kern, also dem, was alle wissen müssen,", "Der Kern, also was alle wissen müssen,"];

/** So shortly before the exam nobody is told to read more. */
const LATE_DAYS = 3;

/** @param {number} count @param {string} one @param {string} many */
export const counted = (count, one, many) => `${count.toLocaleString("de-DE")} ${count === 1 ? one : many}`;

/** @param {number} count */
export const cardsSaid = (count) => counted(count, "Karte", "Karten");

/** How long it is to the exam, as start page and plan say it. @param {Pick<Standing, "exam" | "over" | "today">} standing */
export function examSaid({ exam, over, today }) {
  if (over !== null) return overSaid(over, today);
  if (exam === null) return "Noch ohne Prüfungstermin.";
  const { figure, said } = leftSaid(exam, today);
  return `${figure} ${said}`;
}

/**
 * The headline: what the figure says, the figure, and what it does not say.
 *
 * @param {Pick<Standing, "begun" | "held" | "kept" | "exam" | "today" | "whole">} standing
 * @returns {{lead: string, figure: string, notes: string[]}}
 */
export function headlineSaid({ begun, held, kept, exam, today, whole }) {
  if (!begun) return { lead: "Noch hast du nichts geübt.", figure: "", notes: [firstSaid(exam, today)] };
  const when = exam === today ? "heute, an deinem Prüfungstag," : whenMeant(exam, today);
  const again = exam === today ? "" : "wenn du bis dahin nichts mehr wiederholst";
  const unseen = begun < whole.count ? ` Was du noch nicht gesehen hast, zählt ${begun === 1 ? "dabei" : "in dieser Zahl"} nicht mit.` : "";
  return {
    lead: `Von dem, was du angefangen hast, sitzt ${when} voraussichtlich`,
    figure: percent(held),
    notes: [
      `Angefangen hast du ${begun === whole.count ? `alle ${cardsSaid(begun)}` : `${begun.toLocaleString("de-DE")} von ${cardsSaid(whole.count)}`}.${unseen}`,
      ...(again ? [`Das gilt, ${again}.${kept === null ? "" : ` Übst du jeden Tag, was vorgesehen ist, und weißt es dann, sind es etwa ${percent(kept)}.`}`] : []),
    ],
  };
}

/** The day for which recall is expected. @param {number | null} exam @param {number} today */
export const whenMeant = (exam, today) => (exam === null ? `in ${AHEAD_DAYS} Tagen` : exam === today ? "heute" : "am Prüfungstag");

/** @param {number | null} exam @param {number} today */
function firstSaid(exam, today) {
  if (exam === today) return "Heute fängst du nichts Neues mehr an. Es zählt, was du aus deinem Beruf und von deinem Vortrag weißt.";
  return `Fang mit ein paar Karten an: Frage lesen, laut antworten, nachsehen, ehrlich einschätzen. Nach der ersten Runde steht hier, wie viel davon ${exam === null ? "du behältst" : "am Prüfungstag voraussichtlich sitzt"}.`;
}

/** How far one is through cards. @param {Part} part */
export const begunSaid = ({ begun, count }) => `${begun.toLocaleString("de-DE")} von ${count.toLocaleString("de-DE")}`;

/** How well those are known that were begun; "" for none. @param {Pick<Part, "states">} part */
export function statesSaid({ states }) {
  const shown = /** @type {(keyof typeof STATES)[]} */ (Object.keys(STATES)).filter((state) => states[state]);
  return shown.map((state) => counted(states[state], ...STATES[state])).join(", ");
}

/** What is still to come. @param {Pick<Standing, "exam" | "today" | "plan">} standing */
export function outlookSaid({ exam, today, plan: { days } }) {
  const all = days.reduce((sum, { reviews }) => sum + reviews, 0);
  const most = days.reduce((one, other) => (other.reviews > one.reviews ? other : one), days[0]);
  if (exam === today) return all ? `Für heute sind noch ${cardsSaid(all)} da, wenn du magst. Mehr musst du nicht tun.` : "Heute ist nichts mehr vorgesehen. Es zählt, was du schon weißt.";
  const span = exam === null ? "in den nächsten drei Wochen" : "bis zur Prüfung";
  if (!all) return `Es ist ${span} nichts mehr vorgesehen.`;
  return `Wenn du jeden Tag übst, was vorgesehen ist: zusammen ${counted(all, "Antwort", "Antworten")} ${span}${days.filter(({ reviews }) => reviews).length > 1 ? `, am meisten ${nameOf(most.day, today)} mit ${most.reviews}` : ""}.`;
}

/**
 * What will not fit in before the exam; a warning only where it is what matters.
 *
 * @param {Pick<Standing, "exam" | "today" | "core" | "lackingCore" | "unreadCore" | "plan">} standing
 * @returns {{isWarning: boolean, said: string, isUnread: boolean} | null}  `isUnread`: core cards wait for case studies to be read
 */
export function adviceSaid({ exam, today, core, lackingCore, unreadCore, plan: { late, unbegun } }) {
  if (exam === null || exam === today || !(late.length + unbegun.length)) return null;
  const isUnread = unreadCore > 0 && exam - today > LATE_DAYS;
  const lacking = core.count ? lackingCore : unbegun.length;
  if (!late.length && !lacking) return { isWarning: false, said: calmSaid(isUnread ? unreadCore : 0, unbegun.length - unreadCore), isUnread };
  const said = [
    ...(late.length ? [`${cardsSaid(late.length)}, die du schon angefangen hast, ${late.length === 1 ? "kommt" : "kommen"} in den letzten drei Tagen vor der Prüfung nicht mehr dran.`] : []),
    ...(lacking && core.count ? [`${CORE[0]} ${lacking === 1 ? "kommt eine Karte" : `kommen ${cardsSaid(lacking)}`} bis zur Prüfung nicht mehr dran.`] : []),
    ...(lacking && !core.count ? [`${counted(lacking, "neue Karte kommt", "neue Karten kommen")} bis zur Prüfung nicht mehr dran.`] : []),
    ...(isUnread ? [`${counted(unreadCore, "Karte des Kerns wartet", "Karten des Kerns warten")} darauf, dass du ihre Fallstudie liest.`] : []),
  ];
  return { isWarning: true, said: said.join(" "), isUnread };
}

/** Where the core fits in. @param {number} unread @param {number} rest */
function calmSaid(unread, rest) {
  const but = unread ? `, bis auf ${cardsSaid(unread)} zu Fallstudien, die du noch nicht gelesen hast. Lies sie, dann kommen auch diese Fragen dran.` : ".";
  const more = rest ? ` ${counted(rest, "weitere Karte bleibt", "weitere Karten bleiben")} übrig. Das ist kein Rückstand: Sie ${rest === 1 ? "ist" : "sind"} Zugabe.` : "";
  return `${CORE[1]} kommt bis zur Prüfung dran${but}${more}`;
}

/** The way out of what does not fit in. @param {Proposal | null} proposal @param {import("../memory/proposal.mjs").Limits} limits as they are @returns {{said: string, isChange: boolean}} */
export function wayOutSaid(proposal, limits) {
  if (!proposal) return { said: "Auch mit mehr Karten am Tag geht es nicht mehr auf. Heb dir die Kraft für das auf, was du schon angefangen hast.", isChange: false };
  const { daily, fresh, what } = proposal;
  const amount = `${daily} Karten am Tag${fresh === limits.fresh ? "" : ` (davon ${fresh} neu)`}`;
  const isChange = daily !== limits.daily || fresh !== limits.fresh;
  const outcome = what === "all" ? "geht alles auf." : "geht der Kern auf, und alles, was du angefangen hast. Der Rest ist Zugabe.";
  return { said: `Mit ${amount} ${outcome}`, isChange };
}

/**
 * Where it is shaky: nowhere, or in which topics most.
 *
 * @param {Pick<Standing, "weak" | "exam" | "today">} standing
 */
export function weakSaid({ weak, exam, today }) {
  if (!weak.length) return "Nirgends. Was du angefangen hast, hält bis jetzt.";
  if (exam === today) return "Hier bist du am wenigsten sicher. Üben musst du heute nichts mehr; sieh noch einmal hin, wenn dich das beruhigt.";
  const what = weak.length === 1 ? "Eine Karte hält noch nicht" : `${cardsSaid(weak.length)} halten noch nicht`;
  return `${what}, ${mostIn(weak.map(({ card }) => card.topic))}. Lies nach, und übe ${weak.length === 1 ? "sie" : "das Schwächste"} gleich noch einmal.`;
}

/** @param {string[]} topics of cards, at least one */
function mostIn(topics) {
  const counts = new Map();
  for (const topic of topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const [[topic, count], [next, less] = ["", 0]] = [...counts].sort(([, one], [, other]) => other - one);
  if (topics.length === 1) return `in „${topic}“`;
  if (counts.size === 1) return `alle in „${topic}“`;
  if (count === 1) return "jede in einem anderen Gebiet";
  return `am meisten in „${topic}“ (${count})${less === count ? ` und „${next}“ (${less})` : ""}`;
}

/** What to say of a date that was set. @param {number} day @param {number} today */
export function dateJudged(day, today) {
  if (day > today) return `Übernommen: Geplant wird jetzt auf ${datedFrom(day, today)} hin. Was du angefangen hast, kommt kurz davor noch einmal dran, soweit das Tagespensum reicht.`;
  return day === today ? "Heute ist deine Prüfung. Viel Erfolg!" : overSaid(day, today);
}

/**
 * What to say of reviews of days to come; "" where there are none.
 *
 * @param {import("../memory/progress.mjs").Review[]} reviews
 * @param {number} nowMs
 */
export function aheadSaid(reviews, nowMs) {
  const past = new Set(counting(reviews, nowMs));
  const days = reviews.filter((review) => !past.has(review)).map(({ at, offset }) => dayOf(at, offset));
  if (!days.length) return "";
  const last = datedFrom(Math.max(...days), dayOf(nowMs));
  return days.length === 1
    ? `Eine Antwort ist auf ${last} datiert, also in der Zukunft. Sie bleibt gespeichert und zählt erst von diesem Tag an. Geht die Uhr deines Geräts richtig?`
    : `${ended(`${days.length} Antworten sind in die Zukunft datiert, die letzte auf ${last}`)} Sie bleiben gespeichert und zählen erst, wenn ihr Tag da ist. Geht die Uhr deines Geräts richtig?`;
}
