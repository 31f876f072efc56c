// Questions of one's own talks on this device. Who has no talk loads nothing for it, and no data base is made.

import { siteName } from "../base/shelf.mjs";

/** @returns {Promise<import("./own-cards.mjs").OwnCard[]>} none where nothing can be read */
export async function readOwnCards() {
  if (!(await mayBeThere())) return [];
  const [{ ownTalks }, { ownCardsIn }] = await Promise.all([import("../base/own-talks.mjs"), import("./own-cards.mjs")]);
  return ownCardsIn(await ownTalks().list());
}

/** Whether the data base of talks is there; where a browser does not tell, it may be. */
async function mayBeThere() {
  const bases = await dataBases().catch(() => null);
  return !bases || bases.some(({ name }) => name === `${siteName()}own`);
}

const dataBases = async () => globalThis.indexedDB?.databases?.();
