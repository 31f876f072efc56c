// „Heute üben“: what is to be practised today, out of all cards, and the round of it.

import { onSite } from "../base/addresses.mjs";
import { ended, nameOf } from "../base/calendar.mjs";
import { button, focusOn, make } from "../base/elements.mjs";
import { find } from "../base/names.mjs";
import { onNewDay } from "../base/new-day.mjs";
import { onReadChange, openProgress, troubleSaid } from "../memory/progress.mjs";
import { KINDS, loadKinds, minutesFor } from "./kinds.mjs";
import { isOwnCard } from "./listed.mjs";
import { readOwnCards, sayUnloadable, Sections, withCards } from "./supply.mjs";
import { plan } from "../memory/scheduling.mjs";
import { presentSituation } from "../memory/present.mjs";
import { onSettingsChange, overSaid, writeSettings } from "../memory/settings.mjs";
import { examsOf, owedOn } from "../memory/situation.mjs";

/** @typedef {ReturnType<typeof agendaOf>} Agenda */

/** How many new cards one may take ahead, once nothing is left for today. */
const AHEAD = 10;
const STANDING = onSite("ueben/stand/").href;
const PLAN = onSite("plan/").href;

/**
 * What is to be practised today, and what one may practise beyond it.
 *
 * @param {import("../memory/situation.mjs").Situation} situation
 */
export function agendaOf(situation) {
  const { cards, today, exam, over, limits, done } = situation;
  const { today: now, days, unbegun } = plan(situation);
  const unseen = cards.filter(({ memory }) => !memory).map(({ id }) => id);
  const begun = cards.flatMap(({ id, memory }) => (memory ? [{ id, due: memory.due }] : [])).sort((one, other) => one.due - other.due);
  const owed = owedOn(cards, today).filter((id) => !now.includes(id));
  const next = days.find(({ day, reviews }) => day > today && reviews > 0)?.day ?? begun.find(({ due }) => due > today)?.due ?? null;
  return {
    now, owed, round: [...now, ...owed], next, today, exam, over, done: done.reviews, daily: limits.daily,
    lacksCore: cards.some(({ id, isCore }) => isCore && unbegun.includes(id)),
    fresh: now.filter((id) => unseen.includes(id)).length,
    waiting: begun.filter(({ id, due }) => due <= today && !now.includes(id)).map(({ id }) => id),
    ahead: unseen.filter((id) => !now.includes(id)).slice(0, AHEAD),
    early: begun.filter(({ id, due }) => due > today && !now.includes(id)).map(({ id }) => id).slice(0, 2 * AHEAD),
  };
}

/** @param {number} count @param {string} one @param {string} many */
const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;

/** What is only asked again, beside the cards that count. @param {Pick<Agenda, "now" | "owed">} agenda */
const againSaid = ({ now, owed }) => (owed.length ? [`${now.length ? "dazu " : ""}${owed.length} noch einmal`] : []);

/** The cards of today in a few words, „9 Karten, dazu 2 noch einmal“; "" where there are none. @param {Pick<Agenda, "now" | "owed">} agenda */
export const roundSaid = (agenda) => [...(agenda.now.length ? [counted(agenda.now.length, "Karte", "Karten")] : []), ...againSaid(agenda)].join(", ");

/**
 * What stands over the buttons.
 *
 * @param {Agenda} agenda
 * @param {number} minutes of the whole round
 * @returns {{title: string, said: string}}
 */
export function agendaSaid({ now, owed, fresh, next, today, exam, done, daily, waiting }, minutes) {
  if (now.length) {
    const repeats = now.length - fresh;
    const parts = [...(repeats ? [counted(repeats, "Wiederholung", "Wiederholungen")] : []), ...(fresh ? [counted(fresh, "neue Karte", "neue Karten")] : []), ...againSaid({ now, owed })];
    return { title: done ? "Weiter geht es" : "Das ist heute dran", said: `${parts.join(", ")}, etwa ${counted(minutes, "Minute", "Minuten")}.` };
  }
  if (owed.length) return { title: "Fast fertig", said: `${owed.length === 1 ? "Eine Karte hast" : `${owed.length} Karten hast`} du heute nicht gewusst. Frag dich gleich noch einmal.` };
  if (done >= daily) {
    const more = waiting.length ? ` ${counted(waiting.length, "fällige Karte wartet", "fällige Karten warten")} noch.` : "";
    return { title: "Tagespensum geschafft", said: `Du hast heute ${counted(done, "Karte", "Karten")} geübt, dein Pensum sind ${daily}.${more}` };
  }
  if (exam === today) return { title: "Heute zählt, was du weißt", said: done ? `Du hast heute ${counted(done, "Karte", "Karten")} geübt. Mehr musst du nicht tun.` : "Heute musst du nichts mehr üben." };
  const when = next === null ? "" : ` ${ended(`Die nächsten Karten kommen ${nameOf(next, today)}`)}`;
  return { title: done ? "Für heute fertig" : "Heute ist nichts dran", said: `${done ? `Du hast heute ${counted(done, "Karte", "Karten")} geübt.` : "Nichts ist fällig."}${when}` };
}

/** @param {HTMLElement} panel */
export async function mount(panel) {
  const container = /** @type {HTMLElement} */ (panel.parentElement);
  const notice = make("p", { class: "gp-notice", role: "status" });
  panel.after(notice);
  find(container, "without").hidden = true;
  await withCards(notice, (cards) => mountAgenda(panel, container, notice, cards), readOwnCards);
}

/** @param {HTMLElement} panel @param {HTMLElement} container @param {HTMLElement} notice @param {import("./listed.mjs").Listed[]} cards */
function mountAgenda(panel, container, notice, cards) {
  const [place, list] = [find(container, "round"), find(container, "cards")];
  const byId = new Map(cards.map((card) => [card.id, card]));
  const sections = new Sections();
  const exams = examsOf(place);
  const progress = openProgress();
  const cardsOf = (/** @type {string[]} */ ids) => ids.flatMap((id) => byId.get(id) ?? []);
  let starting = false;
  /** @param {string[]} ids @param {string[]} [owed] those of them that are only asked again */
  const start = async (ids, owed = []) => {
    if (starting) return;
    starting = true;
    list.replaceChildren();
    const begun = await loaded().then(({ practise }) => practise({
      cards: cardsOf(ids), owed, sections, place, notice,
      onArrival: (there) => list.append(...there.map((card) => sections.of(card))),
      onBegin: () => { panel.hidden = true; },
      onLeave: comeBack,
    })).catch(() => sayUnloadable(notice, () => start(ids, owed)));
    starting = false;
    if (!begun && !notice.hasChildNodes()) panel.querySelector("button")?.focus();
  };
  const comeBack = () => {
    show();
    focusOn(/** @type {HTMLElement} */ (panel.querySelector("h2")));
  };
  const show = () => {
    const situation = presentSituation(cards, exams);
    const agenda = agendaOf(situation);
    container.dataset.single = "";
    panel.replaceChildren(...panelOf(agenda, minutesFor(cardsOf(agenda.round)), start, [...proposed(agenda, situation), ...complaintOf(progress)]));
    panel.hidden = false;
  };
  find(container, "contents").hidden = true;
  show();
  loaded().catch(() => {});
  if (cards.some(isOwnCard)) import("./own-question.mjs").catch(() => {});
  onSettingsChange(() => panel.hidden || show());
  progress.onChange(() => panel.hidden || show());
  onReadChange(() => panel.hidden || show());
  onNewDay(() => panel.hidden || show());
}

/** What it takes to practise; it comes once the page stands, so that a round begins at once, in a tunnel too. */
async function loaded() {
  const [choosing] = await Promise.all([import("./choosing.mjs"), loadKinds(Object.keys(KINDS))]);
  return choosing;
}

/**
 * @param {Agenda} agenda
 * @param {number} minutes
 * @param {(ids: string[], owed?: string[]) => void} start
 * @param {HTMLElement[]} more what there is to say besides
 */
function panelOf(agenda, minutes, start, more) {
  const { title, said } = agendaSaid(agenda, minutes);
  const standing = (/** @type {string} */ text) => make("a", { class: "gp-button", href: STANDING }, text);
  const actions = make("p", { class: "gp-actions" }, ...offers(agenda, start).flatMap((each) => [each, " "]), standing("Mein Stand"));
  const exam = make("p", { class: "gp-today__exam" }, ...examSaid(agenda));
  return [make("h2", { class: "gp-today__title" }, title), make("p", { class: "gp-today__said" }, said), actions, exam, ...more];
}

/** Where the core will not fit in before the exam, how many new cards a day it takes; seldom, and so it comes when it is needed. @param {Agenda} agenda @param {import("../memory/situation.mjs").Situation} situation @returns {HTMLElement[]} */
function proposed({ lacksCore, exam, today }, situation) {
  if (!lacksCore || exam === null || exam === today) return [];
  const place = make("p", { class: "gp-today__proposal" });
  import("../memory/proposal.mjs").then(({ proposalFor }) => place.append(...proposalSaid(proposalFor(situation), situation)), () => {});
  return [place];
}

/** @param {import("../memory/proposal.mjs").Proposal | null} proposal @param {import("../memory/situation.mjs").Situation} situation @returns {(Node | string)[]} */
function proposalSaid(proposal, situation) {
  if (!proposal) return [];
  const changes = changesFor(proposal, situation.limits);
  const change = button("So einstellen", () => {
    writeSettings(changes);
    focusOn(/** @type {HTMLElement} */ (document.querySelector("#inhalt h2")));
  });
  const { most, usual } = loadOf(situation, changes);
  const wanted = changes.fresh ? `sind es ${changes.fresh} neue Karten am Tag` : `braucht es Platz für ${changes.daily} Karten am Tag`;
  return [`Damit der Kern bis dahin drankommt, also was alle wissen müssen, ${wanted}. Mit den Wiederholungen werden es höchstens ${most} Karten am Tag, meist ${usual}. `, change];
}

/**
 * What is changed of the limits for a proposal: one thing at a time, the new cards first.
 *
 * @param {import("../memory/proposal.mjs").Limits} proposal
 * @param {import("../memory/proposal.mjs").Limits} limits as they are
 * @returns {Partial<import("../memory/proposal.mjs").Limits>}
 */
export const changesFor = ({ daily, fresh }, limits) => (fresh > limits.fresh && fresh <= limits.daily ? { fresh } : { daily });

/** How many cards a day there will be until the exam. @param {import("../memory/situation.mjs").Situation} situation @param {Partial<import("../memory/proposal.mjs").Limits>} changes */
export function loadOf(situation, changes) {
  const { days } = plan({ ...situation, limits: { ...situation.limits, ...changes } });
  const counts = days.map(({ reviews }) => reviews).sort((one, other) => one - other);
  return { most: counts[counts.length - 1], usual: counts[Math.floor(counts.length / 2)] };
}

/** Seldom is there any trouble: the way out of it comes when there is. @param {import("../memory/progress.mjs").Progress} progress */
function complaintOf(progress) {
  const said = troubleSaid(progress);
  const complaint = make("p", { class: "gp-quiz__trouble" }, said);
  if (said) import("./trouble.mjs").then(({ troubleNotice }) => complaint.replaceChildren(...troubleNotice(progress)), () => {});
  return said ? [complaint] : [];
}

/** @param {Agenda} agenda @param {(ids: string[], owed?: string[]) => void} start */
function offers({ now, owed, round, done, waiting, ahead, early }, start) {
  const main = button(done ? "Weiter üben" : "Los geht’s", () => start(round, owed), { class: "gp-button gp-button--primary" });
  if (now.length) return [main];
  const ways = [
    { ids: waiting, text: "Trotzdem weiterüben" },
    { ids: ahead, text: `${counted(ahead.length, "neue", "neue")} vorziehen` },
    { ids: early, text: "Früher wiederholen" },
  ];
  return [...(owed.length ? [main] : []), ...ways.filter(({ ids }) => ids.length).map(({ ids, text }) => button(text, () => start(ids)))];
}

/** @param {Agenda} agenda */
function examSaid({ exam, over, today }) {
  if (over !== null) return [overSaid(over, today)];
  if (exam === null) return ["Noch ohne Prüfungstermin. Trag ihn unter ", make("a", { href: PLAN }, "Mein Plan"), " ein, dann wird auf diesen Tag hin geplant."];
  return [exam === today ? "Heute ist deine Prüfung. Viel Erfolg!" : ended(`Deine Prüfung ist ${nameOf(exam, today)}`)];
}
