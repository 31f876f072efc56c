// What YAML reads without complaint and nobody meant, as `generalprobe/reading/losses.py` finds it: a list that melts into a text, a comma that
// cuts one, a backslash that becomes something else. Pure.

/** @typedef {{said: string, at: number}} Loss */

const ESCAPE = /\\([^])/g;
const DRIVE = /(?<![A-Za-z])[A-Za-z]:\\/;
/** But what writers write by number. */
const HALF_A_SHARE = /(?:^|\s)\\\\[\p{L}\p{N}_][^\s\\]*\\(?!x0[9AD]|uFEFF)/u;
const [NEVER_MEANT, SELDOM_MEANT] = ["abefvNLP_", "nrt"];
const BULLET = /^(?:[-*+•·▪‣][ \t\u00a0]|-(?=[\p{L}_]))/u;
const DASH = /^[–—] /;
const LISTED = /^(?:[-*+•·▪‣] |[0-9]+[.)] )/;

export const ESCAPED = "Der Rückstrich wird mit dem Zeichen dahinter zu etwas anderem. In einfache Anführungszeichen setzen (`'`).";
const JOINED = "`>` macht aus den Zeilen der Liste eine einzige. Statt `>` so schreiben: `|`.";
const melted = (/** @type {string} */ entry) => `„${shortened(entry)}“ wird an den Text davor gehängt, statt ein eigener Eintrag zu sein. Alle Einträge einer Liste in derselben Spalte mit \`- \` beginnen.`;
const cut = (/** @type {string} */ text) => `Das Komma teilt den Text „${shortened(text)}“. Ihn in Anführungszeichen setzen.`;

/** @param {any} node a scalar @returns {Loss | null} */
export function lossIn({ type, srcToken, range: [at] }) {
  const source = srcToken?.source ?? "";
  if (type === "QUOTE_DOUBLE") return misreads(source.slice(1, -1)) ? { said: ESCAPED, at } : null;
  if (type === "BLOCK_FOLDED") return joinsList(source) ? { said: JOINED, at } : null;
  const entry = type === "PLAIN" ? meltedIn(source) : "";
  return entry ? { said: melted(entry), at } : null;
}

/** @param {any} node a list or a group @param {string} text of the file @returns {Loss | null} of what stands in brackets */
export function commaIn({ flow, items }, text) {
  if (!flow) return null;
  for (const [index, item] of items.entries()) {
    const before = items[index - 1];
    const whole = index ? (item.key === undefined ? decimal(before, item, text) : rest(before, item, text)) : "";
    if (whole) return { said: cut(whole), at: (item.key === undefined ? before : before.value).range[0] };
  }
  return null;
}

/** `1,5` in a list. @param {any} before @param {any} item @param {string} text */
function decimal(before, item, text) {
  const [end, start] = [before?.range?.[1], item?.range?.[0]];
  return start === end + 1 && text[end] === "," && /^\d,\d$/.test(text.slice(end - 1, start + 1)) ? text.slice(before.range[0], item.range[1]) : "";
}

/** What stands behind a comma and is no key. @param {any} before @param {any} item @param {string} text */
const rest = (before, item, text) => (item.value === null && before.value?.range && !before.value.items?.length ? text.slice(before.value.range[0], item.key?.range?.[1] ?? 0) : "");

/** Whether what stands between double quotation marks is read differently from how it looks. @param {string} inside */
function misreads(inside) {
  if (HALF_A_SHARE.test(inside)) return true;
  for (const { 1: letter, index } of inside.matchAll(ESCAPE)) {
    const after = inside.slice(index + 2, index + 3);
    const isMeant = !NEVER_MEANT.includes(letter) && !(SELDOM_MEANT.includes(letter) && (DRIVE.test(inside) || /\p{Ll}/u.test(after)));
    if (!isMeant) return !(inside.match(/\\+/g) ?? []).every(({ length }) => length % 2 === 0);
  }
  return false;
}

/** The first entry of a list that has become a part of the text before it. @param {string} source */
function meltedIn(source) {
  const [first, ...lines] = source.split(/\r?\n/);
  const isDashed = DASH.test(first);
  const entry = lines.map((line) => line.replace(/^[ \t]+|[ \t]+$/g, "")).find((line) => BULLET.test(line) || (isDashed && DASH.test(line)));
  return entry && (isDashed || BULLET.test(first) ? first : entry);
}

/** @param {string} source of a folded text */
function joinsList(source) {
  const lines = source.split(/\r?\n/);
  const indent = /^ */.exec(lines.find((line) => line.trim()) ?? "")?.[0].length ?? 0;
  return lines.some((line, index) => {
    const either = [lines[index - 1] ?? "", line].map((each) => each.slice(indent));
    return either.every((each) => each.trim() && !each.startsWith(" ")) && either.some((each) => LISTED.test(each));
  });
}

/** @param {string} text */
const shortened = (text) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
