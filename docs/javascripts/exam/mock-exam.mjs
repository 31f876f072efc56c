// „Probeprüfung“: from the technical check to the record, as one log says where it stands.

import { onSite } from "../base/addresses.mjs";
import { offsetAt } from "../base/calendar.mjs";
import { button, make } from "../base/elements.mjs";
import { clock } from "../base/times.mjs";
import { makeClock } from "../talk/clock.mjs";
import { totals } from "../talk/log.mjs";
import { keepRuns } from "../talk/runs.mjs";
import { makeWays } from "../talk/start.mjs";
import { idIn, queryOf } from "../talk/talk.mjs";
import { sayUnavailable } from "../talk/unavailable.mjs";
import { readWishes } from "../talk/wishes.mjs";
import { makeAnswers } from "./answers.mjs";
import { makeBeginning, makeOffer } from "./beginning.mjs";
import { makeCheck } from "./check.mjs";
import { showChoice } from "./choice.mjs";
import { makeDiscussion } from "./discussion.mjs";
import { drawQuestions, weakCards } from "./draw.mjs";
import { followUps } from "./follow-ups.mjs";
import { deleteRecord, dropSitting, keepRecord, newSitting, readSitting, recordsOf, writeSitting } from "./kept.mjs";
import { loadMaterial } from "./material.mjs";
import { showScreen } from "./phases.mjs";
import { makeRecord } from "./record.mjs";
import { makeSheet } from "./sheet.mjs";
import { answersOf, elapsed_s, nextOf, stateOf, withEvent } from "./sitting.mjs";
import { Speaking } from "./speaking.mjs";
import { onVoice } from "./voice.mjs";

/** @typedef {import("./kept.mjs").Sitting} Sitting */
/** @typedef {import("./kept.mjs").Outcome} Outcome */
/** @typedef {import("./material.mjs").Material} Material */
/** @typedef {import("./sitting.mjs").Event} Event */
/** @typedef {import("./sitting.mjs").Phase} Phase */
/** @typedef {import("../talk/wishes.mjs").Way} Way */

const CLOCKS = { mono: () => performance.now(), wall: () => Date.now() };
const KEEP_MS = 5000;

/** @param {HTMLElement} container */
export async function mount(container) {
  const begun = readSitting();
  const asked = idIn(location.search);
  if (begun && (!asked || asked === begun.about)) await open(container, begun.about, (mock) => mock.offer(begun));
  else if (asked) await open(container, asked, (mock) => mock.showStart());
  else await showChoice(container);
  container.classList.add("gp-ready");
}

/** @param {HTMLElement} container @param {string} about id of a talk @param {(mock: MockExam) => void} then */
async function open(container, about, then) {
  const material = await loadMaterial(about);
  if ("trouble" in material) sayUnavailable(container, material.trouble);
  else then(new MockExam(container, material));
}

class MockExam {
  #place;
  #material;
  /** @type {Sitting | null} */
  #sitting = null;
  #clock = makeClock(CLOCKS);
  /** @type {ReturnType<typeof makeDiscussion> | null} */
  #discussion = null;

  /** @param {HTMLElement} place @param {Material} material */
  constructor(place, material) {
    this.#place = place;
    this.#material = material;
    addEventListener("pagehide", () => this.#isTimed() && this.#keep());
    document.addEventListener("visibilitychange", () => this.#isTimed() && this.#look());
    setInterval(() => this.#isTimed() && this.#keep(), KEEP_MS);
  }

  showStart() {
    const { talk, exam } = this.#material;
    this.#place.replaceChildren(...makeBeginning({ talk, exam, records: recordsOf(exam.id), onBegin: () => this.#begin(), onRecord: (record) => this.showRecord(record) }));
  }

  /** What was begun can be gone on with. @param {Sitting} sitting */
  offer(sitting) {
    this.#place.replaceChildren(makeOffer({
      sitting, onGoOn: (counts) => this.#goOn(sitting, counts),
      onDrop: () => {
        dropSitting();
        this.showStart();
      },
    }));
  }

  /** @param {Sitting} sitting @param {boolean} counts whether the time that the page was away is time of the exam */
  #goOn(sitting, counts) {
    this.#sitting = sitting;
    this.#clock = makeClock({ ...CLOCKS, from: sitting });
    const { phase, isRunning } = stateOf(sitting.log);
    if (isRunning && this.#clock.away) this.#add(counts ? "away" : "gap", this.#clock.away);
    if (phase === "talk" && isRunning && sitting.run) {
      this.#occupy(true);
      this.#speaking().goOn(sitting.run, counts);
    } else if (phase === "discussion" && isRunning) this.#discuss();
    else this.#show();
  }

  #begin() {
    const { talk, exam, about, general, weakness } = this.#material;
    const seed = `${Math.random()}`.slice(2);
    const last = recordsOf(exam.id).at(-1)?.answers.map(({ id }) => id) ?? [];
    const drawn = drawQuestions({ about: /** @type {{id: string, title: string, topic: string}[]} */ (about), general, most: exam.discussion.most_questions, seed, weakness, last });
    const questions = drawn.map(({ id, title, topic }) => ({ id, title, topic }));
    this.#clock = makeClock(CLOCKS);
    this.#sitting = newSitting({ exam: exam.id, about: talk.id, title: talk.title, code: "", seed, aloud: false, questions, follow: followUps(questions.length, seed) }, Date.now());
    void this.#material.complete(questions);
    this.#keep();
    this.#show();
  }

  /** @param {Event[1]} kind @param {string | number} [value] */
  #add(kind, value) {
    const sitting = this.#now();
    this.#sitting = { ...sitting, log: withEvent(sitting.log, this.#clock.ms(), kind, value) };
    this.#keep();
  }

  #now() {
    return /** @type {Sitting} */ (this.#sitting);
  }

  #isTimed() {
    return this.#sitting !== null && stateOf(this.#sitting.log).isRunning;
  }

  /** What the machine has slept is time of the exam. */
  #look() {
    const slept = this.#clock.slept();
    if (slept) this.#sitting = { ...this.#now(), log: withEvent(this.#now().log, this.#clock.ms(), "away", slept) };
  }

  /** @param {Partial<Sitting>} [changes] */
  #keep(changes = {}) {
    this.#look();
    this.#sitting = { ...this.#now(), ...changes, ...this.#clock.stamp() };
    writeSitting(this.#sitting);
  }

  /** The whole window belongs to the exam, or to the site. @param {boolean} whole */
  #occupy(whole) {
    document.body.classList.toggle("gp-live", whole);
  }

  #show() {
    this.#occupy(false);
    const { phase } = stateOf(this.#now().log);
    if (phase === "check") showScreen(this.#place, phase, "Ist alles bereit?", ...makeCheck(() => this.#enter("talk")));
    if (phase === "talk") this.#showTalk();
    if (phase === "discussion") this.#showDiscussion();
    if (phase === "marking") this.#showMarking(false);
  }

  /** @param {Phase} phase */
  #enter(phase) {
    this.#add("phase", phase);
    this.#show();
  }

  #showTalk() {
    const { presentation } = this.#material.exam;
    const ways = makeWays(readWishes().way);
    const form = make("form", { class: "gp-before" }, ways, make("p", { class: "gp-actions" }, make("button", { class: "gp-button gp-button--primary gp-mock__go" }, "Vortrag beginnen")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#occupy(true);
      this.#add("begin");
      this.#speaking().begin(/** @type {Way} */ (new FormData(form).get("way")));
    });
    showScreen(this.#place, "talk", "Gleich beginnt dein Vortrag",
      make("p", { class: "gp-mock__said" }, `Nenne zuerst deine Zielgruppe. Sobald du anfängst, läuft die Uhr durch: ${clock(presentation.budget)} hast du, bei ${clock(presentation.cutoff)} wird abgebrochen.`), form);
  }

  #speaking() {
    const { talk, exam } = this.#material;
    return new Speaking({
      place: this.#place, talk, exam,
      onKeep: (run) => this.#keep({ run }),
      onEnd: (run) => {
        keepRuns(talk.id, [run]);
        this.#keep({ run: { ...run, ...this.#clock.stamp() } });
        this.#enter("discussion");
      },
    });
  }

  #showDiscussion() {
    const { discussion } = this.#material.exam;
    const { run } = this.#now();
    const voice = make("input", { type: "checkbox" });
    const aloud = make("label", { class: "gp-tick", hidden: true }, voice, make("span", {}, "Fragen vorlesen, mit einer Stimme dieses Geräts"));
    const listening = new AbortController();
    onVoice((is) => { aloud.hidden = !is; }, listening.signal);
    const begin = button("Fachgespräch beginnen", () => {
      listening.abort();
      this.#keep({ aloud: voice.checked && !aloud.hidden });
      this.#add("begin");
      this.#add("ask", 0);
      this.#discuss();
    }, { class: "gp-button gp-button--primary gp-mock__go" });
    showScreen(this.#place, "discussion", "Jetzt kommen die Fragen",
      make("p", { class: "gp-mock__said" }, `Dein Vortrag hat ${clock(run ? this.#talk_s() : 0)} gedauert. Atme durch.`),
      make("p", { class: "gp-mock__said" }, `Antworte laut, ${discussion.shortest_answer} bis ${discussion.longest_answer} Sekunden je Frage: Kernaussage, Erklärung, Beispiel. Für alles zusammen hast du ${clock(discussion.budget)}. Weißt du etwas nicht, sag es, und sag, wie du es herausfindest.`),
      aloud, make("p", { class: "gp-actions" }, begin));
  }

  #discuss() {
    const { discussion } = this.#material.exam;
    const { questions, aloud } = this.#now();
    if (!questions.length) return this.#enter("marking");
    this.#occupy(true);
    this.#discussion = makeDiscussion({
      place: this.#place, questions, aloud, budget_s: discussion.budget, onDone: () => this.#answered(), onStop: () => this.#discussed(),
      rest_s: () => {
        this.#look();
        return discussion.budget - elapsed_s(this.#now().log, "discussion", this.#clock.ms());
      },
    });
    if (!stateOf(this.#now().log).isAnswering) this.#answered();
    else this.#discussion.show(stateOf(this.#now().log));
  }

  /** The answer is over: what comes now. */
  #answered() {
    const { discussion } = this.#material.exam;
    this.#add("done");
    const { log, questions, follow } = this.#now();
    const state = stateOf(log);
    const rest_s = discussion.budget - elapsed_s(log, "discussion", this.#clock.ms());
    const next = nextOf(state, questions.length, rest_s, discussion, Boolean(follow[state.place]));
    if (next === "over") return this.#discussed();
    if (next === "follow") this.#add("follow", follow[state.place]);
    else this.#add("ask", state.place + 1);
    this.#discussion?.show(stateOf(this.#now().log));
  }

  #discussed() {
    this.#discussion?.stop();
    this.#discussion = null;
    this.#enter("marking");
  }

  /** No longer than until one was interrupted. */
  #talk_s() {
    const { run } = this.#now();
    return run ? Math.min(totals(run.log, run.ms).running_s, this.#material.exam.presentation.cutoff) : 0;
  }

  /** @returns {import("./marking.mjs").Facts} */
  #facts() {
    const { talk } = this.#material;
    const { log, questions } = this.#now();
    const answers = answersOf(log).map(({ place, ...times }) => ({ ...questions[place], ...times }));
    return { talk_s: this.#talk_s(), discussion_s: elapsed_s(log, "discussion"), slides: talk.slides.length, audience: talk.metadata.audience, answers };
  }

  /** First by oneself, then against the model answers. @param {boolean} compared */
  #showMarking(compared) {
    const { exam, modelOf, isCard, complete } = this.#material;
    const { sheet, grades, questions } = this.#now();
    const facts = this.#facts();
    const form = makeSheet({ exam, sheet, facts, onChange: (changed) => this.#keep({ sheet: changed }) });
    const on = compared
      ? button("Ergebnis ansehen", () => this.#finish(), { class: "gp-button gp-button--primary gp-mock__go" })
      : button("Weiter zu den Musterantworten", () => void complete(questions).then(() => this.#showMarking(true)), { class: "gp-button gp-button--primary gp-mock__go" });
    const answers = () => makeAnswers({
      answers: facts.answers, rules: exam.discussion, modelOf, isCard, load: () => complete(questions), grades,
      onGrade: (id, grade) => this.#keep({ grades: { ...this.#now().grades, [id]: grade } }),
    });
    showScreen(this.#place, "marking", compared ? "Vergleiche mit den Musterantworten" : "Bewerte dich zuerst selbst",
      make("p", { class: "gp-mock__said" }, compared
        ? "Hake ab, was in deiner Antwort vorkam. Danach kannst du deinen Bogen unten noch ändern."
        : "Aus dem Kopf, ohne Musterantworten. Was sich messen ließ, steht in kleiner Schrift daneben; alles andere kann nur ein Mensch sagen."),
      ...(compared && facts.answers.length ? [answers()] : []), form, make("p", { class: "gp-actions gp-mock__end" }, on));
  }

  #finish() {
    const { exam } = this.#material;
    this.#add("phase", "record");
    const { id, at, about, title, code, sheet, grades } = this.#now();
    const facts = this.#facts();
    const answers = facts.answers.map((answer) => ({ ...answer, ...(grades[answer.id] ? { grade: grades[answer.id] } : {}) }));
    /** @type {Outcome} */
    const record = { id, at, about, title, code, ...facts, answers, sheet, other: null };
    keepRecord(exam.id, record);
    dropSitting();
    this.#sitting = null;
    this.showRecord(record);
  }

  /** @param {Outcome} record */
  showRecord(record) {
    const { exam, all, weakness, progress, isCard, cardOf } = this.#material;
    const graded = record.answers.filter(({ id, grade }) => grade && isCard(id));
    const take = () => {
      const at = Date.now();
      for (const { id, grade } of graded) progress.add(cardOf(id) ?? { id, formerly: [] }, { at, grade: /** @type {1 | 2 | 3 | 4} */ (grade), offset: offsetAt(at) });
      return keepRecord(exam.id, { ...record, taken: true }) && progress.kept;
    };
    const leave = () => location.assign(onSite(`pruefung/?${queryOf(record.about)}`));
    showScreen(this.#place, "record", "Dein Ergebnis",
      make("p", { class: "gp-mock__said" }, `„${record.title}“, ${new Date(record.at).toLocaleDateString("de", { dateStyle: "long" })}`),
      ...makeRecord({
        exam, record, before: recordsOf(exam.id).filter(({ at }) => at < record.at), practise: practiseOf(all, weakness),
        onTake: graded.length && !record.taken ? take : null, onLeave: leave,
        onDelete: () => {
          deleteRecord(exam.id, record.id);
          leave();
        },
      }));
  }
}

/** Questions that help with a criterion, none twice. @param {readonly import("../practice/listed.mjs").Listed[]} cards @param {(id: string) => number} weakness */
function practiseOf(cards, weakness) {
  const named = new Set();
  return (/** @type {import("./marking.mjs").Criterion} */ { topic }) => {
    const some = weakCards(cards.filter(({ id }) => !named.has(id)), topic, weakness);
    for (const { id } of some) named.add(id);
    return some;
  };
}
