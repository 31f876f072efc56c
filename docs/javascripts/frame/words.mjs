// What was typed → what the index is asked: forms, umlauts spelt out, parts of compounds, relatives, slips. Pure.

/**
 * One word of a query: what it means, and what finds the same, which may be several words. `missing` means that no page has
 * it: Pagefind would answer with what begins alike.
 *
 * @typedef {{main: string, others: string[], missing?: boolean}} Wanted
 */

/** Words of fewer letters are in no list. */
const LISTED = 3;
/** Stands in a list that has not all words. */
const LEFT_OUT = "…";
const MOST_OTHERS = 3;
const MOST_QUERIES = 6;
/** From so many letters on, so many slips are forgiven. */
const SLIPS = /** @type {const} */ ([[8, 2], [5, 1]]);

const TOKEN = /[\p{L}\p{N}]+(?:[^\p{L}\p{N}\s/]+[\p{L}\p{N}]+)*/gu;
/** Stand on every page and say nothing of any. */
const EMPTY = new Set(`aber als am an auch auf aus bei beim bin da das dass dem den der des die du ein eine einem einen einer eines er es
  für hat ich ihr im in ist kann kein keine keinen man mein meine mich mir mit nach nicht noch nun ob oder sich sie sind so und uns vom von vor wann warum was
  wegen welche welcher welches wenn wer wie wird wo zu zum zur über`.split(/\s+/));
const LETTERS = /^\p{L}+$/u;
const PLAIN = /^[\w-]*$/;
const ENDING = /(?<=...)(?:ern|ens|em|en|er|es|e)$|(?<=....)[ns]$/;
const LINK = /(?:es|en|er|s|n|e)$/;
const BEFORE_VERBS = "ab|an|auf|aus|bei|ein|fest|frei|her|hin|los|mit|nach|um|vor|weg|weiter|wieder|zu|zurück|zusammen";
const SEPARATED = new RegExp(`^(${BEFORE_VERBS})ge(?=.{4})`);
const NO_NOUN = new RegExp(`^(?:${BEFORE_VERBS}|be|ent|er|ge|über|un|unter|ver|zer|zum|zur)$`);
const OF_VERBS = /(?:ationen|ation|ierungen|ierung|iertes|ierten|ierter|ierte|iert|ieren|iere|ungen|ung|etes|eten|eter|ete|et|ten|ter|tes|te|en|t|e)$/;

/** A word without umlauts, as Pagefind compares it. @param {string} word */
export function folded(word) {
  const small = word.toLowerCase();
  return PLAIN.test(small) ? small : small.replaceAll("ß", "ss").normalize("NFD").replace(/\p{M}/gu, "");
}

/** A word without its ending and its umlauts: what its forms have in common, nearly always. @param {string} word */
export const stem = (word) => folded(word).replace(ENDING, "");

/** What „gesperrt“ and „Sperrung“, „angemeldet“ and „Anmeldung“ have in common. @param {string} word */
export function root(word) {
  const bare = word.replace(SEPARATED, "$1").replace(/^ge(?=.{4,}(?:t|en)$)/, "");
  const short = folded(bare).replace(OF_VERBS, "");
  return short.length < 4 ? folded(word) : short;
}

/** As people write who have no umlauts. @param {string} word */
const spelt = (word) => word.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue").replaceAll("ß", "ss");

/**
 * How many letters were mistyped, left out, added or exchanged with their neighbour; more than `most` counts as `most + 1`.
 *
 * @param {string} a @param {string} b @param {number} most
 */
export function slips(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

/** @param {string} word @param {string[]} words @param {number} most @returns {string | undefined} */
function nearest(word, words, most) {
  let [best, fewest] = /** @type {[string | undefined, number]} */ ([undefined, most + 1]);
  for (const each of words) {
    const found = each.length > 3 ? slips(word, each, fewest - 1) : fewest;
    if (found < fewest) [best, fewest] = [each, found];
  }
  return best;
}

/** The words of all pages, as the build has listed them: one a line, compounds with a bar between their parts. */
export class Vocabulary {
  /** @type {string[]} */
  #words;
  #lines;
  /** @type {Set<string>} */
  #stems;
  /** @type {Map<string, string[]>} */
  #parts = new Map();
  /** @type {Map<string, string>} */
  #spelt = new Map();
  /** @type {Map<string, string[]>} */
  #families = new Map();

  #isWhole;

  /** @param {string} list */
  constructor(list) {
    const lines = list.split("\n").filter((line) => line && line !== LEFT_OUT);
    this.#isWhole = !list.includes(LEFT_OUT);
    this.#words = lines.map((line) => line.replaceAll("|", ""));
    this.#lines = `\n${this.#words.join("\n")}\n`;
    this.#stems = new Set(this.#words.map(stem));
    for (const [at, word] of this.#words.entries()) {
      if (lines[at] !== word) this.#parts.set(word, lines[at].split("|"));
      if (spelt(word) !== word) this.#spelt.set(spelt(word), word);
      const family = root(word);
      const relatives = this.#families.get(family);
      if (relatives) relatives.push(word);
      else this.#families.set(family, [word]);
    }
  }

  /** @param {string} word in small letters @returns {Wanted} */
  wanted(word) {
    if (!LETTERS.test(word)) {
      const parts = word.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 1);
      return { main: word, others: parts.length > 1 ? [parts.join(" ")] : [] };
    }
    const meant = this.#meant(word);
    const parts = this.#partsOf(meant);
    const found = [...(parts ? [parts.join(" ")] : []), ...this.#relatives(meant), ...this.#endings(meant)].slice(0, MOST_OTHERS);
    if (this.#isKnown(meant) || !this.#isWhole || word.length < LISTED) return { main: meant, others: found };
    const [main = meant, ...others] = found;
    return { main, others, missing: !found.length };
  }

  /** @param {string} word */
  #meant(word) {
    if (this.#isKnown(word)) return word;
    const umlauts = this.#spelt.get(word) ?? this.#spelt.get([...this.#spelt.keys()].find((each) => each.startsWith(word) && word.length > 3) ?? "");
    return umlauts ?? (this.#partsOf(word) ? word : this.#nearest(word) ?? word);
  }

  /** Whether it is a word, begins one, is a part of one, or has another ending. @param {string} word */
  #isKnown(word) {
    return this.#lines.includes(`\n${word}`) || this.#stems.has(stem(word)) || (word.length > 4 && this.#lines.includes(word));
  }

  /** The first letter is seldom mistyped: words that have it come first. @param {string} word */
  #nearest(word) {
    const most = SLIPS.find(([letters]) => word.length >= letters)?.[1] ?? 0;
    if (!most) return undefined;
    return nearest(word, this.#words.filter((each) => each[0] === word[0]), most) ?? nearest(word, this.#words, most);
  }

  /** @param {string} word @returns {string[] | undefined} */
  #partsOf(word) {
    const listed = this.#parts.get(word);
    if (listed) return listed.map((part, at) => (at < listed.length - 1 ? this.#withoutLink(part) : part));
    for (let at = 3; at <= word.length - 4; at++) {
      const [first, last] = [this.#withoutLink(word.slice(0, at)), word.slice(at)];
      if (!NO_NOUN.test(first) && this.#stems.has(stem(first)) && this.#stems.has(stem(last))) return [first, last];
    }
    if (this.#lines.includes(`\n${word}`)) return undefined;
    for (let at = 4; at <= word.length - 5; at++) if (this.#stems.has(stem(word.slice(at)))) return [word.slice(at)];
    return undefined;
  }

  /** Compounds that end in a word which nobody writes alone, so that they are in one piece in the index. @param {string} word */
  #endings(word) {
    if (word.length < 5 || this.#lines.includes(`\n${word}\n`)) return [];
    return this.#words.filter((each) => each.length > word.length + 2 && each.endsWith(word) && !this.#parts.has(each));
  }

  /** @param {string} part */
  #withoutLink(part) {
    if (this.#lines.includes(`\n${part}\n`)) return part;
    const bare = part.replace(LINK, "");
    return this.#lines.includes(`\n${bare}\n`) ? bare : part;
  }

  /** Words of the same family that no form of the word finds. @param {string} word */
  #relatives(word) {
    const own = stem(word);
    const found = (this.#families.get(root(word)) ?? []).filter((each) => !stem(each).startsWith(own));
    return [...new Map(found.map((each) => [stem(each), each])).values()];
  }
}

/**
 * @param {string} typed
 * @param {Vocabulary} vocabulary
 * @returns {Wanted[]}
 */
export function wantedWords(typed, vocabulary) {
  const tokens = typed.toLowerCase().normalize("NFC").match(TOKEN) ?? [];
  const telling = tokens.filter((each) => each.length > 1 && !EMPTY.has(each));
  return (telling.length ? telling : tokens).map((each) => vocabulary.wanted(each));
}

/**
 * What to ask the index, best first: all that was meant, then with one word in another way. What no page has is left out; nothing
 * is asked where nothing is left.
 *
 * @param {Wanted[]} wanted
 * @returns {string[]}
 */
export function queries(wanted) {
  const asked = present(wanted);
  const mains = asked.map(({ main }) => main);
  const others = asked.flatMap(({ others: each }, at) => each.map((other) => mains.map((main, place) => (place === at ? other : main)).join(" ")));
  return [...new Set([mains.join(" "), ...others])].filter(Boolean).slice(0, MOST_QUERIES);
}

/** Those that some page has. @param {Wanted[]} wanted @returns {Wanted[]} */
export const present = (wanted) => wanted.filter(({ missing }) => !missing);
