// A talk of one's own that begins as a plan of its exam: slides with titles and times, each with what belongs there. Pure.

import { makeTalk, withSlide } from "./own-talk.mjs";
import { vetted } from "./vetting.mjs";

/** @param {import("../talk/judging.mjs").Exam} exam @param {number} at which of its plans, from 0 @returns {import("./own-talk.mjs").OwnTalk | null} nothing where it has none there */
export function fromPlan({ id, plans = [] }, at) {
  const plan = plans[at];
  if (!plan) return null;
  const empty = makeTalk({ title: `${plan.title} (Plan)`, exam: id, ...(plan.focus && { focus: plan.focus }) });
  return vetted(plan.slides.reduce((talk, { title, purpose, time }) => withSlide(talk, { title, purpose, time_s: time }), empty), new Set());
}
