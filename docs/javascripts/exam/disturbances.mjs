// What goes wrong in video conferences, and what a good reaction to it is: one of these comes in an exam where somebody wishes it. Pure.

import { randomBy } from "../base/random.mjs";

/** @typedef {"talk" | "discussion"} Where */
/**
 * `said` is what is heard or seen; `play` tells an examiner how to make it true, "" where saying it is enough; `good` is what helps, in this order.
 *
 * @typedef {{id: string, where: Where[], said: string, play: string, good: string[]}} Disturbance
 */
/** @typedef {{id: string, where: Where, after_s: number}} Drawn  so many seconds after that part has begun */
/** @typedef {Drawn & {took_s: number | null}} Happened  after so many seconds it went on, null where nobody said so */

/** @type {readonly Disturbance[]} */
export const DISTURBANCES = [
  {
    id: "folien-weg", where: ["talk"], said: "„Entschuldigung, ich sehe Ihre Folien nicht mehr.“", play: "",
    good: ["Ruhig bestätigen: Du hast es gehört und kümmerst dich darum.", "Die Freigabe beenden, neu starten und dabei sagen, was du tust.", "Nachfragen, ob die richtige Folie zu sehen ist, dann beim letzten ganzen Satz weitermachen.", "Dauert es länger als eine halbe Minute: ohne Folien weitersprechen und anbieten, das PDF zu schicken."],
  },
  {
    id: "alte-folie", where: ["talk"], said: "„Bei mir steht noch die vorige Folie.“", play: "",
    good: ["Sagen, auf welcher Folie du bist, mit Nummer und Titel.", "Einmal zurück und wieder vor blättern, oder das Fenster neu teilen.", "Nachfragen, ob sie jetzt zu sehen ist, und erst dann weitersprechen."],
  },
  {
    id: "nachricht", where: ["talk"], said: "„Über Ihrer Folie ist gerade eine Nachricht aufgegangen.“", play: "",
    good: ["Für den Hinweis danken, die Nachricht schließen und nicht vorlesen.", "Benachrichtigungen ausschalten, wenn es mit einem Griff geht.", "Waren Daten von Personen zu sehen, das kurz ansprechen. Dann weiter im Text."],
  },
  {
    id: "zwischenfrage", where: ["talk"], said: "„Darf ich kurz unterbrechen: Was heißt diese Abkürzung?“", play: "Nimm eine Abkürzung, die gerade gefallen ist.",
    good: ["In einem Satz antworten, nicht in fünf.", "Mehr dazu für das Fachgespräch anbieten.", "Dort weitermachen, wo du warst, und die Zeit im Blick behalten."],
  },
  {
    id: "ton-bricht-ab", where: ["talk", "discussion"], said: "„Ihr Ton bricht ab, ich verstehe nur die Hälfte.“", play: "",
    good: ["Langsamer und deutlich sprechen und fragen, ob es so besser ist.", "Den Stecker prüfen, das andere Mikrofon wählen oder das Bild ausschalten, damit der Ton genug Leitung hat.", "Den letzten Satz wiederholen, bevor es weitergeht.", "Hilft nichts: anbieten, sich mit dem Telefon einzuwählen."],
  },
  {
    id: "bild-steht", where: ["talk", "discussion"], said: "„Ihr Bild steht.“", play: "",
    good: ["Fragen, ob man dich noch hört. Der Ton ist wichtiger.", "Die Kamera aus- und wieder einschalten, einmal.", "Bleibt es dabei: sagen, dass du ohne Bild weitermachst, und weitersprechen."],
  },
  {
    id: "kein-ton", where: ["discussion"], said: "„Ich höre Sie nicht. Ist Ihr Mikrofon aus?“", play: "Sag es mitten in einer Antwort und wiederhole es einmal.",
    good: ["Nachsehen, nicht raten: Ist das Mikrofon stumm?", "Eine Tonprobe geben und auf die Bestätigung warten.", "Die Antwort von vorn beginnen, kürzer als beim ersten Mal."],
  },
  {
    id: "war-weg", where: ["discussion"], said: "„Entschuldigung, ich war kurz aus der Konferenz geflogen. Was sagten Sie zuletzt?“", play: "",
    good: ["Ohne Vorwurf und ohne Seufzen.", "Die Kernaussage in einem Satz wiederholen.", "Fragen, ob das genügt, und dann weiter."],
  },
  {
    id: "klingel", where: ["talk", "discussion"], said: "Bei dir klingelt es an der Tür, zweimal.", play: "Sag: „Bei Ihnen hat es geklingelt, oder?“",
    good: ["Nicht aufstehen.", "Sich einmal kurz entschuldigen und den Satz zu Ende bringen.", "Beim nächsten Mal hängt vorher ein Zettel an der Tür."],
  },
];

/** So much of a part is over before, so that nobody waits for it at the beginning and there is time to go on. @type {Record<Where, [number, number]>} */
const SHARES = { talk: [0.25, 0.65], discussion: [0.2, 0.55] };

/**
 * The same on every device.
 *
 * @param {string} seed
 * @param {Record<Where, number>} budgets seconds
 * @param {string} [last] id of the one before, which does not come again
 * @returns {Drawn}
 */
export function drawDisturbance(seed, budgets, last = "") {
  const random = randomBy(`${seed} disturbance`);
  const among = DISTURBANCES.filter(({ id }) => id !== last);
  const { id, where: places } = among[Math.floor(random() * among.length)];
  const where = places[Math.floor(random() * places.length)];
  const [from, to] = SHARES[where];
  return { id, where, after_s: Math.round(budgets[where] * (from + random() * (to - from))) };
}

/** @param {{presentation: {budget: number}, discussion: {budget: number}}} exam @returns {Record<Where, number>} */
export const budgetsOf = ({ presentation, discussion }) => ({ talk: presentation.budget, discussion: discussion.budget });

/** @param {string} id @returns {Disturbance | undefined} undefined for one that is no longer there */
export const disturbanceOf = (id) => DISTURBANCES.find((each) => each.id === id);

/** Whether something that was stored is one. @param {any} drawn @returns {drawn is Drawn} */
export const isDrawn = (drawn) => typeof drawn?.id === "string" && Object.hasOwn(SHARES, drawn.where) && Number.isFinite(drawn.after_s) && drawn.after_s >= 0;
