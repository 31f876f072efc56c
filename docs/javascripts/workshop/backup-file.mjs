// The backup where there are pictures: a ZIP with the text of all that is stored, and the pictures of all talks of one's own, each once. Pure.
//
// `generalprobe-lernstand-2026-12-01.zip` holds `lernstand.json`, which is a backup by itself, `LIESMICH.txt`, which says where it is read back, and the pictures below `bilder/`, each under its key.

import { picturesIn } from "./own-talk.mjs";
import { PICTURES } from "./talk-file.mjs";
import { Unreadable, readable } from "./unreadable.mjs";
import { MEGABYTE } from "./zip.mjs";

/** @typedef {import("./own-talk.mjs").OwnTalk} OwnTalk */
/** @typedef {import("./own-talk.mjs").Pictures} Pictures */
/** @typedef {{pictures: Pictures, missing: OwnTalk[]}} Chosen `missing`: talks of which not all pictures find room */

export const TEXT = "lernstand.json";
/** What somebody reads who unpacks it; pages do not. */
export const NOTE = "LIESMICH.txt";
/** A file of more than 100 MB is not read again. */
const ROOM = 80 * MEGABYTE;

const SAID = {
  text: "Die Sicherung ist beschädigt: Ihr Text ist nicht zu lesen. Sichere noch einmal.",
  foreign: "Das ist keine Sicherung deines Lernstands. Einen gesicherten Vortrag oder eine Präsentation öffnest du unter „Mein Vortrag“.",
};

/** @param {{names: string[]}} archive whether it is such a file */
export const isBackupFile = ({ names }) => names.includes(TEXT);

/**
 * The pictures that a backup takes along: of the talk that was changed last first, as long as there is room.
 *
 * @param {{talk: OwnTalk, pictures: Pictures}[]} talks
 * @returns {Chosen}
 */
export function chosenPictures(talks) {
  const pictures = new Map();
  let room = ROOM;
  const missing = talks.filter(({ talk, pictures: all }) => {
    const more = [...picturesIn(talk)].flatMap((key) => { const picture = all.get(key); return picture && !pictures.has(key) ? [/** @type {const} */ ([key, picture])] : []; });
    const size = more.reduce((sum, [, { bytes }]) => sum + bytes.length, 0);
    if (size > room) return true;
    room -= size;
    for (const [key, picture] of more) pictures.set(key, picture);
    return false;
  });
  return { pictures, missing: missing.map(({ talk }) => talk) };
}

/** @param {import("./archive.mjs").Archive} archive @returns {Promise<{text: string, pictures: Pictures} | import("./unreadable.mjs").Trouble>} */
export const readBackupFile = (archive) => readable(async () => {
  if (!isBackupFile(archive)) throw new Unreadable(SAID.foreign);
  const text = (await archive.texts([TEXT])).get(TEXT);
  if (!text) throw new Unreadable(SAID.text);
  const found = await archive.pictures(archive.names.filter((name) => name.startsWith(PICTURES)));
  const pictures = [...found].flatMap(([name, each]) => ("key" in each && name === PICTURES + each.key ? [/** @type {const} */ ([each.key, { type: each.type, bytes: each.bytes }])] : []));
  return { text, pictures: new Map(pictures) };
});
