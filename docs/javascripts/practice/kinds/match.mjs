// Pairs to match: what stands on the right is put in the order of what stands on the left.

import { find } from "../../base/names.mjs";
import { mountTask } from "../task.mjs";
import { arrangingTask, inRightOrder } from "./arranging.mjs";

/** @type {import("../kinds.mjs").KindModule["mount"]} */
export function mount(question, tools) {
  const [left, right] = find(question.section, "plain").children;
  return mountTask(question, tools, arrangingTask(inRightOrder(right), [...left.children], tools.say));
}
