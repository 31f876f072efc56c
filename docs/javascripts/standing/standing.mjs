// „Mein Stand“: how much will hold, what comes next, what was done, how far one is and where it is shaky, and the settings all of it follows from.

import { onSite, targetOf } from "../base/addresses.mjs";
import { wasStarted } from "../base/app.mjs";
import { dateOf, dayOf } from "../base/calendar.mjs";
import { button, make } from "../base/elements.mjs";
import { find as findIn } from "../base/names.mjs";
import { onNewDay } from "../base/new-day.mjs";
import { presentSituation } from "../memory/present.mjs";
import { openProgress, troubleSaid } from "../memory/progress.mjs";
import { proposalFor } from "../memory/proposal.mjs";
import { counting } from "../memory/scheduling.mjs";
import { readSettings, writeSettings } from "../memory/settings.mjs";
import { among, doneByDay, examsOf } from "../memory/situation.mjs";
import { factsOf, practiceTile, stepTile } from "../plan/briefing.mjs";
import { isNothingHere, makeWayBack } from "../plan/coming-back.mjs";
import { mountInstalling } from "../plan/installing.mjs";
import { loadOutline, mockExams, onPlanChange, presentPlan, wholeRuns } from "../plan/present.mjs";
import { makeReminder } from "../plan/reminding.mjs";
import { isOwnCard } from "../practice/listed.mjs";
import { readOwnCards, withCards } from "../practice/supply.mjs";
import { weekOf, weekSaid } from "../practice/week.mjs";
import { makeCalendar } from "./calendar.mjs";
import { barName, barsOf, drawChart } from "./chart.mjs";
import { standingOf } from "./figures.mjs";
import { mountKeeping } from "./keeping.mjs";
import { mountSettings, showSettings } from "./limits.mjs";
import { mountWeak } from "./weak.mjs";
import { weeksOf } from "./weeks.mjs";
import { adviceSaid, aheadSaid, begunSaid, examSaid, headlineSaid, outlookSaid, statesSaid, wayOutSaid } from "./words.mjs";

/** @typedef {import("./figures.mjs").Standing} Standing */
/** @typedef {import("./figures.mjs").Card} Card */
/** @typedef {import("./figures.mjs").Part} Part */
/** @typedef {import("../practice/listed.mjs").Listed} Listed */
/** @typedef {import("../plan/outline.mjs").Outline} Outline */
/** @typedef {(name: import("../base/names.mjs").Name) => HTMLElement} Find  the place on the page */

/** @param {HTMLElement} section @param {import("../base/app.mjs").Offered} offered */
export async function mount(section, offered) {
  const notice = make("p", { class: "gp-notice", role: "status" });
  findIn(section, "without").replaceWith(notice);
  const outline = loadOutline().catch(() => null); // Without the plan the rest stands all the same.
  await withCards(notice, async (cards) => mountStanding(section, cards, await outline, offered), readOwnCards);
}

/** @param {HTMLElement} section @param {Listed[]} all @param {Outline | null} outline @param {import("../base/app.mjs").Offered} offered */
async function mountStanding(section, all, outline, offered) {
  let cards = all;
  let turn = 0;
  /** @type {Find} */
  const find = (name) => findIn(section, name);
  const exams = examsOf(section);
  const progress = openProgress();
  const showWeak = mountWeak(find, () => void show());
  const show = async () => {
    const mine = (turn += 1);
    showSettings(find, among(readSettings(), exams));
    showTroubles(find);
    const [way, marks] = await Promise.all([wayOf(outline, cards), marksOf()]);
    if (mine !== turn) return; // What was asked for later knows more.
    const standing = standingOf(presentSituation(cards, exams));
    showHead(find, standing);
    find("next").replaceChildren(make("div", { class: "gp-brief__tiles" }, practiceTile(standing.situation, cards), ...way.tiles), ...way.facts);
    showCalendar(find, standing, marks);
    for (const name of /** @type {const} */ (["how-far", "weak"])) find(name).hidden = !standing.begun;
    find("what-when").hidden = !standing.begun && standing.exam === null;
    showParts(find, standing);
    showWeak(standing);
    showOutlook(find, standing);
  };
  mountSettings(find);
  const showAll = async () => {
    cards = [...await readOwnCards().catch(() => []), ...all.filter((card) => !isOwnCard(card))];
    await show();
  };
  mountKeeping(find("keeping"), progress, cards, showAll);
  mountInstalling(find("install"), offered);
  find("reminder").append(makeReminder(offered));
  await show();
  find("with").hidden = false;
  await offerWayBack(find, showAll);
  onPlanChange(() => void show());
  onNewDay(() => {
    find("status").textContent = "";
    void show();
  });
}

/** Whoever comes from a backup file or from the app, and has nothing here, is asked for the file at once; else the way there is shown. @param {Find} find @param {() => unknown} onBack */
async function offerWayBack(find, onBack) {
  const isSent = targetOf(location) === find("keeping").id;
  if ((wasStarted() || isSent) && (await isNothingHere())) find("with").prepend(makeWayBack(onBack));
  else if (isSent) {
    find("keeping").scrollIntoView();
    find("import").focus({ preventScroll: true });
  }
}

/** What the start page says of the plan. @param {Outline | null} outline @param {Listed[]} cards */
async function wayOf(outline, cards) {
  if (!outline) return { tiles: [], facts: [] };
  const [plan, facts] = await Promise.all([presentPlan(outline), factsOf(outline, cards)]);
  return { tiles: [stepTile(plan)], facts: [facts] };
}

/** Rehearsals and mock exams by their day. @returns {Promise<Map<number, import("./weeks.mjs").Mark[]>>} */
async function marksOf() {
  const [runs, mocks] = await Promise.all([wholeRuns(), mockExams()]);
  /** @type {Map<number, import("./weeks.mjs").Mark[]>} */
  const marks = new Map();
  const add = (/** @type {number} */ at, /** @type {import("./weeks.mjs").Mark} */ mark) => marks.set(dayOf(at), [...(marks.get(dayOf(at)) ?? []), mark]);
  for (const { run } of runs) add(run.at, "run");
  for (const { record } of mocks) add(record.at, "mock");
  return marks;
}

/** @param {Find} find */
function showTroubles(find) {
  const progress = openProgress();
  const ahead = aheadSaid([...progress.all().values()].flat(), Date.now());
  for (const [name, said] of /** @type {const} */ ([["trouble", troubleSaid(progress)], ["ahead", ahead]])) {
    find(name).textContent = said;
    find(name).hidden = said === "";
  }
}

/** @param {Find} find @param {Standing} standing */
function showHead(find, standing) {
  const { lead, figure, notes } = headlineSaid(standing);
  const exam = make("p", { class: "gp-standing__exam" }, examSaid(standing), " ", make("a", { href: "#stand-termin" }, standing.exam !== null ? "Ändern" : standing.over !== null ? "Neuen Termin eintragen" : "Termin eintragen"));
  const said = make("p", { class: "gp-standing__lead" }, lead, ...(figure ? [" ", make("strong", { class: "gp-standing__figure" }, figure), make("span", { class: "gp-hidden" }, ".")] : []));
  find("head").replaceChildren(make("p", { class: "gp-kicker" }, dateOf(standing.today)), said, ...gauge(standing), ...notes.map((note) => make("p", { class: "gp-standing__note" }, note)), exam);
}

/** The headline as a bar: what holds, and what practising until the exam adds. @param {Standing} standing */
function gauge({ begun, held, kept }) {
  if (!begun) return [];
  const part = (/** @type {string} */ name, /** @type {number} */ share) => make("span", { class: `gp-gauge__${name}`, style: `width: ${(100 * share).toFixed(2)}%` });
  return [make("div", { class: "gp-gauge", "aria-hidden": "true" }, part("held", held), ...(kept === null ? [] : [part("kept", kept - held)]))];
}

/** @param {Find} find @param {Standing} standing @param {Map<number, import("./weeks.mjs").Mark[]>} marks */
function showCalendar(find, { today, exam, over, begun }, marks) {
  const logs = [...openProgress().all().values()].map((log) => counting(log, Date.now()));
  const week = weekOf(logs, today);
  const isOn = (week.ended ?? week.cards).some(Boolean);
  find("week").textContent = isOn ? weekSaid(week) : begun ? "Diese Woche hast du noch nicht geübt." : "Jeder Tag, an dem du übst, bekommt hier seine Zahl.";
  find("week").toggleAttribute("data-ended", week.isDone);
  find("weeks").replaceChildren(...makeCalendar(weeksOf({ cards: doneByDay(logs), marks, today, exam: exam ?? over })));
}

/** @param {Find} find @param {Standing} standing */
function showParts(find, { core, whole, topics }) {
  find("topics").replaceChildren(...(core.count ? [row(core, "was alle wissen müssen", true)] : []), row(whole, "", true), ...topics.map((topic) => row(topic, "", false)));
}

/** @param {Part} part @param {string} meaning @param {boolean} isLarge */
function row(part, meaning, isLarge) {
  const { name, count, states } = part;
  const segment = (/** @type {string} */ state, /** @type {number} */ cards) => make("span", { class: `gp-ready__part gp-ready__part--${state}`, style: `width: ${(100 * cards) / count}%` });
  return make("li", { class: `gp-ready__topic${isLarge ? " gp-ready__topic--whole" : ""}` },
    make("span", { class: "gp-ready__name" }, name, ...(meaning ? [" ", make("span", { class: "gp-ready__count" }, meaning)] : [])),
    make("span", { class: "gp-ready__figure" }, make("strong", {}, begunSaid(part)), " angefangen"),
    make("span", { class: "gp-ready__bar", "aria-hidden": "true" }, segment("solid", states.solid), segment("fresh", states.fresh), segment("open", states.shaky + states.due)),
    make("span", { class: "gp-ready__states" }, statesSaid(part)));
}

/** @param {Find} find @param {Standing} standing */
function showOutlook(find, standing) {
  const { exam, plan: { days } } = standing;
  const bars = barsOf(days);
  const isEmpty = !days.some(({ reviews }) => reviews);
  find("outlook").textContent = outlookSaid(standing);
  find("chart").hidden = isEmpty;
  find("rows").closest("details")?.toggleAttribute("hidden", isEmpty);
  find("chart").replaceChildren(legend(), drawChart(bars, exam !== null));
  find("rows").replaceChildren(...bars.map((bar) => tableRow(barName(bar), [bar.again, bar.fresh, bar.again + bar.fresh])));
  showAdvice(find, standing);
}

const legend = () =>
  make("figcaption", { class: "gp-chart__legend" },
    make("span", { class: "gp-chart__key gp-chart__key--again" }, "wieder"), " ",
    make("span", { class: "gp-chart__key gp-chart__key--fresh" }, "neu"));

/** @param {string} name @param {number[]} figures */
const tableRow = (name, figures) =>
  make("tr", {}, make("th", { scope: "row" }, name), ...figures.map((figure) => make("td", {}, figure.toLocaleString("de-DE"))));

/** What will not fit in before the exam, and the limits with which it would. @param {Find} find @param {Standing} standing */
function showAdvice(find, standing) {
  const [place, advice] = [find("advice"), adviceSaid(standing)];
  place.hidden = !advice;
  place.replaceChildren();
  if (!advice) return;
  const { isWarning, said, isUnread } = advice;
  place.dataset.kind = isWarning ? "warning" : "calm";
  const strong = isWarning ? [make("strong", {}, "Das passt nicht mehr alles. ")] : [];
  const cases = isUnread ? [" ", make("a", { href: onSite("fallstudien/").href }, "Zu den Fallstudien")] : [];
  place.append(make("p", {}, ...strong, said, ...cases));
  if (isWarning) place.append(wayOut(standing.situation));
}

/** @param {Standing["situation"]} situation */
function wayOut(situation) {
  const proposal = proposalFor(situation);
  const { said, isChange } = wayOutSaid(proposal, situation.limits);
  const change = button("So einstellen", () => {
    if (proposal) writeSettings({ daily: proposal.daily, fresh: proposal.fresh });
    document.getElementById("stand-pensum")?.focus();
  });
  return make("p", { class: "gp-advice__way" }, said, ...(isChange ? [" ", change] : []));
}
