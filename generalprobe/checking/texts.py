"""The texts of a model: marks that stay visible, and the links in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from generalprobe.checking.links import Link
from generalprobe.format.fields import Model, Written
from generalprobe.format.markdown import links, plain_parts
from generalprobe.format.questions import GAP
from generalprobe.format.wording import shorten
from generalprobe.problems import Finding, Path

_SUSPECT = re.compile(r"[*`<&\[\]#|Ãâ\ufffd]")
_GARBLED_BEGINS = "ÃÂâ\ufffd"
_GARBLED = re.compile(r"\S*(?:[ÃÂ][\x80-\xbfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|â€|\ufffd)\S*")
_SOUND = {
    "`": re.compile(r"`[^`\n]+(?:\n[^\W\d_][^`\n]*)?`"),
    "**": re.compile(r"\*\*(?<![^\s(„]\*\*)[^\W_](?:[^*`<>&\[\]#|_\\\n]*[^\W_])?\*\*(?![^\s.,:;!?)“])"),
}
"""Code, also over two lines, and bold words, which act beyond doubt in a text that has no other marks."""
_DOUBTFUL = re.compile(r"[*`<>&\[\]#|_\\]")
_ACTS = re.compile(r"\*\*[^*\s][^*]*\*\*|`[^`]+`|\[[^\]]+\]\([^)]+\)")
_BOLD = re.compile(r"(\w*)\*\*\s*([^*\n\ufffc]+?)\s*\*\*(\w*)")
_STAR = re.compile(r"(?<![\w*])\*[^\s*][^*\n\ufffc]*?[^\s*]\*(?=\w)")
_HTML = re.compile(
    r"</?(?:a|b|big|br|center|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|s|small|span|strong|sub|sup|table|td|th|tr|u|ul)"
    r"(?:\s[^<>]*)?/?>|<!--.*?(?:-->|$)|&(?:[a-zA-Z]{2,8}|#[0-9]{2,5});",
    re.DOTALL,
)
_LINK = re.compile(r"!?\[[^\]\n]+\]\s?\([^)\n]+\)")
_LINE = re.compile(r"^(?:#{1,6} .*|\|.*\|.*|> .*)$", re.MULTILINE)


def check_texts(model: Model) -> Iterator[Finding | Link]:
    """Find what is wrong with how the texts of a model are written, and the links in them."""
    for path, text, how in _suspect(model, (), "", []):
        if any(sign in text for sign in _GARBLED_BEGINS):
            yield from (_garbled(path, each[0]) for each in _GARBLED.finditer(text))
        if how == "plain":
            yield from (_finding("TEXT02", path, act[0], _bare(act[0])) for act in _ACTS.finditer(text))
            yield from (_finding("TEXT01", path, tag[0], _cure(tag[0])) for tag in _HTML.finditer(text))
        else:
            if _is_doubtful(text):
                yield from _check_marks(path, text, prose=how == "prose")
            yield from (Link(path, link) for link in links(text, prose=how == "prose"))


def _is_doubtful(text: str) -> bool:
    """Whether only reading the Markdown tells which marks of a text act."""
    for sign, sound in _SOUND.items():
        if sign in text:
            text = sound.sub("", text)
    return _DOUBTFUL.search(text) is not None


def _check_marks(path: Path, text: str, *, prose: bool) -> Iterator[Finding]:
    for part in plain_parts(text, prose=prose):
        shown = GAP.sub("", part)
        found = [*_HTML.finditer(shown), *_LINK.finditer(shown), *_STAR.finditer(shown)]
        found += _LINE.finditer(shown) if prose else ()
        if path[-1] == "notes":  # these are named as what nobody says
            found = [each for each in found if not each[0].startswith(("#", "<!--"))]
        yield from (_finding("TEXT01", path, each[0], _cure(each[0])) for each in found)
        bold = _BOLD.search(shown)
        if bold:
            yield _finding("TEXT01", path, bold[0], _unglued(bold))
        elif "**" in shown:
            yield _finding("TEXT01", path, "**", "Das zweite `**` ergänzen oder dieses streichen.")
        if "`" in shown:
            yield _finding("TEXT01", path, "`", "Den zweiten Backtick ergänzen oder diesen streichen.")


def _finding(code: str, path: Path, shown: str, hint: str) -> Finding:
    return Finding(code, path, f"„{shorten(shown)}“ erscheint genau so auf der Seite", hint, words=shown)


def _garbled(path: Path, shown: str) -> Finding:
    """What was UTF-8 and read as another encoding, with what it was where that is still known."""
    try:
        meant = shown.encode("cp1252").decode("utf-8")
    except UnicodeError:
        meant = ""
    hint = f"Die Stelle neu tippen: `{meant}`." if meant else ""
    return Finding("TEXT03", path, f"In „{shorten(shown)}“ sind Umlaute oder Zeichen zerfallen", hint, words=shown)


def _unglued(bold: re.Match[str]) -> str:
    """The bold words with a blank behind a mark of punctuation, and with the rest of the word they are a part of."""
    before, inside, after = bold.groups()
    apart = f" {after}" if after and inside[-1] in ".,:;!?" else ""
    whole = f"**{before}{inside}{'' if apart else after}**{apart}"
    return f"Hervorgehoben werden ganze Wörter. So schreiben: `{whole}`."


def _bare(shown: str) -> str:
    bare = re.sub(r"\*\*|`|\[([^\]]+)\]\([^)]+\)", r"\1", shown)
    return f"Ohne die Zeichen schreiben: `{bare}`."


def _cure(shown: str) -> str:
    if shown.startswith("<!--"):
        return "Den Kommentar löschen oder mit `# ` über den Schlüssel setzen."
    if shown.startswith(("<br", "<p")):
        return "Streichen; ein neuer Absatz beginnt nach einer leeren Zeile hinter `|`."
    if shown == "&nbsp;":
        return "Ein Leerzeichen schreiben."
    if shown.startswith("!["):
        return "Ein Bild ist ein `artifact` der Folie, mit `kind: image`."
    if shown.startswith("["):
        return "Kein Leerzeichen zwischen `]` und `(` und in der Adresse; sie beginnt mit `https://` oder mit `/`."
    if shown.startswith(("# ", "##")):
        return "Überschriften gibt es hier nicht. Ist es ein Kommentar: über den Schlüssel setzen."
    if shown.startswith(("|", ">")):
        return "Tabellen und Zitate sind ein `artifact` der Folie; hier einen Satz daraus machen."
    return "Streichen; hervorgehoben wird mit `**…**`, Befehle stehen in Backticks."


_Text = tuple[Path, str, str]
"""A text with its place, and how it is written."""


def _suspect(value: Any, path: Path, how: str, found: list[_Text]) -> list[_Text]:
    """Add to what was found the texts in a value in which anything can be wrong: few of so many."""
    if isinstance(value, str):
        if how and _SUSPECT.search(value):
            found.append((path, value, how))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _suspect(item, (*path, index), how, found)
    elif isinstance(value, Model):
        inside = vars(value)
        for name, written in _fields(type(value)):
            _suspect(inside[name], (*path, name), written, found)
    return found


@cache
def _fields(model: type[Model]) -> tuple[tuple[str, str], ...]:
    """The fields that hold texts, and how these are written."""
    fields = model.model_fields.items()
    written = (
        (name, _how(field.metadata) or _how_inside(field.annotation), field.annotation) for name, field in fields
    )
    return tuple((name, how) for name, how, annotation in written if how or _holds_models(annotation))


def _holds_models(annotation: Any) -> bool:
    return (isinstance(annotation, type) and issubclass(annotation, Model)) or any(
        map(_holds_models, get_args(annotation))
    )


def _how(metadata: Any) -> str:
    return next((each.how for each in metadata if isinstance(each, Written)), "")


def _how_inside(annotation: Any) -> str:
    if get_origin(annotation) is Annotated and (how := _how(annotation.__metadata__)):
        return how
    return next(filter(None, map(_how_inside, get_args(annotation))), "")
