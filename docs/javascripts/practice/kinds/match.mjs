// Pairs to match: what stands on the right is put in the order of what stands on the left.

import { find } from "../../base/names.mjs";
import { mountTask } from "../task.mjs";
import { arrangingTask, inRightOrder } from "./arranging.mjs";

/** @type {import("../kinds.mjs").KindModule["mount"]} */
export const mount = (question, tools) => mountTask(question, tools, makeTask(question, tools.say));

/** @type {import("../kinds.mjs").MakeTask} */
export function makeTask({ section }, say, random) {
  const [left, right] = find(section, "plain").children;
  return arrangingTask(inRightOrder(right), [...left.children], say, random);
}
