// „Fragen zu meinem Vortrag“: one's own, what may be asked, which is found when somebody opens it, and the round of both.

import { button, focusOn, make } from "../base/elements.mjs";
import { makeSwitch } from "../practice/bar.mjs";
import { cardId, ownCards } from "../practice/own-cards.mjs";
import { minutesFor } from "../practice/kinds.mjs";
import { say } from "../practice/supply.mjs";
import { makeFound, makeSheet, ORDERS } from "./asked-list.mjs";
import { questionsOf } from "./found-questions.mjs";
import { getAsking, getCondition } from "./knowledge.mjs";
import { promptsFor } from "./prompts.mjs";
import { makeQuestionList } from "./question-list.mjs";

/** @typedef {import("./own-talk.mjs").OwnTalk} OwnTalk */
/** @typedef {import("./asked-list.mjs").Order} Order */
/** @typedef {import("./asking.mjs").Asked} Asked */
/** @typedef {{asked: Asked[], prompts: import("./prompts.mjs").Prompt[], conditionOf: import("./asking.mjs").ConditionOf, rounds: typeof import("./talk-round.mjs")}} Found */

/**
 * @typedef {object} Given
 * @property {string} key under which the talk is kept
 * @property {import("./question-list.mjs").OnChange} onChange
 * @property {() => void} onLeave
 * @property {(markdown: string) => string} plainText
 * @property {import("./round-place.mjs").RoundPlace} round
 * @property {() => import("./times.mjs").Exam} exam whose answers it takes
 * @property {(paper: HTMLElement) => void} print
 */

/** @param {Given} given */
export function makeQuestions({ key, onChange, onLeave, plainText, round, exam, print }) {
  const own = makeQuestionList(onChange, onLeave);
  const [state, notice] = [make("span", { class: "gp-about__state" }), make("p", { class: "gp-notice gp-questions__notice", role: "status", hidden: true })];
  const [place, said] = [make("div", { class: "gp-questions__found" }), make("p", { class: "gp-questions__said" })];
  const start = button("Fragen üben", () => void practise(), { class: "gp-button gp-button--primary" });
  const top = make("div", { class: "gp-questions__top", hidden: true }, said, start);
  const order = makeSwitch("Fragen ordnen", ORDERS, "rank", (chosen) => { ordered = chosen; showFound(); });
  const ways = make("div", { class: "gp-questions__ways", hidden: true }, order, button("Fragen drucken", () => print(makeSheet(questions(), ordered, talk))));
  const element = make("details", { class: "gp-about gp-questions" },
    make("summary", { class: "gp-about__summary" }, make("strong", {}, "Fragen zu meinem Vortrag"), " ", state),
    make("div", { class: "gp-about__fields" }, top, round.waiting, own.element, notice, ways, place));
  /** @type {Order} */
  let ordered = "rank";
  /** @type {OwnTalk} */
  let talk;
  /** Whose questions were found. @type {OwnTalk | null} */
  let asked = null;
  /** @type {Found} */
  let found;
  const tell = (/** @type {string} */ text, /** @type {(Node | string)[]} */ ...more) => { notice.replaceChildren(text, ...more); notice.hidden = !text; };
  const cards = () => ownCards(talk, key);
  const inRound = () => found.rounds.roundOf(cards(), found.asked.map(({ card }) => card), found.conditionOf);
  const questions = () => questionsOf(talk, { ...found, conditionOf: ({ id }) => found.conditionOf(cardId(key, id)) });

  function showFound() {
    place.replaceChildren(...makeFound(questions(), ordered, talk, own.take));
    ways.hidden = false;
    showRound();
  }
  function showRound() {
    const now = inRound();
    top.hidden = !now.cards.length;
    said.textContent = now.cards.length ? found.rounds.roundSaid(now, minutesFor(now.cards)) : "";
  }
  async function find() {
    tell("Einen Augenblick …");
    try {
      const [{ askedAbout, usedIn }, conditionOf, rounds] = await Promise.all([getAsking(), getCondition(cards()), import("./talk-round.mjs")]);
      asked = talk;
      found = { asked: askedAbout(talk, conditionOf), prompts: promptsFor(talk, plainText, usedIn(talk)), conditionOf, rounds };
      tell("");
      showFound();
    } catch {
      say(notice, "Was gefragt werden kann, lässt sich gerade nicht laden.", () => void find());
    }
  }
  const again = async () => {
    await find();
    focusOn(place);
  };
  const practise = () => round.start(inRound().cards, exam().discussion, () => void find().then(() => (top.hidden ? focusOn(place) : start.focus())));
  element.addEventListener("toggle", () => {
    if (element.open) void (asked && isAskedTheSame(asked, talk) ? showFound() : find());
  });
  return {
    element,
    /** @param {OwnTalk} now @param {boolean} always also where somebody writes */
    show(now, always) {
      const before = talk;
      talk = now;
      own.show(now, always);
      const count = now.questions.length;
      state.textContent = count ? `${count} eigene` : "";
      if (!asked || !element.open) return;
      const isOld = !isAskedTheSame(asked, now);
      if (isOld && notice.hidden) tell("Dein Vortrag hat sich geändert. ", button("Fragen neu zusammenstellen", () => void again()));
      if (!isOld) tell("");
      if (before.questions !== now.questions) (always ? showFound : showRound)();
    },
  };
}

/** Whether the same is asked about two: one's own questions are no part of it. @param {OwnTalk} one @param {OwnTalk} other */
const isAskedTheSame = (one, other) => one.slides === other.slides && one.metadata === other.metadata && one.exam === other.exam;
