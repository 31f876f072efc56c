// A talk of one's own while it is edited: what is changed, and the way back and forth, as long as the page is open. Pure.

/** @typedef {import("./own-talk.mjs").OwnTalk} OwnTalk */
/** @typedef {import("./own-talk.mjs").Slide} Slide */

/** Whoever rests as long begins another step. */
const REST_MS = 1000;

export class Draft {
  /** @type {OwnTalk[]} */
  #before = [];
  /** @type {OwnTalk[]} */
  #after = [];
  #mark = "";
  #at = 0;

  /** @param {OwnTalk} talk @param {OwnTalk} [before] as it was before something was done to it elsewhere */
  constructor(talk, before = talk) {
    this.talk = talk;
    if (before !== talk) this.#before.push(before);
  }

  get canUndo() {
    return this.#before.length > 0;
  }

  get canRedo() {
    return this.#after.length > 0;
  }

  /** @param {OwnTalk} talk @param {string} [mark] what is typed into one field without a rest is one step @param {number} [at] in milliseconds from any start */
  change(talk, mark = "", at = this.#at) {
    if (mark === "" || mark !== this.#mark || at - this.#at > REST_MS) this.#before.push(this.talk);
    this.#after = [];
    [this.#mark, this.#at] = [mark, at];
    this.talk = talk;
  }

  /** The next change is a step of its own. */
  pause() {
    this.#mark = "";
  }

  undo() {
    this.#step(this.#before, this.#after);
  }

  redo() {
    this.#step(this.#after, this.#before);
  }

  /** @param {OwnTalk[]} from @param {OwnTalk[]} to */
  #step(from, to) {
    const talk = from.pop();
    if (!talk) return;
    to.push(this.talk);
    this.#mark = "";
    // No key is used again, also not after a slide or a question was taken back.
    this.talk = { ...talk, made: Math.max(talk.made, this.talk.made), asked: Math.max(talk.asked, this.talk.asked) };
  }
}

/** @param {OwnTalk} talk @param {string} key @param {Partial<Slide>} said @returns {OwnTalk} */
export const withSaid = (talk, key, said) => ({ ...talk, slides: talk.slides.map((slide) => (slide.key === key ? { ...slide, ...said } : slide)) });

/** @param {OwnTalk} talk @param {string} key @returns {OwnTalk} */
export const withoutSlide = (talk, key) => ({ ...talk, slides: talk.slides.filter((slide) => slide.key !== key) });

/** @param {OwnTalk} talk @param {string} key @param {number} to the place it goes to, from 0 @returns {OwnTalk} */
export function moved(talk, key, to) {
  const slide = talk.slides.find((each) => each.key === key);
  return slide && to >= 0 && to < talk.slides.length ? { ...talk, slides: withoutSlide(talk, key).slides.toSpliced(to, 0, slide) } : talk;
}
