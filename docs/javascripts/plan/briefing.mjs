// What the start page says to somebody it knows: how long it is to the exam, what today is about, and where the plan, milestones and rehearsals stand.

import { onSite } from "../base/addresses.mjs";
import { dateOf, dayOf, nameOf } from "../base/calendar.mjs";
import { make } from "../base/elements.mjs";
import { onNewDay } from "../base/new-day.mjs";
import { timeSaid } from "../base/times.mjs";
import { openProgress, troubleSaid } from "../memory/progress.mjs";
import { presentSituation } from "../memory/present.mjs";
import { readWay } from "../memory/settings.mjs";
import { examsOf } from "../memory/situation.mjs";
import { minutesFor } from "../practice/kinds.mjs";
import { cardsIn } from "../practice/listed.mjs";
import { readOwnCards, readOwnTalks } from "../practice/supply.mjs";
import { agendaOf, agendaSaid } from "../practice/today.mjs";
import { fitnessOf, isWorthSaying, milestoneOf, outlineIn } from "./outline.mjs";
import { mockExams, onPlanChange, practisedDays, presentPlan, tickedIn, wholeRuns } from "./present.mjs";
import { isExamUnfinished, testSaid, unfinishedRuns, unfinishedTest } from "./unfinished.mjs";
import { makeWay } from "./way.mjs";
import { addressOf, counted, leftSaid, overdueSaid, STAGES } from "./words.mjs";

/** @typedef {import("../practice/listed.mjs").Listed} Listed */
/** @typedef {import("./outline.mjs").Outline} Outline */
/** @typedef {import("./outline.mjs").Plan} Plan */

/** So many tasks of the next step are named. */
const MOST_TASKS = 3;

const PLAN = onSite("plan/").href;

/** @param {HTMLElement} place @param {HTMLElement} host what knows the exams @param {import("./start.mjs").Texts} texts @param {import("../base/app.mjs").Offered} offered */
export async function showBriefing(place, host, texts, offered) {
  const [outline, cards] = await Promise.all([texts.outline.then((text) => outlineIn(text ?? "")), cardsOf(texts.index)]);
  const exams = examsOf(host);
  const reminder = make("div");
  let turn = 0;
  const show = async () => {
    const mine = (turn += 1);
    const present = presentPlan(outline);
    const [plan, facts] = await Promise.all([present, factsOf(outline, cards, present)]);
    if (mine !== turn) return; // What was asked for later knows more.
    const tiles = make("div", { class: "gp-brief__tiles" }, practiceTile(cards && presentSituation(cards, exams), cards), stepTile(plan));
    keepingFocus(place, () => place.replaceChildren(...headOf(plan), ...troubleOf(), tiles, reminder, facts, ...waysOn()));
  };
  await show();
  import("./reminding.mjs").then(({ makeReminder }) => reminder.append(makeReminder(offered))).catch(() => {}); // It is no more than a reminder.
  onPlanChange(() => void show());
  onNewDay(() => void show());
}

/** Whoever is at a link or in the reminder, which stays what it is, stays there. @param {HTMLElement} place @param {() => void} change */
function keepingFocus(place, change) {
  const focused = document.activeElement;
  const address = focused instanceof HTMLAnchorElement && place.contains(focused) ? focused.href : null;
  change();
  if (focused instanceof HTMLElement && place.contains(focused)) focused.focus();
  if (address !== null) [...place.querySelectorAll("a")].find(({ href }) => href === address)?.focus();
}

/** Those of one's own first; null where the index does not come. @param {Promise<string | null>} index @returns {Promise<Listed[] | null>} */
async function cardsOf(index) {
  const [own, text] = await Promise.all([readOwnCards().catch(() => []), index]);
  return text === null ? null : [...own, ...cardsIn(JSON.parse(text))];
}

/** @param {Plan} plan */
function headOf(plan) {
  const { exam, today } = plan;
  const { figure, said } = exam === null ? { figure: "Was heute dran ist", said: "" } : leftSaid(exam, today);
  const meaning = exam === null
    ? ["Noch ohne Termin. ", make("a", { href: PLAN }, "Trag deine Prüfung ein"), ", dann rechnet der Plan von ihr zurück."]
    : [`${said} `, make("a", { href: PLAN }, exam < today ? "Neuen Termin eintragen" : "Ändern")];
  return [
    make("p", { class: "gp-kicker" }, dateOf(today)),
    make("h1", { class: "gp-brief__left", tabindex: "-1" }, figure),
    make("p", { class: "gp-lead gp-brief__said" }, ...meaning),
    ...makeWay(plan, readWay().begun, practisedDays()),
  ];
}

/** Seldom is there any trouble: what keeps all the same comes when there is. */
function troubleOf() {
  const said = troubleSaid(openProgress());
  if (!said) return [];
  const place = make("p", { class: "gp-brief__trouble" }, said);
  import("../practice/trouble.mjs").then(({ troubleNotice }) => place.replaceChildren(...troubleNotice(openProgress())), () => {});
  return [place];
}

/** What is to be practised today. @param {import("../memory/situation.mjs").Situation | null} situation null where nothing is known @param {Listed[] | null} cards */
export function practiceTile(situation, cards) {
  const agenda = situation && agendaOf(situation);
  const byId = new Map(cards?.map((card) => [card.id, card]));
  const now = agenda?.now ?? [];
  const { title, said } = agenda ? agendaSaid(agenda, minutesFor(agenda.round.flatMap((id) => byId.get(id) ?? []))) : { title: "Heute üben", said: "Die Liste der Karten lässt sich gerade nicht laden." };
  const figure = now.length ? counted(now.length, "Karte", "Karten") : title;
  return make("section", { class: "gp-brief__tile gp-brief__tile--today", "aria-labelledby": "heute-ueben" },
    make("h2", { class: "gp-brief__name", id: "heute-ueben" }, "Heute üben"),
    make("p", { class: "gp-brief__figure" }, figure),
    make("p", {}, said),
    make("p", { class: "gp-actions" }, make("a", { class: `gp-button${now.length ? " gp-button--primary" : ""}`, href: onSite("ueben/heute/").href }, now.length ? (agenda?.done ? "Weiter üben" : "Los geht’s") : "Zu „Heute üben“")));
}

/** The next step of the plan. @param {Plan} plan */
export function stepTile({ exam, current, today, done, all, overdue }) {
  const late = overdue ? [", ", make("span", { class: "gp-brief__late" }, overdueSaid(overdue))] : [];
  const rest = make("p", { class: "gp-brief__rest" }, `${done} von ${all} erledigt`, ...late, ". ", make("a", { href: PLAN }, "Mein Plan"));
  const named = (/** @type {string} */ name, /** @type {(HTMLElement | string)[]} */ ...parts) => make("section", { class: "gp-brief__tile", "aria-labelledby": "naechster-schritt" },
    make("h2", { class: "gp-brief__name", id: "naechster-schritt" }, name), ...parts);
  if (exam !== null && exam < today) return named("Wie es weitergeht", make("p", { class: "gp-brief__figure" }, "Weiterüben, oder neu planen"),
    make("p", {}, "Du kannst weiterüben, wie du magst. Mit einem ", make("a", { href: PLAN }, "neuen Termin"), " beginnt der Plan von vorn."));
  const frame = (/** @type {(HTMLElement | string)[]} */ ...parts) => named("Nächster Schritt im Plan", ...parts, rest);
  if (!current) return frame(make("p", { class: "gp-brief__figure" }, "Alles erledigt"), make("p", {}, "Ruh dich aus, und halte dein Wissen mit „Heute üben“ frisch."));
  const when = current.stage === "next" && current.day !== null ? `${STAGES.next}, ${nameOf(current.day, today)}` : STAGES[current.stage];
  const open = current.tasks.filter(({ isDone }) => !isDone);
  const more = open.length - MOST_TASKS;
  return frame(
    make("p", { class: "gp-brief__figure" }, current.title, ...(when ? [" ", make("span", { class: "gp-brief__when", "data-stage": current.stage }, when)] : [])),
    make("ul", { class: "gp-brief__tasks" }, ...open.slice(0, MOST_TASKS).map(taskItem), ...(more > 0 ? [make("li", { class: "gp-brief__more" }, `und ${counted(more, "weitere Aufgabe", "weitere Aufgaben")}`)] : [])));
}

/** @param {import("./outline.mjs").Doing} task */
const taskItem = (task) => make("li", {}, task.href ? make("a", { href: addressOf(task, readWay().focus) }, task.text) : task.text, ...(task.counts && task.times > 1 ? [make("span", { class: "gp-brief__count" }, ` ${task.number} von ${task.times}`)] : []));

/** Where topic, milestones, rehearsals and mock exams stand, as far as it matters by now. @param {Outline} outline @param {Listed[] | null} cards @param {Promise<Plan>} present */
export async function factsOf(outline, cards, present = presentPlan(outline)) {
  const today = dayOf(Date.now());
  const [runs, mocks] = [(await wholeRuns()).at(-1), (await mockExams()).at(-1)];
  const all = [topicFact(outline), milestoneFact(outline), await runFact(runs, cards, today), await mockFact(mocks, today)];
  const plan = await present;
  const facts = [...await begunFacts(cards), ...all.filter(({ deed, isBegun }) => isWorthSaying(plan, deed, isBegun)).map(({ said }) => said)];
  return make("dl", { class: "gp-brief__facts", hidden: !facts.length }, ...facts.map(([name, said, address]) => make("div", {}, make("dt", {}, name), make("dd", {}, make("a", { href: onSite(address).href }, said)))));
}

/** @typedef {[name: string, said: string, address: string]} Said */
/** @typedef {{deed: import("./outline.mjs").Deed, isBegun: boolean, said: Said}} Fact */

/** What was begun and waits to be gone on with. @param {Listed[] | null} cards @returns {Promise<Said[]>} */
async function begunFacts(cards) {
  const [test, isExam, runs] = await Promise.all([unfinishedTest(), isExamUnfinished(), unfinishedRuns()]);
  const begun = (/** @type {string} */ said, /** @type {string} */ address) => /** @type {Said} */ (["Angefangen", said, address]);
  return [
    ...(test ? [begun(`Kurztest, ${testSaid(test)}`, "ueben/kurztest/")] : []),
    ...(isExam ? [begun("Probeprüfung", "pruefung/")] : []),
    ...await Promise.all(runs.map(async (id) => begun(titled("Probe", await titleOf(id, cards)), await stageOf(id)))),
  ];
}

/** @param {string} id of a talk @param {Listed[] | null} cards */
async function titleOf(id, cards) {
  const { isOwn, ownKey } = await import("../talk/judging.mjs");
  return isOwn(id) ? (await readOwnTalks().catch(() => [])).find(({ key }) => key === ownKey(id))?.talk.title : cards?.find(({ about }) => about === id)?.source;
}

/** Where a talk is rehearsed. @param {string} id */
const stageOf = async (id) => `buehne/?${(await import("../talk/judging.mjs")).queryOf(id)}`;

/** @param {string} said @param {string | undefined} title */
const titled = (said, title) => (title ? `${said}: ${title}` : said);

/** @param {Outline} outline @returns {Fact} */
function topicFact(outline) {
  const { topic } = readWay();
  const { done, all, isFit } = fitnessOf(outline, tickedIn("topic-ideas/fitness"));
  const fact = (/** @type {string} */ said, /** @type {string} */ address) => /** @type {Fact} */ ({ deed: "topic", isBegun: Boolean(topic || done), said: ["Dein Thema", said, address] });
  if (!topic && !done) return fact("Noch offen: eine Idee finden", "lernen/thema-eingrenzen/#ideen");
  const fit = done ? `${done} von ${all} Punkten${isFit ? ", geeignet" : ""}` : "noch nicht geprüft";
  return fact(topic ? `${topic} (${fit})` : fit, isFit ? "mein-vortrag/" : "lernen/thema-eingrenzen/#test");
}

/** @param {Outline} outline @returns {Fact} */
function milestoneFact(outline) {
  const milestone = milestoneOf(outline, tickedIn("preparation/milestones"));
  if (!milestone) return { deed: "milestones", isBegun: true, said: ["Meilensteine", "alle geschafft", "lernen/pruefungstag/#meilensteine"] };
  const { number, of, title, minutes, done, all, id } = milestone;
  const said = `${title}, ${done ? `${done} von ${all} geprüft` : `etwa ${minutes} Minuten`}`;
  return { deed: "milestones", isBegun: done > 0 || number > 1, said: [`Meilenstein ${number} von ${of}`, said, `lernen/pruefungstag/#meilenstein-${id}`] };
}

/** @param {Awaited<ReturnType<typeof wholeRuns>>[number] | undefined} last @param {Listed[] | null} cards @param {number} today @returns {Promise<Fact>} */
async function runFact(last, cards, today) {
  if (!last) return { deed: "rehearsals", isBegun: false, said: ["Letzte Probe", "Noch keine: einen Vortrag proben", "buehne/"] };
  const [{ measure }, title] = await Promise.all([import("../talk/measured.mjs"), titleOf(last.id, cards)]);
  const { running_s, plan_s } = measure({ id: "", slides: [] }, last.run);
  const said = `${timeSaid(running_s)} von ${timeSaid(plan_s)}, ${nameOf(dayOf(last.run.at), today)}`;
  return { deed: "rehearsals", isBegun: true, said: ["Letzte Probe", titled(said, title), await stageOf(last.id)] };
}

/** @param {Awaited<ReturnType<typeof mockExams>>[number] | undefined} last @param {number} today @returns {Promise<Fact>} */
async function mockFact(last, today) {
  if (!last) return { deed: "mocks", isBegun: false, said: ["Letzte Probeprüfung", "Noch keine: die ganze Prüfung durchspielen", "pruefung/"] };
  const [{ loadExam }, { bestOf, criteriaOf, sumOf }] = await Promise.all([import("../talk/talk.mjs"), import("../exam/marking.mjs")]);
  const exam = await loadExam(last.exam);
  const sum = exam && sumOf(criteriaOf(exam), last.record.sheet, bestOf(exam));
  const points = sum?.marked ? `${sum.points} von ${sum.most} Punkten` : `Vortrag ${timeSaid(last.record.talk_s)}`;
  return { deed: "mocks", isBegun: true, said: ["Letzte Probeprüfung", `${points}, ${nameOf(dayOf(last.record.at), today)}`, "pruefung/"] };
}

/** Where else one may want to go. */
function waysOn() {
  const link = (/** @type {string} */ address, /** @type {string} */ text) => make("a", { href: onSite(address).href }, text);
  const ways = [["fallstudien/", "Fallstudien"], ["lernen/", "Lektionen"], ["mein-vortrag/", "Mein Vortrag"], ["buehne/", "Bühne"], ["pruefung/", "Probeprüfung"], ["ueben/stand/", "Mein Stand"], ["nachschlagen/", "Nachschlagen"]];
  return [
    make("nav", { class: "gp-brief__ways", "aria-label": "Alle Wege" }, make("ul", {}, ...ways.map(([address, text]) => make("li", {}, link(address, text))))),
    make("div", { class: "gp-brief__quiet" },
      make("p", {}, "Du schreibst Fallstudien? ", link("trainer/", "Zum Trainerhandbuch")),
      make("p", {}, "Du baust mit? ", link("trainer/einrichten/", "Einrichten"))),
  ];
}
