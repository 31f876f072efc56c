// „Prüfen“: what an examiner has in front of them: the clocks, the question with what is expected, and the sheet.

import { isoOf, dayOf } from "../base/calendar.mjs";
import { askFirst, button, focusOn, make, say } from "../base/elements.mjs";
import { handOut } from "../base/files.mjs";
import { find } from "../base/names.mjs";
import { clock } from "../base/times.mjs";
import { makePoints } from "../practice/points.mjs";
import { stayAwake } from "../talk/display.mjs";
import { idIn, loadExam, loadTalk } from "../talk/talk.mjs";
import { limitsOf, signalsOf, stepOf } from "../talk/timing.mjs";
import { timesSaid } from "./answers.mjs";
import { makeOffer } from "./beginning.mjs";
import { codeSaid, MISTAKES, readCode } from "./code.mjs";
import { Course } from "./course.mjs";
import { drawByCode, printOf, seedOf } from "./draw.mjs";
import { dropSitting, newSitting, readSitting } from "./kept.mjs";
import { questionsOf } from "./material.mjs";
import { makeOnce } from "./once.mjs";
import { makePaper } from "./paper.mjs";
import { textOf } from "./passing.mjs";
import { makeSheet } from "./sheet.mjs";
import { withEvent } from "./sitting.mjs";

/** @typedef {import("./kept.mjs").Sitting} Sitting */
/** @typedef {import("../talk/talk.mjs").Exam} Exam */
/** @typedef {Awaited<ReturnType<typeof questionsOf>>} Questions */

const TICK_MS = 250;
const PRIMARY = { class: "gp-button gp-button--primary" };
const UNLOADED = "Die Fragen lassen sich gerade nicht laden. Prüfe die Verbindung und versuche es noch einmal.";
/** What the exam's times ask of an examiner. @type {Record<ReturnType<typeof stepOf>, string>} */
const STEPS_SAID = { "": "", warning: "", budget: "Die Zeit ist um", cutoff: "Brich jetzt ab" };
const OTHER_CONTENT = "Auf dem anderen Gerät ist ein anderer Stand der Website. Ladet beide die Seite neu, sonst können die Fragen verschieden sein.";

/** @param {HTMLElement} container */
export async function mount(container) {
  const [form, place] = [/** @type {HTMLFormElement} */ (find(container, "exam-form")), find(container, "place")];
  const said = find(container, "said");
  const asked = new URLSearchParams(location.search);
  const fields = /** @type {{code: HTMLInputElement, case: HTMLSelectElement}} */ (/** @type {unknown} */ (form.elements));
  fields.code.value = asked.get("code") ?? "";
  const wanted = idIn(location.search) || `/${asked.get("pruefung") ?? ""}`;
  if ([...fields.case.options].some(({ value }) => value === wanted)) fields.case.value = wanted;
  const start = (/** @type {Sitting} */ sitting, /** @type {boolean | null} */ counts) => examine(container, place, form, sitting, counts).catch(() => { said.textContent = UNLOADED; });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const read = readCode(fields.code.value);
    said.textContent = "mistake" in read ? MISTAKES[read.mistake] : "";
    if ("mistake" in read) return fields.code.focus();
    const sitting = await begun(read, fields.case.value).catch(() => null);
    if (sitting) await start(sitting, null);
    else said.textContent = UNLOADED;
  });
  const begunBefore = readSitting("examiner");
  form.hidden = begunBefore !== null; // A sheet that was begun is not overwritten unasked.
  if (!begunBefore) return;
  place.replaceChildren(makeOffer({
    sitting: begunBefore, onGoOn: (counts) => void start(begunBefore, counts),
    onDrop: () => {
      dropSitting("examiner");
      place.replaceChildren();
      form.hidden = false;
      fields.code.focus();
    },
  }));
}

/** @param {import("./code.mjs").Code} code @param {string} chosen a case study's id, or a slash and the exam's where the talk is somebody's own @returns {Promise<Sitting | null>} */
async function begun({ seed, print }, chosen) {
  const about = chosen.startsWith("/") ? "" : chosen;
  const found = about ? await loadTalk(about) : { talk: { title: "Eigener Vortrag" }, exam: await loadExam(chosen.slice(1)) };
  if ("trouble" in found || !found.exam) return null;
  const { exam, talk } = found;
  const { general, ofCase } = await questionsOf(exam, about);
  const by = { seed, exam: exam.id, about };
  const questions = drawByCode({ about: ofCase, general }, exam.discussion.most_questions, by).map(({ id, title, topic }) => ({ id, title, topic }));
  const sitting = newSitting({ exam: exam.id, about, title: talk.title, code: codeSaid({ seed, print }), seed: seedOf(by), aloud: false, questions, follow: [] }, Date.now());
  return { ...sitting, log: withEvent([], 0, "phase", "talk") };
}

/** @param {HTMLElement} container @param {HTMLElement} place @param {HTMLFormElement} form @param {Sitting} sitting @param {boolean | null} counts */
async function examine(container, place, form, sitting, counts) {
  const exam = await loadExam(sitting.exam);
  if (!exam) throw new Error("no exam");
  const questions = await questionsOf(exam, sitting.about);
  await questions.complete(sitting.questions);
  form.hidden = true;
  find(container, "contents").hidden = true;
  new Examining(place, exam, questions, new Course(sitting, "examiner", counts)).show();
}

class Examining {
  #place;
  #exam;
  #questions;
  #course;
  #once = makeOnce(() => performance.now());
  #stop = new AbortController();
  #now = make("div", { class: "gp-examining__now" });
  #paper = make("div", { class: "gp-paper" });
  #face = make("p", { class: "gp-examining__clock" });
  #step = make("p", { class: "gp-examining__step", role: "status" });

  /** @param {HTMLElement} place @param {Exam} exam @param {Questions} questions @param {Course} course */
  constructor(place, exam, questions, course) {
    this.#place = place;
    this.#exam = exam;
    this.#questions = questions;
    this.#course = course;
    const timer = setInterval(() => this.#tick(), TICK_MS);
    this.#stop.signal.addEventListener("abort", () => clearInterval(timer));
    stayAwake(this.#stop.signal);
    addEventListener("beforeprint", () => this.#paper.replaceChildren(...makePaper(this.#exam, this.#taken())), { signal: this.#stop.signal });
  }

  show() {
    const { title, code, sheet, about } = this.#course.sitting;
    const read = readCode(code);
    const isOther = "print" in read && read.print !== printOf(this.#questions.all);
    const leave = button("Verwerfen", () => {});
    askFirst(leave, "Alles hier wirklich verwerfen?", () => {
      this.#course.stop();
      this.#stop.abort();
      dropSitting("examiner");
      location.assign(location.pathname);
    });
    const said = make("p", { role: "status" });
    const form = makeSheet({ exam: this.#exam, sheet, facts: null, onChange: (changed) => this.#course.keep({ sheet: changed }) });
    this.#place.replaceChildren(
      make("p", { class: "gp-examining__about" }, `${about ? `„${title}“` : title}, Code ${code}`),
      ...(isOther ? [make("p", { class: "gp-notice" }, OTHER_CONTENT)] : []),
      make("div", { class: "gp-examining" },
        make("section", { class: "gp-examining__side", "aria-label": "Uhr und Fragen" }, make("div", { class: "gp-examining__time", role: "timer", "aria-label": "Zeit" }, this.#face, this.#step), this.#now),
        make("section", { class: "gp-examining__sheet", "aria-label": "Bewertungsbogen" }, form,
          make("div", { class: "gp-examining__passing" }, make("h3", {}, "Bogen weitergeben"),
            make("p", {}, "Als Datei, oder als Text in einer Nachricht. Wer geprüft wurde, übernimmt ihn unter dem Ergebnis."),
            make("p", { class: "gp-actions" }, button("Bogen sichern", () => this.#handOut(said), PRIMARY), " ", button("Drucken", () => print()), " ", leave), said))),
      this.#paper);
    this.#advance();
  }

  /** What this page knows of the exam so far. */
  #taken() {
    return { ...this.#course.sitting, talk_s: this.#course.elapsed_s("talk"), discussion_s: this.#course.elapsed_s("discussion"), answers: this.#course.answers() };
  }

  /** @param {HTMLElement} place */
  #handOut(place) {
    const text = textOf(this.#taken());
    handOut({ name: `generalprobe-bogen-${isoOf(dayOf(Date.now()))}.json`, text, type: "application/json" }, place);
  }

  /** What comes now, as the log has it. */
  #advance() {
    this.#now.replaceChildren(...this.#content());
    this.#tick();
    const heading = this.#now.querySelector("h2");
    if (!heading) return;
    focusOn(heading);
    heading.scrollIntoView({ block: "nearest" }); // Who has ticked points stands further down.
  }

  #content() {
    const { phase, isRunning } = this.#course.state;
    if (phase === "talk") return isRunning ? this.#talking() : this.#before();
    if (phase === "discussion") return isRunning ? this.#asking() : this.#pausing();
    return this.#over();
  }

  /** A second click right after the first is not meant for what has come since. @param {() => void} act */
  #then(act) {
    return () => {
      if (!this.#once.isMeant()) return;
      act();
      this.#once.begin();
      this.#advance();
    };
  }

  #before() {
    const { presentation } = this.#exam;
    return [make("h2", {}, "Vor dem Vortrag"), make("p", {}, `Drück den Knopf, wenn der erste Satz kommt. ${clock(presentation.budget)} sind erlaubt, bei ${clock(presentation.cutoff)} brichst du ab.`),
      make("p", { class: "gp-actions" }, button("Der Vortrag beginnt", this.#then(() => this.#course.add("begin")), PRIMARY))];
  }

  #talking() {
    return [make("h2", {}, "Vortrag"), make("p", {}, "Nicht unterbrechen, nicht helfen. Schreib zu jedem Punkt die Stelle auf."),
      make("p", { class: "gp-actions" }, button("Der Vortrag ist zu Ende", this.#then(() => this.#course.add("phase", "discussion")), PRIMARY))];
  }

  #pausing() {
    const { questions } = this.#course.sitting;
    return [make("h2", {}, "Vor dem Fachgespräch"), make("p", {}, `${questions.length} Fragen liegen bereit, ${this.#exam.discussion.fewest_questions} bis ${this.#exam.discussion.most_questions} stellst du in ${clock(this.#exam.discussion.budget)}. Lies sie vor, wie sie dastehen.`),
      make("p", { class: "gp-actions" }, button("Erste Frage stellen", this.#then(() => {
        this.#course.add("begin");
        this.#course.add("ask", 0);
      }), PRIMARY))];
  }

  #asking() {
    const { questions } = this.#course.sitting;
    const { place, isAnswering } = this.#course.state;
    const { id, title } = questions[Math.max(0, place)] ?? { id: "", title: "Stell deine eigenen Fragen." };
    const next = button("Nächste Frage stellen", this.#then(() => {
      this.#course.add("done");
      this.#course.add("ask", place + 1);
    }), PRIMARY);
    const done = button("Antwort ist zu Ende", this.#then(() => this.#course.add("done")));
    const over = button("Fachgespräch beenden", this.#then(() => this.#course.add("phase", "marking")), place + 1 < questions.length ? {} : PRIMARY);
    return [make("p", { class: "gp-kicker" }, `Frage ${place + 1} von ${questions.length}`), make("h2", { class: "gp-examining__question" }, title),
      make("p", { class: "gp-actions" }, ...(place + 1 < questions.length ? [next, " "] : []), ...(isAnswering ? [done, " "] : []), over), ...this.#expected(id)];
  }

  /** What the answer should have; what is not ticked is to be asked for. @param {string} id @returns {HTMLElement[]} */
  #expected(id) {
    const model = this.#questions.modelOf(id);
    if (!model) return [];
    const points = [...model.querySelectorAll("[data-points] li")].map(({ textContent }) => textContent?.trim() ?? "");
    const follow = make("p", { class: "gp-examining__follow" });
    const show = () => {
      const boxes = [...model.querySelectorAll("[data-points] input")];
      const open = points.filter((_, index) => !(/** @type {HTMLInputElement} */ (boxes[index]).checked));
      follow.textContent = open.length && open.length < points.length ? `Noch nicht genannt: ${open.join("; ")}. Frag einmal nach, ohne es zu verraten.` : "";
    };
    makePoints(model, show);
    return [follow, model];
  }

  #over() {
    const asked = this.#course.answers();
    return [make("h2", {}, "Fülle den Bogen fertig aus"), make("p", { class: "gp-mock__said" }, "Zuerst spricht, wer geprüft wurde. Dann sagst du, was du beobachtet hast, und einen nächsten Schritt."),
      ...(asked.length ? [make("h3", {}, "Gefragt wurde"), make("ol", {}, ...asked.map((answer) => make("li", {}, answer.title, make("span", { class: "gp-mock__times" }, timesSaid(answer, this.#exam.discussion)))))] : [])];
  }

  #tick() {
    const { presentation, discussion } = this.#exam;
    const { phase, isRunning } = this.#course.state;
    if (phase === "talk") {
      const seconds = isRunning ? this.#course.elapsed_s("talk") : 0;
      say(this.#face, `${clock(seconds)} von ${clock(presentation.budget)}`);
      const kind = stepOf(signalsOf(limitsOf(this.#exam, 0)), seconds);
      say(this.#step, STEPS_SAID[kind]);
    } else {
      const rest = discussion.budget - this.#course.elapsed_s("discussion");
      say(this.#face, phase === "discussion" ? `noch ${clock(Math.max(0, Math.ceil(rest)))} von ${clock(discussion.budget)}` : `Vortrag ${clock(this.#course.elapsed_s("talk"))}, Fachgespräch ${clock(this.#course.elapsed_s("discussion"))}`);
      say(this.#step, phase === "discussion" && rest <= 0 ? "Die Zeit ist um" : "");
    }
  }
}
