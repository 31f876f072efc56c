"""Ordinary words are counted without reading the text, and the count is that of reading it."""

from __future__ import annotations

from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generalprobe.speech import estimate
from generalprobe.speech.words import Counts, counts

_UNLIKE = Counts(*[1] * 7)
_ORDINARY = (
    "Wort Server DNS VPN-Einwahl WLANs Team-Leiter Ja, nein; so: wie! was? Das Ende. hätte. fest. Ein- LAN-; Nr-. an-."
)
_OTHER = "z. B. z.B. bzw. Nr. I II IX. X-Achse V, min. Std. www. - „gut“ (oben) 5 15 % MB Kolleg*innen u. a. Co. km."
_WORDS = st.sampled_from([*_ORDINARY.split(" "), *_OTHER.split(" ")])
_TEXTS = st.lists(st.tuples(_WORDS, st.sampled_from([" ", " ", "  ", "\n", "\n\n", "\t"])), max_size=8)


@pytest.mark.parametrize(
    "text",
    ["", "Ein Satz. Noch einer, mit Komma", "Eine Zeile,\n\nnoch eine!", "VPN-Einwahl", "Ein- und Ausgang-, LAN-."],
)
def test_ordinary_words_are_counted(text: str) -> None:
    assert counts(text).unlike == 0


@pytest.mark.parametrize(
    "text", ["um 9 Uhr", "z. B. so", "Teil II", "(so)", "die Nr.", "„so“", "www. ist weg", "I- und O"]
)
def test_what_is_said_otherwise_than_written_is_not(text: str) -> None:
    assert counts(text).unlike > 0


@settings(max_examples=300)
@given(_TEXTS)
def test_the_count_is_that_of_reading(parts: list[tuple[str, str]]) -> None:
    text = "".join(word + blank for word, blank in parts)
    counted = estimate(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(import_module("generalprobe.speech.estimate"), "counts", lambda text: _UNLIKE)
        assert estimate(text) == counted
