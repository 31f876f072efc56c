// Which form a text is written in, and whether the page judges it: other forms are read by the command alone. Pure.
//
// `generalprobe/importing/files.py` decides the same for whoever has the project, the surest form first. Lines are enough here: the
// command reads what stands in them.

/** @typedef {"marp" | "remark" | "page" | "catalogue" | "slidev" | "split" | ""} Form empty for none */
/** @typedef {{keys: Map<string, string>, lines: string[]}} Part of a text between two lines of hyphens, with the keys that stand in front of it */

/** @type {Record<Exclude<Form, "" | "page">, string>} */
const SAID = { marp: "Das sind Folien für Marp", remark: "Das sind Folien für Remark", catalogue: "Das ist ein Fragenkatalog", slidev: "Das sind Folien für Slidev", split: "Das sind Folien für Marp oder Slidev" };
const PAGE = "Das ist ein Vortrag in einer anderen Form als hier";

/** What a text is that the page does not read, or not whole; empty for one in its own form, or in none. @param {string} text */
export function foreignForm(text) {
  const form = formOf(text);
  return form === "page" ? (isOwn(linesOf(text)) ? "" : PAGE) : form && SAID[form];
}

/** @param {string} text @returns {Form} */
export function formOf(text) {
  const lines = linesOf(text);
  const parts = partsOf(lines);
  const front = parts.find(({ lines: said, keys }) => keys.size || said.some((line) => line.trim()))?.keys ?? new Map();
  if (front.get("marp")?.toLowerCase() === "true" || /<!--\s*marp:\s*true/.test(text)) return "marp";
  const told = withoutCode(front.size ? lines.slice(endOfFront(lines)) : lines);
  if (isRemark(told)) return "remark";
  if (parts.slice(1).some(({ keys }) => isOfSlidev(keys))) return "slidev";
  if (hasSlides(told)) return "page";
  if (isCatalogue(told)) return "catalogue";
  if (isSlidev(parts, told.join("\n"))) return "slidev";
  return isSplit(parts, front) ? "split" : "";
}

/** What a text is, its beginning shows, and that of each line: others were written to make looking at them long. */
const [MOST_LINES, LONGEST_LINE] = [20_000, 2_000];

/** @param {string} text */
const linesOf = (text) => text.replace(/^\ufeff/, "").split(/\r\n?|\n/, MOST_LINES).map((line) => line.slice(0, LONGEST_LINE));

const FENCE = /^ {0,3}(`{3,}|~{3,}) *([^\s`]*)(.*)$/;

/** Whether each line stands in code, its fences among them. @param {string[]} lines */
function codeIn(lines) {
  let fence = "";
  return lines.map((line) => {
    const [, mark, name] = FENCE.exec(line) ?? [];
    const isCode = Boolean(fence || mark);
    if (mark) fence = fence ? (mark.startsWith(fence) && !name ? "" : fence) : mark;
    return isCode;
  });
}

/** @param {string[]} lines */
function withoutCode(lines) {
  const code = codeIn(lines);
  return lines.map((line, index) => (code[index] ? "" : line));
}

const RULE = /^-{3,}\s*$/;
const KEY = /^([A-Za-z_$][\w.$-]*)\s*:\s*(.*?)\s*$/;

/** Keys with values, and what belongs to them. @param {string[]} lines */
function isFront(lines) {
  const said = lines.filter((line) => line.trim() && !line.trimStart().startsWith("#"));
  return said.some((line) => KEY.test(line)) && said.every((line) => KEY.test(line) || " -}]".includes(line[0]));
}

/** @param {string[]} lines @param {number} at a line of hyphens @returns {number} the line that ends the keys below it, 0 for none */
function endOfKeys(lines, at) {
  const end = lines.findIndex((line, index) => index > at && RULE.test(line));
  return end > 0 && isFront(lines.slice(at + 1, end)) ? end : 0;
}

/** @param {string[]} lines */
const endOfFront = (lines) => endOfKeys(lines, lines.findIndex((line) => line.trim())) + 1;

/** @param {string[]} lines @returns {Part[]} */
function partsOf(lines) {
  const code = codeIn(lines);
  /** @type {Part[]} */
  const parts = [{ keys: new Map(), lines: [] }];
  for (let at = 0; at < lines.length; at += 1) {
    const last = parts[parts.length - 1];
    if (code[at] || !RULE.test(lines[at])) { last.lines.push(lines[at]); continue; }
    const end = lines[at + 1]?.trim() ? endOfKeys(lines, at) : 0;
    const keys = new Map(lines.slice(at + 1, end || at + 1).flatMap((line) => { const [, key, value] = KEY.exec(line) ?? []; return key ? [[key, value.replace(/^(["'])(.*)\1$/, "$2")]] : []; }));
    if (parts.length === 1 && !last.lines.some((line) => line.trim())) parts.pop();
    parts.push({ keys, lines: [] });
    if (end) at = end;
  }
  return parts;
}

const NUMBER = "(?:Folie|Slide)\\s*(?:Nr\\.?\\s*|#\\s*)?\\d{1,3}";
const NOTES = /speaker|sprech|notiz|moderation|vortragstext|gesprochen|^notes?$|redetext|^skript|ich sage?$|sage ich$/i;
const HEADING = /^ {0,3}(?:#{2,6} *|# +)([^#\s].*?)[\s#]*$/;
const SLIDE = new RegExp(`^ {0,3}#{1,6}\\W*${NUMBER}\\b|^[^\\w\\s*_-]*\\s*(?:\\*\\*|__)\\W*${NUMBER}\\b`, "i");
const BARE_SLIDE = new RegExp(`^\\W*${NUMBER}\\s*(?:[:.)|(–—-].{0,100})?$`, "i");
const BOX_NAME = /^(?:!!!|\?\?\?\+?) *[\w-]+ *["„“«»](.*?)["“”«»]?\s*$|^:{3,} *\{?\.?([\w-]+)|^\s*<aside\b[^>]*"([^"]*)"|^\s*>\s*\[![\w-]+\][+-]?\s+(\S.*)$/i;
const BOLD_LABEL = /^ {0,3}(?![-*+] )(?:<!--\s*|>\s*)?(?:[^\p{L}\d\s*_]{1,4}\s*)?(?:\*\*|__)\s*([^*_]{1,60}?)\s*(?::\s*(?:\*\*|__)|(?:\*\*|__)\s*:|(?:\*\*|__)\s*$)/u;
const ITALIC_LABEL = /^ {0,3}(?:<!--\s*|>\s*)?[*_]([^\s*_:][^*_:]{0,59}?)\s*(?::\s*[*_]|[*_]\s*:|[*_]\s*$)/;
const LABEL = /^ {0,3}(?![-*+] )(?:<!--\s*|>\s*)?(?:[^\p{L}\d\s]\s*)?(\p{L}[\p{L}\d_/-]*(?: [\p{L}\d_/-]+){0,2})\s*:/u;

/** Whether it says that what follows is said. @param {string} line */
const isSpoken = (line) => [HEADING, BOX_NAME, BOLD_LABEL, ITALIC_LABEL, LABEL].some((form) => NOTES.test((form.exec(line)?.slice(1).find(Boolean) ?? "").replace(/[^\p{L}\d\s&/-]/gu, " ").trim()));

/** Called so, or with something that is said below a heading. @param {string[]} lines */
function hasSlides(lines) {
  const isBare = lines.some((line, at) => BARE_SLIDE.test(line) && !lines[at - 1]?.trim() && (!lines[at + 1]?.trim() || UNDERLINE.test(lines[at + 1])));
  const first = lines.findIndex((line, at) => (HEADING.test(line) && !isSpoken(line)) || isUnderlined(lines, at));
  return isBare || countsSlides(lines) || hasStoryboard(lines) || lines.some((line) => SLIDE.test(line)) || (first >= 0 && lines.slice(first).some(isSpoken));
}

/** Whether all lines that are called as slides count up from 1. @param {string[]} lines */
function countsSlides(lines) {
  const numbers = lines.filter((line) => BARE_SLIDE.test(line)).map((line) => Number(/\d+/.exec(line)?.[0]));
  return numbers.length > 1 && numbers.every((number, index) => number === index + 1);
}

/** Whether each row of a table is a slide. @param {string[]} lines */
const hasStoryboard = (lines) => lines.some((line, at) => {
  const names = cellsOf(line).map((cell) => cell.replace(/[*_]/g, "").trim());
  return DIVIDER.test(lines[at + 1] ?? "") && names.some((name) => NOTES.test(name)) && names.some((name) => /^(?:nr|folie|slide|$)|titel|thema|überschrift/i.test(name));
});

const DIVIDER = /^[\s|:-]*-[\s|:-]*$/;

/** @param {string} line of a table */
const cellsOf = (line) => (/^\s*\|/.test(line) ? line.trim().replace(/^\||\|$/g, "").split("|").map((cell) => cell.trim()) : []);

const UNDERLINE = /^ {0,3}(?:=+|-+)\s*$/;

/** @param {string[]} lines @param {number} at */
const isUnderlined = (lines, at) => Boolean(lines[at].trim()) && !lines[at - 1]?.trim() && UNDERLINE.test(lines[at + 1] ?? "");

const PARTS = /^ {0,3}#{2,6}\W*(?:Folientitel|Headline|Bullet\S*|Stichpunkte|Inhalte?|Artefakt.*)\W*$/i;

/** What is known of a talk or a slide, in bold type. */
const BOLD_FIELD = /^ {0,3}(?:[-*+] +)?(?:\*\*|__)(?:Thema|Zielgruppe|Ausgangslage|Situation|Ziel|Erfolg|Erfolgskriterien|Abgrenzung|Risiken|(?:Geplante )?Zeit|Dauer|Vorführung) *(?:: *(?:\*\*|__)|(?:\*\*|__) *:)/i;
const TIMED = /^## .{0,200}\([^()]*\d *(?:s\b|Sek|Min|:\d)[^()]*\)|^## .{0,200}[⏱⏰⌛⏳]/i;
const QUESTIONS = /^## (?!\W*(?:Folie|Slide)\b).*(?:frage|fachgespräch|faq|q ?& ?a)/i;

/** A slide below the one before it, as HackMD has them. */
const BELOW = /^----[ \t]*\n\n?###/m;

/** What the page reads itself: slides are headings of the second level, and neither boxes nor headings part them. @param {string[]} lines */
function isOwn(lines) {
  const told = withoutCode(lines);
  const isOther = (/** @type {string} */ line) => [PARTS, BOLD_FIELD, TIMED, /^(?:!!!|\?\?\?|:{3,}|%(?: |$)|\s*>\s*\[!|\s*<(?:details|aside|!--))/].some((form) => form.test(line)) || ((HEADING.test(line) || ITALIC_LABEL.test(line)) && isSpoken(line));
  return told.some((line) => /^## +\S/.test(line)) && !told.some(isOther) && !hasQuestionsApart(told) && !BELOW.test(told.join("\n"));
}

/** Whether a heading says that questions follow, and nothing below it is said. @param {string[]} lines */
function hasQuestionsApart(lines) {
  const last = lines.findLastIndex((line) => /^## /.test(line));
  return last >= 0 && QUESTIONS.test(lines[last]) && !lines.slice(last).some(isSpoken);
}

const BOX = /^(?:(?:\?\?\?\+?|!!!) *(?:(?:question|faq|help|frage)\b|[\w-]+ *["„“«»].*\?\W*$)|\s*>\s*\[!(?:(?:question|faq|help|frage)\][+-]?\s+\S|[\w-]+\][+-]?\s.*\?\W*$))/i;
const ASKING = /^\W*(?:(?:Prüferfrage|Prüfungsfrage|Rückfrage(?=\s*\d)|Frage|Question|Vorderseite)\s*(?:(?:Nr\.?\s*)?\d+(?:[.-]\d+)*\b|[:.)–—-])|[FQ]\s*(?:\d+(?:[.-]\d+)*\s*[:.)–—-]|:))\W*\p{L}/iu;
const BOLD = /^\s*(?:[-*+]\s+|\d{1,3}[.)]\s+)?(?:\[[ xX]\]\s+)?(\*\*|__)[^*_].*\?[\s"“”«»]*(?:\([^()]{1,40}\)\s*)?\1/;
const ANSWER = /^[\s>*+-]*(?:\*\*|__)?[^:]{0,20}(?:antwort|lösung|answer|\bA)\s*(?:\*\*|__)?:/i;
/** What examiners have somebody do, without a question mark; in bold type it is sure. */
const TASK = /^[\s*_]*(?:\d{1,3}[.)]\s+)?(?:Nennen|Erklären|Beschreiben|Erläutern|Definieren|Unterscheiden|Vergleichen|Begründen|Ordnen|Bringen|Skizzieren|Zählen|Schildern|Stellen|Wählen|Berechnen|Formulieren|Grenzen) Sie(?![\p{L}\d_]).{3,300}$/u;
const BOLD_TASK = /^\s*(\*\*|__).*\1\s*$/;
const ITEM = /^( *)(?:[-*+•]|\d{1,3}[.)])\s+(\S.*)$/;

/** Says that a question follows, and nothing else. */
const NAME = /^\W*(?:Prüfer|Prüfungs)?frage\s*(?:Nr\.?\s*)?\d{1,3}\W*$/i;

/** One question in a box, two in another form, or under most of its headings. @param {string[]} lines */
function isCatalogue(lines) {
  const boxed = lines.some((line) => BOX.test(line) || /<summary[^>]*>.*(?:\?|Frage \d)/i.test(line));
  const sure = lines.filter((line, at) => !HEADING.test(line) && (ASKING.test(line) || BOLD.test(line) || (NAME.test(line.replace(HINT, "")) && Boolean(lines[at + 1]?.trim())) || (TASK.test(line) && BOLD_TASK.test(line)) || (asks(line) && !ITEM.test(line) && ANSWER.test(lines.slice(at + 1).find((each) => each.trim()) ?? ""))));
  const headings = lines.filter((line, at) => /^ {0,3}#{2,6} *[^#\s]/.test(line) || (isUnderlined(lines, at) && lines[at + 1].includes("-")));
  const asking = headings.filter((line) => asks(line) || ASKING.test(line) || TASK.test(HEADING.exec(line)?.[1] ?? line));
  const called = headings.filter((line) => ASKING.test(line) || /^\W*(?:Prüfer|Prüfungs)?frage\s*(?:Nr\.?\s*)?\d*\W*$/i.test(line));
  const listed = askedInLists(lines);
  const count = sure.length + listed.reduce((sum, each) => sum + each.count, 0);
  return boxed || count > 1 || listed.some(({ isAnswered }) => isAnswered) || called.length > 1 || (asking.length > 1 && 2 * asking.length >= headings.length) || hasAskingTable(lines);
}

/** @param {string} text */
const asks = (text) => /\?[ *_"“”]*$/.test(text.replace(HINT, ""));

/** What may stand behind a question and is no answer. */
const HINT = /\s*\((?:\d+ ?(?:Punkte?|P\.?|Pkt\.?)|(?:Mehrfach|Einfach)(?:auswahl|nennung\p{L}*)|(?:Multiple|Single)[ -]Choice|mehrere Antworten[^()]{0,40}|eine Antwort[^()]{0,40}|leicht|mittel|schwer)\)[\s*_]*$/iu;

/** Whether a column asks and another one answers. @param {string[]} lines */
function hasAskingTable(lines) {
  const rows = lines.map(cellsOf);
  return rows.some((row, at) => {
    if (!row.length || rows[at - 1]?.length || !DIVIDER.test(lines[at + 1] ?? "")) return false;
    const end = rows.findIndex((each, below) => below > at && !each.length);
    const below = [row, ...rows.slice(at + 2, end < 0 ? rows.length : end)];
    const isNamed = row.some((cell) => /frage|question/i.test(cell)) && row.some((cell) => /antwort|lösung|answer|erwart|^richtig|^korrekt/i.test(cell)) && below.length > 1;
    return isNamed || (below.length > 1 && below.every(([first, ...others]) => others.length === 1 && asks(first)));
  });
}

/** The questions in lists of which all items ask, and in which of them the answer follows. @param {string[]} lines */
function askedInLists(lines) {
  const lists = /** @type {string[][]} */ ([]);
  let isOpen = false;
  for (const line of lines) {
    const [, indent, said] = ITEM.exec(line) ?? [];
    if (said && !indent && isOpen) lists[lists.length - 1].push(line);
    else if (said && !indent) lists.push([line]);
    isOpen = Boolean(said) || (isOpen && (!line.trim() || /^\s/.test(line)));
  }
  return lists.flatMap((list) => {
    const said = list.map((line) => ITEM.exec(line)?.[2] ?? "");
    const answered = said.filter((each) => ANSWERED.test(each)).length;
    if (!said.every((each) => asks(each) || ANSWERED.test(each) || TASK.test(each))) return [];
    return answered === list.length || list.length === 1 || /^\d/.test(list[0]) ? [{ count: list.length, isAnswered: answered > 0 }] : [];
  });
}

const ANSWERED = /^.{5,}?\?["“”]?(?:\*\*|__)?\s+\S/;

const KEYS = new Set(("layout background transition fonts colorSchema themeConfig drawings css zoom canvasWidth highlighter clicks src hide disabled mdc routerMode titleTemplate "
  + "lineNumbers selectable exportFilename routeAlias image duration timer").split(" "));
const MARKS = /<v-?clicks?\b|<VClicks?\b|\bv-click\b|\bv-after\b|\bv-mark\b|<v-switch|<v-after|^::[\w-]+::\s*$/im;

/** @param {Part[]} parts @param {string} text */
const isSlidev = (parts, text) => parts.length > 1 && (isOfSlidev(parts[0].keys, "hide") || MARKS.test(text));

/** @param {Map<string, string>} keys @param {string} [but] MkDocs, too, knows `hide` in front of a text */
const isOfSlidev = (keys, but = "") => [...keys.keys()].some((key) => key !== but && KEYS.has(key));

/** Slides between hyphens, and something said behind three question marks alone. @param {string[]} lines */
function isRemark(lines) {
  const ends = [...lines.flatMap((line, at) => (RULE.test(line) ? [at] : [])), lines.length];
  const parts = ends.map((end, index) => lines.slice(index ? ends[index - 1] + 1 : 0, end)).filter((part) => part.some((line) => line.trim()));
  const starts = parts.map((part) => part.findIndex((line) => /^\?\?\? *$/.test(line)));
  return parts.length > 1 && starts.some((at, index) => at > 0 && at < parts[index].length - 1) && !parts.some((part, index) => part.slice(0, starts[index] < 0 ? part.length : starts[index]).some(isSpoken));
}

/** Slides with headings, and notes in comments or a theme in front. @param {Part[]} parts @param {Map<string, string>} front */
function isSplit(parts, front) {
  const told = parts.map(({ lines }) => withoutCode(lines));
  const headed = told.filter((lines) => lines.some((line) => HEADING.test(line))).length;
  const hasNotes = told.some((lines) => lines.some((line) => line.includes("<!--")));
  return parts.length > 1 && headed > Math.floor(parts.length / 2) && (hasNotes || front.has("theme"));
}
