// What examiners ask when an answer is over: by what kind of question it was, worded so that it follows from any answer to one. Pure.

import { randomBy } from "../base/random.mjs";

/** How a question is told from others, by what its last sentence begins with; the first that fits holds. @type {[kind: Kind, pattern: RegExp][]} */
const PATTERNS = [
  ["if", /^(?:Und )?[Ww]as wäre/],
  ["past", /\b(?:haben|hatten|hätten) Sie\b|^(?:Warum|Weshalb) war\b/],
  ["reason", /^(?:Warum|Weshalb|Wieso)\b/],
  ["doing", /\b(?:Was|Wie|Womit|Wen|Worauf|Wo|Wann|Welche[nrs]?) (?:\p{L}+ )?(?!verstehen)\p{Ll}+n Sie\b/u],
  ["meaning", /\b(?:Was|Wofür|Wozu) (?:ist|sind|bedeutet|bedeuten|besagt|heißt|macht|regelt|verstehen Sie)\b|[Uu]nterschied|unterscheide[nt]/],
];

/** @typedef {"if" | "past" | "reason" | "doing" | "meaning" | "other"} Kind */

/** Three of each, so that in one exam hardly one comes twice. @type {Record<Kind, string[]>} */
const ASKED = {
  if: ["Was hätte das für die Anwender bedeutet?", "Warum gerade so? Nennen Sie bitte den Grund.", "Und wenn auch das nicht gegangen wäre?"],
  past: ["Was würden Sie heute anders machen?", "Woran machen Sie das fest?", "Wer war noch dafür, und wer dagegen?"],
  reason: ["Was geht verloren, wenn man es anders macht?", "Nennen Sie bitte ein Beispiel, an dem man das sieht.", "Gilt das immer, oder gibt es Ausnahmen?"],
  doing: ["Warum gerade so? Nennen Sie bitte den Grund.", "Und wenn das nicht hilft: Was ist Ihr nächster Schritt?", "Woran merken Sie, dass Sie damit richtig liegen?"],
  meaning: ["Nennen Sie bitte ein Beispiel aus Ihrem Alltag.", "Wie erklären Sie das in einem Satz jemandem ohne Vorwissen?", "Wobei hilft es Ihnen im Support, das zu wissen?"],
  other: ["Woran machen Sie das fest?", "Nennen Sie bitte ein Beispiel.", "Wo würden Sie nachsehen, wenn Sie sich nicht sicher wären?"],
};

/** Not every question has one, or it would be expected. */
const SHARE = 0.6;

/**
 * For each question what may follow from it, "" for nothing: never twice the same.
 *
 * @param {readonly {title: string}[]} questions
 * @param {string} seed
 * @returns {string[]}
 */
export function followUps(questions, seed) {
  const random = randomBy(`${seed} follow-up`);
  const start = Math.floor(random() * 3);
  /** @type {Set<string>} */
  const taken = new Set();
  return questions.map(({ title }) => {
    if (random() >= SHARE) return "";
    const among = ASKED[kindOf(title)];
    const turned = [...among.slice(start), ...among.slice(0, start)];
    const said = turned.find((text) => !taken.has(text)) ?? "";
    taken.add(said);
    return said;
  });
}

/** By its last sentence, up to the first comma. @param {string} title of a question @returns {Kind} */
export function kindOf(title) {
  const [first] = (title.split(/(?<=[.!?:“]) /).at(-1) ?? "").split(", ");
  return PATTERNS.find(([, pattern]) => pattern.test(first))?.[0] ?? "other";
}
