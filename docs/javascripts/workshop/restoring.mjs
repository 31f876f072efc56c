// Talks of one's own that come back from a backup: joined with those of this device, and nothing overwritten in silence.
//
// Of one that was changed on both sides since they were the same, the one that was written later counts, and the other stands beside it as a talk
// of its own. Which is older is known by stamps (base/own-entry.mjs), so that the same file can be read as often as one likes.

import { isOwnKind, related, settled } from "../base/own-entry.mjs";
import { ownTalks } from "../base/own-talks.mjs";
import { nameOf } from "../talk/judging.mjs";
import { COMMENTS, commentsIn, imagesIn } from "./talk-file.mjs";
import { picturesIn } from "./own-talk.mjs";
import { vetted } from "./vetting.mjs";

/** @typedef {import("../base/own-talks.mjs").OwnTalks} OwnTalks */
/** @typedef {import("../base/own-talks.mjs").Snapshot} Snapshot */
/** @typedef {import("../base/own-entry.mjs").Entry} Entry */
/** @typedef {import("./own-talk.mjs").OwnTalk} OwnTalk */
/** @typedef {import("./own-talk.mjs").Pictures} Pictures */
/** @typedef {"added" | "newer" | "apart" | "gone" | "known" | "stays" | "unkept" | "poor"} Fate `poor`: not all of its pictures are in the file, nor here */
/** @typedef {{fates: Record<Fate, string[]>, undo: (() => Promise<void>) | null}} Restored names of talks by what became of them; `undo` null where nothing has changed */

/**
 * @param {Map<string, any>} contents of a backup, judged
 * @param {Pictures} pictures
 * @param {OwnTalks} [talks]
 * @returns {Promise<Restored>}
 */
export async function restored(contents, pictures, talks = ownTalks()) {
  const restoring = new Restoring(talks, pictures);
  const named = [...contents].filter(([place]) => isOwnKind(place.split(":")[0]));
  for (const [place, entry] of named) {
    const [kind, key] = place.split(":");
    if (kind === "talks") await restoring.take(key, entry);
  }
  for (const [place, said] of named) {
    const [kind, key] = place.split(":");
    if (kind === "comments") await restoring.comment(key, said);
  }
  return { fates: restoring.fates, undo: restoring.before.size ? () => restoring.undo() : null };
}

class Restoring {
  #talks;
  #pictures;
  /** What lay there, by keys. @type {Map<string, Snapshot>} */
  before = new Map();
  /** @type {Record<Fate, string[]>} */
  fates = { added: [], newer: [], apart: [], gone: [], known: [], stays: [], unkept: [], poor: [] };
  /** Keys of talks that show pictures which are nowhere. @type {Set<string>} */
  #poor = new Set();

  /** @param {OwnTalks} talks @param {Pictures} pictures of the file */
  constructor(talks, pictures) {
    this.#talks = talks;
    this.#pictures = pictures;
  }

  /** @param {string} key @param {Entry} entry as the file has it */
  async take(key, entry) {
    const before = await this.#talks.snapshot(key);
    const [here, there] = [before.entry, this.#vetted(key, entry, before)];
    if (!here && (await this.#talks.isElsewhere(key))) return this.#say("unkept", there); // What a newer version of the page wrote.
    const relation = related(here, there);
    if (relation === "apart") return this.#both(key, before, there);
    if (here && isRicher(there, here)) return this.#put(key, before, settled(there, here), "newer");
    if (relation === "older") return this.#say(here?.talk ? "known" : there.talk ? "stays" : null, there);
    if (!there.talk) return this.#put(key, before, there, here?.talk ? "gone" : null, here);
    return this.#put(key, before, there, here?.talk ? "newer" : "added");
  }

  /** Changed on both sides. @param {string} key @param {Snapshot} before @param {Entry} there */
  async #both(key, before, there) {
    const here = /** @type {Entry} */ (before.entry);
    const [mine, theirs] = [settled(here, there), settled(there, here)];
    if (!here.talk) return this.#put(key, before, there.talk ? theirs : mine, there.talk ? "added" : null);
    if (!there.talk || isSame(here, there)) return this.#put(key, before, mine, "known");
    const [first, second] = isLater(here, there) ? [mine, there] : [theirs, here];
    if (await this.#setBeside(key, second, before)) await this.#put(key, before, first, "apart");
  }

  /** As a talk of its own, the same on each device that does so. @param {string} key @param {Entry} entry @param {Snapshot} source where its pictures lie @returns {Promise<boolean>} whether it is there */
  async #setBeside(key, entry, source) {
    const place = key.length + entry.stamp.length < 200 ? `${key}-${entry.stamp}` : entry.stamp;
    const talk = { ...entry.talk, title: `${nameOf(entry.talk)} (Fassung vom ${MOMENT.format(entry.at)})` };
    const before = await this.#talks.snapshot(place);
    return before.entry !== null || this.#put(place, before, { ...entry, talk, past: [] }, null, entry, source);
  }

  /**
   * @param {string} key @param {Snapshot} before @param {Entry} entry @param {Fate | null} fate
   * @param {Entry | null} [named] whose name is said
   * @param {Snapshot} [source] where pictures lie besides those of the file
   * @returns {Promise<boolean>} whether there was room
   */
  async #put(key, before, entry, fate, named = entry, source = before) {
    const all = new Map([...(source.pictures ?? []), ...this.#pictures]);
    const shown = entry.talk ? [...all].filter(([each]) => picturesIn(entry.talk).has(each)) : [];
    const pictures = shown.length ? new Map([...(before.pictures ?? []), ...shown]) : new Map();
    this.before.set(key, before);
    const isKept = (await this.#talks.writePictures(key, pictures)) === "kept" && (await this.#talks.replace(key, entry, before.entry?.stamp)) === "kept";
    if (!isKept) await this.#takeBack(key);
    this.#say(isKept ? fate : "unkept", named);
    if (isKept && entry.talk && this.#poor.has(key)) this.#say("poor", entry);
    return isKept;
  }

  /** @param {string} key @param {any} said as the file has it */
  async comment(key, said) {
    const before = await this.#talks.snapshot(key);
    const [mine, theirs] = [commentsIn(before.comments).value, commentsIn(said).value];
    const both = COMMENTS.write(COMMENTS.merge(mine, theirs));
    if (!before.entry?.talk || JSON.stringify(both) === JSON.stringify(COMMENTS.write(mine))) return;
    if (!this.before.has(key)) this.before.set(key, before);
    await this.#talks.changeComments(key, (now) => COMMENTS.write(COMMENTS.merge(commentsIn(now).value, theirs)));
  }

  async undo() {
    for (const key of [...this.before.keys()]) await this.#takeBack(key);
  }

  /** @param {string} key */
  async #takeBack(key) {
    this.#talks.forget(key);
    await this.#talks.putBack(key, /** @type {Snapshot} */ (this.before.get(key)));
    this.before.delete(key);
  }

  /** What of it can be believed. @param {string} key @param {Entry} entry @param {Snapshot} before @returns {Entry} */
  #vetted(key, { version, at, stamp, past, talk: said }, before) {
    const talk = said && vetted(said, new Set([...this.#pictures.keys(), ...new Map(before.pictures ?? []).keys()]));
    if (talk && imagesIn(said) > imagesIn(talk)) this.#poor.add(key);
    return { version, at, stamp, past, talk };
  }

  /** @param {Fate | null} fate @param {Entry | null} entry */
  #say(fate, entry) {
    if (fate) this.fates[fate].push(nameOf(entry?.talk ?? { title: "", metadata: { topic: "" } }));
  }
}

const MOMENT = new Intl.DateTimeFormat("de", { day: "numeric", month: "long", hour: "numeric", minute: "2-digit" });

/** Whether it is the same, with pictures that were missing when the other one came. @param {Entry} one @param {Entry} other */
const isRicher = (one, other) => one.stamp === other.stamp && one.talk && other.talk && imagesIn(one.talk) > imagesIn(other.talk);

/** @param {Entry} one @param {Entry} other */
const isLater = (one, other) => one.at > other.at || (one.at === other.at && one.stamp > other.stamp);

/** @param {Entry} here @param {Entry} there whose talk is vetted */
function isSame(here, there) {
  const all = { has: () => true };
  return JSON.stringify(vetted(here.talk, /** @type {any} */ (all))) === JSON.stringify(there.talk);
}
