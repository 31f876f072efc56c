// Regular expressions as Python reads them: every script has letters and digits, and its spaces are Python's. Pure.

const WORD = "[\\p{L}\\p{N}_]";
const SPACE = "\\t-\\r\\x1c- \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
/** @type {Record<string, string>} */
const CLASSES = {
  w: WORD,
  W: "[^\\p{L}\\p{N}_]",
  d: "\\p{Nd}",
  s: `[${SPACE}]`,
  S: `[^${SPACE}]`,
  b: `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`,
};

/** @param {string} flags */
const tag = (flags) => (/** @type {TemplateStringsArray} */ { raw }, /** @type {string[]} */ ...parts) => {
  const source = String.raw({ raw }, ...parts);
  return new RegExp(source.replace(/\\(.)/gs, (escape, name) => CLASSES[name] ?? escape), `v${flags}`);
};

/** A pattern that is looked for once, such as one`\w+`. */
export const one = tag("");
/** A pattern of which all places are found or replaced. */
export const every = tag("g");
/** A pattern for one place of a text, see `at`. */
export const here = tag("y");

/** @param {RegExp} pattern made by `here` @param {string} text @param {number} position */
export function at(pattern, text, position) {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

/** @param {RegExpMatchArray} match */
export const startOf = (match) => match.index ?? 0;

/** @param {RegExpMatchArray} match */
export const endOf = (match) => startOf(match) + match[0].length;

/**
 * The text with each match of a pattern said otherwise.
 *
 * @param {RegExp} pattern made by `every`
 * @param {string} text
 * @param {(match: RegExpMatchArray & {input: string}) => string} say
 */
export function sayEach(pattern, text, say) {
  let [said, from] = ["", 0];
  for (const match of text.matchAll(pattern)) {
    said += text.slice(from, match.index) + say(/** @type {RegExpMatchArray & {input: string}} */ (match));
    from = endOf(match);
  }
  return said + text.slice(from);
}

/** A pattern for any of these texts, longer ones first. @param {Iterable<string>} texts */
export const anyOf = (texts) =>
  [...texts]
    .sort((one, other) => other.length - one.length)
    .map((text) => text.replace(/[$()*+./?[\\\]^{|}]/g, "\\$&"))
    .join("|");

/** Without spaces around it. @param {string} text */
export const stripped = (text) => text.replace(SPACES_AROUND, "");
const SPACES_AROUND = every`^\s+|\s+$`;

/** The words before a place, as far as twenty signs reach. @param {string} text @param {number} position */
export const wordsBefore = (text, position) => text.slice(Math.max(0, position - 20), position).split(SPACES).filter(Boolean);
const SPACES = one`\s+`;

/** Whether a letter or a digit stands behind a place, or before it. */
export const isInWord = {
  /** @param {string} text @param {number} position */
  after: (text, position) => at(LETTER_AFTER, text, position) !== null,
  /** @param {string} text @param {number} position */
  before: (text, position) => at(LETTER_BEFORE, text, position) !== null,
};
const LETTER_AFTER = here`[\p{L}\p{N}]`;
const LETTER_BEFORE = here`(?<=[\p{L}\p{N}])`;
