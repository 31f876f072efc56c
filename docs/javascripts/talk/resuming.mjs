// A talk that was begun: where it stands, and what counts of the time in between.

import { askFirst, button, make } from "../base/elements.mjs";
import { clock } from "../base/times.mjs";
import { awaySince } from "./clock.mjs";
import { stateOf, totals } from "./log.mjs";

const SECOND_MS = 1000;
/** After so long, nobody has gone on speaking. */
const LONG_MS = 3_600_000;

/**
 * @param {object} given
 * @param {import("./runs.mjs").Running} given.running
 * @param {boolean} given.elsewhere whether it is being given in another window
 * @param {(counts: boolean) => void} given.onGoOn whether the time in between is time of the talk
 * @param {() => void} given.onDrop
 */
export function makeResuming({ running, elsewhere, onGoOn, onDrop }) {
  const { slide, isPaused } = stateOf(running.log);
  const at = clock(totals(running.log, running.ms).running_s);
  const title = running.slides.find(({ key }) => key === slide)?.title ?? "";
  const heading = elsewhere ? "Dieser Vortrag läuft in einem anderen Fenster" : `Angefangen: ${at}, „${title}“`;
  const drop = button("Verwerfen", () => {});
  askFirst(drop, "Wirklich verwerfen?", onDrop);
  const ways = elsewhere ? [button("Hier übernehmen", () => onGoOn(true))] : [...waysOn(awaySince(running, Date.now()), isPaused, onGoOn), drop];
  return make("section", { class: "gp-resume" }, make("h2", {}, heading), make("p", { class: "gp-actions" }, ...ways));
}

/** @param {number} away_ms @param {boolean} isPaused @param {(counts: boolean) => void} onGoOn */
function waysOn(away_ms, isPaused, onGoOn) {
  const counted = clock(away_ms / 1000);
  const isShort = away_ms < SECOND_MS;
  const asPause = button(isShort ? "Weiter" : `Weiter, die ${counted} dazwischen zählen als Pause`, () => onGoOn(false), { class: "gp-button gp-button--primary" });
  return isShort || isPaused || away_ms > LONG_MS ? [asPause] : [asPause, button(`Weiter, die ${counted} zählen mit`, () => onGoOn(true))];
}
