// Puts an ear to a microphone: a processor that runs beside the sound, and says something of every 20 ms.

import { onSite } from "../base/addresses.mjs";

/**
 * @param {MediaStream} stream
 * @param {string} processor its file on the site, which is called as it is, such as `javascripts/recording/ear.mjs`
 * @param {(heard: any) => void} onHeard 50 times a second
 * @param {AbortSignal} signal until when
 * @returns {Promise<AudioContext>} closed with the signal
 */
export async function hear(stream, processor, onHeard, signal) {
  const context = new AudioContext();
  signal.addEventListener("abort", () => void context.close().catch(() => {}), { once: true });
  await context.audioWorklet.addModule(onSite(processor).href);
  if (signal.aborted) return context;
  const node = new AudioWorkletNode(context, processor.replace(/.*\/|\.mjs$/g, ""), { numberOfOutputs: 0, channelCount: 1, channelCountMode: "explicit" });
  node.port.onmessage = ({ data }) => !signal.aborted && onHeard(data);
  context.createMediaStreamSource(stream).connect(node);
  void context.resume().catch(() => {});
  return context;
}
