// Steps to put in order.

import { mountTask } from "../task.mjs";
import { arrangingTask, inRightOrder } from "./arranging.mjs";

/** @type {import("../kinds.mjs").KindModule["mount"]} */
export function mount(question, tools) {
  const plain = question.section.querySelector(".gp-steps");
  return mountTask(question, tools, arrangingTask({ plain, items: inRightOrder(plain), labels: [], say: tools.say }));
}
