// Which page of a PDF shows which slide. Pure.

/** @typedef {{title: string, headline: string, bullets: import("../talk/judging.mjs").Bullet[]}} Said what a slide says */

/**
 * As many pages as slides stand for them one by one. Else each slide gets the page that says most of what it says, in their order: pages
 * of hidden slides stay over.
 *
 * @param {readonly Said[]} slides
 * @param {readonly string[]} pages what each says
 * @returns {number[]} the page of each slide, from 0; -1 where none says anything of it
 */
export function pagesOf(slides, pages) {
  if (slides.length === pages.length) return slides.map((_, index) => index);
  const said = pages.map((page) => new Set(wordsIn(page)));
  return bestWay(slides.map((slide) => { const words = wordsIn(textOf(slide)); return said.map((page) => share(words, page)); }), pages.length);
}

/** @param {Said} slide */
const textOf = ({ title, headline, bullets }) => [headline || title, ...bullets.flatMap(({ text, bullets: below }) => [text, ...below])].join(" ");

/** @param {string} text */
const wordsIn = (text) => text.normalize("NFKC").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** @param {string[]} words @param {Set<string>} page how many of them it says, from 0 to 1 */
const share = (words, page) => (words.length ? words.filter((word) => page.has(word)).length / words.length : 0);

/**
 * The way through slides and pages, forwards in both, that gathers most.
 *
 * @param {number[][]} likeness by slide and page
 * @param {number} count of pages
 * @returns {number[]}
 */
function bestWay(likeness, count) {
  const gathered = [...likeness, []].map(() => /** @type {number[]} */ (Array(count + 1).fill(0)));
  for (let slide = likeness.length - 1; slide >= 0; slide -= 1) {
    for (let page = count - 1; page >= 0; page -= 1) {
      gathered[slide][page] = Math.max(gathered[slide + 1][page], gathered[slide][page + 1], likeness[slide][page] + gathered[slide + 1][page + 1]);
    }
  }
  let from = 0;
  return likeness.map((_, slide) => {
    for (let page = from; page < count && gathered[slide][page] > gathered[slide + 1][page]; page += 1) {
      if (gathered[slide][page] > gathered[slide][page + 1]) {
        from = page + 1;
        return page;
      }
    }
    return -1;
  });
}
