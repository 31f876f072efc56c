// What somebody needs to see of a slide to know what to say: three words. Pure.

/** @typedef {import("./own-talk.mjs").Slide} Slide */

const MOST = 3;
const SHORTEST = 4;
const WORD = /[\p{L}\p{N}]+(?:[-‑.][\p{L}\p{N}]+)*/gu;
/** German writes what it is about with a capital letter, and so it does words that open a sentence. */
const NOUN = /^\p{Lu}/u;
/** „Gelernt: …“ says what kind of thing follows. */
const LABEL = /^[^:]{1,30}:\s/;
const OPENING = /(?:^|[.!?…:]["“‘]?\s+)["„‚]?$/u;
/** They open sentences and say nothing. */
const EMPTY = new Set(("aber alle allem allen aller alles also auch auf außerdem bei beim dabei dadurch dafür dagegen damit danach dann daran darauf daraus darin darum dass davon davor dazu dein deine denn "
  + "deshalb diese diesem diesen dieser dieses doch dort durch eine einem einen einer eines erst etwa euch eure frage für guten hallo hatte hatten heute hier ihnen ihre ihrem ihren ihrer immer jede jeden jeder "
  + "jedes jetzt kein keine keinen können man mehr mein meine meinem meinen meiner mit nach nicht nichts noch nun nur oder ohne schon sehr sein seine seit sich sie sind sobald solche sondern über unser unsere "
  + "unserem unseren unter viele vielen vielleicht vom von vor wann war waren warum was weil welche wenn wer werden wie wieder willkommen wir wird wo wurde wurden zuerst zum zur zuletzt zwischen tag dank danke "
  + "morgen damen herren folie vortrag").split(" "));

/** @param {Slide[]} slides @returns {string[][]} up to three words for each, in the order in which they are said; what is on every slide tells little */
export function keywordsOf(slides) {
  const found = slides.map(wordsOf);
  const on = (/** @type {string} */ small) => found.filter((words) => words.has(small)).length;
  return slides.map(({ headline, notes }, index) => {
    const known = new Set(tokens(headline).map(({ text }) => text.toLowerCase()));
    const said = plain(notes).toLowerCase();
    const place = (/** @type {string} */ small) => { const at = said.indexOf(small); return at < 0 ? said.length : at; };
    const ranked = [...found[index]].filter(([small]) => !known.has(small)).map(([small, { text, weight }]) => ({ small, text, weight: weight / on(small) })).sort((one, other) => other.weight - one.weight);
    return withoutForms(ranked).slice(0, MOST).sort((one, other) => place(one.small) - place(other.small)).map(({ text }) => text);
  });
}

/** Words that could stand for a slide: its bullets weigh more than what is said. @param {Slide} slide @returns {Map<string, {text: string, weight: number}>} */
function wordsOf(slide) {
  const found = new Map();
  const add = (/** @type {number} */ weight) => (/** @type {string} */ text) => {
    const small = text.toLowerCase();
    if (text.length < SHORTEST || EMPTY.has(small) || !NOUN.test(text)) return;
    const before = found.get(small) ?? { text, weight: 0 };
    found.set(small, { text: before.text, weight: before.weight + weight + text.length / 100 });
  };
  for (const bullet of slide.bullets.flatMap(({ text, bullets }) => [text, ...bullets])) {
    for (const { text, opens } of tokens(bullet.replace(LABEL, ""))) add(opens ? 2 : 3)(text);
  }
  for (const { text, opens } of tokens(slide.notes)) add(opens ? 0.25 : 1)(text);
  return found;
}

/** „Treiber“ and „Treibers“ are one. @param {{small: string, text: string, weight: number}[]} ranked */
const withoutForms = (ranked) => ranked.filter(({ small }, index) => !ranked.slice(0, index).some((other) => small.startsWith(other.small) || other.small.startsWith(small)));

/** @param {string} markdown */
function tokens(markdown) {
  const text = plain(markdown);
  return [...text.matchAll(WORD)].map((match) => ({ text: match[0], opens: OPENING.test(text.slice(0, match.index)) }));
}

/** Without signs of Markdown, and without what is done and not said. @param {string} markdown */
const plain = (markdown) => markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/\[[^\]]*\]/g, "").replace(/[*_`#>\\]/g, "");
