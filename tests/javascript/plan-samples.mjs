// A plan of three steps, and somebody who has done nothing yet.

export const NOTHING = { topic: 0, milestones: 0, cases: 0, days: 0, talks: 0, questions: 0, rehearsals: 0, mocks: 0, checklist: 0, "plan-b": 0 };

/** @param {string} id */
export const task = (id, said = {}) => ({ id, text: id, href: "", counts: "", times: 1, from: 0, ...said });

/** @param {object} said */
export const outline = (said) => ({
  version: 1, spans: [], milestones: [{ id: "eins", title: "Eins", minutes: 30, checks: ["a", "b"] }, { id: "zwei", title: "Zwei", minutes: 45, checks: ["c"] }],
  fitness: { points: ["x", "y", "z"], from: 2 }, checklist: [], plan_b: [], ...said,
});

/** @param {object} said */
export const known = (said) => ({ ticked: new Set(), deeds: NOTHING, decisions: new Map(), ...said });
