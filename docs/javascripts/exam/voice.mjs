// Reads questions aloud, by a German voice of this device and no other: a voice from elsewhere would send the text away.

/** @returns {SpeechSynthesisVoice | undefined} */
const localVoice = () => globalThis.speechSynthesis?.getVoices().find(({ localService, lang }) => localService && /^de\b/i.test(lang));

/** Hear whether there is one, now and when voices have come. @param {(is: boolean) => void} listener @param {AbortSignal} signal until when */
export function onVoice(listener, signal) {
  const tell = () => listener(localVoice() !== undefined);
  globalThis.speechSynthesis?.addEventListener?.("voiceschanged", tell, { signal });
  tell();
}

/** Sentence by sentence, for long ones break off in some browsers. @param {string} text */
export function readAloud(text) {
  const voice = localVoice();
  if (!voice) return;
  speechSynthesis.cancel();
  for (const sentence of text.match(/[^.!?:]+[.!?:]*/g) ?? []) {
    speechSynthesis.speak(Object.assign(new SpeechSynthesisUtterance(sentence.trim()), { voice, lang: voice.lang }));
  }
}

export const beSilent = () => globalThis.speechSynthesis?.cancel();
