// What a tile says of somebody: the cards of today, a test that was begun, how far the plan is, when a talk was rehearsed, how much of a lesson was practised.

import { dayOf, nameOf } from "../base/calendar.mjs";
import { make } from "../base/elements.mjs";
import { fetchText } from "../base/fetching.mjs";
import { onNewDay } from "../base/new-day.mjs";
import { presentSituation } from "../memory/present.mjs";
import { openProgress, readCases } from "../memory/progress.mjs";
import { examsOf } from "../memory/situation.mjs";
import { minutesFor } from "../practice/kinds.mjs";
import { cardsIn } from "../practice/listed.mjs";
import { readOwnCards, readOwnTalks } from "../practice/supply.mjs";
import { agendaOf, roundSaid } from "../practice/today.mjs";
import { readPace } from "../speech/pace.mjs";
import { loadOutline, mockExams, onPlanChange, presentPlan, wholeRuns } from "./present.mjs";
import { testSaid, unfinishedTest } from "./unfinished.mjs";
import { counted, leftSaid, overdueSaid } from "./words.mjs";

/** @typedef {import("../practice/listed.mjs").Listed} Listed */
/** @typedef {string | (string | Node)[]} Told */
/** @typedef {{cards: Listed[], exams: import("../memory/situation.mjs").Exams, today: number}} Known */

const LESSON = "lernen/";

/** What a tile tells of, and the words for it; "" says nothing. @type {Record<string, (known: Known) => Told | Promise<Told>>} */
const TELLERS = {
  today: ({ cards, exams }) => dueSaid(cards, agendaOf(presentSituation(cards, exams))),
  plan: async () => planSaid(await presentPlan(await loadOutline())),
  standing: async ({ today }) => examSaid((await presentPlan(await loadOutline())).exam, today),
  cards: ({ cards }) => practisedSaid(cards, begunAmong(cards)),
  test: async () => begunSaid(await unfinishedTest()),
  cases: () => (readCases().size ? `${readCases().size} gelesen` : ""),
  own: async () => madeSaid((await readOwnTalks()).length),
  stage: async ({ today }) => lastSaid("zuletzt geprobt", (await wholeRuns()).at(-1)?.run.at, today),
  pace: () => (readPace() ? "gemessen" : ""),
  mock: async ({ today }) => lastSaid("zuletzt", (await mockExams()).at(-1)?.record.at, today),
};

/** @param {HTMLElement[]} places @param {HTMLElement} host */
export async function tellTiles(places, host) {
  const [own, index] = await Promise.all([readOwnCards().catch(() => []), fetchText("ueben/karten.json")]);
  const cards = [...own, ...cardsIn(JSON.parse(index))];
  const tell = () => Promise.all(places.map((place) => tellOne(place, { cards, exams: examsOf(host), today: dayOf(Date.now()) })));
  await tell();
  onPlanChange(() => void tell());
  onNewDay(() => void tell());
}

/** @param {HTMLElement} place @param {Known} known */
async function tellOne(place, known) {
  const { tells = "" } = place.dataset;
  const said = tells.startsWith(LESSON) ? lessonSaid(tells, known.cards) : await TELLERS[tells](known);
  place.replaceChildren(...[said].flat());
  place.hidden = place.textContent === "";
}

/** @param {Listed[]} cards @param {import("../practice/today.mjs").Agenda} agenda */
function dueSaid(cards, agenda) {
  const said = roundSaid(agenda);
  if (!said) return agenda.done ? "heute geschafft" : "heute nichts dran";
  return `heute ${said}, ${minutesFor(cards.filter(({ id }) => agenda.round.includes(id)))} min`;
}

/** @param {import("./outline.mjs").Plan} plan */
const planSaid = ({ done, all, overdue }) => [`${done} von ${all} erledigt${overdue ? ", " : ""}`, ...(overdue ? [make("span", { class: "gp-tile__late" }, overdueSaid(overdue))] : [])];

/** @param {number | null} exam @param {number} today */
const examSaid = (exam, today) => (exam === null ? "" : leftSaid(exam, today).figure);

/** @param {number} count of one's own talks */
const madeSaid = (count) => (count ? counted(count, "Vortrag", "Vorträge") : "");

/** @param {Awaited<ReturnType<typeof unfinishedTest>>} test */
const begunSaid = (test) => (test ? `angefangen, ${testSaid(test)}` : "");

/** @param {string} what @param {number | undefined} at milliseconds since 1970 @param {number} today */
const lastSaid = (what, at, today) => (at === undefined ? "" : `${what} ${nameOf(dayOf(at), today)}`);

/** @param {Listed[]} cards */
const begunAmong = (cards) => cards.filter((card) => openProgress().reviewsOf(card).length > 0);

/** @param {string} lesson its address @param {Listed[]} cards */
function lessonSaid(lesson, cards) {
  const asked = cards.filter(({ taught }) => taught === lesson);
  return practisedSaid(asked, begunAmong(asked));
}

/** @param {Listed[]} cards @param {Listed[]} begun those of them that were practised */
const practisedSaid = (cards, begun) => (begun.length ? `${begun.length} von ${cards.length} Fragen geübt` : "");
