"""What listens to a voice runs beside the sound in Firefox and WebKit too: it imports another module there."""

from __future__ import annotations

import pytest
from engines.window import Window

# Half a second of a voice's tone, then half a second of nothing. No microphone, and no sound that is heard.
_LISTEN = """async () => {
  const context = new OfflineAudioContext({ length: 48000, sampleRate: 48000 });
  await context.audioWorklet.addModule("/javascripts/recording/ear.mjs");
  const ear = new AudioWorkletNode(context, "ear", { numberOfOutputs: 0, channelCount: 1 });
  const voice = new OscillatorNode(context, { type: "sawtooth", frequency: 120 });
  const loudness = new GainNode(context, { gain: 0.1 });
  loudness.gain.setValueAtTime(0, 0.5);
  globalThis.heard = [];
  ear.port.onmessage = ({ data }) => heard.push(data);
  voice.connect(loudness).connect(ear);
  voice.start();
  await context.startRendering();
}"""


def test_an_ear_hears_a_voice(window: Window) -> None:
    """Firefox hands over nothing where it is silent, and half a second is half a second all the same."""
    window.open("impressum/")
    window.evaluate(_LISTEN)
    window.wait("() => heard.length === 50")
    heard = window.evaluate("() => heard")
    assert all(frame["voiced"] > 0.8 and frame["level"] > -60 for frame in heard[2:24])
    assert all(frame == {"level": pytest.approx(-100, abs=1), "voiced": 0} for frame in heard[30:])
