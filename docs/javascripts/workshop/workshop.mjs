// „Mein Vortrag“: the list of one's own talks, and one of them edited.

import { button, focusOn, make } from "../base/elements.mjs";
import { ownTalks, randomName } from "../base/own-talks.mjs";
import { readPace } from "../speech/pace.mjs";
import { idIn, isOwn, ownId, ownKey, queryOf } from "../talk/judging.mjs";
import { earlierIn } from "../talk/plans.mjs";
import { loadExam, SAID } from "../talk/talk.mjs";
import { Editor } from "./editor.mjs";
import { prepareReading } from "./importing.mjs";
import { getHints, getJudge, getSetting, getSpeech } from "./knowledge.mjs";
import { makeList } from "./list.mjs";
import { measured, planned } from "./measuring.mjs";
import { vetted } from "./vetting.mjs";
import { USUAL } from "./times.mjs";
import { keyFor, received } from "./whole.mjs";

/** @typedef {import("./editor.mjs").Knowledge} Knowledge */
/** @typedef {import("./importing.mjs").Begun} Begun */
/** @typedef {import("./own-talk.mjs").OwnTalk} OwnTalk */

const UNLOADED = "Was zum Prüfen nötig ist, lässt sich gerade nicht laden. Prüfe die Verbindung und lade die Seite neu.";

/** @param {HTMLElement} container */
export async function mount(container) {
  await new Workshop(container).show();
  container.classList.add("gp-ready");
}

class Workshop {
  #container;
  #exams;
  #cases;
  #plans;
  /** @type {Editor | null} */
  #editor = null;
  /** What was lost in reading, by the key of the talk. @type {Map<string, string[]>} */
  #losses = new Map();
  /** What came of a file of a talk that was known, by its key. @type {Map<string, import("./whole.mjs").Received>} */
  #received = new Map();
  /** @type {Promise<Knowledge> | null} */
  #knowledge = null;
  /** What was written a moment ago, with its pictures: reading it again would take long. @type {{key: string, talk: OwnTalk, pictures: Begun["pictures"]} | null} */
  #written = null;
  /** Ends what the list hears of other tabs. */
  #stop = new AbortController();

  /** @param {HTMLElement} container */
  constructor(container) {
    this.#container = container;
    this.#exams = /** @type {string[]} */ (JSON.parse(container.dataset.exams ?? "[]"));
    this.#cases = JSON.parse(container.dataset.cards ?? "[]");
    this.#plans = JSON.parse(container.dataset.plans ?? "[]");
    addEventListener("beforeunload", (event) => ownTalks().isUnkept && event.preventDefault());
    addEventListener("popstate", () => void this.show());
    addEventListener("pageshow", ({ persisted }) => persisted && void this.show()); // Back from the stage, which may have put other times.
  }

  /** What the address asks for. */
  async show() {
    await this.#editor?.close();
    this.#editor = null;
    this.#stop.abort();
    this.#stop = new AbortController();
    const id = idIn(location.search);
    await (isOwn(id) ? this.#edit(ownKey(id)) : this.#showList());
  }

  /** @param {string} query */
  async #go(query) {
    history.pushState(null, "", query || location.pathname);
    await this.show();
    const heading = document.querySelector("main h1");
    if (heading instanceof HTMLElement) focusOn(heading);
    scrollTo(0, 0);
  }

  async #showList() {
    const list = await makeList({
      cases: this.#cases, plans: this.#plans, onOpen: (key) => void this.#go(`?${queryOf(ownId(key))}`), onBegin: (begun) => this.#begin(begun), onCopy: (key) => this.#copy(key),
      onSeveral: (files, place) => this.#judge(files, place),
      signal: this.#stop.signal,
    });
    this.#container.replaceChildren(list);
    // What comes next takes both, and a slow network long.
    void this.#know().catch(() => {});
    void prepareReading();
    void this.#size();
  }

  /** @param {string} key */
  async #edit(key) {
    const [found, knowledge] = await Promise.all([this.#written?.key === key ? this.#written : ownTalks().read(key), this.#know().catch(() => null)]);
    this.#written = null;
    const talk = found && vetted(found.talk, new Set(found.pictures.keys()));
    const back = button("Alle meine Vorträge", () => void this.#go(""), { class: "gp-button gp-outline__back" });
    if (!found || !talk || !knowledge) return this.#container.replaceChildren(make("p", { class: "gp-notice", role: "alert" }, talk ? UNLOADED : SAID.gone), make("p", {}, back));
    this.#editor = new Editor(key, talk, found.pictures, knowledge, earlierIn(found.talk));
    this.#container.replaceChildren(back, ...this.#lossesOf(key), ...this.#receivedOf(key, this.#editor), this.#editor.element, this.#editor.round.element);
  }

  /** @param {string} key */
  #lossesOf(key) {
    const losses = this.#losses.get(key) ?? [];
    if (!losses.length) return [];
    const title = losses.length === 1 ? "Eines kam nicht mit" : `${losses.length} Dinge kamen nicht mit`;
    return [make("details", { class: "gp-notice gp-losses", open: true }, make("summary", {}, make("strong", {}, title)), make("ul", {}, ...losses.map((said) => make("li", {}, said))))];
  }

  /** @param {string} key @param {Editor} editor */
  #receivedOf(key, editor) {
    const found = this.#received.get(key);
    if (!found) return [];
    this.#received.delete(key);
    const notice = make("div", { class: "gp-notice", role: "status" }, make("p", {}, `Diesen Vortrag gab es hier schon. ${found.said}`));
    const { other } = found;
    if (other) {
      const take = button("Fassung aus der Datei nehmen", () => {
        editor.take(other.talk, other.pictures);
        notice.replaceChildren("Hier steht jetzt die Fassung aus der Datei. „Rückgängig“ bringt deine zurück.");
      });
      notice.append(make("p", {}, "Texte und Zeiten in der Datei sind andere als hier. Deine sind geblieben."), make("p", { class: "gp-actions" }, take));
    }
    return [notice];
  }

  /** Several files at once, beside one another. @param {File[]} files @param {HTMLElement} place */
  async #judge(files, place) {
    try {
      const { showClass } = await import("./class.mjs");
      await showClass(files, () => this.#know(), (begun) => this.#begin(begun), place);
    } catch {
      place.replaceChildren(make("p", { class: "gp-notice", role: "alert" }, UNLOADED));
    }
  }

  /** @param {Begun} begun */
  async #begin({ talk, pictures, losses, runs, reviews, comments }) {
    const [key, knowledge] = [runs ? keyFor(talk) : randomName(), await this.#know().catch(() => null)];
    const known = runs && reviews && comments ? await received(key, { talk, pictures, runs, reviews, comments }) : null;
    this.#losses.set(key, losses);
    if (known) {
      this.#received.set(key, known);
      return this.#go(`?${queryOf(ownId(key))}`);
    }
    const exam = talk.exam || this.#exams[0];
    const rules = knowledge?.exams.find(({ id }) => id === exam);
    const named = { ...talk, exam };
    const timed = knowledge && rules ? measured(planned(named, knowledge.speech, rules, readPace() ?? USUAL), knowledge.speech, knowledge.setting) : named;
    await ownTalks().writePictures(key, pictures);
    await ownTalks().write(key, timed);
    this.#written = { key, talk: timed, pictures };
    await this.#go(`?${queryOf(ownId(key))}`);
  }

  /** With what was said of it, for that is still to be done; rehearsals were of the other. @param {string} key @returns {Promise<boolean>} whether the device keeps it */
  async #copy(key) {
    const [found, comments] = [await ownTalks().read(key), await ownTalks().comments(key)];
    if (!found) return false;
    const copy = randomName();
    await ownTalks().writePictures(copy, found.pictures);
    await ownTalks().write(copy, { ...found.talk, title: `${found.talk.title} (Kopie)` });
    if (comments) await ownTalks().changeComments(copy, () => comments);
    return ownTalks().troubleOf(copy) === null;
  }

  /** What older versions of the page kept does not say how large slides are set: the stage would set all as large as it goes. */
  async #size() {
    const unsized = (await ownTalks().list()).filter(({ talk }) => talk.slides.length && talk.slides.every((/** @type {any} */ { density }) => !density));
    const knowledge = unsized.length ? await this.#know().catch(() => null) : null;
    if (knowledge) for (const { key } of unsized) await ownTalks().amend(key, (talk) => measured(talk, knowledge.speech, knowledge.setting));
  }

  /** What it takes to judge. @returns {Promise<Knowledge>} */
  #know() {
    this.#knowledge ??= this.#load();
    this.#knowledge.catch(() => { this.#knowledge = null; });
    return this.#knowledge;
  }

  async #load() {
    const [judge, hints, speech, setting, exams] = await Promise.all([getJudge(), getHints(), getSpeech(), getSetting(), Promise.all(this.#exams.map(loadExam))]);
    const known = exams.filter((exam) => exam !== null);
    if (!known.length) throw new Error("no exam");
    return { judge, hints, speech, setting, exams: known };
  }
}
