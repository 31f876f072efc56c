// Keeping one's progress: as a file and back, in the browser for good, set back and brought back.

import { dayOf, isoOf } from "../base/calendar.mjs";
import { askFirst } from "../base/elements.mjs";
import { handOut } from "../base/files.mjs";
import { find as findIn } from "../base/names.mjs";
import { askToPersist, isPersistent } from "../base/persistence.mjs";
import { saveAll, take } from "../workshop/saved-file.mjs";

/** @typedef {import("../memory/progress.mjs").Progress} Progress */
/** @typedef {import("../memory/progress.mjs").CardName} CardName */
/** @typedef {(name: import("../base/names.mjs").Name) => HTMLElement} Find */

const PERSISTENCE = new Map([
  [true, "Der Browser will es behalten, auch wenn der Platz knapp wird. Verlass dich nicht darauf: Sichere es ab und zu als Datei."],
  [false, "Der Browser kann es löschen, wenn der Platz knapp wird oder du lange nicht hier warst. Sichere es deshalb ab und zu als Datei. Du kannst ihn auch bitten, es eher zu behalten: Manche Browser fragen dich dann, ob du das erlaubst; gesendet wird nichts."],
  [null, "Ob der Browser es löscht, wenn der Platz knapp wird oder du lange nicht hier warst, sagt er nicht. Sichere es deshalb ab und zu als Datei."],
]);
const REALLY = "Wirklich endgültig löschen?";

/**
 * @param {HTMLElement} section
 * @param {Progress} progress
 * @param {CardName[]} cards
 * @param {() => void} onTalks when other talks of one's own are there than before
 */
export function mountKeeping(section, progress, cards, onTalks) {
  /** @type {Find} */
  const find = (name) => findIn(section, name);
  /** @param {string} said */
  const say = (said) => { find("kept").textContent = said; };
  mountFile(find, progress, cards, say, onTalks);
  mountReset(find, progress, say);
  mountDamaged(find, progress, say);
  const show = () => showState(find, progress);
  show();
  progress.onChange(show);
  void showPersistence(find, isPersistent());
}

/** @param {Find} find @param {Progress} progress @param {CardName[]} cards @param {(said: string) => void} say @param {() => void} onTalks */
function mountFile(find, progress, cards, say, onTalks) {
  const file = /** @type {HTMLInputElement} */ (find("file"));
  find("export").addEventListener("click", () => void saveAll(progress.shelf, find("kept")));
  find("import").addEventListener("click", () => file.click());
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    file.value = "";
    if (chosen) await take(progress, cards, chosen, find("kept"), onTalks);
  });
  find("ask").addEventListener("click", async () => {
    const isWilling = await showPersistence(find, askToPersist());
    say(isWilling ? "Der Browser will es jetzt eher behalten. Eine Sicherung ersetzt das nicht." : "Der Browser geht darauf hier nicht ein. Manche tun es erst nach ein paar Besuchen oder mit einem Lesezeichen.");
  });
}

/** @param {Find} find @param {Progress} progress @param {(said: string) => void} say */
function mountReset(find, progress, say) {
  find("reset").addEventListener("click", () => {
    progress.reset();
    say("Zurückgesetzt: Alle Karten sind wieder neu.");
    find("undo-reset").focus();
  });
  find("undo-reset").addEventListener("click", () => {
    progress.undoReset();
    say("Rückgängig gemacht: Dein Lernstand ist wieder da.");
    find("reset").focus();
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
    const entries = Object.fromEntries(progress.shelf.damaged.map(({ id, text }) => [id, text]));
    const name = `generalprobe-beschaedigt-${isoOf(dayOf(Date.now()))}.json`;
    handOut({ name, text: `${JSON.stringify(entries, null, 2)}\n`, type: "application/json" }, find("kept"));
  });
  find("forget-damaged").addEventListener("click", () => {
    progress.shelf.forgetDamaged();
    say("Beschädigtes gelöscht. Alles Übrige ist unverändert.");
    find("export").focus();
  });
}

/** @param {Find} find @param {Progress} progress */
function showState(find, progress) {
  const { size } = progress.all();
  const { undoable, shelf: { damaged, newer } } = progress;
  find("anew").hidden = size + undoable === 0;
  find("reset").hidden = size === 0;
  for (const name of /** @type {const} */ (["undo-reset", "forget-reset"])) find(name).hidden = undoable === 0;
  find("reset-said").textContent = undoable
    ? `Zurückgesetzt ${undoable === 1 ? "ist 1 Karte" : `sind ${undoable} Karten`}. Das lässt sich rückgängig machen, bis du es endgültig löschst oder noch einmal zurücksetzt; was du seitdem geübt hast, bleibt dabei erhalten.`
    : "Setzt alle Karten auf „neu“. Termin und Tagespensum bleiben. Du kannst es rückgängig machen.";
  find("damaged").hidden = !damaged.length && !newer;
  find("damaged-said").textContent = [damagedSaid(damaged.length), newerSaid(newer)].filter(Boolean).join(" ");
  for (const name of /** @type {const} */ (["save-damaged", "forget-damaged"])) find(name).hidden = !damaged.length;
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
  const isWilling = await answer;
  find("persistence").textContent = PERSISTENCE.get(isWilling) ?? "";
  find("ask").hidden = isWilling !== false;
  return isWilling;
}
