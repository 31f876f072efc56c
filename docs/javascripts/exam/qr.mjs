// An address as a QR code, which the camera of the other device reads: black on white, whatever the page looks like.

import { vendor } from "../base/addresses.mjs";
import { draw, make } from "../base/elements.mjs";

/** Clear space on each side, in modules: with less, cameras do not find the code. */
export const QUIET = 4;
const NAME = "QR-Code mit dem Link zum Prüfen";

/**
 * A place for the code of an address. It stays empty until it is to be seen, and where the library does not come: the link is said beside it.
 *
 * @param {string} address
 */
export function makeQr(address) {
  const element = make("div", { class: "gp-qr" });
  /** @type {Promise<void> | undefined} */
  let drawn;
  const show = () => {
    drawn ??= drawQr(address).then((picture) => element.append(picture), (reason) => {
      drawn = undefined;
      console.info("Der QR-Code lässt sich gerade nicht zeichnen:", reason);
    });
  };
  return { element, show };
}

/** @param {string} address */
async function drawQr(address) {
  const { size, outline } = await outlineOf(address);
  const whole = size + 2 * QUIET;
  const title = draw("title");
  title.textContent = NAME;
  return draw("svg", { class: "gp-qr__code", viewBox: `${-QUIET} ${-QUIET} ${whole} ${whole}`, role: "img", "shape-rendering": "crispEdges" },
    title, draw("rect", { x: -QUIET, y: -QUIET, width: whole, height: whole, fill: "#fff" }), draw("path", { d: outline, fill: "#000" }));
}

/**
 * The outline of what is dark, in modules from the upper left one.
 *
 * @param {string} text
 * @returns {Promise<{size: number, outline: string}>}
 */
export async function outlineOf(text) {
  const { generate } = /** @type {typeof import("lean-qr/nano")} */ (await import(vendor("lean-qr/nano.mjs")));
  const { toSvgPath } = /** @type {typeof import("lean-qr/extras/svg")} */ (await import(vendor("lean-qr/extras/svg.mjs")));
  const code = generate(text);
  return { size: code.size, outline: toSvgPath(code) };
}
