// A talk of one's own as the stage takes it: from this device, with its pictures.

import { ownTalks } from "../base/own-talks.mjs";
import { nameOf, ownKey, readTalk } from "./judging.mjs";
import { isShowable } from "./showable.mjs";
import { makeOffer } from "./taking.mjs";

/** @param {string} id @param {typeof import("./talk.mjs").loadExam} loadExam @returns {ReturnType<typeof import("./talk.mjs").loadTalk>} */
export async function loadOwn(id, loadExam) {
  const found = await ownTalks().read(ownKey(id));
  if (!found) return { trouble: "gone" };
  if (!found.talk.slides.length) return { trouble: "bare" };
  const read = readTalk(JSON.stringify({ ...found.talk, id, page: `mein-vortrag/?eigener=${ownKey(id)}` }));
  if ("trouble" in read) return read;
  if (!read.talk.slides.every(isShowable)) return { trouble: "broken" };
  const offerTimes = makeOffer(ownKey(id), read.talk.slides);
  return { talk: { ...read.talk, title: nameOf(read.talk), drawings: new Map(), pictures: new Addresses().add(found.pictures), offerTimes }, exam: await loadExam(read.talk.exam) };
}

/** Hear of it when another tab has changed the talk. @param {string} id @param {() => void} listener */
export const onChange = (id, listener) => ownTalks().onElsewhere(ownKey(id), listener);

/** Addresses of pictures on this page, each made when it is first asked for: a talk of 20 MB is there sooner. @extends {Map<string, string>} */
export class Addresses extends Map {
  /** @type {import("../base/own-talks.mjs").Pictures} */
  #pictures = new Map();

  /** @param {import("../base/own-talks.mjs").Pictures} pictures those that are known already stay as they are */
  add(pictures) {
    this.#pictures = new Map([...pictures, ...this.#pictures]);
    return this;
  }

  /** @param {string} key @override */
  get(key) {
    const picture = this.#pictures.get(key);
    if (picture && !this.has(key)) this.set(key, URL.createObjectURL(new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (picture.bytes)], { type: picture.type })));
    return super.get(key);
  }
}
