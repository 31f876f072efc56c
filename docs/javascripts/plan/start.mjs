// The start page: a first visit is asked two things, any other is told what today is about. For a first one nothing more is loaded.

import { wasStarted } from "../base/app.mjs";
import { find } from "../base/names.mjs";

/** @typedef {{index: Promise<string | null>, outline: Promise<string | null>}} Texts  of the cards and of the plan; null where one does not come */

/** What the briefing is about, asked for while its modules are still on the way. @returns {Promise<Texts>} */
async function fetchTexts() {
  const { fetchText } = await import("../base/fetching.mjs");
  const [index, outline] = ["ueben/karten.json", "plan/plan.json"].map((path) => fetchText(path).catch(() => null));
  return { index, outline };
}

/** @param {HTMLElement} place @param {import("../base/app.mjs").Offered} offered */
export async function mount(place, offered) {
  const { dataset } = document.documentElement;
  const brief = async () => {
    dataset.known = ""; // What stands in the head has said it already where something was stored.
    try {
      const [texts, { showBriefing }] = await Promise.all([fetchTexts(), import("./briefing.mjs")]);
      await showBriefing(find(place, "with"), place, texts, offered);
    } catch (reason) {
      delete dataset.known;
      console.warn("Die Startseite bleibt, wie sie ohne Skript ist:", reason);
    }
  };
  const isStarted = wasStarted();
  if (dataset.known !== undefined) return brief();
  mountWelcome(place, brief);
  if (isStarted) await offerWayBack(place, brief);
}

/** The app begins here with nothing: maybe the device had something once. @param {HTMLElement} place @param {() => Promise<void>} onBack */
async function offerWayBack(place, onBack) {
  const { isNothingHere, makeWayBack } = await import("./coming-back.mjs");
  if (await isNothingHere()) place.closest("article")?.prepend(makeWayBack(onBack));
}

/** @param {HTMLElement} place @param {() => Promise<void>} onDone */
function mountWelcome(place, onDone) {
  const form = /** @type {HTMLFormElement} */ (find(place, "exam-form"));
  const field = /** @type {HTMLInputElement} */ (form.elements.namedItem("exam"));
  /** @param {boolean} isSkipped */
  const go = async (isSkipped) => {
    const [{ dayOf }, { examOf, settleWelcome }] = await Promise.all([import("../base/calendar.mjs"), import("../memory/settings.mjs")]);
    const exam = isSkipped ? null : examOf(field.value);
    const isHalf = !isSkipped && exam === null && (field.value !== "" || field.validity.badInput);
    const isOver = exam !== null && exam < dayOf(Date.now());
    field.toggleAttribute("aria-invalid", isHalf || isOver);
    if (isHalf || isOver) {
      find(place, "said").textContent = isOver ? "Dieser Tag ist vorbei. Stimmt das Jahr?" : "Das Datum ist unvollständig oder liegt zu lange zurück.";
      return field.focus();
    }
    settleWelcome(exam, isSkipped ? null : /** @type {any} */ (new FormData(form).get("focus") || null));
    await onDone();
    const heading = place.querySelector("h1");
    heading?.focus();
    scrollTo(0, 0);
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void go(false);
  });
  find(place, "cancel").addEventListener("click", () => void go(true));
}
