// Pairs to match: what stands on the right is put in the order of what stands on the left.

import { mountTask } from "../task.mjs";
import { arrangingTask, inRightOrder } from "./arranging.mjs";

/** @type {import("../kinds.mjs").KindModule["mount"]} */
export function mount(question, tools) {
  const plain = question.section.querySelector(".gp-pairs");
  const items = inRightOrder(question.section.querySelector(".gp-pairs__right"));
  const labels = [...question.section.querySelectorAll(".gp-pairs__left > li")];
  return mountTask(question, tools, arrangingTask({ plain, items, labels, say: tools.say }));
}
