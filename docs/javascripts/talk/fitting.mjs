// A slide as a picture of itself: always as on a screen of 960 pixels, made larger or smaller until it fits into its frame.

import { make } from "../base/elements.mjs";

/** The width at which slides are laid out; their height is 9/16 of it, or more where one is full. */
const WIDTH_PX = 960;

/** A frame that shows one slide at a time. */
export function makeFrame() {
  const sheet = make("div", { class: "gp-frame__sheet" });
  const frame = make("div", { class: "gp-frame" }, sheet);
  const fit = () => {
    const height = sheet.offsetHeight || (WIDTH_PX * 9) / 16;
    frame.style.setProperty("--scale", String(Math.min(frame.clientWidth / WIDTH_PX, frame.clientHeight / height)));
  };
  const observer = new ResizeObserver(fit);
  observer.observe(frame);
  observer.observe(sheet);
  return {
    element: frame,
    /** @param {HTMLElement | null} slide */
    show(slide) {
      sheet.replaceChildren(...(slide ? [slide] : []));
      fit();
    },
  };
}

/** Let a touch or a click on a frame turn slides: to the right half for the next, or by a swipe. @param {HTMLElement} frame @param {(action: "next" | "back") => void} act */
export function mountTouch(frame, act) {
  let [startX, startY] = [0, 0];
  frame.addEventListener("pointerdown", ({ clientX, clientY }) => { [startX, startY] = [clientX, clientY]; });
  frame.addEventListener("pointerup", ({ clientX, clientY, button, target }) => {
    if (button !== 0 || (target instanceof Element && target.closest("a, summary"))) return;
    const { left, width } = frame.getBoundingClientRect();
    const turn = turnOf({ dx: clientX - startX, dy: clientY - startY, place: (clientX - left) / width });
    if (turn && !getSelection()?.toString()) act(turn);
  });
}

/** Nearer than this, in pixels, a finger has stayed where it was. */
const STILL_PX = 12;
const SWIPE_PX = 40;

/** @param {{dx: number, dy: number, place: number}} moved how far, and where it ended, as a share of the width @returns {"next" | "back" | null} */
export function turnOf({ dx, dy, place }) {
  if (Math.hypot(dx, dy) < STILL_PX) return place < 0.5 ? "back" : "next";
  if (Math.abs(dx) < SWIPE_PX || Math.abs(dx) < 1.5 * Math.abs(dy)) return null;
  return dx < 0 ? "next" : "back";
}
