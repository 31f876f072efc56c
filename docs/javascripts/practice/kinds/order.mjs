// Steps to put in order.

import { find } from "../../base/names.mjs";
import { mountTask } from "../task.mjs";
import { arrangingTask, inRightOrder } from "./arranging.mjs";

/** @type {import("../kinds.mjs").KindModule["mount"]} */
export const mount = (question, tools) => mountTask(question, tools, makeTask(question, tools.say));

/** @type {import("../kinds.mjs").MakeTask} */
export const makeTask = ({ section }, say, random) => arrangingTask(inRightOrder(find(section, "plain")), [], say, random);
