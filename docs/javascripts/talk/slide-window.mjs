// The window with the slides, which one shares in a video conference: opened once, then brought to the front.

import { onSite } from "../base/addresses.mjs";
import { queryOf } from "./judging.mjs";

/** A window of its own has no tabs and no bar of addresses; who shares it shares the slides and nothing else. */
const LOOK = "popup,width=1280,height=720";

/** @typedef {ReturnType<typeof slideWindow>} SlideWindow */

/** @param {string} id of the talk */
export function slideWindow(id) {
  const url = onSite(`buehne/folien/?${queryOf(id)}`).href;
  /** @type {Window | null} */
  let opened = null;
  return {
    url,
    /** Call it from a click or a key, or browsers refuse. @returns {boolean} whether it is open */
    open() {
      if (opened && !opened.closed) opened.focus();
      else opened = window.open(url, `generalprobe-slides-${id}`, LOOK);
      return opened !== null;
    },
  };
}
