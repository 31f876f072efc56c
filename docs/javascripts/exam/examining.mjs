// „Prüfen“: what an examiner has in front of them: the clocks, the question with what is expected, and the sheet.

import { isoOf, dayOf } from "../base/calendar.mjs";
import { askFirst, button, focusOn, make, say } from "../base/elements.mjs";
import { handOut } from "../base/files.mjs";
import { find } from "../base/names.mjs";
import { clock } from "../base/times.mjs";
import { makePoints } from "../practice/points.mjs";
import { stayAwake } from "../talk/display.mjs";
import { isOwn } from "../talk/judging.mjs";
import { loadExam } from "../talk/talk.mjs";
import { limitsOf, signalsOf, stepOf } from "../talk/timing.mjs";
import { timesSaid } from "./answers.mjs";
import { makeOffer } from "./beginning.mjs";
import { isOfContent, readCode } from "./code.mjs";
import { Course } from "./course.mjs";
import { disturbanceSaid, toPlay, watchDisturbance } from "./disturbing.mjs";
import { printOf } from "./draw.mjs";
import { dropSitting, readSitting } from "./kept.mjs";
import { questionsOf } from "./material.mjs";
import { makeOnce } from "./once.mjs";
import { makeOpening, openTalk, UNLOADED } from "./opening.mjs";
import { makePaper } from "./paper.mjs";
import { textOf } from "./passing.mjs";
import { makeSheet } from "./sheet.mjs";
import { disturbedIn } from "./sitting.mjs";

/** @typedef {import("../talk/talk.mjs").Exam} Exam */
/** @typedef {Awaited<ReturnType<typeof questionsOf>>} Questions */

const TICK_MS = 250;
const PRIMARY = { class: "gp-button gp-button--primary" };
/** What the exam's times ask of an examiner. @type {Record<ReturnType<typeof stepOf>, string>} */
const STEPS_SAID = { "": "", warning: "", budget: "Die Zeit ist um", cutoff: "Brich jetzt ab" };
const OTHER_CONTENT = "Auf dem anderen Gerät ist ein anderer Stand der Website. Ladet beide die Seite neu, sonst können die Fragen verschieden sein.";

/** @param {HTMLElement} container */
export async function mount(container) {
  const [form, place] = [/** @type {HTMLFormElement} */ (find(container, "exam-form")), find(container, "place")];
  const said = find(container, "said");
  const start = (/** @type {import("./opening.mjs").Begun} */ begun, /** @type {boolean | null} */ counts) => examine(container, place, form, begun, counts).catch(() => { said.textContent = UNLOADED; });
  makeOpening(form, said, (begun) => start(begun, null));
  const before = readSitting("examiner");
  form.hidden = before !== null; // A sheet that was begun is not overwritten unasked.
  if (!before) return;
  place.replaceChildren(makeOffer({
    sitting: before, onGoOn: (counts) => void start({ sitting: before, opened: null, notes: [] }, counts),
    onDrop: () => {
      dropSitting("examiner");
      place.replaceChildren();
      form.hidden = false;
      /** @type {HTMLInputElement} */ (form.elements.namedItem("code")).focus();
    },
  }));
}

/** @param {HTMLElement} container @param {HTMLElement} place @param {HTMLFormElement} form @param {import("./opening.mjs").Begun} begun @param {boolean | null} counts */
async function examine(container, place, form, { sitting, opened, notes }, counts) {
  const exam = await loadExam(sitting.exam);
  if (!exam) throw new Error("no exam");
  const own = opened?.shared ?? (sitting.own ? await import("./own-asked.mjs").then(({ sharedFrom }) => sharedFrom(sitting.own ?? [])) : []);
  const questions = await questionsOf(exam, sitting.about, own);
  await questions.complete(sitting.questions);
  find(container, "said").replaceChildren();
  form.hidden = true;
  find(container, "contents").hidden = true;
  new Examining(place, exam, questions, new Course(sitting, "examiner", counts)).show(notes);
}

class Examining {
  #place;
  #exam;
  #questions;
  #course;
  #once = makeOnce(() => performance.now());
  #stop = new AbortController();
  #now = make("div", { class: "gp-examining__now" });
  #played = make("div");
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
    watchDisturbance(course, (disturbance, onSettled) => {
      const element = toPlay(disturbance, onSettled);
      this.#played.replaceChildren(element);
      element.scrollIntoView({ block: "nearest" }); // Who fills in the sheet on a phone stands further down.
      return element;
    }, this.#stop.signal);
    addEventListener("beforeprint", () => this.#paper.replaceChildren(...makePaper(this.#exam, this.#taken())), { signal: this.#stop.signal });
  }

  /** @param {readonly string[]} notes where the questions come from */
  show(notes) {
    const { title, code, sheet, about } = this.#course.sitting;
    const read = readCode(code);
    const isOther = "print" in read && !isOfContent(read, printOf(this.#questions.all));
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
      ...(isOther ? [make("p", { class: "gp-notice" }, OTHER_CONTENT)] : []), ...(notes.length ? [make("p", { class: "gp-notice" }, notes.join(" "))] : []),
      make("div", { class: "gp-examining" },
        make("section", { class: "gp-examining__side", "aria-label": "Uhr und Fragen" }, make("div", { class: "gp-examining__time", role: "timer", "aria-label": "Zeit" }, this.#face, this.#step), this.#played, this.#now),
        make("section", { class: "gp-examining__sheet", "aria-label": "Bewertungsbogen" }, form,
          make("div", { class: "gp-examining__passing" }, make("h3", {}, "Bogen weitergeben"),
            make("p", {}, "Als Datei, oder als Text in einer Nachricht. Wer geprüft wurde, übernimmt ihn unter dem Ergebnis."),
            make("p", { class: "gp-actions" }, button("Bogen sichern", () => this.#handOut(said), PRIMARY), " ", button("Drucken", () => print()), " ", leave), said))),
      this.#paper);
    this.#advance();
  }

  /** What this page knows of the exam so far. */
  #taken() {
    const { disturbance: drawn, ...sitting } = this.#course.sitting;
    const came = disturbedIn(sitting.log);
    return { ...sitting, ...(drawn && came && { disturbance: { ...drawn, ...came } }), talk_s: this.#course.elapsed_s("talk"), discussion_s: this.#course.elapsed_s("discussion"), answers: this.#course.answers() };
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
    const isDisturbed = this.#course.sitting.disturbance !== undefined;
    return [make("h2", {}, "Vor dem Vortrag"), ...(isDisturbed ? [make("p", {}, "Einmal störst du, im Vortrag oder im Fachgespräch. Wann und wie, steht hier, sobald es so weit ist.")] : []), make("p", {}, `Drück den Knopf, wenn der erste Satz kommt. ${clock(presentation.budget)} sind erlaubt, bei ${clock(presentation.cutoff)} brichst du ab.`),
      make("p", { class: "gp-actions" }, button("Der Vortrag beginnt", this.#then(() => this.#course.add("begin")), PRIMARY))];
  }

  #talking() {
    return [make("h2", {}, "Vortrag"), make("p", {}, `${this.#course.sitting.disturbance ? "Sonst nicht" : "Nicht"} unterbrechen, nicht helfen. Schreib zu jedem Punkt die Stelle auf.`),
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
    if (!model) return isOwn(id) ? [this.#again()] : [];
    const heading = isOwn(id) && model.querySelector("[data-sample] h4");
    if (heading) heading.textContent = "Vorbereitete Antwort"; // It is the other person's.
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

  /** What a talk's file says is gone with a page that was loaded anew, unless somebody wished to keep it. */
  #again() {
    const said = make("p", { role: "status" });
    const file = make("input", { type: "file", accept: ".zip,.yml,.yaml" });
    file.addEventListener("change", async () => {
      const [chosen] = file.files ?? [];
      const opened = chosen && (await openTalk(chosen).catch(() => ({ trouble: UNLOADED })));
      if (!opened || "trouble" in opened) return void (said.textContent = opened?.trouble ?? "");
      this.#questions.know(opened.shared);
      await this.#questions.complete(this.#course.sitting.questions);
      this.#advance();
    });
    return make("div", {}, make("label", { class: "gp-examining__again" }, make("span", {}, "Was in die Antwort gehört, steht in der Vortragsdatei. Öffne sie noch einmal:"), file), said);
  }

  #over() {
    const asked = this.#course.answers();
    const { disturbance } = this.#taken();
    return [make("h2", {}, "Fülle den Bogen fertig aus"), make("p", { class: "gp-mock__said" }, "Zuerst spricht, wer geprüft wurde. Dann sagst du, was du beobachtet hast, und einen nächsten Schritt."),
      ...(asked.length ? [make("h3", {}, "Gefragt wurde"), make("ol", {}, ...asked.map((answer) => make("li", {}, answer.title, make("span", { class: "gp-mock__times" }, timesSaid(answer, this.#exam.discussion)))))] : []),
      ...(disturbance ? disturbanceSaid(disturbance, disturbance, true) : [])];
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
