// What the keys of people and of remote controls, and hands, ask of a talk. Pure.

/** @typedef {number | "next" | "back" | "first" | "last" | "black" | "white" | "full" | "window" | "overview" | "clock" | "larger" | "smaller" | "help" | "leave"} Action  a number: that slide, from 1 */
/** @typedef {Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">} Stroke */
/** @typedef {{typed: string, action: Action | null}} Pressed  the digits that stand there now, and what is to be done */

const TEXT_FIELDS = "textarea, select, [contenteditable], input:not([type='radio'], [type='checkbox'])";
const OWN_KEYS = "a, button, summary, label, input";
/** More digits than any talk has slides. */
const MOST_DIGITS = 3;

/** Keys that write nothing: they hold for everybody. Remote controls send PageUp, PageDown, and F5 and Esc by turns. @type {Record<string, Action>} */
const NAMED = {
  ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", Enter: "next",
  ArrowLeft: "back", ArrowUp: "back", PageUp: "back", Backspace: "back",
  Home: "first", End: "last", F5: "full", Escape: "leave",
};

/** Keys that write something: they can be switched off. @type {Record<string, Action>} */
const LETTERS = { n: "next", p: "back", b: "black", ".": "black", w: "white", ",": "white", f: "full", s: "window", o: "overview", t: "clock", "+": "larger", "-": "smaller" };

export const HELP = /** @type {const} */ ([
  [["→", "↓", "Bild ↓", "Leertaste"], "Nächste Folie, auch Enter und N"],
  [["←", "↑", "Bild ↑"], "Vorige Folie, auch Rücktaste und P"],
  [["Pos 1", "Ende"], "Erste und letzte Folie"],
  [["5", "Enter"], "Zu Folie 5"],
  [["T"], "Uhr anhalten und weiterlaufen lassen"],
  [["B", "W"], "Leinwand schwarz oder weiß, auch Punkt und Komma"],
  [["O"], "Alle Folien im Überblick"],
  [["S"], "Folienfenster öffnen oder nach vorn holen"],
  [["F", "F5"], "Vollbild"],
  [["+", "−"], "Sprechtext größer und kleiner"],
  [["Tab", "↓"], "Im Sprechtext weiterrollen"],
  [["Esc"], "Schließt, was offen ist; die Probe geht weiter"],
  [["?"], "Diese Hilfe"],
]);

/**
 * What a stroke asks for, and what becomes of the digits typed so far; nothing where it belongs to somebody else.
 *
 * @param {Stroke} stroke
 * @param {string} typed
 * @param {boolean} letters whether keys that write something are wanted
 * @param {(selector: string) => boolean} within whether the focus is within such an element
 * @returns {Pressed | null}
 */
export function pressed({ key, ctrlKey, metaKey, altKey, shiftKey }, typed, letters, within) {
  if (ctrlKey || metaKey || altKey || within(TEXT_FIELDS)) return null;
  if (key === "?") return { typed: "", action: "help" };
  if (/^[0-9]$/.test(key)) return letters ? { typed: (typed + key).replace(/^0+/, "").slice(0, MOST_DIGITS), action: null } : null;
  if (typed && Object.hasOwn(EDITING, key)) return EDITING[key](typed);
  if (shiftKey && key === " ") return within(OWN_KEYS) ? null : { typed: "", action: "back" };
  if (shiftKey && key !== "F5" && key !== "+") return null;
  if ((key === " " || key === "Enter") && within(OWN_KEYS)) return null;
  if (/^Arrow(?:Up|Down)$/.test(key) && within("[tabindex='0']")) return null;
  const action = NAMED[key] ?? (letters ? LETTERS[key.toLowerCase()] : undefined);
  return action === undefined ? null : { typed: "", action };
}

/**
 * The same of a stroke on a page, which is taken from the browser then; what a key repeats that is held asks for nothing.
 *
 * @param {KeyboardEvent} event
 * @param {string} typed
 * @param {boolean} letters
 * @returns {Pressed | null}
 */
export function taken(event, typed, letters) {
  const target = /** @type {Element | null} */ (event.target);
  if (event.defaultPrevented || !target?.closest) return null;
  const stroke = pressed(event, typed, letters, (selector) => target.closest(selector) !== null);
  if (stroke) event.preventDefault();
  return event.repeat ? null : stroke;
}

/** @type {Record<string, (typed: string) => Pressed>} */
const EDITING = {
  Enter: (typed) => ({ typed: "", action: Number(typed) }),
  Backspace: (typed) => ({ typed: typed.slice(0, -1), action: null }),
  Escape: () => ({ typed: "", action: null }),
};

/** Nearer than this, in pixels, a finger has stayed where it was. */
const STILL_PX = 12;
const SWIPE_PX = 40;

/** @param {{dx: number, dy: number, place: number}} moved how far, and where it ended, as a share of the width @returns {"next" | "back" | null} */
export function turnOf({ dx, dy, place }) {
  if (Math.hypot(dx, dy) < STILL_PX) return place < 0.5 ? "back" : "next";
  if (Math.abs(dx) < SWIPE_PX || Math.abs(dx) < 1.5 * Math.abs(dy)) return null;
  return dx < 0 ? "next" : "back";
}
