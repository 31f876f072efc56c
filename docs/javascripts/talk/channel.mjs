// What the windows of a talk say to each other: one of them knows where the talk stands, the others ask and show.

import { onSite } from "../base/addresses.mjs";

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
