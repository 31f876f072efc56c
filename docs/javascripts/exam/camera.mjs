// The camera in the technical check: the picture, where the eyes belong in it, its light and its size.

import { make } from "../base/elements.mjs";
import { HEIGHT, lightOf, lightSaid, sizeSaid, WIDTH } from "./light.mjs";
import { Station } from "./station.mjs";

/** The camera needs a moment to find the right exposure, and so does somebody who moves a lamp. */
const EACH_MS = 1000;
const WORDS = {
  title: "Kamera", on: "Kamera einschalten", off: "Kamera ausschalten", opening: "Fragt dich der Browser, dann erlaube die Kamera für diese Seite.",
  hint: "Du siehst dich wie im Spiegel. Die Linie zeigt, wo deine Augen hingehören. Passt es nicht, stell die Kamera höher oder tiefer.",
};

export function makeCamera() {
  const video = make("video", { class: "gp-mirror__video", playsinline: true, "aria-label": "Dein Kamerabild, wie im Spiegel" });
  video.muted = true;
  const mirror = make("div", { class: "gp-mirror" }, video, make("span", { class: "gp-mirror__eyes", "aria-hidden": "true" }, "Augen"));
  const station = new Station({
    kind: "camera", words: WORDS, devices: "videoinput", picture: mirror,
    async onOpen(stream, signal) {
      video.srcObject = stream;
      await video.play();
      if (signal.aborted) return;
      mirror.dataset.state = "on";
      const timer = setInterval(() => judge(), EACH_MS);
      signal.addEventListener("abort", () => clearInterval(timer), { once: true });
    },
    onEnd() {
      video.srcObject = null;
      mirror.dataset.state = "off";
      before = shown = "";
    },
  });
  /** What was said a second ago; what holds for two seconds is shown, so that nothing flickers. */
  let [before, shown] = ["", ""];
  function judge() {
    if (!video.videoWidth) return;
    const findings = [lightSaid(lightIn(video)), sizeSaid(video.videoWidth, video.videoHeight)];
    const now = JSON.stringify(findings);
    if (now === before && now !== shown) station.find(findings);
    if (now === before) shown = now;
    before = now;
  }
  return station;
}

/** @param {HTMLVideoElement} video */
export function lightIn(video) {
  const canvas = make("canvas", { width: WIDTH, height: HEIGHT });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));
  context.drawImage(video, 0, 0, WIDTH, HEIGHT);
  return lightOf(context.getImageData(0, 0, WIDTH, HEIGHT).data);
}
