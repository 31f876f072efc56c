"""Written German → what is said: ``z. B. > 15 %`` is said "zum Beispiel größer als fünfzehn Prozent"."""

from __future__ import annotations

import re

from generalprobe.speech import numerals
from generalprobe.speech.figures import any_of, say_figures
from generalprobe.speech.sentences import starts_sentence
from generalprobe.speech.tables import load_table

_TABLE = load_table("abbreviations")
_SYMBOL_TABLE = load_table("symbols")
_SYMBOLS: dict[str, str] = _SYMBOL_TABLE["symbols"]
_ADDRESS_WORDS: dict[str, str] = _SYMBOL_TABLE["in_addresses"]
_LABELS: list[str] = load_table("numbers")["labels"]
_NAMES: dict[str, str] = _SYMBOL_TABLE["names"]
_ADDRESS_SIGNS = ("://", "www.", "@", "\\", "/")
_UNITS = load_table("units")["units"]
_ROMAN = {"I": 1, "V": 5, "X": 10}


def _key(written: str) -> str:
    return written.replace(" ", "").lower()


_SAID = {_key(written): said for written, said in _TABLE["said"].items()}
SHORTENED = frozenset(part for key in _SAID for part in key.split(".")) | {"min", "www"}
"""The parts of abbreviations, in small letters, and what else is not said as it is written before a dot."""
_MAY_END = set(map(_key, _TABLE["may_end"]))
_BEFORE_NUMBER = set(map(_key, _TABLE["before_number"]))
_ABBREVIATION = re.compile(r"\b[^\W\d_]{1,6}\.(?: ?[^\W\d_]{1,3}\.)*(?![a-zäöüß])")
_MOST_DOTS = 4
_INVISIBLE = dict.fromkeys(map(ord, "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}"))
_PLAIN_HYPHENS = _INVISIBLE | dict.fromkeys(map(ord, "\N{HYPHEN}\N{NON-BREAKING HYPHEN}"), "-")
# Spaces that hold figures together are no spaces between words: 25 000 with a narrow one is 25.000.
_THOUSANDS = re.compile(r"(?<![0-9+])(?<![0-9/)][^\S\n])[1-9][0-9]{0,2}(?:[^\S\x00-\x7f][0-9]{3})+(?![0-9])")
_SPACES = re.compile(r"[^\S\n]{2,}|[^\S\n ]")
_UNEVEN = re.compile(r"  |[^\S\n ]")
_ANY_HYPHENS = re.compile(f"[{''.join(map(chr, _PLAIN_HYPHENS))}]")
_HAS_WORD = re.compile(r"[^\W_]")
_ELLIPSIS = re.compile(r"\.{2,}")

# Letters and common punctuation are said as they are; only a text with anything else is looked at more closely.
_ODD = re.compile(r"[^A-Za-zÄÖÜäöüß\s.,;:!?\"'„“”‚‘’»«()\[\]…–—-]|--")
_INSIDE_WORD = re.compile(r"[.:*_/](?=-?[^\W\d_])")
_ADDRESS = re.compile(r"(?<!\S)\S*(?:://|www\.|[^\W_]@[^\W_]|\\|(?<![^\W_])/[a-z])\S*")
_SCHEME = re.compile(r"(?:https?|ftp|file)://|mailto:")
_CLOSING = re.compile(r"[\W_]*$")
_IN_ADDRESS = re.compile(r"([./\\@:])")
_DOT_IN_NAME = re.compile(r"(?<=[^\W_])\.(?=[a-z]|[A-Z]{2})|(?<![^\s(„\"])\.(?=[A-Za-z])")
_GENDER = re.compile(r"(?<=[a-zäöüß])(?:[*:_/]-?(?=(?:in|innen)\b)|[*:](?=[rns]\b))")
_ANY_ROMAN = re.compile(r"[IVX](?:[IVX]|(?<= I)(?:\W|$))")
_ROMAN_NUMERAL = re.compile(
    r"\b(?:(?=[IVX]{2})X{0,3}(?:IX|IV|V?I{1,3})|(?<=[^\W\d_] )I(?=[.,;:!?)]?(?:\s|$)))(?!['’])\b"
)
_SILENT_RUN = re.compile(r"([=+#~^|@&$_])\1{2,}")
_SPACED_SLASH = re.compile(r" +/ +")
_COMPARED = re.compile(r"(?<= )[<>](?= )")
_SYMBOL = re.compile(rf"(?=[^A-Za-z\s])(?:{any_of(_SYMBOLS)})")
_NUMBER_BEFORE = re.compile(r"[0-9] ?\Z")
_NUMBER_NEXT = re.compile(r"\s?[0-9]")


def spoken(text: str) -> str:
    """Say plain text (lines as `plain_text` makes them): figures, symbols and abbreviations become words."""
    text = _evenly_spaced("\n".join(filter(_HAS_WORD.search, text.split("\n"))))
    if ".." in text:
        text = _ELLIPSIS.sub("…", text)
    if "." in text:
        text = _ABBREVIATION.sub(_abbreviation, text)
    if any(sign in text for sign in _ADDRESS_SIGNS):
        text = _ADDRESS.sub(_address, text)
    if _INSIDE_WORD.search(text):
        text = _DOT_IN_NAME.sub(" Punkt ", _GENDER.sub("", text))
    if _ANY_ROMAN.search(text):
        text = _ROMAN_NUMERAL.sub(_roman_numeral, text)
    return _signs(say_figures(_names(text))) if _ODD.search(text) else text


def _evenly_spaced(text: str) -> str:
    """Between words one blank, whichever kinds of spaces were written; what nobody sees is dropped."""
    if _ANY_HYPHENS.search(text):
        text = text.translate(_PLAIN_HYPHENS)
    if not _UNEVEN.search(text):
        return text
    if not text.isascii():
        text = _THOUSANDS.sub(lambda match: re.sub(r"\s", ".", match[0]), text)
    return _SPACES.sub(" ", text)


def _abbreviation(match: re.Match[str]) -> str:
    """Several may stand in one match (z. B. bzw. d. h.), so the longest that is known is said, then the next."""
    whole = match[0]
    dots = [0, *(dot.end() for dot in re.finditer(r"\.", whole))]
    said, at = "", 0
    while at < len(dots) - 1:
        for end in range(min(at + _MOST_DOTS, len(dots) - 1), at, -1):
            written = whole[dots[at] : dots[end]]
            words = _said(written.lstrip(), match, match.start() + dots[end])
            if words or end == at + 1:
                break
        said += " " * written.startswith(" ") + words if words else written
        at = end
    return said


def _said(written: str, match: re.Match[str], end: int) -> str:
    """What is said for an abbreviation that ends there, or nothing where it is none."""
    key, text = _key(written), match.string
    after_number = _NUMBER_BEFORE.search(text, max(0, match.start() - 3), match.start())
    before_number = _NUMBER_NEXT.match(text, end) is not None
    if (written in _UNITS and after_number) or (key in _BEFORE_NUMBER and not before_number):
        return ""  # a unit is read together with its number
    if key == "min.":
        return "mindestens" if written == "min." or before_number else "Minuten"
    said: str = _SAID.get(key, "")
    if key in _MAY_END and starts_sentence(text, end):
        return said + "."
    return f"{said} " if said and text[end : end + 1].isalnum() else said


def _names(text: str) -> str:
    for name, said in _NAMES.items():
        if name in text:
            text = text.replace(name, said)
    return text


def _signs(text: str) -> str:
    text = _SPACED_SLASH.sub(", ", _COMPARED.sub(_comparison, _SILENT_RUN.sub(" ", text)))
    return _SYMBOL.sub(_symbol, text).replace("/", " ")


def _address(match: re.Match[str]) -> str:
    """A web address, a mail address or a path: the scheme is not said, dots and slashes are."""
    whole = match[0]
    end = _CLOSING.search(whole).start()  # type: ignore[union-attr]
    parts = _IN_ADDRESS.split(_SCHEME.sub("", whole[:end]))
    said = [_ADDRESS_WORDS.get(part, part) for part in parts if part]
    return " ".join(said) + whole[end:].replace("\\", "").replace("/", "")


def _roman_numeral(match: re.Match[str]) -> str:
    if match[0] == "I":
        before = match.string[max(0, match.start() - 20) : match.start()].split()
        return "eins" if before[-1] in _LABELS else "I"
    values = [_ROMAN[letter] for letter in match[0]]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return numerals.cardinal(sum(-value if value < after else value for value, after in pairs))


def _comparison(match: re.Match[str]) -> str:
    return "größer als" if match[0] == ">" else "kleiner als"


def _symbol(match: re.Match[str]) -> str:
    said = _SYMBOLS[match[0]]
    return f" {said} " if said != "," else ", "
