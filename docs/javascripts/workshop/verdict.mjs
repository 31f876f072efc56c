// What is wrong with a talk of one's own, in one sentence and as a list that leads to the fields.

import { button, make } from "../base/elements.mjs";
import { listed } from "../base/listing.mjs";
import { MARKS } from "./field.mjs";

/** @typedef {import("./checks.mjs").Finding} Finding */

const WORDS = { error: ["Fehler", "Fehler"], warning: ["Warnung", "Warnungen"], hint: ["Hinweis", "Hinweise"] };

/** @param {(finding: Finding) => void} onChoice */
export function makeVerdict(onChoice) {
  const said = make("p", { class: "gp-audit__said", role: "status" });
  const list = make("ul", { class: "gp-audit__list" });
  return {
    element: make("section", { class: "gp-audit", "aria-label": "Befunde" }, make("h2", { class: "gp-audit__title" }, "Befunde"), said, list),
    /** @param {readonly Finding[]} findings @param {import("./own-talk.mjs").OwnTalk} talk */
    show(findings, talk) {
      const text = countSaid(findings);
      if (said.textContent !== text) said.textContent = text;
      list.replaceChildren(...findings.map((finding) => make("li", { class: `gp-finding gp-finding--${finding.severity}` }, choiceOf(finding, talk, onChoice), ...cureOf(finding))));
    },
  };
}

/** @param {Finding} finding @param {import("./own-talk.mjs").OwnTalk} talk @param {(finding: Finding) => void} onChoice */
function choiceOf(finding, talk, onChoice) {
  const choice = button(`${placeSaid(finding, talk)}${finding.message}`, () => onChoice(finding), { class: "gp-audit__choice" });
  choice.prepend(make("strong", {}, `${MARKS[finding.severity]}: `));
  return choice;
}

/** What is about the whole talk stands at no field that would say its cure. @param {Finding} finding */
const cureOf = ({ slide, path, hint }) => (slide || path[0] === "metadata" ? [] : [make("span", { class: "gp-finding__cure" }, hint)]);

/** @param {readonly Finding[]} findings */
function countSaid(findings) {
  const counts = /** @type {const} */ (["error", "warning", "hint"]).flatMap((severity) => {
    const count = findings.filter((each) => each.severity === severity).length;
    return count ? [`${count} ${WORDS[severity][count === 1 ? 0 : 1]}`] : [];
  });
  return counts.length ? `${listed(counts)}.` : "Nichts zu beanstanden. Was ein Mensch hören muss, hörst du bei der Probe.";
}

/** @type {Record<string, string>} */
const FIELDS = {
  topic: "Thema", audience: "Zielgruppe", situation: "Ausgangslage", goal: "Ziel", success_criteria: "Erfolgskriterien", scope: "Abgrenzung", risks: "Risiken",
};

/** @param {Finding} finding @param {import("./own-talk.mjs").OwnTalk} talk */
function placeSaid({ path, slide, message }, talk) {
  if (path[0] === "metadata") return `${FIELDS[String(path[1])] ?? ""}: `;
  const number = talk.slides.findIndex(({ key }) => key === slide) + 1;
  return number && !message.includes(`Folie ${number}`) ? `Folie ${number}: ` : "";
}
