// A slide → how large it can be set and what is too much on it: `generalprobe/typesetting/slide.py`, which says what the measures mean. Pure.

import { lengthOf, lines, longest, whole } from "./widths.mjs";
import { toEven } from "./times.mjs";

/**
 * @typedef {import("./widths.mjs").Measure} Measure
 * @typedef {import("./widths.mjs").Pieces} Pieces
 * @typedef {Pick<import("../talk/judging.mjs").Slide, "headline" | "bullets" | "artifact">} Slide
 * @typedef {"" | "dense" | "packed" | "overfull"} Density
 * @typedef {{density: "" | "dense" | "packed", beside: number, alone: number, headline: number, display: number}} Step
 *
 * What is too much: in lines and about so many characters, or in characters beside each other.
 * @typedef {{part: "headline" | "bullets" | "artifact", lines: number, characters: number, tooWide: boolean}} Excess
 */

const CQW = 9.6;
const [INNER, HEIGHT] = [958, 538];
const [SIDE, TOP, UNDER, GAP] = [4.4 * CQW, 4.4 * CQW, 1.4 * CQW, 3 * CQW];
const [LEAST_BESIDE, MOST_BESIDE] = [30 * CQW, 49 * CQW];
const FOOT = (0.9 + 1.1 + 1.3 * 1.7) * CQW + 1;
const [HEADLINE_LINE, UNDER_HEADLINE, UNDER_STATEMENT] = [1.16, 2.2 * CQW, 2.4 * CQW];
const [UNDER_TITLE, UNDER_TITLE_TEXT] = [1.04, 3 * CQW];
const [LINE, BETWEEN, INDENT] = [1.28, 0.42, 1];
const [SUB, SUB_ABOVE, SUB_BETWEEN] = [0.84, 0.2, 0.12];
const [TABLE, TABLE_LINE, CELL_ABOVE, CELL_RIGHT] = [0.84, 1.3, 0.36, 0.8];
const [CODE, CODE_LINE, CODE_ABOVE, CODE_SIDE] = [0.68, 1.4, 1.4 * CQW + 1, 1.6 * CQW + 1];
const [QUOTE, QUOTE_ALONE, QUOTE_LINE] = [1.2, 1.62, 1.34];
const [CAPTION, CAPTION_LINE, CAPTION_GAP] = [1.75 * CQW, 1.3, 1.1 * CQW];
const [PANE, PANE_PADDING, QUOTE_PADDING, PANE_SIDE] = [48 * CQW, 1.8 * CQW, 3.4 * CQW, 2.4 * CQW];
const [ALONE_ABOVE, ALONE_SIDE] = [1.6 * CQW, 2.4 * CQW];
const MOST_HEADLINE_LINES = 3;
const LEAST_PICTURE = 200;
const USUAL_CHARACTER = 0.55;

/** @type {Step[]} */
const STEPS = [
  { density: "", beside: 3.1 * CQW, alone: 3.6 * CQW, headline: 4.6 * CQW, display: 6.2 * CQW },
  { density: "dense", beside: 2.75 * CQW, alone: 3.1 * CQW, headline: 4.2 * CQW, display: 5.4 * CQW },
  { density: "packed", beside: 2.5 * CQW, alone: 2.5 * CQW, headline: 3.9 * CQW, display: 4.6 * CQW },
];
const LAST = STEPS[STEPS.length - 1];

/** @param {Measure} measure */
export function makeSetting(measure) {
  const layout = (/** @type {Slide} */ slide, /** @type {Step} */ step, /** @type {boolean} */ isFirst) => [...new Layout(measure, slide, step, isFirst).excesses()];
  return {
    /** The largest in which a slide fits, or that it fits in none. @param {Slide} slide @param {boolean} [isFirst] a talk's title @returns {Density} */
    density: (slide, isFirst = false) => STEPS.find((step) => !layout(slide, step, isFirst).length)?.density ?? "overfull",
    /** What does not fit in the smallest. @param {Slide} slide @param {boolean} [isFirst] @returns {Excess[]} */
    excesses: (slide, isFirst = false) => layout(slide, LAST, isFirst),
  };
}

/** @param {Excess["part"]} part @param {Partial<Excess>} said @returns {Excess} */
const excess = (part, said) => ({ part, lines: 0, characters: 0, tooWide: false, ...said });

/** About so many characters stand in some lines, in tens. @param {number} count @param {number} room @param {number} size */
const characters = (count, room, size) => Math.max(1, toEven((count * room) / size / USUAL_CHARACTER / 10)) * 10;

/** A slide in one of the densities. */
class Layout {
  /** @param {Measure} measure @param {Slide} slide @param {Step} step @param {boolean} isFirst */
  constructor(measure, slide, step, isFirst) {
    const { artifact, bullets } = slide;
    this.measure = measure;
    this.slide = slide;
    this.isFirst = isFirst;
    this.isAlone = !bullets.length;
    this.isTabular = artifact?.kind === "table" || artifact?.kind === "code";
    this.isPaned = !this.isAlone && artifact !== null && !this.isTabular;
    this.isDisplay = artifact === null && (isFirst || bullets.length < 2);
    this.text = artifact || isFirst ? step.beside : step.alone;
    this.headline = this.isDisplay ? step.display : step.headline;
    this.headlineRoom = this.isPaned ? INNER - PANE - SIDE - PANE_SIDE : INNER - 2 * SIDE;
  }

  /** @returns {Generator<Excess>} */
  *excesses() {
    const { text, slide: { artifact } } = this;
    const more = this.headlineLines() - MOST_HEADLINE_LINES;
    if (more > 0) return void (yield excess("headline", { lines: more, characters: characters(more, this.headlineRoom, this.headline) }));
    const over = this.bulletsHeight() - this.textRoom();
    if (over > 0) {
      const count = Math.ceil(over / (text * LINE));
      yield excess("bullets", { lines: count, characters: characters(count, this.textWidth - INDENT * text, text) });
    }
    if (artifact) yield* this.ofArtifact(artifact);
  }

  get textWidth() {
    return this.isPaned || !this.slide.artifact ? this.headlineRoom : this.headlineRoom - GAP - this.artifactWidth();
  }

  headlineLines() {
    return lines(this.measure.plainPieces(this.slide.headline, "serif"), this.headlineRoom / this.headline);
  }

  headlineHeight() {
    const display = this.isFirst ? UNDER_TITLE * this.headline : UNDER_STATEMENT;
    return this.headlineLines() * this.headline * HEADLINE_LINE + (this.isDisplay ? display : UNDER_HEADLINE);
  }

  textRoom() {
    return HEIGHT - TOP - this.headlineHeight() - (this.isDisplay && this.isFirst ? UNDER_TITLE_TEXT : UNDER) - FOOT;
  }

  bulletsHeight() {
    const { text, slide: { bullets } } = this;
    const room = this.textWidth - (this.isDisplay ? 0 : INDENT) * text;
    return bullets.reduce((sum, bullet) => sum + this.bulletHeight(bullet, room), 0) + Math.max(0, bullets.length - 1) * BETWEEN * text;
  }

  /** @param {import("../talk/judging.mjs").Bullet} bullet @param {number} room */
  bulletHeight(bullet, room) {
    const [text, sub] = [this.text, this.text * SUB];
    const height = lines(this.measure.pieces(bullet.text), room / text) * text * LINE;
    if (!bullet.bullets.length) return height;
    const below = bullet.bullets.reduce((sum, each) => sum + lines(this.measure.pieces(each), (room - sub) / sub) * sub * LINE, 0);
    return height + SUB_ABOVE * sub + below + (bullet.bullets.length - 1) * SUB_BETWEEN * sub;
  }

  get padding() {
    return this.slide.artifact?.kind === "quote" ? QUOTE_PADDING : PANE_PADDING;
  }

  artifactWidth() {
    if (this.isPaned) return PANE - 1 - 2 * this.padding;
    if (this.isAlone) return INNER - 2 * (this.isTabular || this.slide.artifact?.kind === "quote" ? SIDE : ALONE_SIDE);
    return Math.min(Math.max(this.wantedWidth(), LEAST_BESIDE), MOST_BESIDE);
  }

  /** What a table or code would need, so that none of its lines is broken. */
  wantedWidth() {
    const { artifact } = this.slide;
    if (artifact?.kind === "table") {
      const most = this.columns(artifact).map((column) => Math.max(...column.map(whole)));
      return (most.reduce((sum, each) => sum + each, 0) + (most.length - 1) * CELL_RIGHT) * this.tableSize;
    }
    if (artifact?.kind !== "code") return 0;
    return widestOf(artifact.code.split("\n")) * this.measure.width(" ", "code") * this.text * CODE + 2 * CODE_SIDE;
  }

  /** The height that it has, its captions taken off. */
  artifactRoom() {
    if (this.isPaned) return HEIGHT - FOOT - 2 * this.padding - this.captionsHeight();
    if (this.isAlone && !this.isTabular) return HEIGHT - TOP - this.headlineHeight() - 1 - 2 * ALONE_ABOVE - FOOT - this.captionsHeight();
    return this.textRoom() - this.captionsHeight();
  }

  captionsHeight() {
    const captions = this.captions();
    const count = captions.reduce((sum, caption) => sum + lines(caption, this.artifactWidth() / CAPTION), 0);
    return count * CAPTION * CAPTION_LINE + (count ? CAPTION_GAP : 0);
  }

  /** @returns {Pieces[]} */
  captions() {
    const { measure, slide: { artifact } } = this;
    return [
      ...(artifact?.kind === "quote" && artifact.source ? [measure.pieces(`— ${artifact.source}`)] : []),
      ...(artifact?.caption ? [measure.pieces(artifact.caption)] : []),
      ...(artifact?.kind === "diagram" ? [measure.plainPieces("Diagramm als Text", "sans")] : []),
    ];
  }

  /** @param {import("../talk/judging.mjs").Artifact} artifact @returns {Generator<Excess>} */
  *ofArtifact(artifact) {
    const { measure, text } = this;
    if (artifact.kind === "table") yield* this.ofTable(artifact);
    else if (artifact.kind === "code") yield* this.ofCode(artifact.code);
    else if (artifact.kind === "quote") yield* this.ofText(measure.pieces(`„${artifact.text}“`, "italic"), text * (this.isAlone ? QUOTE_ALONE : QUOTE), QUOTE_LINE, 0);
    else if (artifact.kind === "placeholder") yield* this.ofText(measure.pieces(artifact.description), text, LINE, 4.5 * text);
    else {
      // A picture: it becomes smaller, but not for its caption.
      const count = Math.ceil((LEAST_PICTURE - this.artifactRoom()) / (CAPTION * CAPTION_LINE));
      if (count > 0) yield excess("artifact", { lines: count, characters: characters(count, this.artifactWidth(), CAPTION) });
    }
  }

  /** @param {Pieces} text @param {number} size @param {number} line @param {number} more @returns {Generator<Excess>} */
  *ofText(text, size, line, more) {
    const room = this.artifactWidth();
    const over = lines(text, room / size) * size * line + more - this.artifactRoom();
    if (over <= 0) return;
    const count = Math.ceil(over / (size * line));
    yield excess("artifact", { lines: count, characters: characters(count, room, size) });
  }

  /** @param {string} code @returns {Generator<Excess>} */
  *ofCode(code) {
    const [size, written] = [this.text * CODE, code.replace(/\n+$/, "").split("\n")];
    const room = Math.trunc((this.artifactWidth() - 2 * CODE_SIDE) / size / this.measure.width(" ", "code") + 0.01);
    const widest = widestOf(written);
    if (widest > room) yield excess("artifact", { characters: widest - room, tooWide: true });
    const over = written.length * size * CODE_LINE + 2 * CODE_ABOVE - this.artifactRoom();
    if (over > 0) yield excess("artifact", { lines: Math.ceil(over / (size * CODE_LINE)) });
  }

  get tableSize() {
    return this.text * (this.isAlone ? 1 : TABLE);
  }

  /** The cells by columns, each with its head; what a row has too few or too many of is empty or left out. @param {{columns: string[], rows: string[][]}} table @returns {Pieces[][]} */
  columns({ columns, rows }) {
    return columns.map((head, index) => [this.measure.pieces(head, "bold"), ...rows.map((row) => this.measure.pieces(row[index] ?? ""))]);
  }

  /** @param {{columns: string[], rows: string[][]}} table @returns {Generator<Excess>} */
  *ofTable(table) {
    const [size, columns] = [this.tableSize, this.columns(table)];
    const room = this.artifactWidth() / size - (columns.length - 1) * CELL_RIGHT;
    const least = columns.map((column) => Math.max(...column.map(longest)));
    const needed = least.reduce((sum, each) => sum + each, 0);
    if (needed > room) return void (yield excess("artifact", { characters: Math.ceil((needed - room) / USUAL_CHARACTER), tooWide: true }));
    const widths = shared(least, columns.map((column) => Math.max(...column.map(whole))), room);
    const counts = (columns[0] ?? []).map((_, row) => Math.max(...columns.map((column, index) => lines(column[row], widths[index]))));
    const height = counts.reduce((sum, count) => sum + count * size * TABLE_LINE + 2 * CELL_ABOVE * size + 1, 0) + 2;
    const over = height - this.artifactRoom();
    if (over > 0) yield excess("artifact", { lines: Math.ceil(over / (size * TABLE_LINE)) });
  }
}

/** @param {string[]} written */
const widestOf = (written) => Math.max(...written.map(lengthOf));

/** The widths of a table's columns, as browsers share them out: each at least its widest piece. @param {number[]} least @param {number[]} most @param {number} room */
function shared(least, most, room) {
  const [needed, wanted] = [least, most].map((each) => each.reduce((sum, wide) => sum + wide, 0));
  if (wanted <= room) return most;
  const spread = (room - needed) / (wanted - needed);
  return least.map((low, index) => low + (most[index] - low) * spread);
}
