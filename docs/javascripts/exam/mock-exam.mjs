// „Probeprüfung“: from the technical check to the record, as one log says where it stands.

import { button, make } from "../base/elements.mjs";
import { clock } from "../base/times.mjs";
import { totals } from "../talk/log.mjs";
import { measure } from "../talk/measured.mjs";
import { furthestSaid } from "../talk/report.mjs";
import { keepRuns } from "../talk/runs.mjs";
import { makeWays } from "../talk/start.mjs";
import { idIn, isOwn, sayUnavailable } from "../talk/talk.mjs";
import { readWishes } from "../talk/wishes.mjs";
import { makeAnswers } from "./answers.mjs";
import { makeBeginning, makeOffer } from "./beginning.mjs";
import { makeCheck } from "./check.mjs";
import { showChoice } from "./choice.mjs";
import { readCode } from "./code.mjs";
import { Course } from "./course.mjs";
import { makeDiscussion } from "./discussion.mjs";
import { budgetsOf, drawDisturbance } from "./disturbances.mjs";
import { disturbanceSaid, interrupt, watchDisturbance } from "./disturbing.mjs";
import { drawByCode, drawQuestions, printOf, seedOf } from "./draw.mjs";
import { followUps } from "./follow-ups.mjs";
import { dropSitting, keepRecord, newSitting, readSitting, recordsOf } from "./kept.mjs";
import { loadMaterial } from "./material.mjs";
import { showOutcome } from "./outcome.mjs";
import { makePair, remember } from "./pair.mjs";
import { showScreen } from "./phases.mjs";
import { sharedId } from "./shared.mjs";
import { makeSheet } from "./sheet.mjs";
import { disturbedIn, nextOf } from "./sitting.mjs";
import { Speaking } from "./speaking.mjs";
import { discussionStretches, talkStretches } from "./stretches.mjs";
import { onVoice } from "./voice.mjs";

/** @typedef {import("./kept.mjs").Sitting} Sitting */
/** @typedef {import("./kept.mjs").Outcome} Outcome */
/** @typedef {import("./material.mjs").Material} Material */
/** @typedef {import("./sitting.mjs").Phase} Phase */
/** @typedef {import("../talk/wishes.mjs").Way} Way */

/** What is kept of a question. @param {{id: string, title: string, topic: string}} card */
const asked = ({ id, title, topic }) => ({ id, title, topic });

/** The talk of an exam that was begun may be gone since. @type {import("./material.mjs").Trouble[]} */
const GONE = ["unnamed", "unknown", "gone", "bare"];

/** @param {HTMLElement} container */
export async function mount(container) {
  const begun = readSitting();
  const id = idIn(location.search);
  if (!begun || !(await open(container, begun.about, (mock) => mock.offer(begun), GONE))) {
    if (id) await open(container, id, (mock) => mock.showStart());
    else await showChoice(container);
  }
  container.classList.add("gp-ready");
}

/**
 * @param {HTMLElement} container
 * @param {string} about id of a talk
 * @param {(mock: MockExam) => void} then
 * @param {import("./material.mjs").Trouble[]} [silent] what is not said
 * @returns {Promise<boolean>} whether there is something to see
 */
async function open(container, about, then, silent = []) {
  const material = await loadMaterial(about);
  if (!("trouble" in material)) then(new MockExam(container, material));
  else if (silent.includes(material.trouble)) return false;
  else sayUnavailable(container, material.trouble);
  return true;
}

class MockExam {
  #place;
  #material;
  /** @type {Course | null} */
  #course = null;
  /** @type {ReturnType<typeof makeDiscussion> | null} */
  #discussion = null;
  /** How somebody spoke, if that was recorded; undefined as long as nobody has asked. @type {import("./marking.mjs").Spoken | null | undefined} */
  #spoken;
  /** Nothing goes wrong any more. */
  #calm = new AbortController();

  /** @param {HTMLElement} place @param {Material} material */
  constructor(place, material) {
    this.#place = place;
    this.#material = material;
  }

  showStart() {
    const { talk, exam, all, own } = this.#material;
    void import("../recording/kept.mjs").then(({ deleteOld }) => deleteOld(Date.now())).catch(() => {});
    const pair = makePair({ about: talk.id, exam: exam.id, print: printOf(all), talk: own?.shared.length ? own.print : null });
    this.#place.replaceChildren(...makeBeginning({ talk, exam, pair, records: recordsOf(exam.id), onBegin: (wishes) => this.#begin(wishes), onRecord: (record) => this.showRecord(record) }));
  }

  /** What was begun can be gone on with. @param {Sitting} sitting */
  offer(sitting) {
    void this.#material.complete(sitting.questions);
    this.#place.replaceChildren(makeOffer({
      sitting, onGoOn: (counts) => this.#goOn(sitting, counts),
      onDrop: async () => {
        dropSitting();
        if (sitting.recorded) await import("./recorded.mjs").then(({ drop }) => drop(sitting.id)).catch(() => {});
        location.reload(); // Another talk may be asked for.
      },
    }));
  }

  /** @param {Sitting} sitting @param {boolean} counts whether the time that the page was away is time of the exam */
  #goOn(sitting, counts) {
    this.#course = new Course(sitting, "now", counts);
    const { phase, isRunning } = this.#course.state;
    if (phase === "talk" && isRunning && sitting.run) {
      this.#occupy(true);
      this.#speaking().goOn(sitting.run, counts);
    } else if (phase === "discussion" && isRunning) this.#discuss();
    else this.#show();
  }

  /** @param {import("./pair.mjs").Wishes} wishes */
  #begin({ code, disturbed, recorded }) {
    const { talk, exam } = this.#material;
    const { questions, seed, last } = code ? this.#drawnBy(code) : this.#drawnAlone();
    const disturbance = disturbed && { disturbance: drawDisturbance(seed, budgetsOf(exam), last) };
    const sitting = newSitting({ exam: exam.id, about: talk.id, title: talk.title, code, seed, aloud: false, questions, follow: followUps(questions, seed), ...disturbance, ...(recorded && { recorded }) }, Date.now());
    this.#course = new Course(sitting, "now");
    void this.#material.complete(questions);
    remember(""); // The next exam asks something else.
    this.#show();
  }

  /** What is weak rather, and not what came the last time. */
  #drawnAlone() {
    const { exam, about, general, weakness } = this.#material;
    const seed = `${Math.random()}`.slice(2);
    const before = recordsOf(exam.id).at(-1);
    const last = before?.answers.map(({ id }) => id) ?? [];
    return { seed, last: before?.disturbance?.id, questions: drawQuestions({ about: about.map(asked), general: general.map(asked), most: exam.discussion.most_questions, seed, weakness, last }) };
  }

  /** The same as on the examiner's device, which knows a talk of one's own only by its file. @param {string} code */
  #drawnBy(code) {
    const { exam, talk, general, ofCase, own } = this.#material;
    const read = /** @type {import("./code.mjs").Code} */ (readCode(code));
    const by = { seed: read.seed, exam: exam.id, about: isOwn(talk.id) ? "" : talk.id };
    const about = read.talk === null ? ofCase : own?.shared ?? [];
    const mine = new Map(own?.asked.map((each) => [sharedId(each), each]));
    const questions = drawByCode({ about: about.map(asked), general: general.map(asked) }, exam.discussion.most_questions, by);
    return { seed: seedOf(by), last: "", questions: questions.map((each) => asked(mine.get(each.id) ?? each)) };
  }

  #now() {
    return /** @type {Course} */ (this.#course);
  }

  /** The whole window belongs to the exam, or to the site. @param {boolean} whole */
  #occupy(whole) {
    document.body.classList.toggle("gp-live", whole);
    this.#calm.abort();
    this.#calm = new AbortController();
    if (whole && !this.#now().sitting.code) watchDisturbance(this.#now(), interrupt, this.#calm.signal); // With two, the other one plays it.
  }

  #show() {
    this.#occupy(false);
    const { phase } = this.#now().state;
    if (phase === "check") showScreen(this.#place, phase, "Ist alles bereit?", ...this.#codeSaid(), ...makeCheck(() => this.#enter("talk")));
    if (phase === "talk") this.#showTalk();
    if (phase === "discussion") this.#showDiscussion();
    if (phase === "marking") this.#showMarking(false);
  }

  /** @param {Phase} phase */
  #enter(phase) {
    this.#now().add("phase", phase);
    this.#show();
  }

  #showTalk() {
    const { presentation } = this.#material.exam;
    const ways = makeWays(readWishes().way);
    const form = make("form", { class: "gp-before" }, ways, make("p", { class: "gp-actions" }, make("button", { class: "gp-button gp-button--primary gp-mock__go" }, "Vortrag beginnen")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#occupy(true);
      this.#now().add("begin");
      this.#speaking().begin(/** @type {Way} */ (new FormData(form).get("way")));
    });
    showScreen(this.#place, "talk", "Gleich beginnt dein Vortrag",
      make("p", { class: "gp-mock__said" }, `Nenne zuerst deine Zielgruppe. Sobald du anfängst, läuft die Uhr durch: ${clock(presentation.budget)} hast du, bei ${clock(presentation.cutoff)} wird abgebrochen.`), ...this.#codeSaid(), form);
  }

  #speaking() {
    const { talk, exam } = this.#material;
    return new Speaking({
      place: this.#place, talk, exam,
      onLive: ({ element, signal }) => this.#record(element, signal),
      onKeep: (run) => this.#now().keep({ run }),
      onEnd: (run) => {
        keepRuns(talk.id, [run]);
        const { ms, saved } = this.#now().sitting;
        this.#now().keep({ run: { ...run, ms, saved } });
        this.#enter("discussion");
      },
    });
  }

  /** As long as a part lasts, where it was wished. @param {HTMLElement} place @param {AbortSignal} signal */
  #record(place, signal) {
    const course = this.#now();
    if (course.sitting.recorded) void import("./recorded.mjs").then(({ record }) => signal.aborted || record(place, course, signal)).catch(() => {});
  }

  #showDiscussion() {
    const { discussion } = this.#material.exam;
    const { run, code } = this.#now().sitting;
    const voice = make("input", { type: "checkbox" });
    const aloud = make("label", { class: "gp-tick", hidden: true }, voice, make("span", {}, "Fragen vorlesen, mit einer Stimme dieses Geräts"));
    const listening = new AbortController();
    onVoice((is) => { aloud.hidden = !is || code !== ""; }, listening.signal);
    const begin = button("Fachgespräch beginnen", () => {
      listening.abort();
      this.#now().keep({ aloud: voice.checked && !aloud.hidden });
      this.#now().add("begin");
      if (!code) this.#now().add("ask", 0);
      this.#discuss();
    }, { class: "gp-button gp-button--primary gp-mock__go" });
    showScreen(this.#place, "discussion", "Jetzt kommen die Fragen",
      make("p", { class: "gp-mock__said" }, `Dein Vortrag hat ${clock(run ? this.#talk_s() : 0)} gedauert. Atme durch.`),
      make("p", { class: "gp-mock__said" }, `Antworte laut, ${discussion.shortest_answer} bis ${discussion.longest_answer} Sekunden je Frage: Kernaussage, Erklärung, Beispiel. Für alles zusammen hast du ${clock(discussion.budget)}. Weißt du etwas nicht, sag es, und sag, wie du es herausfindest.`),
      ...this.#codeSaid(), aloud, make("p", { class: "gp-actions" }, begin));
  }

  /** Who examines may come late, or have mistyped it. */
  #codeSaid() {
    const { code } = this.#now().sitting;
    return code ? [make("p", { class: "gp-mock__note" }, "Code für die Person, die prüft: ", make("strong", {}, code))] : [];
  }

  #discuss() {
    const { discussion } = this.#material.exam;
    const { questions, aloud, code } = this.#now().sitting;
    if (!questions.length) return this.#enter("marking");
    this.#occupy(true);
    this.#discussion = makeDiscussion({
      place: this.#place, questions: code ? null : questions, aloud, budget_s: discussion.budget, rest_s: () => this.#rest_s(), onDone: () => this.#answered(), onStop: () => this.#discussed(),
    });
    this.#record(this.#discussion.element, this.#discussion.signal);
    if (code) return;
    if (this.#now().state.isAnswering) this.#discussion.show(this.#now().state);
    else this.#answered();
  }

  /** Of the discussion. */
  #rest_s() {
    return this.#material.exam.discussion.budget - this.#now().elapsed_s("discussion");
  }

  /** The answer is over: what comes now. */
  #answered() {
    const { questions, follow, code } = this.#now().sitting;
    if (code) return this.#discussed();
    this.#now().add("done");
    const { state } = this.#now();
    const after = (questions[state.place] && this.#material.followUpOf(questions[state.place].id)) || (follow[state.place] ?? "");
    const next = nextOf(state, questions.length, this.#rest_s(), this.#material.exam.discussion, after !== "");
    if (next === "over") return this.#discussed();
    if (next === "follow") this.#now().add("follow", after);
    else this.#now().add("ask", state.place + 1);
    this.#discussion?.show(this.#now().state);
  }

  #discussed() {
    this.#discussion?.stop();
    this.#discussion = null;
    this.#enter("marking");
  }

  /** No longer than until one was interrupted. */
  #talk_s() {
    const { run } = this.#now().sitting;
    return run ? Math.min(totals(run.log, run.ms).running_s, this.#material.exam.presentation.cutoff) : 0;
  }

  /** @returns {import("./marking.mjs").Facts} */
  #facts() {
    const { talk } = this.#material;
    const { code, questions, run } = this.#now().sitting; // With two, the other device takes the time of each answer.
    const answers = code ? questions.map((each) => ({ ...each, seconds: 0, follow: "", follow_s: 0 })) : this.#now().answers();
    const furthest = run ? furthestSaid(talk, measure(talk, run)) : "";
    return {
      talk_s: this.#talk_s(), discussion_s: this.#now().elapsed_s("discussion"), slides: talk.slides.length, audience: talk.metadata.audience, answers,
      ...(this.#spoken && { spoken: this.#spoken }), ...(furthest && { furthest }),
    };
  }

  /** First by oneself, then against the model answers. @param {boolean} compared */
  #showMarking(compared) {
    if (this.#spoken === undefined && this.#now().sitting.recorded) return void this.#hearOut().then(() => this.#showMarking(compared));
    const { exam, modelOf, isCard, complete } = this.#material;
    const { sheet, grades, questions } = this.#now().sitting;
    const facts = this.#facts();
    const form = makeSheet({ exam, sheet, facts, onChange: (changed) => this.#now().keep({ sheet: changed }) });
    const on = compared
      ? button("Ergebnis ansehen", () => this.#finish(), { class: "gp-button gp-button--primary gp-mock__go" })
      : button("Weiter zu den Musterantworten", () => void complete(questions).then(() => this.#showMarking(true)), { class: "gp-button gp-button--primary gp-mock__go" });
    const answers = () => makeAnswers({
      answers: facts.answers, rules: exam.discussion, modelOf, isCard, load: () => complete(questions), grades,
      onGrade: (id, grade) => this.#now().keep({ grades: { ...this.#now().sitting.grades, [id]: grade } }),
    });
    showScreen(this.#place, "marking", compared ? "Vergleiche mit den Musterantworten" : "Bewerte dich zuerst selbst",
      make("p", { class: "gp-mock__said" }, compared
        ? "Hake ab, was in deiner Antwort vorkam. Danach kannst du deinen Bogen unten noch ändern."
        : "Aus dem Kopf, ohne Musterantworten. Was sich messen ließ, steht in kleiner Schrift daneben; alles andere kann nur ein Mensch sagen."),
      ...(compared && facts.answers.length ? [answers()] : []), ...(compared ? this.#disturbanceSaid() : []), form, make("p", { class: "gp-actions gp-mock__end" }, on));
  }

  /** What the recording says of the talk; null for nothing. */
  async #hearOut() {
    this.#spoken = await import("./recorded.mjs").then(({ spokenIn }) => spokenIn(this.#now().sitting)).catch(() => null);
  }

  /** What went wrong, as far as this device knows. @returns {import("./disturbances.mjs").Happened | null} */
  #happened() {
    const { disturbance, log } = this.#now().sitting;
    const came = disturbedIn(log);
    return disturbance && came ? { ...disturbance, ...came } : null;
  }

  #disturbanceSaid() {
    const { disturbance, code } = this.#now().sitting;
    return disturbance && (code || this.#happened()) ? disturbanceSaid(disturbance, this.#happened(), true) : [];
  }

  #finish() {
    const { exam } = this.#material;
    this.#now().add("phase", "record");
    const { id, at, about, title, code, sheet, grades, recorded } = this.#now().sitting;
    const facts = this.#facts();
    const answers = facts.answers.map((answer) => ({ ...answer, ...(grades[answer.id] ? { grade: grades[answer.id] } : {}) }));
    const disturbance = this.#happened();
    const stretches = recorded && [...talkStretches(this.#now().sitting), ...discussionStretches(this.#now().sitting)];
    /** @type {Outcome} */
    const record = { id, at, about, title, code, ...facts, answers, sheet, other: null, ...(disturbance && { disturbance }), ...(stretches && { stretches }) };
    this.#now().stop();
    dropSitting(); // It makes room for what came of it.
    this.#course = null;
    this.showRecord(record, keepRecord(exam.id, record));
  }

  /** @param {Outcome} record @param {boolean} [isKept] */
  showRecord(record, isKept) {
    showOutcome(this.#place, this.#material, record, isKept);
  }
}
