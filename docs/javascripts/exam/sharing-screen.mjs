// Sharing the screen in the technical check: tried once, one picture of it kept in sight, and ended at once.

import { make } from "../base/elements.mjs";
import { lightIn } from "./camera.mjs";
import { sharedSaid } from "./light.mjs";
import { Station } from "./station.mjs";

const PICTURE_WIDTH = 640;
const WORDS = {
  title: "Bildschirm teilen", on: "Freigabe ausprobieren", off: "Abbrechen", opening: "Der Browser zeigt dir jetzt, was sich teilen lässt.",
  hint: "Wähle, was du in der Prüfung teilst. Hier bleibt ein Standbild davon, dann endet die Freigabe von selbst.",
};

export function makeSharing() {
  const still = make("canvas", { class: "gp-still", role: "img", "aria-label": "Standbild von dem, was geteilt war", hidden: true });
  const station = new Station({
    kind: "screen", words: WORDS, devices: "", picture: still,
    async onOpen(stream, signal) {
      const video = make("video", { playsinline: true });
      [video.muted, video.srcObject] = [true, stream];
      await video.play();
      if (signal.aborted) return;
      const { displaySurface } = /** @type {MediaTrackSettings & {displaySurface?: string}} */ (stream.getVideoTracks()[0].getSettings());
      copy(video, still);
      const finding = sharedSaid(displaySurface, video.videoWidth, video.videoHeight, lightIn(video));
      station.switchOff();
      still.hidden = false;
      station.find([finding]);
    },
    onEnd() {
      still.hidden = true;
    },
  });
  return station;
}

/** @param {HTMLVideoElement} video @param {HTMLCanvasElement} still */
function copy(video, still) {
  [still.width, still.height] = [PICTURE_WIDTH, Math.round((PICTURE_WIDTH * video.videoHeight) / video.videoWidth)];
  still.getContext("2d")?.drawImage(video, 0, 0, still.width, still.height);
}
