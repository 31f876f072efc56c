// Practising: a page of questions one at a time or as a list, and any choice of questions as a round.

import { onSite, targetOf } from "../base/addresses.mjs";
import { dayOf } from "../base/calendar.mjs";
import { button, focusOn, make } from "../base/elements.mjs";
import { onNewDay } from "../base/new-day.mjs";
import { openProgress } from "../memory/progress.mjs";
import { makeBar, makeSwitch } from "./bar.mjs";
import { complain, gather } from "./gathering.mjs";
import { loadKinds } from "./kinds.mjs";
import { mountKeys } from "./keys.mjs";
import { askedIn, cardOf, examsOf, idsOf, kindsOf, QUESTIONS } from "./question.mjs";
import { outcome } from "./round.mjs";
import { Stage } from "./stage.mjs";
import { makeSummary } from "./summary.mjs";
import { say } from "./supply.mjs";
import { troubleNotice } from "./trouble.mjs";
import { readSettings } from "../memory/settings.mjs";
import { examAhead, limitsFor } from "../memory/situation.mjs";
import { read, write } from "../base/shelf.mjs";

/** @typedef {import("./stage.mjs").View} View */

const STANDING = onSite("ueben/stand/").href;

/** @param {HTMLElement} host */
export async function mount(host) {
  const container = host.parentElement;
  if (container?.querySelector(QUESTIONS)) await mountPage(host, container);
}

/** @param {HTMLElement} host @param {HTMLElement} container */
async function mountPage(host, container) {
  const ids = idsOf(container);
  const view = remembered("quiz-view", "Was du siehst", { single: "Einzeln", list: "Liste" });
  const restart = () => again(ids);
  const { stage, again } = await prepare(host, container, kindsOf(container), {
    switches: [view.element],
    actions: () => [button("Von vorn", restart), " ", make("a", { class: "gp-button", href: STANDING }, "Mein Stand")],
    onArrive: ({ heading }) => heading && history.replaceState(history.state, "", `#${heading.id}`),
  });
  const addressed = () => placeOfAddress(container, ids);
  view.onChange(() => stage.show(view.value()));
  addEventListener("hashchange", () => {
    if (addressed() >= 0) stage.goTo(addressed());
  });
  mountKeys((command) => stage.press(command), new AbortController().signal);
  onNewDay(() => stage.newDay());
  stage.start(ids, view.value(), Math.max(0, addressed()));
  host.hidden = false;
  if (addressed() >= 0 && view.value() === "single") host.scrollIntoView({ behavior: "instant" });
}

/**
 * @typedef {object} Choice what a round is made of
 * @property {import("./listed.mjs").Listed[]} cards
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
  const { cards, sections, place, notice, onArrival = () => {}, onBegin, onLeave, signal } = choice;
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
  again(idsIn(there));
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

/**
 * @typedef {object} Wishes
 * @property {HTMLElement[]} [switches] what one can choose, besides how to answer
 * @property {() => void} [stop]
 * @property {() => (HTMLElement | string)[]} actions where to go from the end of a round
 * @property {(question: import("./question.mjs").Question) => void} [onArrive]
 */

/** @param {HTMLElement} host @param {HTMLElement} container @param {Set<string>} kindsAsked @param {Wishes} wishes */
async function prepare(host, container, kindsAsked, { switches = [], stop, actions, onArrive }) {
  const kinds = await loadKinds(kindsAsked);
  const progress = openProgress();
  const manner = remembered("quiz-answer", "Wie du antwortest", { aloud: "Mündlich", writing: "Schriftlich" });
  const bar = makeBar({
    previous: () => stage.press("previous"),
    next: () => stage.press("next"),
    undo: () => stage.undo(),
    stop,
  }, [...switches, manner.element]);
  const end = make("div", { class: "gp-quiz__end" });
  const stage = new Stage({
    container, bar, progress, onArrive, kinds,
    limitsOf: limitsAt(host),
    exam: () => examAhead(readSettings(), dayOf(Date.now())),
    writing: () => manner.value() === "writing",
    onShow: () => end.replaceChildren(),
    onEnd: (round) => {
      end.replaceChildren(makeSummary(outcome(round), dayOf(Date.now()), again, actions()));
      focusOn(/** @type {HTMLElement} */ (end.querySelector("h2")));
    },
  });
  /** @param {string[]} ids */
  const again = (ids) => {
    stage.start(ids, "single");
    stage.arrive();
  };
  manner.onChange(() => stage.show());
  bar.complain(troubleNotice(progress));
  host.replaceChildren(bar.element, end);
  return { stage, again };
}

/**
 * A switch whose position is remembered; the first one applies until then.
 *
 * @template {string} Value
 * @param {string} id
 * @param {string} legend
 * @param {Record<Value, string>} names
 */
function remembered(id, legend, names) {
  const known = /** @type {Value[]} */ (Object.keys(names));
  let value = known.find((each) => each === read("setting", id)) ?? known[0];
  /** @type {() => void} */
  let follow = () => {};
  const element = makeSwitch(legend, names, value, (chosen) => {
    value = chosen;
    write("setting", id, chosen);
    follow();
  });
  return { element, value: () => value, onChange: (/** @type {() => void} */ callback) => { follow = callback; } };
}

/** @param {HTMLElement} host @returns {(question: import("./question.mjs").Question) => import("./ring.mjs").Limits} how long an answer may be */
function limitsAt(host) {
  const { shortest = "30", longest = "60" } = host.dataset;
  const [exams, usual] = [examsOf(host), { shortest: Number(shortest), longest: Number(longest) }];
  return ({ section }) => limitsFor(exams, askedIn(section), readSettings().which, usual);
}

/** Where the question stands that the address points at, -1 where it points at none. @param {HTMLElement} container @param {string[]} ids */
function placeOfAddress(container, ids) {
  const label = targetOf(location);
  const section = label && container.querySelector(`${QUESTIONS}[aria-labelledby="${CSS.escape(label)}"]`);
  return section instanceof HTMLElement ? ids.indexOf(cardOf(section).id) : -1;
}
