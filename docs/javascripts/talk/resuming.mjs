// A talk that was begun: where it stands, and what counts of the time in between.

import { askFirst, button, make } from "../base/elements.mjs";
import { clock } from "../base/times.mjs";
import { awaySince } from "./clock.mjs";
import { stateOf, totals } from "./log.mjs";

const SECOND_MS = 1000;
/** After so long, nobody has gone on speaking. */
const LONG_MS = 3_600_000;

/** @typedef {import("./runs.mjs").Running & {shown?: boolean}} Running */

/**
 * @param {object} given
 * @param {Running} given.running
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
  const ways = elsewhere ? [button("Hier übernehmen", () => onGoOn(true))] : [...waysOn(running, isPaused, onGoOn), drop];
  return make("section", { class: "gp-resume" }, make("h2", {}, heading), make("p", { class: "gp-actions" }, ...ways),
    ...(running.shown ? [] : [make("p", { class: "gp-resume__else" }, "Startest du stattdessen neu, steht diese Probe unter deinen Proben, so weit sie kam.")]));
}

/** What is said of the time in between stays true while somebody thinks about it. @param {Running} running @param {boolean} isPaused @param {(counts: boolean) => void} onGoOn */
function waysOn(running, isPaused, onGoOn) {
  const asPause = button("", () => onGoOn(false), { class: "gp-button gp-button--primary" });
  const counting = button("", () => onGoOn(true));
  const show = () => {
    const away_ms = awaySince(running, Date.now());
    const counted = clock(away_ms / 1000);
    asPause.textContent = away_ms ? `Weiter, die ${counted} dazwischen zählen als Pause` : "Weiter";
    counting.textContent = `Weiter, die ${counted} zählen mit`;
    counting.hidden = !away_ms || isPaused || away_ms > LONG_MS;
  };
  show();
  const timer = setInterval(() => (asPause.isConnected ? show() : clearInterval(timer)), SECOND_MS);
  return [asPause, counting];
}
