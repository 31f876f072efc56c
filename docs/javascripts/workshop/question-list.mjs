// Questions of one's own to a talk, with one's own answers: added, edited, deleted and brought back.

import { button, make } from "../base/elements.mjs";
import { makeField } from "./field.mjs";
import { isAnswered, withAnswered, withoutQuestion, withQuestion, withQuestionBack } from "./own-questions.mjs";

/** @typedef {import("./own-talk.mjs").OwnTalk} OwnTalk */
/** @typedef {(change: (talk: OwnTalk) => OwnTalk, mark: string) => void} OnChange */
/** @typedef {ReturnType<typeof makeForm>} Form */

/** @param {OnChange} onChange @param {() => void} onLeave */
export function makeQuestionList(onChange, onLeave) {
  /** @type {Map<string, Form>} */
  const forms = new Map();
  const list = make("ol", { class: "gp-own-questions" });
  const said = make("p", { class: "gp-outline__outcome", role: "status" });
  const add = button("Eigene Frage schreiben", () => begin(""));
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
  /** A question to be answered, the same once only; without a wording that is written first. @param {string} question */
  const begin = (question) => {
    const known = () => talk.questions.findLast((each) => each.question === question);
    if (!question || !known()) onChange((now) => withQuestion(now, { question }), "");
    formOf(known()?.id ?? "").fields[question ? "answer" : "question"].input.focus();
  };
  return {
    element: make("section", { class: "gp-questions__part", "aria-label": "Eigene Fragen" }, make("h3", {}, "Eigene Fragen"),
      make("p", { class: "gp-questions__lead" }, "Was du gefragt wurdest oder fürchtest, mit deiner Antwort. Mit beidem geht die Frage in die YAML-Datei ein."), list, said, make("p", { class: "gp-actions" }, add)),
    begin,
    /** @param {OwnTalk} now @param {boolean} always also where somebody writes */
    show(now, always) {
      talk = now;
      const shown = now.questions.map(({ id }) => formOf(id));
      if (shown.length !== list.children.length || shown.some(({ element }, index) => element !== list.children[index])) list.replaceChildren(...shown.map(({ element }) => element));
      for (const [index, form] of shown.entries()) form.show(now.questions[index], index, always);
    },
  };
}

/** @param {string} id @param {{onChange: OnChange, onLeave: () => void, onRemove: () => void}} given */
function makeForm(id, { onChange, onLeave, onRemove }) {
  const field = (/** @type {"question" | "answer"} */ name, /** @type {string} */ label, /** @type {string} */ hint, /** @type {number} */ rows) => makeField({
    id: `own-question-${id}-${name}`, label, hint, rows, look: `gp-entry--${name}`, onLeave,
    onInput: (text) => onChange((talk) => withAnswered(talk, id, { [name]: text }), `${id}-${name}`),
  });
  const fields = { question: field("question", "Frage", "", 1), answer: field("answer", "Deine Antwort", "Zwei, drei Sätze, wie du sie im Fachgespräch sagst.", 3) };
  const group = make("div", { role: "group" }, fields.question.element, fields.answer.element, button("Frage löschen", onRemove, { class: "gp-button gp-piece__tool" }));
  return {
    element: make("li", { class: "gp-own-question" }, group),
    fields,
    /** @param {import("./own-questions.mjs").OwnQuestion} said @param {number} index @param {boolean} always */
    show(said, index, always) {
      group.setAttribute("aria-label", `Eigene Frage ${index + 1}`);
      for (const name of /** @type {const} */ (["question", "answer"])) fields[name].show(said[name], always);
      fields.answer.tell(isAnswered(said) || !said.question.trim() ? "" : "noch ohne Antwort");
    },
  };
}
