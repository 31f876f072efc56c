// What a mock exam is made of: talk, exam, cards and their answers, fetched before anybody speaks.

import { make } from "../base/elements.mjs";
import { fetchText } from "../base/fetching.mjs";
import { openProgress } from "../memory/progress.mjs";
import { readSettings } from "../memory/settings.mjs";
import { conditionIn, situationOf } from "../memory/situation.mjs";
import { cardsIn } from "../practice/listed.mjs";
import { Sections } from "../practice/supply.mjs";
import { isOwn } from "../talk/judging.mjs";
import { loadTalk } from "../talk/talk.mjs";
import { poolsOf } from "./draw.mjs";

/** @typedef {import("../practice/listed.mjs").Listed} Listed */
/** @typedef {import("./own-asked.mjs").OwnAsked} OwnAsked */
/** @typedef {import("../talk/judging.mjs").Trouble} Trouble */
/** @typedef {Awaited<ReturnType<typeof materialOf>>} Material */

const INDEX = "ueben/karten.json";

/** @param {string} id of the talk @returns {Promise<Material | {trouble: Trouble}>} */
export async function loadMaterial(id) {
  const found = await loadTalk(id);
  if ("trouble" in found) return found;
  const { talk, exam } = found;
  if (!exam) return { trouble: "unloaded" };
  return materialOf(talk, exam).catch(() => ({ trouble: "unloaded" }));
}

/** @param {import("../talk/talk.mjs").Talk} talk @param {import("../talk/talk.mjs").Exam} exam */
async function materialOf(talk, exam) {
  const own = isOwn(talk.id) ? await import("./own-asked.mjs").then(({ askedOfOwn }) => askedOfOwn(talk.id)) : null;
  return { ...(await questionsOf(exam, talk.id, own ? [...own.asked, ...own.shared] : [])), ...(own && { about: own.asked }), own, talk };
}

/**
 * The questions of an exam, and their answers when they are wanted.
 *
 * @param {import("../talk/talk.mjs").Exam} exam
 * @param {string} about id of a talk; empty for one that is not known here
 * @param {OwnAsked[]} [own] questions to a talk of one's own
 */
export async function questionsOf(exam, about, own = []) {
  const cards = cardsIn(JSON.parse(await fetchText(INDEX)));
  const pools = poolsOf(cards, about, exam.id);
  const progress = openProgress();
  const conditionOf = conditionIn(situationOf(cards, (card) => progress.reviewsOf(card), { ...readSettings(), which: null }, Date.now()));
  const [byId, sections] = [new Map(cards.map((card) => [card.id, card])), new Sections()];
  /** @type {Map<string, string>} */
  const expected = new Map();
  const know = (/** @type {OwnAsked[]} */ more) => {
    for (const each of more) {
      if ("own" in each) byId.set(each.id, each);
      else expected.set(each.id, each.expects);
    }
  };
  know(own);
  return {
    /** Questions about a talk that was opened later. */
    know,
    exam, all: pools.all, general: pools.general, ofCase: pools.about, about: /** @type {readonly (Listed | OwnAsked)[]} */ (pools.about), weakness: (/** @type {string} */ id) => conditionOf(id).weak, progress,
    cardOf: (/** @type {string} */ id) => byId.get(id) ?? null,
    /** Whether a question can be practised under its id. @param {string} id */
    isCard: (id) => byId.has(id),
    /** Fetch the answers of questions. @param {readonly {id: string}[]} asked */
    async complete(asked) {
      await sections.complete(asked.flatMap(({ id }) => byId.get(id) ?? []));
    },
    /** What examiners ask next, "" where no question says it. @param {string} id */
    followUpOf(id) {
      const card = byId.get(id);
      return (card && sections.isWhole(card) && sections.of(card).querySelector("[data-follow]")?.textContent?.trim()) || "";
    },
    /** @param {string} id @returns {HTMLElement | null} the model answer, as it stands on its page; null where it is not there */
    modelOf(id) {
      const card = byId.get(id);
      if (!card) return expected.has(id) ? expectedSaid(expected.get(id) ?? "") : null;
      return sections.isWhole(card) ? answerIn(sections.of(card)) : null;
    },
  };
}

/** What examiners want to hear where nobody has written an answer. @param {string} expects */
const expectedSaid = (expects) => make("div", {}, make("div", { class: "gp-answer__expects" }, make("h4", {}, "Das wollen die Prüfer hören"), make("p", {}, expects)));

/** What is opened on a question's page. @param {HTMLElement} section */
function answerIn(section) {
  const answer = document.createElement("div");
  const parts = [...(section.querySelector("details")?.childNodes ?? [])].filter((part) => !(part instanceof HTMLElement && part.localName === "summary"));
  answer.append(...parts.map((part) => part.cloneNode(true)));
  return answer;
}
