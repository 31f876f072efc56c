// How the parts of a PPTX belong together: types, relationships, and paths from one part to the next. Pure.

import { childrenOf } from "./xml.mjs";

/** @typedef {{type: string, target: string, outside: boolean}} Relationship `type` is the last word of its address; a target outside of the file is as it stands */

/** The part that says what another one is related to. @param {string} part */
export const relationshipsOf = (part) => part.replace(/([^/]*)$/, "_rels/$1.rels");

/** @param {Document | null} parsed @param {string} part whose relationships they are @returns {Map<string, Relationship>} by id */
export function readRelationships(parsed, part) {
  const all = parsed?.documentElement ? childrenOf(parsed.documentElement) : [];
  return new Map(all.map((each) => {
    const said = (/** @type {string} */ name) => each.getAttribute(name) ?? "";
    const outside = said("TargetMode") === "External";
    return [said("Id"), { type: said("Type").split("/").at(-1) ?? "", target: outside ? said("Target") : resolved(part, said("Target")), outside }];
  }));
}

/** The path of a part from the root of the file; whatever leads out of it ends there. @param {string} from @param {string} target */
export function resolved(from, target) {
  const start = target.startsWith("/") ? [] : from.split("/").slice(0, -1);
  const steps = [...start, ...target.replaceAll("\\", "/").split("/")];
  return steps.reduce((/** @type {string[]} */ path, step) => (step === ".." ? path.slice(0, -1) : step && step !== "." ? [...path, step] : path), []).join("/");
}
