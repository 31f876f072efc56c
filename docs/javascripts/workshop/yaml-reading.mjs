// YAML text → values by the rules of the check: the core schema of YAML 1.2, no anchors, tags or merges, no key twice. Pure.

import { vendor } from "../base/addresses.mjs";
import { ESCAPED, commaIn, lossIn } from "./yaml-losses.mjs";

const { Composer, isAlias, isMap, isScalar, isSeq, LineCounter, Parser } = /** @type {typeof import("yaml")} */ (await import(vendor("yaml/index.mjs")));

/** @typedef {import("./yaml.mjs").Value} Value */
/** @typedef {{line: number, column: number, said: string}} Trouble counted from 1; 0 for the text as a whole */

const MOST_BYTES = 1_000_000;
const MOST_DEEP = 20;
const MOST_NODES = 50_000;
/** @type {import("yaml").DocumentOptions & import("yaml").ParseOptions & import("yaml").SchemaOptions} */
const OPTIONS = { version: "1.2", schema: "core", merge: false, uniqueKeys: false, prettyErrors: false, keepSourceTokens: true };

const UNREADABLE = "Hier stimmt die Schreibweise nicht, meist ein Doppelpunkt, ein Anführungszeichen oder die Einrückung.";
const QUOTE = "Ist Text gemeint: in Anführungszeichen setzen.";
const TOO_DEEP = `Tiefer als ${MOST_DEEP} Ebenen verschachtelt.`;
const [ALIAS, TAG] = [`Verweise (\`*\`) sind nicht erlaubt. ${QUOTE}`, `Typangaben (\`!\`) sind nicht erlaubt. ${QUOTE}`];
/** @type {Partial<Record<string, string>>} */
const SAID = { BAD_ALIAS: ALIAS, TAG_RESOLVE_FAILED: TAG, BAD_DQ_ESCAPE: ESCAPED, TAB_AS_INDENT: "Eingerückt wird mit Leerzeichen, nicht mit Tabulatoren." };

/** Signs that no text may hold. */
const CONTROL = /[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
/** Looks like a blank, or like nothing. */
const INVISIBLE = /[\u00a0\u00ad\u2000-\u200f\u202a-\u202f\u205f-\u2064\u3000\ufeff]/;
/** A comment that nobody meant as one. */
const GLUED = /^[^\s#!]/;
/** Ends in a mark that a backslash makes a part of the text; the library takes it for the end. */
const OPEN = /(?<!\\)(?:\\\\)*\\"$/;
/** What opens so many levels in one line that the library would call itself too often. */
const STAIRS = /(?:[[{]\s*|[-?:]\s+|[&!]\S*\s+){41}/;

/** Why a text is not read, and where in it. */
class Refused extends Error {
  /** @param {string} said @param {number} [at] */
  constructor(said, at = -1) {
    super(said);
    this.at = at;
  }
}

/**
 * @param {string} text
 * @returns {{value: Value} | {trouble: Trouble}}
 */
export function readYaml(text) {
  const lines = new LineCounter();
  try {
    return { value: valueOf(text.replace(/^\ufeff/, ""), lines) };
  } catch (reason) {
    const { message, at } = reason instanceof Refused ? reason : new Refused(reason instanceof RangeError ? TOO_DEEP : UNREADABLE);
    const { line, col } = at < 0 ? { line: 0, col: 0 } : lines.linePos(at);
    return { trouble: { line, column: col, said: message } };
  }
}

/** @param {string} text @param {InstanceType<typeof LineCounter>} lines */
function valueOf(text, lines) {
  if (new TextEncoder().encode(text).length > MOST_BYTES) throw new Refused("Die Datei ist größer als 1 MB.");
  if (STAIRS.test(text)) throw new Refused(TOO_DEEP);
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  refuseMasses(tokens);
  const [first, second] = new Composer(OPTIONS).compose(tokens, true, text.length);
  const [problem] = [...first.errors, ...first.warnings];
  if (problem) throw new Refused(SAID[problem.code] ?? UNREADABLE, problem.pos[0]);
  if (second) throw new Refused("Hier beginnt ein zweites Dokument.", second.range[0]);
  refuseLosses(first.contents, text);
  return value(first.contents, 1);
}

/** Before anything is made of them: what is too deep or too much. @param {any[]} tokens */
function refuseMasses(tokens) {
  /** @type {[any, number][]} */
  const waiting = tokens.map((token) => [token, 0]);
  for (let nodes = 0; waiting.length; nodes += 1) {
    const [token, depth] = /** @type {[any, number]} */ (waiting.pop());
    if (nodes > 2 * MOST_NODES) throw new Refused(`Mehr als ${MOST_NODES.toLocaleString("de-DE")} Einträge.`);
    if (depth > MOST_DEEP) throw new Refused(TOO_DEEP, token.offset);
    for (const { key, value } of token?.items ?? [{ key: null, value: token?.value }]) {
      for (const inner of [key, value]) if (inner && typeof inner === "object") waiting.push([inner, depth + (inner.items ? 1 : 0)]);
    }
  }
}

/** At any depth. @param {any} node @param {string} text */
function refuseLosses(node, text) {
  if (!node) return;
  const loss = isScalar(node) ? lossIn(/** @type {any} */ (node)) : commaIn({ items: [], ...node }, text);
  if (loss) throw new Refused(loss.said, loss.at);
  for (const item of node.items ?? []) for (const each of "key" in item ? [item.key, item.value] : [item]) refuseLosses(each, text);
}

/** @param {any} node @param {number} depth @returns {Value} */
function value(node, depth) {
  if (node === null) return null;
  const at = node.range?.[0];
  if (isAlias(node)) throw new Refused(ALIAS, at);
  if (node.anchor) throw new Refused(`Anker (\`&\`) sind nicht erlaubt. ${QUOTE}`, at);
  if (node.tag) throw new Refused(TAG, at);
  if (isScalar(node)) return scalar(node);
  if (depth > MOST_DEEP) throw new Refused(TOO_DEEP, at);
  if (isSeq(node)) return node.items.map((/** @type {any} */ item) => value(item, depth + 1));
  if (isMap(node)) return group(node, depth);
  throw new Refused(UNREADABLE, at);
}

/** @param {any} node @param {number} depth @returns {Value} */
function group(node, depth) {
  const found = /** @type {Map<string, Value>} */ (new Map());
  for (const pair of node.items) {
    const name = keyOf(pair.key, depth);
    if (found.has(name)) throw new Refused(`Der Schlüssel \`${name.slice(0, 40)}\` steht schon weiter oben.`, pair.key.range?.[0]);
    found.set(name, value(pair.value, depth + 1));
  }
  return Object.fromEntries(found);
}

/** @param {any} node @param {number} depth */
function keyOf(node, depth) {
  value(node, depth + 1);
  const at = node?.range?.[0];
  if (!isScalar(node)) throw new Refused("Ein Schlüssel muss ein einfaches Wort sein.", at);
  const name = String(node.source ?? "").normalize("NFC");
  if (node.type !== "PLAIN") return name;
  if (name === "") throw new Refused("Hier fehlt ein Schlüssel.", at);
  if (name === "<<") throw new Refused("Zusammenführungen (`<<`) sind nicht erlaubt.", at);
  if (INVISIBLE.test(name)) throw new Refused("Im Schlüssel steckt ein unsichtbares Zeichen.", at);
  return name;
}

/** @param {any} node @returns {Value} */
function scalar({ value, comment, type, srcToken, range: [at] }) {
  if (type === "QUOTE_DOUBLE" && OPEN.test(srcToken?.source ?? "")) throw new Refused("Der Text in Anführungszeichen hört nicht auf.", at);
  if (type === "PLAIN" && GLUED.test(comment ?? "")) {
    const lost = comment.split("\n")[0].slice(0, 40);
    throw new Refused(`„#${lost}“ gilt als Kommentar und geht verloren. Den ganzen Text in Anführungszeichen setzen.`, at);
  }
  if (typeof value !== "string") return value;
  if (CONTROL.test(value)) throw new Refused("Hier steckt ein unsichtbares Steuerzeichen im Text.", at);
  return value.normalize("NFC");
}
