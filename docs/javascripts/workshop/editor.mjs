// A talk of one's own, edited: the outline, and beside it what follows from it, kept by itself.

import { onSite } from "../base/addresses.mjs";
import { mountDragging } from "../base/dragging.mjs";
import { button, make } from "../base/elements.mjs";
import { handOut } from "../base/files.mjs";
import { onPaceChange, readPace } from "../speech/pace.mjs";
import { makeFrame, makeSlide as makeShown } from "../talk/slide.mjs";
import { nameOf, ownId, queryOf } from "../talk/judging.mjs";
import { Addresses } from "../talk/own.mjs";
import { withTimes } from "../talk/plans.mjs";
import { onRunsChange, runsOf } from "../talk/runs.mjs";
import { makeAboutForm } from "./about-form.mjs";
import { asCaseStudy, leftBehind, slugOf } from "./case-study.mjs";
import { Comments } from "./comments.mjs";
import { Draft, moved, withoutSlide, withSaid } from "./draft.mjs";
import { makeLooks } from "./looks.mjs";
import { measured, planned, sized } from "./measuring.mjs";
import { MOST_SLIDES, withSlide } from "./own-talk.mjs";
import { printAlone, printCards, printHandout, printOutline } from "./paper.mjs";
import { pictured } from "./picture-file.mjs";
import { hearPictures, keepPicture, takeBack } from "./picturing.mjs";
import { makePlanBar } from "./plan-bar.mjs";
import { makeQuestions } from "./questions.mjs";
import { rehearsed } from "./rehearsed.mjs";
import { makeReread } from "./rereading.mjs";
import { makeRoundPlace } from "./round-place.mjs";
import { Saving } from "./saving.mjs";
import { makeSlideForm } from "./slide-form.mjs";
import { timesOf, USUAL } from "./times.mjs";
import { makeVerdict } from "./verdict.mjs";
import { handOutWhole } from "./whole.mjs";
import { toYaml } from "./yaml.mjs";

/** @typedef {import("./own-talk.mjs").OwnTalk} OwnTalk */
/** @typedef {import("./own-talk.mjs").Pictures} Pictures */
/** @typedef {import("./slide-form.mjs").Deed} Deed */
/** @typedef {import("./slide-form.mjs").SlideForm} SlideForm */

/**
 * @typedef {{judge: ReturnType<typeof import("./checks.mjs").makeJudge>, hints: ReturnType<typeof import("./hints.mjs").makeHints>, speech: import("./times.mjs").Speech,
 *   setting: import("./measuring.mjs").Setting, exams: import("./times.mjs").Exam[]}} Knowledge
 */

const JUDGE_MS = 120;

export class Editor {
  #key;
  #draft;
  #pictures = new Addresses();
  #comments;
  #knowledge;
  #about;
  #bar = makePlanBar();
  #frame = makeFrame();
  #verdict;
  #questions;
  /** @type {Map<string, SlideForm>} */
  #forms = new Map();
  #list = make("ol", { class: "gp-pieces" });
  #outcome = make("div", { class: "gp-outline__outcome", role: "status" });
  #looks = makeLooks({ key: () => this.#key, talk: () => this.#draft.talk, onChange: (talk, pictures) => this.take(talk, pictures), place: this.#outcome });
  #said = make("p", { class: "gp-hidden", role: "status" });
  #undo = button("Rückgängig", () => this.#step("undo"));
  #redo = button("Wiederholen", () => this.#step("redo"));
  #propose = button("Zeiten aus den Proben übernehmen", () => {}, { hidden: true });
  #open = "";
  #judging = 0;
  /** Stands beside it, and in its place while questions are practised. */
  round = makeRoundPlace();
  #stop = new AbortController();
  #saving;

  /**
   * @param {string} key
   * @param {OwnTalk} talk
   * @param {Pictures} pictures
   * @param {Knowledge} knowledge
   * @param {import("../talk/plans.mjs").Times} earlier times that a rehearsal has replaced since the talk was last edited
   */
  constructor(key, talk, pictures, knowledge, earlier) {
    this.#key = key;
    this.#draft = new Draft(talk, earlier.size ? withTimes(talk, earlier) : talk);
    this.#pictures.add(pictures);
    this.#comments = new Comments(key, (slide) => this.#draft.talk.slides.some((each) => each.key === slide), this.#stop.signal);
    this.#knowledge = knowledge;
    this.#saving = new Saving({
      key, talk: () => measured(this.#draft.talk, knowledge.speech, knowledge.setting), pictures, onOther: (other, found) => this.#follow(other, found),
    }, this.#stop.signal);
    const onChange = (/** @type {(talk: OwnTalk) => OwnTalk} */ change, /** @type {string} */ mark) => this.#change(change(this.#draft.talk), mark);
    const onLeave = () => this.#draft.pause();
    this.#about = makeAboutForm(onChange, onLeave, knowledge.exams);
    this.#questions = makeQuestions({
      key, onChange, onLeave, plainText: knowledge.speech.plainText, round: this.round, exam: () => this.#exam(), print: (paper) => printAlone(this.element, paper),
    });
    this.#verdict = makeVerdict((finding) => this.#go(finding));
    this.element = this.#layout();
    this.#show(true, 0);
    this.#listen();
    this.#saving.recover();
  }

  /** Keep what is not kept yet, and hear of nothing any more. */
  async close() {
    await this.#saving.close();
    this.#stop.abort();
    this.round.close();
    clearTimeout(this.#judging);
    void takeBack(this.element, this.#pictures.values());
  }

  /** Another state of the talk in its place, which can be undone. @param {OwnTalk} talk @param {Pictures} pictures */
  take(talk, pictures) {
    this.#follow(talk, pictures);
    this.#saving.later();
  }

  /** The talk may show these too. @param {Pictures} pictures */
  #know(pictures) {
    this.#saving.add(pictures);
    this.#pictures.add(pictures);
  }

  /** @param {OwnTalk} talk @param {Pictures} pictures */
  #follow(talk, pictures) {
    this.#know(pictures);
    const { made, asked } = this.#draft.talk;
    this.#draft.change({ ...talk, made: Math.max(talk.made, made), asked: Math.max(talk.asked, asked) });
    this.#show(true);
  }

  #layout() {
    const stage = make("a", { class: "gp-button gp-button--primary", href: onSite(`buehne/?${queryOf(ownId(this.#key))}`).href }, "Vortragen und proben");
    stage.addEventListener("click", (event) => void this.#toStage(event, stage.href));
    const add = button("Neue Folie", () => this.#add(this.#draft.talk.slides.length), { class: "gp-button gp-pieces__add" });
    const again = makeReread({ key: this.#key, talk: () => this.#draft.talk, onRead: (talk, pictures) => this.take(talk, pictures), place: this.#outcome });
    this.#propose.addEventListener("click", () => {
      this.#change(withTimes(this.#draft.talk, this.#rehearsed().times));
      this.#undo.focus();
    });
    const times = button("Fehlende Zeiten vorschlagen", () => this.#change(planned(this.#draft.talk, this.#knowledge.speech, this.#exam(), this.#pace())));
    return make("div", { class: "gp-outline" },
      make("div", { class: "gp-outline__top" }, this.#about.title.element, this.#saving.status),
      make("p", { class: "gp-actions gp-outline__actions" }, stage, " ", this.#undo, " ", this.#redo),
      make("p", { class: "gp-actions gp-outline__tools" }, ...again, " ", ...this.#looks.elements, " ", button("Als Datei sichern", () => void handOutWhole(this.#key, this.#draft.talk, this.#outcome)), " ", button("Als YAML sichern", () => this.#handOut()), " ",
        button("Stichwortkarten drucken", () => printCards(this.#draft.talk, this.element)), " ", button("Gliederung drucken", () => printOutline(this.#draft.talk, this.element)), " ",
        button("Handzettel drucken", () => void printHandout(sized(this.#draft.talk, this.#knowledge.setting), this.#pictures, this.element))),
      this.#outcome, this.#saving.notice,
      make("div", { class: "gp-outline__live" }, this.#bar.element),
      make("div", { class: "gp-outline__columns" },
        make("section", { class: "gp-outline__outline", "aria-label": "Gliederung" }, this.#about.element, this.#list, make("p", { class: "gp-entry__hint gp-pieces__hint" }, "Folien ziehst du am Griff ⠿ an ihren Platz; Alt mit ↑ oder ↓ verschiebt Folien und Stichpunkte."), this.#said, make("p", { class: "gp-actions" }, add, " ", times, " ", this.#propose), this.#comments.boxOf(""),
          this.#questions.element),
        make("aside", { class: "gp-outline__beside", "aria-label": "Vorschau und Befunde" }, make("div", { class: "gp-outline__preview" }, this.#frame.element), this.#verdict.element)));
  }

  #listen() {
    const { signal } = this.#stop;
    addEventListener("keydown", (event) => this.#press(event), { signal });
    mountDragging(this.#list, (item) => this.#drop(item), signal, { handle: "[data-grip]" });
    hearPictures(this.element, signal, (file, slide) => void this.#picture(file, slide || this.#open));
    for (const stop of [onPaceChange(() => this.#judge()), onRunsChange(() => this.#judge())]) signal.addEventListener("abort", stop);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !(key === "z" || key === "y") || this.round.isOn || isApart(event.target)) return;
    event.preventDefault();
    this.#step(key === "y" || event.shiftKey ? "redo" : "undo");
  }

  /** @param {"undo" | "redo"} way */
  #step(way) {
    const pressed = document.activeElement;
    this.#draft[way]();
    this.#saving.later();
    this.#show(true);
    if (pressed instanceof HTMLButtonElement && pressed.disabled) (pressed === this.#undo ? this.#redo : this.#undo).focus();
  }

  /** @param {OwnTalk} talk @param {string} [mark] */
  #change(talk, mark = "") {
    if (talk === this.#draft.talk) return;
    this.#draft.change(talk, mark, performance.now());
    this.#saving.later();
    this.#show(mark === "");
  }

  /** Bring the fields in line with the talk. @param {boolean} always also where somebody writes @param {number | null} [ms] when it is judged, null for at once */
  #show(always, ms = always ? null : JUDGE_MS) {
    const { talk } = this.#draft;
    this.#about.show(talk, always);
    this.#questions.show(talk, always);
    this.#looks.show(talk);
    const forms = talk.slides.map(({ key }) => this.#formOf(key));
    this.#arrange(forms);
    for (const [index, form] of forms.entries()) form.show(talk.slides[index], index, forms.length, always);
    if (!talk.slides.some(({ key }) => key === this.#open)) this.#unfold(talk.slides[0]?.key ?? "");
    [this.#undo.disabled, this.#redo.disabled] = [!this.#draft.canUndo, !this.#draft.canRedo];
    clearTimeout(this.#judging);
    if (ms === null) this.#judge();
    else this.#judging = Number(setTimeout(() => this.#judge(), ms));
  }

  /** Forms in their order; whoever moves with one keeps the keyboard. @param {SlideForm[]} forms */
  #arrange(forms) {
    const { children } = this.#list;
    if (forms.length === children.length && forms.every(({ element }, index) => element === children[index])) return;
    const focused = document.activeElement;
    this.#list.replaceChildren(...forms.map(({ element }) => element));
    this.#comments.show();
    if (focused instanceof HTMLElement && this.#list.contains(focused)) focused.focus({ preventScroll: true });
  }

  /** @param {string} key @returns {SlideForm} */
  #formOf(key) {
    const known = this.#forms.get(key);
    if (known) return known;
    const form = makeSlideForm({
      key,
      onChange: (said, mark) => this.#change(withSaid(this.#draft.talk, key, said), mark), onLeave: () => this.#draft.pause(),
      onOpen: () => { this.#unfold(this.#open === key ? "" : key); this.#judge(); }, onDeed: (deed) => this.#do(deed, key),
      onFile: (file) => void this.#picture(file, key), addressOf: (picture) => this.#pictures.get(picture),
    });
    form.body.append(this.#comments.boxOf(key));
    this.#forms.set(key, form);
    return form;
  }

  /** @param {string} key of the slide, "" for none */
  #unfold(key) {
    this.#open = key;
    for (const [each, form] of this.#forms) form.unfold(each === key);
  }

  /** What follows from the talk as it is. */
  #judge() {
    const [{ talk }, { judge, hints, speech, setting }, exam, pace] = [this.#draft, this.#knowledge, this.#exam(), this.#pace()];
    const [practised, times] = [this.#rehearsed(), timesOf(speech, talk, exam, pace)];
    const findings = [...judge(talk, exam, pace), ...practised.findings, ...hints(talk)];
    this.#propose.hidden = !practised.times.size;
    const active = Math.max(0, talk.slides.findIndex(({ key }) => key === this.#open));
    this.#about.judge(findings);
    for (const [index, { key, notes }] of talk.slides.entries()) this.#forms.get(key)?.judge(findings.filter(({ slide }) => slide === key), times.slides[index], speech.countWords(notes));
    this.#bar.show(talk, times, exam, active);
    this.#verdict.show(findings, talk);
    this.#frame.show(talk.slides.length ? makeShown({ ...sized(talk, setting), id: "vorschau", drawings: new Map(), pictures: this.#pictures }, active) : null);
  }

  /** @param {Deed} deed @param {string} key */
  #do(deed, key) {
    const { talk } = this.#draft;
    const at = talk.slides.findIndex((slide) => slide.key === key);
    if (deed === "add") return this.#add(at + 1);
    if (deed === "copy") return this.#add(at + 1, copied(talk.slides[at]));
    if (deed === "remove") {
      this.#change(withoutSlide(talk, key));
      this.#said.textContent = `Folie ${at + 1} ist gelöscht. „Rückgängig“ bringt sie zurück.`;
      return this.#forms.get(this.#draft.talk.slides[Math.min(at, this.#draft.talk.slides.length - 1)]?.key ?? "")?.head.focus();
    }
    this.#move(key, at + (deed === "up" ? -1 : 1));
    if (document.activeElement instanceof HTMLButtonElement && document.activeElement.disabled) this.#forms.get(key)?.head.focus();
  }

  /** It was dragged. @param {HTMLElement} item */
  #drop(item) {
    this.#move(item.dataset.slide ?? "", [...this.#list.children].indexOf(item));
  }

  /** @param {string} key @param {number} to the place it goes to, from 0 */
  #move(key, to) {
    this.#change(moved(this.#draft.talk, key, to));
    const { slides } = this.#draft.talk;
    const at = slides.findIndex((slide) => slide.key === key);
    this.#said.textContent = `„${slides[at].title.trim() || "Ohne Titel"}“ ist jetzt Folie ${at + 1} von ${slides.length}.`;
  }

  /** @param {File} file @param {string} key of the slide that is to show it */
  async #picture(file, key) {
    const kept = await keepPicture(this.#key, file);
    const slide = this.#draft.talk.slides.find((each) => each.key === key);
    if (!slide) return;
    const form = this.#formOf(key);
    this.#unfold(key);
    if ("trouble" in kept) return form.artifact.tell(kept.trouble);
    this.#know(kept.pictures);
    this.#change(withSaid(this.#draft.talk, key, { artifact: pictured(slide.artifact, kept.key) }));
    form.artifact.welcome(slide.artifact);
  }

  /** @param {number} at @param {Partial<import("./own-talk.mjs").Slide>} [said] */
  #add(at, said = {}) {
    if (this.#draft.talk.slides.length >= MOST_SLIDES) return void (this.#outcome.textContent = `Mehr als ${MOST_SLIDES} Folien fasst ein Vortrag hier nicht.`);
    this.#change(withSlide(this.#draft.talk, said, at));
    this.#unfold(this.#draft.talk.slides[at].key);
    this.#judge();
    this.#formOf(this.#open).fields.title.input.focus();
  }

  /** To the field that a finding is about. @param {import("./checks.mjs").Finding} finding */
  #go(finding) {
    const { path, slide, field } = finding;
    if (path[0] === "metadata") {
      this.#about.element.open = true;
      return this.#about.fields.get(field)?.input.focus();
    }
    const form = this.#formOf(slide || this.#draft.talk.slides[0]?.key);
    this.#unfold(this.#draft.talk.slides.find(({ key }) => key === slide)?.key ?? this.#open);
    this.#judge();
    (slide ? form.placeOf(finding) : form.head).focus();
  }

  #exam() {
    const { exams } = this.#knowledge;
    return exams.find(({ id }) => id === this.#draft.talk.exam) ?? exams[0];
  }

  #rehearsed() {
    return rehearsed({ talk: this.#draft.talk, exam: this.#exam(), runs: runsOf(ownId(this.#key)), pace: this.#pace() }, this.#knowledge.speech);
  }

  #pace() {
    return readPace() ?? USUAL;
  }

  /** @param {MouseEvent} event @param {string} address */
  async #toStage(event, address) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if ((await this.#saving.save()) === "kept") location.assign(address);
  }

  #handOut() {
    const { talk } = this.#draft;
    const name = slugOf(nameOf(talk)) || "mein-vortrag";
    const exam = talk.exam || this.#exam().id;
    handOut({ name: `${name}.yml`, text: toYaml(asCaseStudy({ ...talk, title: nameOf(talk), exam })), type: "application/yaml" }, this.#outcome, leftBehind(talk));
  }
}

/** Whether somebody writes what is no part of the talk: a comment, or a query. @param {EventTarget | null} target */
const isApart = (target) => target instanceof Element && target.matches("input:not([type=file]), textarea") && !target.hasAttribute("data-of-talk");

/** Its texts and times, under a key of its own. @param {import("./own-talk.mjs").Slide} slide */
const copied = ({ key, formerly, source, ...said }) => said;
