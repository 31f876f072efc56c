// Keeping one's progress: as a file and back, in the browser for good, set back and brought back.

import { dayOfIso, dateOf, dayOf, isoOf } from "../base/calendar.mjs";
import { askFirst, button, saveAsFile } from "../base/elements.mjs";
import { merge, readImport, saveProgress } from "../memory/progress-file.mjs";
import { amountOf, readSettings, writeSettings } from "../memory/settings.mjs";
import { askToPersist, isPersistent } from "../base/storage.mjs";

/** @typedef {import("../memory/progress.mjs").Progress} Progress */
/** @typedef {import("../memory/progress.mjs").CardName} CardName */
/** @typedef {import("../memory/progress-file.mjs").FileSettings} FileSettings */
/** @typedef {import("../memory/settings.mjs").Settings} Settings */
/** @typedef {(name: string) => HTMLElement} Find */

const PERSISTENCE = new Map([
  [true, "Der Browser hat zugesagt, ihn nicht von sich aus zu löschen."],
  [false, "Der Browser kann ihn löschen, wenn der Platz knapp wird oder du lange nicht hier warst. Sichere ihn deshalb ab und zu als Datei."],
  [null, "Ob der Browser ihn auf Dauer behält, sagt er nicht. Sichere ihn deshalb ab und zu als Datei."],
]);
const REALLY = "Wirklich endgültig löschen?";

/**
 * @param {HTMLElement} section
 * @param {Progress} progress
 * @param {CardName[]} cards
 */
export function mountKeeping(section, progress, cards) {
  /** @type {Find} */
  const find = (name) => /** @type {HTMLElement} */ (section.querySelector(`[data-${name}]`));
  /** @param {string} said */
  const say = (said) => { find("kept").textContent = said; };
  mountFile(find, progress, cards, say);
  mountReset(find, progress, say);
  mountDamaged(find, progress, say);
  const show = () => showState(find, progress);
  show();
  progress.onChange(show);
  void showPersistence(find, isPersistent());
}

/** @param {Find} find @param {Progress} progress @param {CardName[]} cards @param {(said: string) => void} say */
function mountFile(find, progress, cards, say) {
  const file = /** @type {HTMLInputElement} */ (find("file"));
  find("export").addEventListener("click", async () => {
    await saveProgress(progress);
    say("Gesichert. Die Datei liegt bei deinen Downloads.");
    await showPersistence(find, isPersistent());
  });
  find("import").addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (chosen) say(await take(find, progress, cards, chosen));
    file.value = "";
  });
  find("ask").addEventListener("click", async () => {
    const promised = await showPersistence(find, askToPersist());
    say(promised ? "Der Browser hat zugesagt, deinen Lernstand zu behalten." : "Der Browser gibt diese Zusage hier nicht. Manche tun es erst nach ein paar Besuchen oder mit einem Lesezeichen.");
  });
}

/** @param {Find} find @param {Progress} progress @param {CardName[]} cards @param {Blob} file @returns {Promise<string>} what came of it */
async function take(find, progress, cards, file) {
  const text = await file.text().catch(() => null);
  const contents = text === null ? { reason: "Sie lässt sich nicht öffnen." } : readImport(text);
  find("offer").hidden = true;
  if ("reason" in contents) return `Nicht übernommen, dein Lernstand ist unverändert. ${contents.reason}`;
  const { added, known } = merge(progress, contents.cards, cards);
  offer(find, contents.settings);
  return mergedSaid(added, known);
}

/** @param {number} added @param {number} known */
export function mergedSaid(added, known) {
  if (!added && !known) return "In dieser Datei steht noch nichts Geübtes.";
  if (!added) return `Alles aus dieser Datei war schon da (${known} ${known === 1 ? "Antwort" : "Antworten"}).`;
  return `Zusammengeführt: ${added} ${added === 1 ? "Antwort" : "Antworten"} übernommen${known ? `, ${known} ${known === 1 ? "war" : "waren"} schon da` : ""}.`;
}

/**
 * What of a file's settings is worth an offer: what differs; an exam's date that is set stays.
 *
 * @param {FileSettings} offered
 * @param {Settings} own
 * @returns {Partial<Settings>}
 */
export function worthOffering({ exam, daily, fresh }, own) {
  const day = own.exam === null && typeof exam === "string" ? dayOfIso(exam) : null;
  const amounts = { daily: amountOf("daily", daily ?? null), fresh: amountOf("fresh", fresh ?? null) };
  const differing = Object.entries(amounts).filter(([name, amount]) => amount !== null && amount !== own[/** @type {"daily" | "fresh"} */ (name)]);
  return { ...(day === null ? {} : { exam: day }), ...Object.fromEntries(differing) };
}

/** @param {Find} find @param {FileSettings} settings */
function offer(find, settings) {
  const offered = worthOffering(settings, readSettings());
  const place = find("offer");
  place.hidden = Object.keys(offered).length === 0;
  place.replaceChildren(`In der Datei steht auch: ${offerSaid(offered)}. `, button("Einstellungen übernehmen", () => {
    writeSettings(offered);
    place.hidden = true;
    find("kept").textContent = "Einstellungen übernommen.";
    find("import").focus();
  }));
}

/** @param {Partial<Settings>} offered */
function offerSaid({ exam, daily, fresh }) {
  const parts = [];
  if (exam) parts.push(`Prüfungstermin ${dateOf(exam)} ${isoOf(exam).slice(0, 4)}`);
  if (daily !== undefined) parts.push(`höchstens ${daily} Karten am Tag`);
  if (fresh !== undefined) parts.push(`höchstens ${fresh} neue am Tag`);
  return parts.join(", ");
}

/** @param {Find} find @param {Progress} progress @param {(said: string) => void} say */
function mountReset(find, progress, say) {
  find("reset").addEventListener("click", () => {
    const worked = progress.reset();
    say(worked ? "Zurückgesetzt: Alle Karten sind wieder neu." : "Das ging nicht, dein Browser lässt hier nichts speichern. Dein Lernstand ist unverändert.");
    if (worked) find("undo-reset").focus();
  });
  find("undo-reset").addEventListener("click", () => {
    progress.undoReset();
    const left = progress.undoable;
    say(left ? "Nicht alles ließ sich zurückholen: Der Speicher deines Browsers für diese Website ist voll." : "Rückgängig gemacht: Dein Lernstand ist wieder da.");
    find(left ? "undo-reset" : "reset").focus();
  });
  askFirst(find("forget-reset"), REALLY, () => {
    progress.forgetReset();
    say("Endgültig gelöscht.");
    find("reset").focus();
  });
}

/** @param {Find} find @param {Progress} progress @param {(said: string) => void} say */
function mountDamaged(find, progress, say) {
  find("save-damaged").addEventListener("click", () => {
    const entries = Object.fromEntries(progress.damaged.map(({ id, text }) => [id, text]));
    saveAsFile(`generalprobe-beschaedigt-${isoOf(dayOf(Date.now()))}.json`, `${JSON.stringify(entries, null, 2)}\n`);
    say("Gesichert. Die Datei liegt bei deinen Downloads.");
  });
  find("forget-damaged").addEventListener("click", () => {
    progress.forgetDamaged();
    say("Beschädigtes gelöscht. Dein übriger Lernstand ist unverändert.");
    find("export").focus();
  });
}

/** @param {Find} find @param {Progress} progress */
function showState(find, progress) {
  const { size } = progress.all(); // Reading finds what is damaged.
  const { undoable, damaged, newer } = progress;
  find("anew").hidden = size + undoable === 0;
  find("reset").hidden = size === 0;
  for (const name of ["undo-reset", "forget-reset"]) find(name).hidden = undoable === 0;
  find("reset-said").textContent = undoable
    ? `Zurückgesetzt ${undoable === 1 ? "ist 1 Karte" : `sind ${undoable} Karten`}. Das lässt sich rückgängig machen, bis du es endgültig löschst oder noch einmal zurücksetzt; was du seitdem geübt hast, bleibt dabei erhalten.`
    : "Setzt alle Karten auf „neu“. Termin und Tagespensum bleiben. Du kannst es rückgängig machen.";
  find("damaged").hidden = !damaged.length && !newer;
  find("damaged-said").textContent = [damagedSaid(damaged.length), newerSaid(newer)].filter(Boolean).join(" ");
  for (const name of ["save-damaged", "forget-damaged"]) find(name).hidden = !damaged.length;
}

/** @param {number} count */
function damagedSaid(count) {
  if (!count) return "";
  const what = count === 1 ? "Ein gespeicherter Eintrag war beschädigt und wurde" : `${count} gespeicherte Einträge waren beschädigt und wurden`;
  return `${what} beiseitegelegt. Was davon lesbar war, zählt weiter; alles Übrige ist unberührt.`;
}

/** @param {number} count */
function newerSaid(count) {
  if (!count) return "";
  const what = count === 1 ? "Ein Eintrag stammt" : `${count} Einträge stammen`;
  const stay = count === 1 ? "bleibt unangetastet. Damit er zählt, lade" : "bleiben unangetastet. Damit sie zählen, lade";
  return `${what} von einer neueren Fassung dieser Website und ${stay} die Seite neu.`;
}

/** @param {Find} find @param {Promise<boolean | null>} answer */
async function showPersistence(find, answer) {
  const promised = await answer;
  find("persistence").textContent = PERSISTENCE.get(promised) ?? "";
  find("ask").hidden = promised !== false;
  return promised;
}
