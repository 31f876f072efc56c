// Tables made by scripts.

import { make } from "./elements.mjs";

/**
 * A table in a frame that scrolls; the first cell of each line is its head.
 *
 * @param {string} name @param {string} look @param {(Node | string)[]} heads @param {(Node | string)[][]} lines
 */
export const framed = (name, look, heads, lines) =>
  make("div", { class: "gp-table-frame", role: "group", "aria-label": name },
    make("table", { class: look },
      make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head)))),
      make("tbody", {}, ...lines.map(([head, ...cells]) => make("tr", {}, make("th", { scope: "row" }, head), ...cells.map((each) => make("td", {}, each)))))));
