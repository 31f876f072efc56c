// Whether slides are such as can be shown: nobody knows what has become of those that lie on a device. Pure.

import { isAmount, isText } from "./judging.mjs";

/** @typedef {import("./judging.mjs").Artifact} Artifact */

/** @param {any} slide @returns {slide is import("./judging.mjs").Slide} */
export const isShowable = (slide) =>
  [slide?.key, slide?.title, slide?.headline, slide?.notes].every(isText) && [slide.formerly, slide.directions].every(isTexts) &&
  [slide.time_s, slide.demo_s, slide.spoken_s, slide.silent_s, slide.syllables].every(isAmount) &&
  ["string", "undefined"].includes(typeof slide.looks) && Array.isArray(slide.bullets) && slide.bullets.every(isBullet) && (slide.artifact === null || isArtifact(slide.artifact));

/** @param {any} bullet */
const isBullet = (bullet) => isText(bullet?.text) && isTexts(bullet.bullets);

/** What of each kind is shown as text. @type {Record<Artifact["kind"], string[]>} */
const SHOWN = { placeholder: ["description"], image: ["src", "alt"], diagram: ["source", "description", "drawing"], code: ["code"], table: [], quote: ["text", "source"] };

/** @param {any} artifact */
const isArtifact = (artifact) =>
  Object.hasOwn(SHOWN, artifact?.kind) && isText(artifact.caption) && SHOWN[/** @type {Artifact["kind"]} */ (artifact.kind)].every((name) => isText(artifact[name])) &&
  (artifact.kind !== "table" || (isTexts(artifact.columns) && Array.isArray(artifact.rows) && artifact.rows.every(isTexts)));

/** @param {unknown} value */
const isTexts = (value) => Array.isArray(value) && value.every(isText);
