// The shelf on which everything lies that stays on the device: guarded, joined with what other tabs and devices know.
//
// Nothing on it is replaced: a change is joined with what is there, by the rule of its kind (stored.mjs). Full or forbidden
// storage costs what was to be remembered, never the page; what it refuses applies as long as the page is open.

import { onSite } from "./addresses.mjs";
import { COMMON, prefixOf } from "./site-name.mjs";
import { carriedOver, entryOf, idOf, isEmpty, isKind, STORED, kindOf, readText, rowOf, textOf } from "./stored.mjs";

/** @typedef {import("./stored.mjs").Kind} Kind */
/** @typedef {import("./stored.mjs").Entry} Entry */
/** @typedef {keyof typeof import("./stored.mjs").PASSING} Passing */
/** @typedef {[Kind, string, any]} Change  kind, id, and what is to be joined with what is there */
/** @typedef {"full" | "refused" | "newer"} Trouble  why something is not kept */

const LATER_MS = 50;

/** Whether an entry is from before the sites of an origin were told apart. @param {string} name */
const isOld = (name) => name.startsWith(COMMON) && !name.startsWith(`${COMMON}/`);

/** The part of the address that all pages of this site have. */
const here = () => onSite("").pathname;

/** How all that this site keeps is called in the beginning. */
export const siteName = () => prefixOf(here());

/** @param {string} name @param {string} [path] whether an entry is this site's, or an old one */
export const isOurs = (name, path = here()) => name.startsWith(prefixOf(path)) || isOld(name);

/** @param {Pick<Storage, "length" | "key"> | null} storage @returns {string[]} the names of all entries */
export function namesIn(storage) {
  return attempt(() => Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? ""), []);
}

/** @type {Shelf | undefined} */
let shared;

/** The shelf of this site, the same for everything on a page. @param {Shelf} [other] takes its place */
export function openShelf(other) {
  shared = other ?? shared ?? new Shelf(attempt(() => globalThis.localStorage ?? null, null), globalThis.window);
  return shared;
}

/**
 * @param {"setting" | "speech" | "calendar"} kind of which the value counts that was set last
 * @param {string} id
 * @returns {any} null where nothing is set
 */
export const read = (kind, id) => openShelf().read(kind, id).value;

/**
 * @param {"setting" | "speech" | "calendar"} kind
 * @param {string} id
 * @param {any} value null takes it back
 * @returns {boolean} whether the device keeps it
 */
export const write = (kind, id, value) => openShelf().set(kind, id, value);

/** A text that is kept until the tab is closed. @param {Passing} kind @param {string} id @returns {string} "" for none */
export const readPassing = (kind, id) => attempt(() => sessionStorage.getItem(`${prefixOf(here())}${kind}:${id}`) ?? "", "");

/** @param {Passing} kind @param {string} id @param {string} text "" removes it */
export function writePassing(kind, id, text) {
  const name = `${prefixOf(here())}${kind}:${id}`;
  attempt(() => (text ? sessionStorage.setItem(name, text) : sessionStorage.removeItem(name)), undefined);
}

/** Reads and writes under guard, for one site. */
export class Shelf {
  #storage;
  #prefix;
  /** @type {Map<string, any>} what storage has refused */
  #unkept = new Map();
  /** @type {Map<string, any>} what this page has added, to be put back if another tab wrote at the same moment */
  #added = new Map();
  /** @type {Map<string, {text: string | null, entry: Entry}>} what was read last */
  #known = new Map();
  /** @type {Set<{kinds: Kind[], listener: () => void}>} */
  #listeners = new Set();
  /** @type {Set<string>} entries that a newer version has written */
  #newer = new Set();
  /** @type {Set<string>} kinds that other tabs have changed, and nobody has been told of */
  #heard = new Set();
  /** @type {Trouble | null} */
  #refusal = null;
  #timer = 0;

  /**
   * @param {Storage | null} storage null where the browser forbids even to ask
   * @param {Pick<EventTarget, "addEventListener">} [events] where changes in other tabs are heard of
   * @param {string} [path] of the site
   */
  constructor(storage, events, path = here()) {
    this.#storage = storage;
    this.#prefix = prefixOf(path);
    this.#copyOld();
    events?.addEventListener("storage", (event) => this.#hear(/** @type {StorageEvent} */ (event)));
    events?.addEventListener("pageshow", (event) => /** @type {PageTransitionEvent} */ (event).persisted && this.#tell(Object.keys(STORED)));
  }

  /** Why something is not kept, null where everything is. */
  get trouble() {
    return this.#refusal ?? (this.#unkept.size ? "newer" : null);
  }

  /** Find out whether anything is kept at all. */
  probe() {
    if (this.#set("probe:probe", "1")) this.#remove("probe:probe");
  }

  /** What is there, with what storage has refused. @param {Kind} kind @param {string} id @returns {any} */
  read(kind, id) {
    const place = `${kind}:${id}`;
    const { value } = this.#stored(place);
    return this.#unkept.has(place) ? rowOf(kind).shape.merge(value, this.#unkept.get(place)) : value;
  }

  /** @param {Kind} kind @returns {string[]} ids */
  ids(kind) {
    return this.#places().filter((place) => kindOf(place) === kind).map(idOf);
  }

  /**
   * Set one value, from now on. @param {Kind} kind @param {string} id @param {any} value null takes it back
   * @returns {boolean} whether it is kept
   */
  set(kind, id, value) {
    const before = this.read(kind, id);
    const isSame = JSON.stringify(before.value) === JSON.stringify(value);
    return this.add(isSame ? [] : [[kind, id, { at: Math.max(Date.now(), before.at + 1), value }]]) && !this.#unkept.has(`${kind}:${id}`);
  }

  /** @param {Iterable<Change>} changes @returns {boolean} whether all of them are kept */
  add(changes) {
    const places = [];
    for (const [kind, id, change] of changes) {
      const [place, { merge }] = [`${kind}:${id}`, rowOf(kind).shape];
      places.push(place);
      this.#added.set(place, this.#added.has(place) ? merge(this.#added.get(place), change) : change);
      this.#keep(place, merge(this.read(kind, id), change));
    }
    this.#keepTheRest();
    this.#tell(places.map(kindOf));
    return !places.some((place) => this.#unkept.has(place));
  }

  /** Put something in the place of what is there, for good; nothing where the value says nothing. @param {Kind} kind @param {string} id @param {any} value */
  replace(kind, id, value) {
    const place = `${kind}:${id}`;
    if (this.#stored(place).state !== "fine") return;
    this.#added.delete(place);
    this.#unkept.delete(place);
    if (!this.#write(place, value)) this.#unkept.set(place, value);
  }

  /** Hear of every change, in other tabs too. @param {Kind[]} kinds @param {() => void} listener @returns {() => void} to stop it */
  onChange(kinds, listener) {
    const each = { kinds, listener };
    this.#listeners.add(each);
    return () => void this.#listeners.delete(each);
  }

  /** Everything that a backup holds. @returns {Map<string, object>} entries by kind and id */
  backup() {
    const places = this.#places().filter((place) => !rowOf(/** @type {Kind} */ (kindOf(place))).stays?.(idOf(place)));
    return new Map(places.sort().flatMap((place) => {
      const kind = /** @type {Kind} */ (kindOf(place));
      const value = this.read(kind, idOf(place));
      return isEmpty(kind, value) ? [] : [[place, entryOf(kind, value)]];
    }));
  }

  /** How many entries a newer version of the site has written; they are neither read nor changed. */
  get newer() {
    for (const place of this.#places()) this.#stored(place);
    return this.#newer.size;
  }

  /** Entries that could not be read, or not wholly; they are set aside as they were. @returns {{id: string, text: string}[]} */
  get damaged() {
    for (const place of this.#places()) this.#stored(place);
    return this.#aside().map((place) => ({ id: idOf(place), text: this.#get(place) ?? "" }));
  }

  /** Delete for good the entries that could not be read. */
  forgetDamaged() {
    for (const place of this.#aside()) this.#remove(place);
    this.#tell(Object.keys(STORED));
  }

  /** Copy, once, what is from before the sites of an origin were told apart; each of them copies it, so it stays where it is. */
  #copyOld() {
    if (this.#get("copied:old") !== null) return;
    const old = namesIn(this.#storage).filter(isOld);
    if (!old.length) return;
    const texts = new Map(old.map((name) => [name.slice(COMMON.length), attempt(() => this.#storage?.getItem(name) ?? "", "")]));
    const entries = [...carriedOver(texts)];
    const refused = entries.filter(([place, text]) => this.#get(place) === null && !this.#set(place, text)).map(([place]) => place);
    for (const [place, text] of entries) {
      if (refused.includes(place) && isKind(kindOf(place))) this.#unkept.set(place, readText(/** @type {Kind} */ (kindOf(place)), text).value);
    }
    if (!refused.length) this.#set("copied:old", "1");
  }

  /** @param {string} place @returns {Entry} */
  #stored(place) {
    const [kind, text] = [/** @type {Kind} */ (kindOf(place)), this.#get(place)];
    const known = this.#known.get(place);
    if (known?.text === text) return known.entry;
    const entry = readText(kind, text);
    if (entry.state === "newer") this.#newer.add(place);
    if (entry.state !== "damaged" || text === null || !this.#setAside(place, text)) return this.#know(place, text, entry);
    this.#write(place, entry.value);
    return this.#know(place, this.#get(place), { ...entry, state: "fine" });
  }

  /** @param {string} place @param {string | null} text @param {Entry} entry */
  #know(place, text, entry) {
    this.#known.set(place, { text, entry });
    return entry;
  }

  /** @param {string} place @param {string} text @returns {boolean} whether it is kept as it was */
  #setAside(place, text) {
    let aside = `damaged:${place}`;
    for (let number = 2; ![null, text].includes(this.#get(aside)); number += 1) aside = `damaged:${place} (${number})`;
    return this.#set(aside, text);
  }

  /** @param {string} place @param {any} value */
  #keep(place, value) {
    if (this.#stored(place).state === "fine" && this.#write(place, value)) this.#unkept.delete(place);
    else this.#unkept.set(place, value);
  }

  /** Storage may have given way since it refused. */
  #keepTheRest() {
    this.#refusal = null;
    for (const place of this.#unkept.keys()) this.#keep(place, this.read(/** @type {Kind} */ (kindOf(place)), idOf(place)));
  }

  /** @param {string} place @param {any} value @returns {boolean} whether it is kept */
  #write(place, value) {
    const kind = /** @type {Kind} */ (kindOf(place));
    return isEmpty(kind, value) ? this.#remove(place) : this.#set(place, textOf(kind, value));
  }

  /** Another tab has written. @param {StorageEvent} event */
  #hear({ key, newValue }) {
    if (key !== null && !key.startsWith(this.#prefix)) return;
    const place = key?.slice(this.#prefix.length) ?? "";
    if (key === null || kindOf(place) === "reset") this.#added.clear();
    else if (newValue === null) this.#added.delete(place);
    else this.#putBack(place);
    for (const kind of key === null ? Object.keys(STORED) : [kindOf(place)]) this.#heard.add(kind);
    clearTimeout(this.#timer);
    this.#timer = Number(setTimeout(() => this.#tell([...this.#heard]), LATER_MS));
  }

  /** What this page added may be missing from what another tab wrote, if both wrote at once. @param {string} place */
  #putBack(place) {
    if (!this.#added.has(place)) return;
    const { value, state } = this.#stored(place);
    const kind = /** @type {Kind} */ (kindOf(place));
    const whole = rowOf(kind).shape.merge(value, this.#added.get(place));
    if (state === "fine" && textOf(kind, whole) !== textOf(kind, value)) this.#keep(place, whole);
  }

  /** @param {string[]} changed kinds */
  #tell(changed) {
    for (const kind of changed) this.#heard.delete(kind);
    const isAnyOf = new Set(changed.includes("damaged") ? Object.keys(STORED) : changed);
    for (const { kinds, listener } of this.#listeners) {
      if (kinds.some((kind) => isAnyOf.has(kind))) listener();
    }
  }

  /** All that is kept for good, also what storage has refused. @returns {string[]} kinds and ids */
  #places() {
    return [...new Set([...this.#kept(), ...this.#unkept.keys()])].filter((place) => isKind(kindOf(place)));
  }

  /** What was set aside, as it is called there. */
  #aside() {
    return this.#kept().filter((place) => kindOf(place) === "damaged");
  }

  /** @returns {string[]} kinds and ids */
  #kept() {
    return namesIn(this.#storage).filter((name) => name.startsWith(this.#prefix)).map((name) => name.slice(this.#prefix.length));
  }

  /** @param {string} place @returns {string | null} */
  #get(place) {
    return attempt(() => this.#storage?.getItem(this.#prefix + place) ?? null, null);
  }

  /** @param {string} place @param {string} text @returns {boolean} whether it is kept */
  #set(place, text) {
    try {
      if (this.#get(place) !== text) this.#storage?.setItem(this.#prefix + place, text);
      if (this.#get(place) === text) return true;
      this.#refusal = "refused";
    } catch (error) {
      const full = error instanceof DOMException && error.name === "QuotaExceededError";
      this.#refusal = full && this.#storage?.length ? "full" : "refused";
    }
    return false;
  }

  /** @param {string} place @returns {boolean} whether it is gone */
  #remove(place) {
    return attempt(() => {
      this.#storage?.removeItem(this.#prefix + place);
      return this.#get(place) === null;
    }, false);
  }
}

/**
 * @template T
 * @param {() => T} act
 * @param {T} instead where the browser forbids it
 */
function attempt(act, instead) {
  try {
    return act();
  } catch {
    return instead;
  }
}
