// Practising: a page of questions, one at a time or as a list.

import { onSite, targetOf } from "../base/addresses.mjs";
import { dayOf } from "../base/calendar.mjs";
import { button, focusOn, make } from "../base/elements.mjs";
import { onNewDay } from "../base/new-day.mjs";
import { openProgress } from "../memory/progress.mjs";
import { makeBar, makeSwitch } from "./bar.mjs";
import { loadKinds } from "./kinds.mjs";
import { mountKeys } from "./keys.mjs";
import { askedIn, cardOf, cardsIn, idsOf, kindsOf, QUESTIONS } from "./question.mjs";
import { outcome } from "./round.mjs";
import { Stage } from "./stage.mjs";
import { makeSummary } from "./summary.mjs";
import { troubleNotice } from "./trouble.mjs";
import { readSettings } from "../memory/settings.mjs";
import { examAhead, examsOf, limitsFor, owedOn } from "../memory/situation.mjs";
import { read, write } from "../base/shelf.mjs";

/** @typedef {import("./stage.mjs").View} View */

export const STANDING = onSite("ueben/stand/").href;

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
  const logs = cardsIn(container).map((card) => ({ id: card.id, log: openProgress().reviewsOf(card) }));
  stage.start(ids, view.value(), Math.max(0, addressed()), owedOn(logs, dayOf(Date.now())));
  host.hidden = false;
  if (addressed() >= 0 && view.value() === "single") host.scrollIntoView({ behavior: "instant" });
}

/**
 * @typedef {object} Wishes
 * @property {HTMLElement[]} [switches] what one can choose, besides how to answer
 * @property {() => void} [stop]
 * @property {() => (HTMLElement | string)[]} actions where to go from the end of a round
 * @property {(question: import("./question.mjs").Question) => void} [onArrive]
 */

/** @param {HTMLElement} host @param {HTMLElement} container @param {Set<string>} kindsAsked @param {Wishes} wishes */
export async function prepare(host, container, kindsAsked, { switches = [], stop, actions, onArrive }) {
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
      const come = outcome(round);
      const summary = makeSummary(come, dayOf(Date.now()), again, actions());
      end.replaceChildren(summary);
      if (come.resting.length) showResting(summary, come.resting);
      if (!come.left.length && !come.open.length) showWeek(summary, progress);
      focusOn(/** @type {HTMLElement} */ (end.querySelector("h2")));
    },
  });
  /** @param {string[]} ids @param {string[]} [owed] */
  const again = (ids, owed = []) => {
    stage.start(ids, "single", 0, owed);
    stage.arrive();
  };
  manner.onChange(() => stage.show());
  bar.complain(troubleNotice(progress));
  host.replaceChildren(bar.element, end);
  return { stage, again };
}

/** The week comes when the round is through; where it does not come, nobody misses it. @param {HTMLElement} summary @param {import("../memory/progress.mjs").Progress} progress */
function showWeek(summary, progress) {
  import("./week.mjs").then(({ makeWeek }) => summary.lastElementChild?.before(makeWeek([...progress.all().values()], Date.now())), () => {});
}

/** What has been missed often enough for today, with where to read. @param {HTMLElement} summary @param {string[]} ids */
function showResting(summary, ids) {
  import("./resting.mjs").then(({ makeResting }) => summary.querySelector("h3")?.before(makeResting(ids)), () => {});
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
