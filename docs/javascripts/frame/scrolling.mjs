// What is wider than the page scrolls by itself, and can then be reached and scrolled by keyboard.

/**
 * @param {{scrollWidth: number, clientWidth: number}} box in pixels
 * @returns {boolean}
 */
const overflows = ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1;

/** @param {ParentNode} element */
export function mount(element) {
  const frames = [...element.querySelectorAll("main pre, [data-drawing]"), ...[...element.querySelectorAll("article table:not([class], [role=group] *)")].map(framed)];
  keepReachable(frames);
}

/**
 * Put frames into the order of the tab key for as long as they have something to scroll.
 *
 * @param {Element[]} frames
 */
export function keepReachable(frames) {
  const observer = new ResizeObserver((changes) => {
    for (const { target } of changes) makeReachable(target);
  });
  for (const frame of frames) observer.observe(frame);
}

/** @param {Element} table */
function framed(table) {
  const frame = document.createElement("div");
  frame.className = "gp-scroll";
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", "Tabelle");
  table.replaceWith(frame);
  frame.append(table);
  return frame;
}

/** @param {Element} frame */
function makeReachable(frame) {
  if (overflows(frame)) frame.setAttribute("tabindex", "0");
  else frame.removeAttribute("tabindex");
}
