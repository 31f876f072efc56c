// „Mein Stand“: how ready one is, what comes when, where it is shaky, and the settings all of it follows from.

import { onSite } from "../base/addresses.mjs";
import { datedFrom, dayOf, ended, isoOf, nameOf } from "../base/calendar.mjs";
import { mountDayField } from "../base/day-field.mjs";
import { barName, barsOf, drawChart } from "./chart.mjs";
import { button, make } from "../base/elements.mjs";
import { find as findIn } from "../base/names.mjs";
import { onNewDay } from "../base/new-day.mjs";
import { percent } from "../base/times.mjs";
import { mountKeeping } from "./keeping.mjs";
import { isOwnCard } from "../practice/listed.mjs";
import { readOwnCards, withCards } from "../practice/supply.mjs";
import { onReadChange, openProgress, troubleSaid } from "../memory/progress.mjs";
import { amountOf, BOUNDS } from "../memory/amounts.mjs";
import { examOf, incompleteSaid, keptSaid, onSettingsChange, overSaid, readSettings, writeSettings } from "../memory/settings.mjs";
import { standingOf } from "./figures.mjs";
import { proposalFor } from "../memory/proposal.mjs";
import { counting } from "../memory/scheduling.mjs";
import { among } from "../memory/situation.mjs";
import { presentSituation } from "../memory/present.mjs";

/** @typedef {import("./figures.mjs").Standing} Standing */
/** @typedef {import("./figures.mjs").Card} Card */
/** @typedef {import("./figures.mjs").Part} Part */
/** @typedef {import("./figures.mjs").Weak} Weak */
/** @typedef {(name: import("../base/names.mjs").Name) => HTMLElement} Find  the place on the page */

const ROOT = onSite("").pathname;

/** What cards in a state do, one and several. @type {Record<keyof Part["states"], [string, string]>} */
const STATES = { solid: ["sitzt", "sitzen"], shaky: ["wackelt", "wackeln"], due: ["ist fällig", "sind fällig"], new: ["ist neu", "sind neu"] };

const CLEARED = "Termin gelöscht: Es wird ohne Prüfungstermin geplant.";

/** @param {number} count @param {string} one @param {string} many */
export const counted = (count, one, many) => `${count.toLocaleString("de-DE")} ${count === 1 ? one : many}`;

/** @param {number} count */
const cardsSaid = (count) => counted(count, "Karte", "Karten");

/** @param {HTMLElement} section */
export async function mount(section) {
  const notice = make("p", { class: "gp-notice", role: "status" });
  findIn(section, "without").replaceWith(notice);
  await withCards(notice, (cards) => mountStanding(section, cards), readOwnCards);
}

/** @param {HTMLElement} section @param {(Card & import("../practice/listed.mjs").Listed)[]} all */
function mountStanding(section, all) {
  let cards = all;
  /** @type {Find} */
  const find = (name) => findIn(section, name);
  /** @type {import("../memory/situation.mjs").Exams} */
  const exams = JSON.parse(section.dataset.exams ?? "{}");
  const progress = openProgress();
  const show = () => {
    const settings = among(readSettings(), exams);
    showStanding(find, standingOf(presentSituation(cards, exams)));
    showSettings(find, settings);
    find("trouble").textContent = troubleSaid(progress);
    find("trouble").hidden = progress.kept;
    const ahead = aheadSaid([...progress.all().values()].flat(), Date.now());
    find("ahead").textContent = ahead;
    find("ahead").hidden = ahead === "";
  };
  mountSettings(find);
  mountKeeping(find("keeping"), progress, cards, async () => {
    cards = [...await readOwnCards().catch(() => []), ...all.filter((card) => !isOwnCard(card))];
    show();
  });
  find("with").hidden = false;
  show();
  progress.onChange(show);
  onSettingsChange(show);
  onReadChange(show);
  onNewDay(() => {
    find("status").textContent = "";
    show();
  });
}

/**
 * What to say of reviews of days to come; "" where there are none.
 *
 * @param {import("../memory/progress.mjs").Review[]} reviews
 * @param {number} nowMs
 */
export function aheadSaid(reviews, nowMs) {
  const past = new Set(counting(reviews, nowMs));
  const days = reviews.filter((review) => !past.has(review)).map(({ at, offset }) => dayOf(at, offset));
  if (!days.length) return "";
  const last = datedFrom(Math.max(...days), dayOf(nowMs));
  return days.length === 1
    ? `Eine Antwort ist auf ${last} datiert, also in der Zukunft. Sie bleibt gespeichert und zählt erst von diesem Tag an. Geht die Uhr deines Geräts richtig?`
    : `${ended(`${days.length} Antworten sind in die Zukunft datiert, die letzte auf ${last}`)} Sie bleiben gespeichert und zählen erst, wenn ihr Tag da ist. Geht die Uhr deines Geräts richtig?`;
}

/** @param {Find} find @param {Standing} standing */
function showStanding(find, standing) {
  const begun = standing.begun > 0;
  find("first").hidden = begun;
  find("readiness").hidden = find("weak").hidden = !begun;
  find("schedule").hidden = !begun && standing.exam === null;
  showHead(find, standing);
  showReadiness(find, standing);
  showPlan(find, standing);
  showWeak(find, standing);
}

/** @param {Find} find @param {Standing} standing */
function showHead(find, { today, exam, begun, whole, plan }) {
  const ready = begun ? [tile(percent(whole.ready), `weißt du ${dayMeant(exam)} voraussichtlich`)] : [];
  const due = plan.today.length ? tile(cardsSaid(plan.today.length), "heute noch zu üben") : tile("Fertig", `für heute${nextSaid(plan.days, today)}`);
  if (begun) due.append(make("a", { class: `gp-button${plan.today.length ? " gp-button--primary" : ""}`, href: `${ROOT}ueben/heute/` }, "Heute üben"));
  find("head").replaceChildren(...(exam === null ? [] : [examTile(exam, today)]), ...ready, due);
}

/** @param {number} exam @param {number} today */
function examTile(exam, today) {
  if (exam === today) return tile("Heute", "ist deine Prüfung. Viel Erfolg!");
  return tile(counted(exam - today, "Tag", "Tage"), `bis zur Prüfung am ${datedFrom(exam, today)}`);
}

/** @param {Standing["plan"]["days"]} days @param {number} today */
function nextSaid(days, today) {
  const next = days.find(({ day, reviews }) => day > today && reviews);
  return next ? `, ${nameOf(next.day, today)} ${cardsSaid(next.reviews)}` : "";
}

/** The day for which recall is reckoned. @param {number | null} exam */
const dayMeant = (exam) => (exam === null ? "heute" : "am Prüfungstag");

/** @param {string} figure @param {string} said */
const tile = (figure, said) =>
  make("p", { class: "gp-standing__tile" }, make("strong", {}, figure), make("span", {}, said));

/** @param {Find} find @param {Standing} standing */
function showReadiness(find, { exam, whole, topics }) {
  const until = exam === null ? "" : ", wenn du bis dahin nichts mehr übst";
  find("meaning").textContent = `So viel weißt du ${dayMeant(exam)} voraussichtlich noch${until}. Was neu ist, zählt als nicht gewusst.`;
  find("topics").replaceChildren(...[whole, ...topics].map(readyRow));
}

/** @param {Part} part @param {number} index */
function readyRow({ name, count, ready, states }, index) {
  const bar = make("span", { class: "gp-ready__bar", "aria-hidden": "true" }, make("span", { style: `width: ${100 * ready}%` }));
  const shown = /** @type {(keyof Part["states"])[]} */ (Object.keys(STATES)).filter((state) => states[state]);
  const said = shown.map((state) => make("span", { class: `gp-ready__state gp-ready__state--${state}` }, counted(states[state], ...STATES[state])));
  return make("li", { class: index ? "gp-ready__topic" : "gp-ready__topic gp-ready__topic--whole" },
    make("span", { class: "gp-ready__name" }, name, " ", make("span", { class: "gp-ready__count" }, cardsSaid(count))),
    make("strong", { class: "gp-ready__figure" }, percent(ready)), bar,
    make("span", { class: "gp-ready__states" }, ...said.flatMap((each, place) => (place ? [", ", each] : [each]))));
}

/** @param {Find} find @param {Standing} standing */
function showPlan(find, standing) {
  const { today, exam, plan: { days } } = standing;
  const bars = barsOf(days);
  const all = days.reduce((sum, { reviews }) => sum + reviews, 0);
  const most = days.reduce((one, other) => (other.reviews > one.reviews ? other : one), days[0]);
  const span = exam === null ? "in den nächsten drei Wochen" : "bis zur Prüfung";
  find("outlook").textContent = all
    ? `Wenn du jeden Tag übst, was vorgesehen ist: zusammen ${counted(all, "Antwort", "Antworten")} ${span}, am meisten ${nameOf(most.day, today)} mit ${most.reviews}.`
    : `Bis jetzt ist nichts vorgesehen: ${exam === today ? "Heute zählt, was du schon weißt." : `Es kommt ${span} nichts wieder.`}`;
  find("chart").hidden = !all;
  find("rows").closest("details")?.toggleAttribute("hidden", !all);
  find("chart").replaceChildren(legend(), drawChart(bars, exam !== null));
  find("rows").replaceChildren(...bars.map((bar) => row(barName(bar), [bar.again, bar.fresh, bar.again + bar.fresh])));
  showAdvice(find, standing);
}

const legend = () =>
  make("figcaption", { class: "gp-chart__legend" },
    make("span", { class: "gp-chart__key gp-chart__key--again" }, "wieder"), " ",
    make("span", { class: "gp-chart__key gp-chart__key--fresh" }, "neu"));

/** @param {string} name @param {number[]} figures */
const row = (name, figures) =>
  make("tr", {}, make("th", { scope: "row" }, name), ...figures.map((figure) => make("td", {}, figure.toLocaleString("de-DE"))));

/** What will not fit in before the exam, and the limits with which it would. @param {Find} find @param {Standing} standing */
function showAdvice(find, { plan: { late, unbegun }, situation, exam, today }) {
  const advice = find("advice");
  advice.hidden = exam === today || !(late.length + unbegun.length);
  if (advice.hidden) return;
  const said = [];
  if (late.length) said.push(`${cardsSaid(late.length)}, die du schon begonnen hast, ${late.length === 1 ? "kommt" : "kommen"} in den letzten drei Tagen vor der Prüfung nicht mehr dran.`);
  if (unbegun.length) said.push(`${counted(unbegun.length, "neue Karte kommt", "neue Karten kommen")} bis zur Prüfung gar nicht mehr dran.`);
  advice.replaceChildren(make("p", {}, make("strong", {}, "Das passt nicht mehr alles. "), said.join(" ")), wayOut(situation));
}

/** @param {Standing["situation"]} situation */
function wayOut(situation) {
  const proposal = proposalFor(situation);
  if (!proposal) return make("p", {}, "Auch mit mehr Karten am Tag geht es nicht mehr auf. Heb dir die Kraft für das auf, was du schon begonnen hast.");
  const { daily, fresh, what } = proposal;
  if (daily === situation.limits.daily && fresh === situation.limits.fresh) return make("p", {}, "Der Kern, also was alle wissen müssen, geht so auf, mit allem, was du begonnen hast. Er kommt zuerst dran, der Rest ist Zugabe.");
  const said = `${daily} Karten am Tag${fresh === situation.limits.fresh ? "" : ` (davon ${fresh} neu)`}`;
  const change = button("So einstellen", () => {
    writeSettings({ daily, fresh });
    document.getElementById("stand-pensum")?.focus();
  });
  return make("p", { class: "gp-advice__way" }, what === "all" ? `Mit ${said} geht es auf. ` : `Mit ${said} geht der Kern auf, also was alle wissen müssen, und alles, was du begonnen hast. Der Rest ist Zugabe. `, change);
}

/** @param {Find} find @param {Standing} standing */
function showWeak(find, { weak, exam }) {
  find("weak-said").textContent = weak.length
    ? "Das hast du begonnen, aber es hält noch nicht. Lies nach und übe es gleich noch einmal."
    : "Nichts. Was du begonnen hast, hält bis jetzt.";
  find("weak-list").hidden = !weak.length;
  find("weak-list").replaceChildren(...weak.map((each) => weakRow(each, dayMeant(exam))));
}

/** @param {Weak} weak @param {string} on */
function weakRow({ card, recall, lapses }, on) {
  const forgotten = lapses ? `, ${lapses}-mal vergessen` : "";
  const taught = card.taught ? [" · ", make("a", { href: ROOT + card.taught }, "Nachlesen")] : [];
  return make("li", {},
    make("a", { href: ROOT + card.href }, card.title),
    make("span", { class: "gp-weak__said" }, `${card.topic} · ${on} zu ${percent(recall)} sicher${forgotten}`, ...taught));
}

/** @param {Find} find */
function mountSettings(find) {
  const form = /** @type {HTMLFormElement} */ (find("settings"));
  const { exam, which, daily, fresh } = fieldsOf(form);
  for (const [name, field] of /** @type {const} */ ([["daily", daily], ["fresh", fresh]])) {
    field.min = String(BOUNDS[name].least);
    field.max = String(BOUNDS[name].most);
    field.addEventListener("change", () => changeAmount(find, name, field));
  }
  mountDayField(exam, examOf, () => readSettings().exam, (day) => changeDate(find, day), () => {
    find("status").textContent = incompleteSaid(readSettings().exam, dayOf(Date.now()));
  });
  which?.addEventListener("change", () => say(find, writeSettings({ which: which.value || null }), `Übernommen: ${which.value ? `Es zählen die Karten für „${which.selectedOptions[0].text}“.` : "Es zählen alle Karten."}`));
  find("clear").addEventListener("click", () => {
    changeDate(find, null);
    exam.focus();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
}

/** @param {HTMLFormElement} form @returns {Record<"exam" | "daily" | "fresh", HTMLInputElement> & {which: HTMLSelectElement | null}} only several exams can be chosen from */
const fieldsOf = ({ elements }) => /** @type {any} */ (Object.fromEntries(["exam", "which", "daily", "fresh"].map((name) => [name, elements.namedItem(name)])));

/** @param {Find} find @param {"daily" | "fresh"} name @param {HTMLInputElement} field */
function changeAmount(find, name, field) {
  const amount = amountOf(name, field.value);
  if (amount === null) {
    field.setAttribute("aria-invalid", "true");
    find("status").textContent = `Bitte gib eine ganze Zahl von ${field.min} bis ${field.max} ein.`;
    return;
  }
  field.removeAttribute("aria-invalid");
  say(find, writeSettings({ [name]: amount }), `Übernommen: höchstens ${name === "daily" ? cardsSaid(amount) : `${amount} neue`} am Tag.`);
}

/** @param {Find} find @param {import("../base/calendar.mjs").Day | null} day */
function changeDate(find, day) {
  say(find, writeSettings({ exam: day }), day === null ? CLEARED : dateJudged(day, dayOf(Date.now())));
}

/** @param {number} day @param {number} today */
function dateJudged(day, today) {
  if (day > today) return `Übernommen: Alles kommt bis ${datedFrom(day, today)} noch einmal dran, soweit das Tagespensum reicht.`;
  return day === today ? "Heute ist deine Prüfung. Viel Erfolg!" : overSaid(day, today);
}

/** @param {Find} find @param {boolean} kept @param {string} said */
function say(find, kept, said) {
  find("status").textContent = keptSaid(kept, said);
}

/** A field in which somebody types stays as it is. @param {Find} find @param {import("../memory/settings.mjs").Settings} settings */
function showSettings(find, { exam: date, which, ...limits }) {
  const { exam, which: choice, daily, fresh } = fieldsOf(/** @type {HTMLFormElement} */ (find("settings")));
  const values = /** @type {const} */ ([[exam, date === null ? "" : isoOf(date)], [daily, String(limits.daily)], [fresh, String(limits.fresh)]]);
  if (choice) choice.value = which ?? "";
  for (const [field, value] of values) {
    if (field.hasAttribute("aria-invalid") && field === document.activeElement) continue;
    if (field.value !== value) field.value = value;
    field.removeAttribute("aria-invalid");
  }
  find("clear").hidden = date === null;
  find("undated").hidden = date !== null;
  const [status, today] = [find("status"), dayOf(Date.now())];
  if (date !== null && date < today && !status.textContent) status.textContent = overSaid(date, today);
}
