// Which slide of a presentation that is read again is which. Pure.
//
// PowerPoint keeps the id of a slide for ever. LibreOffice and others number slides anew whenever they save, in the order in which they
// stand: after a move the same id means another slide. So a slide is the one with which it has most in common, of several the one with its
// id; only what has nothing in common with any is known by its id, or by its place where ids are places.

/**
 * @typedef {import("./own-talk.mjs").OwnTalk} OwnTalk
 * @typedef {import("./own-talk.mjs").Slide} Slide
 * @typedef {{read: OwnTalk, made: number}} Recognised `made`: the counter of `before`, after what is new got keys of its own
 */

const FIELDS = /** @type {const} */ (["title", "bullets", "artifact", "notes"]);
const FIRST_ID = 256;

/**
 * What is read with the keys of the slides that are known.
 *
 * @param {OwnTalk} before @param {OwnTalk} read @returns {Recognised}
 */
export function recognised(before, read) {
  const [known, now] = [fileSlides(before), fileSlides(read)];
  const found = alike(known, now);
  const arePlaces = isNumbered(read);
  (arePlaces ? atTheSamePlace : underTheSameKey)(known, now, found);
  const taken = new Set([...before.slides, ...before.hidden].map(({ key }) => key));
  let { made } = before;
  const keys = new Map(now.map((slide) => [slide, found.get(slide)?.key ?? (arePlaces || taken.has(slide.key) ? `f${(made += 1)}` : slide.key)]));
  const keyed = (/** @type {Slide} */ slide) => ({ ...slide, key: keys.get(slide) ?? slide.key });
  return { read: { ...read, slides: read.slides.map(keyed), hidden: read.hidden.map(keyed) }, made };
}

/** Whether nothing that one says the other says too: then it is another presentation. @param {OwnTalk} before @param {OwnTalk} read */
export const isForeign = (before, read) => !alike(fileSlides(before), fileSlides(read)).size;

/** Those that come from a presentation. @param {OwnTalk} talk */
const fileSlides = ({ slides, hidden }) => [...slides, ...hidden].filter(({ source }) => source);

/** @typedef {Map<Slide, Slide>} Found by slides of now, those before */

/** The most alike first. @param {Slide[]} known @param {Slide[]} now @returns {Found} */
function alike(known, now) {
  const [before, after] = [known, now].map((slides) => slides.map(wordsOf));
  const pairs = now.flatMap((slide, index) => known.flatMap((old, place) => {
    const common = after[index].filter((words, field) => words && words === before[place][field]).length;
    return common ? [{ slide, old, common: common + (slide.key === old.key ? 0.5 : 0) }] : [];
  }));
  /** @type {Found} */
  const found = new Map();
  const used = new Set();
  for (const { slide, old } of pairs.toSorted((one, other) => other.common - one.common)) {
    if (found.has(slide) || used.has(old)) continue;
    found.set(slide, old);
    used.add(old);
  }
  return found;
}

/** What its file said, empty for nothing. @param {Slide} slide */
const wordsOf = ({ source }) => FIELDS.map((field) => { const said = source?.[field] || []; return Array.isArray(said) && !said.length ? "" : JSON.stringify(said); });

/** Whether ids are no more than places. @param {OwnTalk} read */
function isNumbered({ slides, hidden }) {
  const lists = [slides, hidden].map((each) => each.map(({ key }) => Number(key.slice(1))));
  const isRising = lists.every((ids) => ids.every((id, index) => !index || id > ids[index - 1]));
  return isRising && lists.flat().toSorted((one, other) => one - other).every((id, index) => id === FIRST_ID + index);
}

/** @param {Slide[]} known @param {Slide[]} now @param {Found} found */
function underTheSameKey(known, now, found) {
  const left = new Map(known.filter((old) => ![...found.values()].includes(old)).map((old) => [old.key, old]));
  for (const slide of now) {
    const old = found.has(slide) ? undefined : left.get(slide.key);
    if (old) found.set(slide, old);
  }
}

/** What stands behind the same slide. @param {Slide[]} known @param {Slide[]} now @param {Found} found */
function atTheSamePlace(known, now, found) {
  const used = new Set(found.values());
  now.forEach((slide, index) => {
    const ahead = index ? found.get(now[index - 1]) : undefined;
    const old = known[ahead ? known.indexOf(ahead) + 1 : 0];
    if (found.has(slide) || !old || used.has(old) || (index && !ahead)) return;
    found.set(slide, old);
    used.add(old);
  });
}
