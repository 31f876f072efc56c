"""German numerals: ``1.234,5`` is said "eintausendzweihundertvierunddreißig Komma fünf"."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

_LONGEST = 12


@lru_cache(maxsize=4096)
def cardinal(number: int) -> str:
    """Say a number from 0 on."""
    words: str = _num2words()(number, lang="de")
    return words


def year(number: int) -> str:
    """Say a year; 1100 to 1999 are said in hundreds, and so are other numbers that are written as years are."""
    if not 1100 <= number <= 1999:
        return cardinal(number)
    hundreds, rest = divmod(number, 100)
    return f"{cardinal(hundreds)}hundert{cardinal(rest) if rest else ''}"


@lru_cache(maxsize=4096)
def ordinal(number: int, ending: str = "") -> str:
    """Say "dritte", with the ending "n" or "r" where the sentence wants one."""
    words: str = _num2words()(number, lang="de", to="ordinal")
    return words + ending


def _num2words() -> Callable[..., str]:
    """The library, which takes long to load and is not needed where all has been counted before."""
    from num2words import num2words

    return num2words  # type: ignore[no-any-return]


def digits(text: str) -> str:
    """Say digit after digit; letters between them stay."""
    return " ".join(cardinal(int(sign)) if sign in "0123456789" else sign for sign in text if sign.isalnum())


def number(text: str) -> str:
    """Say a number as it is written in German: dots between thousands, a comma before decimals."""
    whole, comma, decimals = text.partition(",")
    said = _whole(whole)
    return f"{said} Komma {digits(decimals)}" if comma else said


def _whole(text: str) -> str:
    plain = text.replace(".", "")
    is_grouped = plain != text
    is_code = len(plain) > 1 and plain[0] == "0"
    is_long = len(plain) > _LONGEST or (len(plain) > 6 and not is_grouped and not plain.endswith("000"))
    if is_code or is_long:
        return digits(plain)
    return cardinal(int(plain)) if is_grouped else year(int(plain))
