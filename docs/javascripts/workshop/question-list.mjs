// Questions of one's own to a talk, with one's own answers: added, edited, deleted and brought back.

import { button, make } from "../base/elements.mjs";
import { isAnswered } from "../practice/own-cards.mjs";
import { makeField } from "./field.mjs";
import { slideSaid } from "./found-questions.mjs";
import { withAnswered, withoutQuestion, withQuestion, withQuestionBack } from "./own-questions.mjs";
import { linesIn } from "./texts.mjs";

/** @typedef {import("./own-talk.mjs").OwnTalk} OwnTalk */
/** @typedef {import("../practice/own-cards.mjs").OwnQuestion} OwnQuestion */
/** @typedef {(change: (talk: OwnTalk) => OwnTalk, mark: string) => void} OnChange */
/** @typedef {ReturnType<typeof makeForm>} Form */

/** @param {OnChange} onChange @param {() => void} onLeave */
export function makeQuestionList(onChange, onLeave) {
  /** @type {Map<string, Form>} */
  const forms = new Map();
  const list = make("ol", { class: "gp-own-questions" });
  const said = make("p", { class: "gp-outline__outcome", role: "status" });
  const add = button("Eigene Frage schreiben", () => begin({ question: "" }));
  /** @type {OwnTalk} */
  let talk;
  const formOf = (/** @type {string} */ id) => {
    const form = forms.get(id) ?? makeForm(id, { onChange, onLeave, onRemove: () => remove(id) });
    forms.set(id, form);
    return form;
  };
  const remove = (/** @type {string} */ id) => {
    const at = talk.questions.findIndex((each) => each.id === id);
    const question = talk.questions[at];
    onChange((now) => withoutQuestion(now, id), "");
    const back = button("Doch behalten", () => {
      onChange((now) => withQuestionBack(now, question, at), "");
      said.replaceChildren();
      formOf(id).fields.question.input.focus();
    });
    said.replaceChildren("Die Frage ist gelöscht. ", back);
    back.focus();
  };
  /** A question to be answered, the same once only; without a wording that is written first. @param {Partial<OwnQuestion> & {question: string}} given */
  const begin = (given) => {
    const known = () => talk.questions.findLast(({ question }) => question === given.question);
    if (!given.question || !known()) onChange((now) => withQuestion(now, given), "");
    formOf(known()?.id ?? "").fields[given.question ? "answer" : "question"].input.focus();
  };
  return {
    element: make("section", { class: "gp-questions__part", "aria-label": "Eigene Fragen" }, make("h3", {}, "Eigene Fragen"),
      make("p", { class: "gp-questions__lead" }, "Was du gefragt wurdest oder fürchtest, mit deiner Antwort. Mit beidem wird eine Karte daraus, die auch unter „Heute üben“ kommt, und sie geht in die YAML-Datei ein."), list, said, make("p", { class: "gp-actions" }, add)),
    /** Make a question of the talk one's own. @param {import("./prompts.mjs").Prompt} prompt */
    take: ({ question, expects, slide }) => begin({ question, expects, slide }),
    /** @param {OwnTalk} now @param {boolean} always also where somebody writes */
    show(now, always) {
      talk = now;
      const shown = now.questions.map(({ id }) => formOf(id));
      if (shown.length !== list.children.length || shown.some(({ element }, index) => element !== list.children[index])) list.replaceChildren(...shown.map(({ element }) => element));
      for (const [index, form] of shown.entries()) form.show(now.questions[index], index, now.slides, always);
    },
  };
}

/** @type {Record<"question" | "answer" | "expects" | "points", [label: string, hint: string, rows: number]>} */
const FIELDS = {
  question: ["Frage", "", 1],
  answer: ["Deine Antwort", "Zwei, drei Sätze, wie du sie im Fachgespräch sagst.", 3],
  points: ["Punkte, die vorkommen müssen", "Einer je Zeile. Beim Üben hakst du sie ab.", 2],
  expects: ["Was die Prüfer hören wollen", "", 2],
};

/** @param {string} id @param {{onChange: OnChange, onLeave: () => void, onRemove: () => void}} given */
function makeForm(id, { onChange, onLeave, onRemove }) {
  const change = (/** @type {Partial<OwnQuestion>} */ said, /** @type {string} */ mark) => onChange((talk) => withAnswered(talk, id, said), mark);
  const field = (/** @type {keyof typeof FIELDS} */ name) => makeField({
    id: `own-question-${id}-${name}`, label: FIELDS[name][0], hint: FIELDS[name][1], rows: FIELDS[name][2], look: `gp-entry--${name}`, onLeave,
    onInput: (text) => change({ [name]: name === "points" ? linesIn(text) : text }, `${id}-${name}`),
  });
  const fields = { question: field("question"), answer: field("answer"), points: field("points"), expects: field("expects") };
  const slide = makeSlideChoice((key) => change({ slide: key }, ""));
  const [state, more] = [make("span", { class: "gp-about__state" }), make("details", { class: "gp-own-question__more" })];
  more.append(make("summary", {}, "Punkte, Erwartung, Folie ", state), fields.points.element, fields.expects.element, slide.element);
  const group = make("div", { role: "group" }, fields.question.element, fields.answer.element, more, button("Frage löschen", onRemove, { class: "gp-button gp-piece__tool" }));
  return {
    element: make("li", { class: "gp-own-question" }, group),
    fields,
    /** @param {OwnQuestion} said @param {number} index @param {OwnTalk["slides"]} slides @param {boolean} always */
    show(said, index, slides, always) {
      group.setAttribute("aria-label", `Eigene Frage ${index + 1}`);
      for (const name of /** @type {const} */ (["question", "answer", "expects"])) fields[name].show(said[name], always);
      fields.points.show(said.points.join("\n"), always);
      fields.answer.tell(isAnswered(said) || !said.question.trim() ? "" : "noch ohne Antwort");
      slide.show(said.slide, slides);
      state.textContent = said.points.length ? (said.points.length === 1 ? "1 Punkt" : `${said.points.length} Punkte`) : "";
    },
  };
}

/** Which slide is asked about. @param {(key: string) => void} onChoice */
function makeSlideChoice(onChoice) {
  const select = make("select");
  let known = "";
  select.addEventListener("change", () => onChoice(select.value));
  return {
    element: make("label", { class: "gp-about__choice" }, make("span", {}, "Gehört zu"), select),
    /** @param {string} key @param {OwnTalk["slides"]} slides */
    show(key, slides) {
      const options = [["", "Ganzer Vortrag"], ...slides.map((slide, index) => [slide.key, slideSaid(slide, index)])];
      if (known !== String(options)) select.replaceChildren(...options.map(([value, text]) => make("option", { value }, text)));
      known = String(options);
      select.value = slides.some((slide) => slide.key === key) ? key : "";
    },
  };
}
