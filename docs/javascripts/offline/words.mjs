// What is said of what lies on the device.

import { sizeSaid } from "../base/room.mjs";

/** @typedef {import("./list.mjs").Amount} Amount */

/** Why something was not kept. */
export const REFUSED = {
  full: "Auf dem Gerät ist dafür kein Platz. Was schon da war, bleibt.",
  failed: "Das Laden ist abgebrochen. Was schon da war, bleibt.",
};

/** @param {Amount} amount such as „116 Seiten, 7 MB“ */
export const amountSaid = ({ pages, bytes }) => [...(pages ? [pages === 1 ? "1 Seite" : `${pages} Seiten`] : []), sizeSaid(bytes)].join(", ");
