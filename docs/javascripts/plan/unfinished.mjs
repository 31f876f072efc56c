// What somebody is in the middle of: a short test, a mock exam, rehearsals. Who is in the middle of nothing loads nothing for it.

import { openShelf } from "../base/shelf.mjs";

/** The short test that was begun and not handed in. @returns {Promise<{answered: number, all: number} | null>} */
export async function unfinishedTest() {
  if (!openShelf().ids("tests").length) return null;
  const [{ readPaper }, { isAnswered }] = await Promise.all([import("../practice/short-test/kept.mjs"), import("../practice/short-test/paper.mjs")]);
  const paper = readPaper();
  return paper && { answered: paper.ids.filter((id) => isAnswered(paper, id)).length, all: paper.ids.length };
}

/** Whether a mock exam was begun and not ended. @returns {Promise<boolean>} */
export async function isExamUnfinished() {
  if (!openShelf().ids("sitting").length) return false;
  const { readSitting } = await import("../exam/kept.mjs");
  return readSitting() !== null;
}

/** The talks whose rehearsal was begun and not ended. @returns {Promise<string[]>} ids */
export async function unfinishedRuns() {
  const talks = openShelf().ids("running");
  if (!talks.length) return [];
  const { readRunning } = await import("../talk/runs.mjs");
  return talks.filter((id) => readRunning(id));
}

/** How far a short test is. @param {{answered: number, all: number}} test */
export const testSaid = ({ answered, all }) => `${answered} von ${all} ${all === 1 ? "Frage" : "Fragen"} beantwortet`;
