// One slide of a presentation, with its page of notes, as a slide of a talk. Pure.

import { escaped } from "./escaping.mjs";
import { makeSlide } from "./own-talk.mjs";
import { Addresses, marked, webAddress } from "./paragraphs.mjs";
import { shapesIn } from "./shapes.mjs";
import { ASIDE, TITLES, addressesLost, headingIn, shownIn, titleIn } from "./showing.mjs";
import { withoutSigns } from "./signs.mjs";
import { below } from "./xml.mjs";

/**
 * @typedef {import("./losses.mjs").Loss} Loss
 * @typedef {import("./losses.mjs").Lost} Lost
 * @typedef {import("./own-talk.mjs").Slide} Slide
 * @typedef {import("./paragraphs.mjs").Paragraph} Paragraph
 * @typedef {Map<string, import("./package.mjs").Relationship>} Relationships by id
 * @typedef {Map<string, import("./archive.mjs").Picture | import("./archive.mjs").Flawed>} Found pictures by the names of their parts
 *
 * `number` says which slide of the file it is, from 1; `root` is null where it is damaged.
 * @typedef {{key: string, number: number, section: string, root: Element | null, related: Relationships, notes: Element | null, areNotesLost: boolean}} Page
 *
 * `advance_s`: after how many seconds the next slide comes by itself, 0 where it does not.
 * @typedef {{slide: Slide | null, losses: Loss[], advance_s: number, section: string, isHidden: boolean}} Made
 */

/** @param {Page} page @param {Found} pictures @returns {Made} */
export function makePage(page, pictures) {
  const { key, number, section, root } = page;
  const isHidden = ["0", "false", "off"].includes(root?.getAttribute("show") ?? "");
  const { slide, lost, dropped } = root ? madeOf(root, page, pictures) : { slide: null, lost: /** @type {Lost[]} */ (["broken"]), dropped: [] };
  const place = { number, key, title: slide?.title ?? "" };
  if (page.areNotesLost) lost.push("notes-broken");
  if (isHidden) lost.push("hidden");
  return { slide, losses: [...counted(lost, place), ...dropped.map((said) => ({ ...place, said }))], advance_s: root ? advance(root) : 0, section, isHidden };
}

/** @param {Element} root @param {Page} page @param {Found} pictures */
function madeOf(root, { key, related, notes: notesPage }, pictures) {
  const { shapes, lost } = shapesIn(root, addressesIn(related));
  const { artifact, texts, lost: unshown, dropped } = shownIn(shapes, (id) => pictureOf(id, related, pictures));
  lost.push(...unshown);
  const { title, guessed, rest } = headed(texts, lost);
  const { notes, ...times } = spoken(notesPage, lost);
  const source = { title, headline: title, bullets: bulletsOf(rest, lost), artifact, notes };
  return { slide: makeSlide(key, { ...source, ...times, source, ...(guessed && { guessed }) }), lost, dropped };
}

/** @param {Lost[]} lost @param {{number: number, key: string, title: string}} slide @returns {Loss[]} */
const counted = (lost, slide) => [...new Set(lost)].map((each) => ({ ...slide, lost: each, times: lost.filter((other) => other === each).length }));

/** The title as it is marked, else what is read as one. @param {import("./shapes.mjs").TextShape[]} texts @param {Lost[]} lost @returns {{title: string, guessed: boolean, rest: Paragraph[]}} */
function headed(texts, lost) {
  const [title, heading] = [titleIn(texts), headingIn(texts)];
  lost.push(...addressesLost(texts.filter(({ role }) => TITLES.includes(role))));
  const rest = texts.filter(({ role }) => !TITLES.includes(role)).map(({ paragraphs }) => paragraphs);
  if (title || !heading) return { title, guessed: false, rest: withoutSigns(rest) };
  const [first] = heading.paragraphs;
  lost.push(...first.links.map(() => /** @type {const} */ ("address")));
  return { title: first.text, guessed: true, rest: withoutSigns(rest.map((shape) => shape.filter((each) => each !== first))) };
}

/** @param {Paragraph[]} paragraphs @param {Lost[]} lost @returns {import("../talk/judging.mjs").Bullet[]} */
function bulletsOf(paragraphs, lost) {
  if (paragraphs.some(({ level }) => level > 1)) lost.push("deep");
  /** @type {import("../talk/judging.mjs").Bullet[]} */
  const bullets = [];
  for (const each of paragraphs) {
    const above = bullets.at(-1);
    if (each.level && above) above.bullets.push(marked(each));
    else bullets.push({ text: marked(each), bullets: [] });
  }
  return bullets;
}

/** @param {Relationships} related */
function addressesIn(related) {
  const links = [...related].filter(([, { type, outside }]) => type === "hyperlink" && outside);
  return new Addresses(new Map(links.map(([id, { target }]) => [id, webAddress(target)])));
}

/** @param {string} id @param {Relationships} related @param {Found} pictures @returns {{key: string} | {lost: Lost}} */
function pictureOf(id, related, pictures) {
  const { target = "", outside = false } = related.get(id) ?? {};
  if (outside) return { lost: "linked" };
  const found = pictures.get(target);
  return !found ? { lost: "damaged" } : "flaw" in found ? { lost: found.flaw } : found;
}

const BEFORE = '(?:(.*(?:[.!?…“”")\\]]|: \\d{1,2}:[0-5]\\d)) )?';
const AMOUNT = "(?:ca\\. ?|etwa )?(?:(\\d{1,2}):([0-5]\\d)(?: ?min(?:uten)?\\.?)?|(\\d{1,3})(?:[.,](\\d))? ?(?:(min(?:uten?)?)|s(?:ek(?:unden?)?)?)\\.?)[)\\]]?";
const PLANNED = "(?:geplante )?(?:zeit|dauer)|geplant|(?:rede|sprech)zeit|zeitbedarf";
/** What lines of notes say of the slide, as our own presentations have them or their authors write them, and the end of the last one. */
const TIME = new RegExp(`^${BEFORE}(?:[([]?(?:${PLANNED}):? |[([](?=.*[)\\]]$))${AMOUNT}$`, "i");
const DEMO = new RegExp(`^${BEFORE}[([]?(?:vorführung|demo):? ${AMOUNT}$`, "i");
const LONGEST_S = 99 * 60 + 59;

/** What stands in the place for notes, else what else stands there; some lines can say planned times. @param {Element | null} page @param {Lost[]} lost */
function spoken(page, lost) {
  const found = page ? shapesIn(page, new Addresses()) : { shapes: [], lost: /** @type {Lost[]} */ ([]) };
  if (found.lost.includes("long")) lost.push("long");
  lost.push(...found.lost.filter((each) => each === "address"));
  const texts = found.shapes.flatMap((shape) => (shape.kind === "text" ? [shape] : []));
  const body = texts.filter(({ role }) => role === "body").flatMap(({ paragraphs }) => paragraphs);
  const said = body.length ? body : texts.filter(({ role }) => !ASIDE.includes(role)).flatMap(({ paragraphs }) => paragraphs);
  const [rest, time_s] = timed(bare(said), TIME);
  const [left, demo_s] = timed(rest, DEMO);
  return { notes: prose(left), time_s, demo_s };
}

const LABEL = /^(?:sprechtext|notizen|speaker notes|notes): ?/i;
const SIGN = /^[•‣▪●·\uf0b7] ?(\S.*)$/u;

/** Without a label in front of all of it; what has a round sign in front is listed. @param {Paragraph[]} said @returns {Paragraph[]} */
const bare = (said) => said.map((each, index) => ({ ...each, text: index ? each.text : each.text.replace(LABEL, "") })).filter(({ text }) => text)
  .map((each) => { const [, text] = SIGN.exec(each.text) ?? []; return text ? { ...each, text, listed: true } : each; });

/** What is said without a time, and that in seconds: a line of its own, or what stands behind the last sentence. @param {Paragraph[]} said @param {RegExp} pattern @returns {[Paragraph[], number]} */
function timed(said, pattern) {
  let time = 0;
  const kept = said.flatMap((each, index) => {
    const [found, before, ...amount] = pattern.exec(each.text) ?? [];
    if (!found || (before && index < said.length - 1)) return [each];
    time = secondsOf(amount);
    return before ? [{ ...each, text: before }] : [];
  });
  return [kept, time];
}

/** Of a time as a clock shows it, or of a number with its unit. @param {(string | undefined)[]} amount */
function secondsOf([minutes, seconds, number, tenths, isLong]) {
  if (minutes) return 60 * Number(minutes) + Number(seconds);
  return Math.min(LONGEST_S, Math.floor(((10 * Number(number) + Number(tenths ?? 0)) * (isLong ? 60 : 1) + 5) / 10));
}

/** Paragraphs and lists. @param {Paragraph[]} paragraphs */
const prose = (paragraphs) =>
  paragraphs.map(({ text, listed }, index) => (listed ? `${index && paragraphs[index - 1].listed ? "\n" : index ? "\n\n" : ""}- ` : index ? "\n\n" : "") + escaped(text)).join("");

/** After how many seconds the next slide comes by itself. @param {Element} root */
function advance(root) {
  const after = below(root, "transition").map((each) => each.getAttribute("advTm")).find(Boolean);
  return Math.min(3600, Math.round(Number(after ?? 0) / 1000)) || 0;
}
