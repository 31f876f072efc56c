// „Fragen zu meinem Vortrag“: one's own, and what may be asked, which is found when somebody opens it.

import { button, focusOn, make } from "../base/elements.mjs";
import { say } from "../practice/supply.mjs";
import { makeAsked, makePrompts } from "./asked-list.mjs";
import { getAsking, getWeakness } from "./knowledge.mjs";
import { promptsFor } from "./prompts.mjs";
import { makeQuestionList } from "./question-list.mjs";

/** @typedef {import("./own-talk.mjs").OwnTalk} OwnTalk */

/** @param {{onChange: import("./question-list.mjs").OnChange, onLeave: () => void, plainText: (markdown: string) => string}} given */
export function makeQuestions({ onChange, onLeave, plainText }) {
  const own = makeQuestionList(onChange, onLeave);
  const [state, place, notice] = [make("span", { class: "gp-about__state" }), make("div", { class: "gp-questions__found" }), make("p", { class: "gp-notice gp-questions__notice", role: "status", hidden: true })];
  const element = make("details", { class: "gp-about gp-questions" },
    make("summary", { class: "gp-about__summary" }, make("strong", {}, "Fragen zu meinem Vortrag"), " ", state),
    make("div", { class: "gp-about__fields" }, own.element, notice, place));
  /** @type {OwnTalk} */
  let talk;
  /** Whose questions are shown. @type {OwnTalk | null} */
  let asked = null;
  const tell = (/** @type {string} */ said, /** @type {(Node | string)[]} */ ...more) => { notice.replaceChildren(said, ...more); notice.hidden = !said; };

  async function find() {
    tell("Einen Augenblick …");
    try {
      const [{ askedAbout, usedIn }, weakness] = await Promise.all([getAsking(), getWeakness()]);
      asked = talk;
      place.replaceChildren(makePrompts(promptsFor(talk, plainText, usedIn(talk)), own.begin), makeAsked(askedAbout(talk, weakness)));
      tell("");
    } catch {
      say(notice, "Was gefragt werden kann, lässt sich gerade nicht laden.", () => void find());
    }
  }
  const again = async () => {
    await find();
    focusOn(place);
  };
  element.addEventListener("toggle", () => void (element.open && (!asked || !isAskedTheSame(asked, talk)) && find()));
  return {
    element,
    /** @param {OwnTalk} now @param {boolean} always also where somebody writes */
    show(now, always) {
      talk = now;
      own.show(now, always);
      const count = now.questions.length;
      state.textContent = count ? `${count} eigene` : "";
      if (!asked || !element.open) return;
      const isOld = !isAskedTheSame(asked, now);
      if (isOld && notice.hidden) tell("Dein Vortrag hat sich geändert. ", button("Fragen neu zusammenstellen", () => void again()));
      if (!isOld) tell("");
    },
  };
}

/** Whether the same is asked about two: one's own questions are no part of it. @param {OwnTalk} one @param {OwnTalk} other */
const isAskedTheSame = (one, other) => one.slides === other.slides && one.metadata === other.metadata && one.exam === other.exam;
