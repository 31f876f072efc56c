"""Whatever has digits in it → words: ``9:00-13:00 Uhr`` is said "neun bis dreizehn Uhr"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from generalprobe.speech import numerals
from generalprobe.speech.sentences import starts_sentence
from generalprobe.speech.tables import load_table

_TABLE = load_table("numbers")
_UNITS: dict[str, list[str]] = load_table("units")["units"]
_BEFORE: dict[str, str] = load_table("symbols")["before_figures"]


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these texts, longer ones first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_TO = " ?(?:[-–—]|bis) ?"
_NUMBER = r"(?:[0-9]{1,3}(?:[.][0-9]{3})+(?![0-9])|[0-9]+)(?:,[0-9]+)?"
_TIME = r"[0-9]{1,2}:[0-9]{2}(?!\d)(?::[0-9]{2})?"
_HOUR = r"[0-9]{1,2}(?:[.:][0-9]{2})?"
_DAY, _MONTH = "(?:0?[1-9]|[12][0-9]|3[01])", "(?:0?[1-9]|1[0-2])"
_O_CLOCK = r" ?(?:Uhr|h)\b"
_UNIT = rf"(?: |-(?=[A-Z]))?(?:{any_of(_UNITS)})(?![^\W_])"
_ORDINAL = r"[0-9]{1,3}\.(?= ?[^\W\d_])"

# The first that fits is taken, so the order counts.
_KINDS = {
    "hexadecimal": r"0x[0-9A-Fa-f]+",
    "iso_date": r"[0-9]{4}-[01][0-9]-[0-3][0-9]\b",
    "date": "|".join(
        (
            rf"{_DAY}\. ?{_MONTH}\. ?[12][0-9]{{3}}\b",
            rf"{_DAY}\.{_MONTH}\.(?![0-9])",
            rf"[0-3][0-9]\.{_MONTH}\.[0-9]{{2}}\b(?!\.)",
        )
    ),
    "host": r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?:/[0-9]{1,2}\b)?(?![0-9])",
    "chain": r"[0-9]+(?:-[0-9]+){2,}",
    "hours": rf"{_TIME}{_TO}{_TIME}(?:{_O_CLOCK})?|{_HOUR}{_TO}{_HOUR}{_O_CLOCK}",
    "lasting": rf"{_TIME}(?= ?(?:Min|Stunden|Std))",
    "clock": rf"{_TIME}(?:{_O_CLOCK})?|[0-9]{{1,2}}\.[0-9]{{2}} ?Uhr\b",
    "phone": r"(?:\+[0-9]{1,3}|0[0-9]+)(?=(?:[ /()-]{0,3}[0-9]){5})(?:[ /()-]{0,3}[0-9]+)+",
    "version": rf"(?!{_NUMBER}(?![0-9.])|[0-9]{{1,3}}(?:\.[0-9]{{3}})+,)[0-9]+(?:\.[0-9]+)+",
    "ordinals": rf"[0-9]{{1,3}}\.{_TO}{_ORDINAL}",
    "ordinal": _ORDINAL,
    "money": rf"{_NUMBER}(?:,[-–—]+)? ?€",
    "size": rf"{_NUMBER} ?[x×] ?(?={_NUMBER})|[0-9]+ ?[x×](?![^\W_])",
    "range": rf"(?<![^\W\d_]-){_NUMBER}(?:{_UNIT})?{_TO}(?={_NUMBER})",
    "ratio": rf"[0-9]+[/:][0-9]+(?![0-9])(?:{_UNIT})?",
    "quantity": rf"{_NUMBER}{_UNIT}",
    "number": _NUMBER,
}
_FIGURE = re.compile(f"(?=[0-9+])(?:{'|'.join(f'(?P<{kind}>{pattern})' for kind, pattern in _KINDS.items())})")
_GROUP = "[0-9A-Fa-f]{1,4}"
_HARDWARE_ADDRESS = re.compile(rf"(?={_GROUP}:)(?<![\w:])(?:{_GROUP}(?:::?{_GROUP}){{3,}}|{_GROUP}::{_GROUP})(?![\w:])")
_SIGN = re.compile(rf"(?=[^\w\s])(?<![\w.,)\]])(?:[-−]|(?:{any_of(_BEFORE)}) ?)(?=[0-9])")
_TO_AT_END = re.compile(rf"{_TO}$")
_DIGITS = re.compile(r"[0-9]+")
_NUMBER_AND_UNIT = re.compile(rf"({_NUMBER})[ -]?(.*)")
_RATIO_AND_UNIT = re.compile(r"([0-9]+[/:][0-9]+)[ -]?(.*)")
_SUFFIX = re.compile(r"(?:e|er|ern|ers|fach\w*|mal|jährig\w*|stündig\w*|tägig\w*|stellig\w*|minütig\w*)\b")
_NOUN = re.compile(r" ([A-ZÄÖÜ][a-zäöüß]+)")
_LONG_CODE = 5


def say_figures(text: str) -> str:
    """Replace every figure by the words that are said for it."""
    if ":" in text:
        text = _HARDWARE_ADDRESS.sub(_hardware_address, text)
    return _FIGURE.sub(_say, _SIGN.sub(lambda match: f"{_BEFORE[match[0].rstrip()]} ", text))


def _say(match: re.Match[str]) -> str:
    kind = match.lastgroup or "number"
    before, after = match.string[max(0, match.start() - 1) : match.start()], match.string[match.end() : match.end() + 1]
    said = _SAY[kind](match)
    glue = "" if not after.isalnum() or _SUFFIX.match(match.string, match.end()) or said[-1:].isspace() else " "
    return f"{' ' if before.isalnum() else ''}{said}{glue}"


def _numbers(text: str) -> list[int]:
    return [int(figures) for figures in _DIGITS.findall(text)]


def _hexadecimal(match: re.Match[str]) -> str:
    return numerals.digits("0") + " x " + numerals.digits(match[0][2:])


def _hardware_address(match: re.Match[str]) -> str:
    return " Doppelpunkt ".join(numerals.digits(group) for group in match[0].split(":"))


def _iso_date(match: re.Match[str]) -> str:
    year, month, day = _numbers(match[0])
    return _calendar(match, day, month, year)


def _date(match: re.Match[str]) -> str:
    said = _calendar(match, *_numbers(match[0]))
    return said + _end_of_sentence(match) if match[0].endswith(".") else said


def _calendar(match: re.Match[str], day: int, month: int, year: int | None = None) -> str:
    ending = _ordinal_ending(match)
    parts = [numerals.ordinal(day, ending), numerals.ordinal(month, ending).capitalize()]
    return " ".join(parts if year is None else [*parts, numerals.year(year)])


def _host(match: re.Match[str]) -> str:
    host, slash, width = match[0].partition("/")
    said = " Punkt ".join(_octet(octet) for octet in host.split("."))
    return f"{said} Slash {numerals.number(width)}" if slash else said


def _octet(octet: str) -> str:
    return numerals.digits(octet) if len(octet) > 2 else numerals.number(octet)


def _chain(match: re.Match[str]) -> str:
    return " ".join(numerals.number(part) for part in match[0].split("-"))


def _hours(match: re.Match[str]) -> str:
    start, end = re.split("[-–—]|bis", match[0])
    begins, ends = _numbers(start), _numbers(end)
    if not (_is_time(begins) and _is_time(ends)):
        return f"{_as_numbers(start)} bis {_as_numbers(end)}"
    whole_hour = len(begins) == 1 or not any(begins[1:])
    return f"{_hour(begins[0]) if whole_hour else _o_clock(begins)} bis {_o_clock(ends)}"


def _clock(match: re.Match[str]) -> str:
    time = _numbers(match[0])
    return _o_clock(time) if _is_time(time) else _as_numbers(match[0])


def _lasting(match: re.Match[str]) -> str:
    return _as_numbers(match[0])


def _as_numbers(text: str) -> str:
    return " ".join(numerals.cardinal(number) for number in _numbers(text))


def _is_time(time: list[int]) -> bool:
    return time[0] <= 24 and all(part <= 59 for part in time[1:])


def _hour(hour: int) -> str:
    return "ein" if hour == 1 else numerals.cardinal(hour)


def _o_clock(time: list[int]) -> str:
    hour, *parts = time
    return " ".join([_hour(hour), "Uhr", *(numerals.cardinal(part) for part in parts if part)])


def _phone(match: re.Match[str]) -> str:
    return ("plus " if match[0][0] == "+" else "") + numerals.digits(match[0])


def _version(match: re.Match[str]) -> str:
    return " Punkt ".join(numerals.number(part) for part in match[0].split("."))


def _ordinals(match: re.Match[str]) -> str:
    ending = _ordinal_ending(match)
    return " bis ".join(numerals.ordinal(number, ending) for number in _numbers(match[0]))


def _ordinal(match: re.Match[str]) -> str:
    [number] = _numbers(match[0])
    if starts_sentence(match.string, match.end()):
        return numerals.cardinal(number) + "."
    return numerals.ordinal(number, _ordinal_ending(match))


def _ordinal_ending(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 20) : match.start()].lower().split()
    ending: str = _TABLE["after"].get(before[-1] if before else "", _TABLE["otherwise"])
    return ending


def _money(match: re.Match[str]) -> str:
    number = match[0].rstrip("€ ")
    amount, _, cents = number.partition(",")
    if len(cents) > 2 and cents.isdigit():
        return _quantity_of(number, "€")
    said = _quantity_of(amount, "€")
    return f"{said} {numerals.cardinal(int(cents))}" if cents.isdigit() and int(cents) else said


def _size(match: re.Match[str]) -> str:
    number = match[0].rstrip("x× ")
    return f"{numerals.number(number)} mal"


def _range(match: re.Match[str]) -> str:
    return _quantity_text(_TO_AT_END.sub("", match[0])) + " bis "


def _ratio(match: re.Match[str]) -> str:
    text, unit = _RATIO_AND_UNIT.fullmatch(match[0]).groups()  # type: ignore[union-attr]
    said = _TABLE["fractions"].get(text) or _ratio_between(text).join(map(numerals.number, re.split("[/:]", text)))
    return f"{said} {_UNITS[unit][1]}" if unit else said


def _ratio_between(text: str) -> str:
    if text in _TABLE["pairs"] or re.search("[0-9]{3}", text):
        return " "
    return " von " if "/" in text else " zu "


def _quantity(match: re.Match[str]) -> str:
    said = _quantity_text(match[0])
    return said + _end_of_sentence(match) if match[0].endswith(".") else said


def _quantity_text(text: str) -> str:
    number, unit = _NUMBER_AND_UNIT.fullmatch(text).groups()  # type: ignore[union-attr]
    return _quantity_of(number, unit) if unit else numerals.number(number)


def _quantity_of(number: str, unit: str) -> str:
    one, many = _UNITS[unit]
    return one if number == "1" else f"{numerals.number(number)} {many}"


def _end_of_sentence(match: re.Match[str]) -> str:
    return "." if starts_sentence(match.string, match.end()) else ""


def _number(match: re.Match[str]) -> str:
    text, start = match[0], match.start()
    if start and match.string[start - 1].isalpha() and len(text) >= _LONG_CODE:
        return numerals.digits(text)
    noun = _NOUN.match(match.string, match.end()) if text == "1" else None
    return _one(match, noun[1]) if noun else numerals.number(text)


def _one(match: re.Match[str], noun: str) -> str:
    before = match.string[max(0, match.start() - 20) : match.start()].split()
    if before and before[-1] in _TABLE["labels"]:
        return "eins"
    return "eine" if noun.endswith(tuple(_TABLE["feminine"])) else "ein"


_SAY: dict[str, Callable[[re.Match[str]], str]] = {
    "hexadecimal": _hexadecimal,
    "iso_date": _iso_date,
    "date": _date,
    "host": _host,
    "chain": _chain,
    "hours": _hours,
    "lasting": _lasting,
    "clock": _clock,
    "phone": _phone,
    "version": _version,
    "ordinals": _ordinals,
    "ordinal": _ordinal,
    "money": _money,
    "size": _size,
    "range": _range,
    "ratio": _ratio,
    "quantity": _quantity,
    "number": _number,
}
