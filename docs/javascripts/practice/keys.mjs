// The keys of a round.

import { areWanted, showKeys } from "../frame/key-help.mjs";

/** @typedef {number | "go" | "pause" | "next" | "previous" | "undo" | "flag" | "help"} Command  a number: grade or option */
/** @typedef {Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">} Stroke */

const TEXT_FIELDS = "textarea, select, [contenteditable], input:not([type='radio'], [type='checkbox'])";
const OWN_KEYS = "a, button, summary, label, input, [tabindex='0']";

/** @type {Record<string, Command>} */
const COMMANDS = { " ": "go", Enter: "go", p: "pause", n: "next", v: "previous", ArrowRight: "next", ArrowLeft: "previous", u: "undo", m: "flag", "?": "help" };

const HELP = /** @type {const} */ ([
  [["Leertaste"], "Antworten, dann die Antwort zeigen, dann weiter"],
  [["1", "2", "3", "4"], "Bewerten: Nochmal (nicht gewusst), Schwer (nur mit Mühe), Gut (gewusst), Leicht (sofort gewusst)"],
  [["1", "…", "9"], "Bei Auswahlfragen: Antwort ankreuzen, Enter prüft"],
  [["Enter"], "Im Lückentext: zur nächsten Lücke, nach der letzten prüfen"],
  [["P"], "Uhr anhalten und weiterlaufen lassen"],
  [["←", "→"], "Vorige und nächste Frage, auch V und N"],
  [["U"], "Letzte Bewertung zurücknehmen"],
  [["?"], "Diese Hilfe"],
]);

/**
 * What a stroke asks for; nothing where it belongs to somebody else.
 *
 * @param {Stroke} stroke
 * @param {(selector: string) => boolean} within whether the focus is within such an element
 * @returns {Command | null}
 */
export function commandOf({ key, ctrlKey, metaKey, altKey, shiftKey }, within) {
  if (ctrlKey || metaKey || altKey || within(TEXT_FIELDS)) return null;
  const command = /^[1-9]$/.test(key) ? Number(key) : COMMANDS[key.length === 1 ? key.toLowerCase() : key];
  if (command === undefined || (shiftKey && command !== "help")) return null;
  if (command === "go" && within(OWN_KEYS)) return null;
  if (key.startsWith("Arrow") && within("input, [data-arrange], [tabindex='0']")) return null;
  return command;
}

/**
 * Listen until the given signal.
 *
 * @param {(command: Command) => void} onCommand
 * @param {AbortSignal} signal
 * @param {() => void} [help] names the keys
 */
export function mountKeys(onCommand, signal, help = showHelp) {
  addEventListener("keydown", (event) => {
    const { target, defaultPrevented, repeat } = event;
    if (defaultPrevented || repeat || !(target instanceof Element) || document.querySelector("dialog[open]")) return;
    const command = commandOf(event, (selector) => target.closest(selector) !== null);
    if (command === null || (!areWanted() && command !== "help")) return;
    event.preventDefault();
    if (command === "help") help();
    else onCommand(command);
  }, { signal });
}

/** Name the keys, in a dialog. */
export const showHelp = () => showKeys("Tasten beim Üben", HELP, "Diese Tasten benutzen");
