// The windows of a talk, and what they say to each other: one of them knows where the talk stands, the others ask and show.

import { onSite } from "../base/addresses.mjs";
import { queryOf } from "./judging.mjs";

/**
 * `state`: what is to be seen. `hello`: who has just come asks for it, and whether it shows slides. `bye`: a window closes.
 * `act`: a key was pressed in another window. `claim`: a window goes on with the talk, and others leave it to that one.
 *
 * @typedef {{type: "state", slide: string, cover: Cover} | {type: "hello", shows: boolean} | {type: "bye", shows: boolean} |
 *   {type: "act", action: import("./keys.mjs").Action} | {type: "claim"}} Message
 */
/** @typedef {"" | "black" | "white"} Cover */

/** Two sites of one origin, and two talks, never hear each other. @param {string} id of the talk @param {string} [path] of the site */
export const channelName = (id, path = onSite("").pathname) => `generalprobe:${path.replaceAll(":", "%3A")}:stage:${id}`;

/**
 * @param {string} id of the talk
 * @param {(message: Message) => void} onMessage
 */
export function openChannel(id, onMessage) {
  const channel = globalThis.BroadcastChannel ? new BroadcastChannel(channelName(id)) : null;
  channel?.addEventListener("message", ({ data }) => onMessage(data));
  return { say: (/** @type {Message} */ message) => channel?.postMessage(message) };
}

/** A window of its own, which one shares in a video conference, has no tabs and no bar of addresses; who shares it shares the slides and nothing else. */
const LOOK = "popup,width=1280,height=720";

/** @typedef {ReturnType<typeof slideWindow>} SlideWindow */

/** Opened once, then brought to the front. @param {string} id of the talk */
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
