// Where the browser keeps nothing, it is said, and there is a way to keep it all the same.

import { button, make } from "../base/elements.mjs";
import { troubleSaid } from "../memory/progress.mjs";

/**
 * Why what is practised is not kept, and a way to keep it all the same; nothing where all is well.
 *
 * @param {import("../memory/progress.mjs").Progress} progress
 * @returns {(Node | string)[]}
 */
export function troubleNotice(progress) {
  const said = troubleSaid(progress);
  const saved = make("span", { role: "status" });
  const save = () => import("../memory/backup.mjs").then(({ saveBackup }) => saveBackup(progress.shelf, saved));
  return said ? [said, " ", button("Als Datei sichern", save), " ", saved] : [];
}
