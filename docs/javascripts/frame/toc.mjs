// The table of contents marks the section being read.

import { targetOf } from "../base/addresses.mjs";

/**
 * The section being read: the last whose heading has passed the line, or none above the first.
 *
 * @param {{id: string, top: number}[]} headings in the order of the page, `top` in pixels from the window's top
 * @param {number} line_px
 * @returns {string} an id, or "" above the first heading
 */
export function currentSection(headings, line_px) {
  return headings.findLast(({ top }) => top <= line_px)?.id ?? "";
}

/** @param {HTMLElement} toc */
export function mount(toc) {
  unfoldBeside(toc.parentElement?.querySelectorAll(":scope > details") ?? []);
  markWhileReading([...toc.querySelectorAll("a")]);
}

/** Beside the text a style shows what is folded, which other programs take for hidden: there it is open. @param {Iterable<Element>} folded */
function unfoldBeside(folded) {
  const beside = matchMedia("(min-width: 66rem)");
  const unfold = () => { for (const each of folded) each.toggleAttribute("open", beside.matches); };
  if (beside.matches) unfold();
  beside.addEventListener("change", unfold);
}

/** @param {HTMLAnchorElement[]} links */
function markWhileReading(links) {
  const headings = links
    .map((link) => document.getElementById(targetOf(link)))
    .filter((heading) => heading !== null);
  const mark = () => {
    const tops = headings.filter((heading) => heading.checkVisibility()).map((heading) => ({ id: heading.id, top: heading.getBoundingClientRect().top }));
    const current = currentSection(tops, innerHeight / 3);
    for (const link of links) {
      const isCurrent = current !== "" && targetOf(link) === current;
      if (isCurrent) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  let waiting = false;
  const markSoon = () => {
    if (waiting || !(scrollY > 0 || isMarked())) return; // at the top there is nothing to mark, and measuring very many headings takes time
    waiting = true;
    requestAnimationFrame(() => { waiting = false; mark(); });
  };
  const isMarked = () => links.some((link) => link.hasAttribute("aria-current"));
  addEventListener("scroll", markSoon, { passive: true });
  // The next question may stand where the last one stood: nothing scrolls then.
  document.addEventListener("focusin", markSoon);
  new ResizeObserver(markSoon).observe(document.querySelector("main") ?? document.body);
}
