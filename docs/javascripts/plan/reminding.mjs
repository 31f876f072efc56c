// One word at a time to somebody who practises: that much of it is in no file, or else that the site can be an app. It is said beside the
// plan, never while practising, and goes away when told to.

import { isByHand } from "../base/app.mjs";
import { datedFrom, dayOf } from "../base/calendar.mjs";
import { button, focusOn, make } from "../base/elements.mjs";
import { openShelf } from "../base/shelf.mjs";
import { openProgress } from "../memory/progress.mjs";
import { forbidReminding, isAppUnwanted, mayRemind, noteReminded, putOff, refuseApp, savedAt, unsavedSince } from "../memory/saved.mjs";
import { readOwnTalks } from "../practice/supply.mjs";
import { installButtons, isInstallable, stepsToInstall } from "./installing.mjs";
import { mockExams, practisedDays, wholeRuns } from "./present.mjs";

/** @typedef {import("../base/app.mjs").Offered} Offered */

/** Strangers hear nothing of the app. */
const FEWEST_DAYS = 2;
const ANSWERED = "answered";

/** @param {Offered} offered @returns {HTMLElement} the place where it is said; hidden as long as there is nothing */
export const makeReminder = (offered) => new Reminder(offered).place;

class Reminder {
  #offered;
  /** What stands there now. */
  #shown = "";
  place = make("aside", { class: "gp-reminder", "aria-label": "Hinweis", hidden: true });

  /** @param {Offered} offered */
  constructor(offered) {
    this.#offered = offered;
    const show = () => void this.#show();
    show();
    addEventListener("beforeinstallprompt", show);
    openShelf().onChange(["setting", "reset"], show);
  }

  async #show() {
    const since = await sinceWhen();
    if (this.#shown === ANSWERED) return;
    if (since !== null && mayRemind(dayOf(Date.now()))) this.#put(`since ${since}`, () => this.#aboutSaving(since));
    else if (isAppWorthSaying(this.#offered)) this.#put("app", () => this.#aboutInstalling());
    else this.#put("", () => []);
  }

  /** What stands there already stays, with the keyboard in it. @param {string} name @param {() => HTMLElement[]} make */
  #put(name, make) {
    if (this.#shown === name) return;
    this.#shown = name;
    this.place.replaceChildren(...make());
    this.place.hidden = name === "";
  }

  /** @param {number} since */
  #aboutSaving(since) {
    const today = dayOf(Date.now());
    noteReminded(today);
    return [
      make("p", {}, `Was du seit ${datedFrom(since, today)} getan hast, steht in keiner Sicherung. Löscht dein Browser, was er für diese Website gespeichert hat, ist es weg.`),
      make("p", { class: "gp-actions" },
        button("Jetzt sichern", () => void this.#save(this.#answer("Die Datei wird geschrieben.", () => {})), { class: "gp-button gp-button--primary" }), " ",
        button("Später", () => this.#answer("Gut. In einer Woche wird noch einmal daran erinnert.", () => putOff(today))), " ",
        button("Nicht mehr erinnern", () => this.#answer("Daran wird nicht mehr erinnert. Sichern kannst du jederzeit unter „Mein Stand“.", forbidReminding))),
    ];
  }

  /** @param {HTMLElement} said where it is said what came of it */
  async #save(said) {
    try {
      const { saveAll } = await import("../workshop/saved-file.mjs");
      await saveAll(openShelf(), said);
    } catch {
      said.textContent = "Das Sichern lässt sich gerade nicht laden. Prüfe die Verbindung, und versuche es unter „Mein Stand“ noch einmal.";
    }
  }

  #aboutInstalling() {
    const said = make("p", { role: "status" });
    const save = button("Als Datei sichern", () => void this.#save(said));
    return [
      make("p", {}, "Du kannst diese Website wie eine App auf dein Gerät legen, mit eigenem Symbol und ohne Adressleiste."),
      ...stepsToInstall(this.#offered),
      said,
      make("p", { class: "gp-actions" }, ...[...installButtons(this.#offered), ...(isByHand() ? [save] : [])].flatMap((each) => [each, " "]), button("Nicht mehr zeigen", () => this.#answer("Gut. Wie es geht, steht weiter unter „Mein Stand“.", refuseApp))),
    ];
  }

  /** Say what comes of a choice in the place of the question, where the keyboard is. @param {string} text @param {() => void} act */
  #answer(text, act) {
    const said = make("p", { role: "status" }, text);
    this.#shown = ANSWERED;
    this.place.replaceChildren(said);
    focusOn(said);
    act();
    return said;
  }
}

/** @returns {Promise<number | null>} the day since which what was done is in no file, where that is worth a word */
async function sinceWhen() {
  const [runs, mocks, talks] = await Promise.all([wholeRuns(), mockExams(), readOwnTalks().catch(() => [])]);
  const reviews = [...openProgress().all().values()].flat();
  const others = [...runs.map(({ run }) => run), ...mocks.map(({ record }) => record), ...talks];
  return unsavedSince([...reviews, ...others.map(({ at }) => ({ at }))], savedAt(), Date.now());
}

/** @param {Offered} offered */
const isAppWorthSaying = (offered) => !isAppUnwanted() && practisedDays().size >= FEWEST_DAYS && isInstallable(offered);
