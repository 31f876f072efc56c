// Practising any choice of questions as a round, whatever pages they come from.

import { button, make } from "../base/elements.mjs";
import { onNewDay } from "../base/new-day.mjs";
import { complain, gather } from "./gathering.mjs";
import { mountKeys } from "./keys.mjs";
import { prepare, STANDING } from "./quiz.mjs";
import { say } from "./supply.mjs";

/**
 * @typedef {object} Choice what a round is made of
 * @property {import("./listed.mjs").Listed[]} cards
 * @property {string[]} [owed] those of them that are only to be asked again
 * @property {import("./supply.mjs").Sections} sections
 * @property {HTMLElement} place where the bar of the round comes to stand, beside or above the questions
 * @property {HTMLElement} notice where it is said what is fetched and what is lacking
 * @property {(cards: import("./listed.mjs").Listed[]) => void} [onArrival] puts the sections of cards into the page, where they are not yet
 * @property {() => void} onBegin
 * @property {() => void} onLeave
 * @property {AbortSignal} [signal] leaves the round
 */

/**
 * Fetch a choice of questions, practise what is there, and then give the page back.
 *
 * @param {Choice} choice
 * @returns {Promise<boolean>} whether a round has begun
 */
export async function practise(choice) {
  const { cards, owed = [], sections, place, notice, onArrival = () => {}, onBegin, onLeave, signal } = choice;
  const found = await gather(cards, sections, notice);
  if (!found || signal?.aborted) return false;
  const { there, lacking } = found;
  if (!there.length) {
    complain(notice, lacking, () => void practise(choice));
    return false;
  }
  const container = place.parentElement ?? document.body;
  const ended = new AbortController();
  const leave = () => {
    ended.abort();
    notice.replaceChildren();
    stage.leave();
    place.hidden = true;
    place.replaceChildren();
    onLeave();
  };
  const { stage, again } = await prepare(place, container, new Set(cards.map(({ kind }) => kind)), {
    stop: () => (stage.round.graded.length && !stage.isOver ? stage.end() : leave()),
    actions: () => [button("Zurück", leave), " ", make("a", { class: "gp-button", href: STANDING }, "Mein Stand")],
  });
  signal?.addEventListener("abort", () => ended.signal.aborted || leave());
  mountKeys((command) => stage.press(command), ended.signal);
  onNewDay(() => stage.newDay(), ended.signal);
  onArrival(there);
  onBegin();
  place.hidden = false;
  const ids = idsIn(there);
  again(ids.filter((id) => !owed.includes(id)), ids.filter((id) => owed.includes(id)));
  const fetchMore = async (/** @type {typeof lacking} */ missing) => {
    const { there: more, lacking: still } = (await gather(missing, sections, notice)) ?? { there: [], lacking: missing };
    if (ended.signal.aborted) return;
    if (still.length) complain(notice, still, () => void fetchMore(still));
    else say(notice, "Die fehlenden Fragen sind da. Sie kommen am Ende der Runde.");
    onArrival(more);
    stage.add(idsIn(more));
  };
  if (lacking.length) complain(notice, lacking, () => void fetchMore(lacking));
  return true;
}

/** @param {import("./listed.mjs").Listed[]} cards */
const idsIn = (cards) => cards.map(({ id }) => id);
