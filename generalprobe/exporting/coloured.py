"""Code → lines of runs, coloured as on the site (docs/stylesheets/text.css)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, Error, Generic, Keyword, Literal, Name, Number, Operator, String, Token, _TokenType
from pygments.util import ClassNotFound

from generalprobe.exporting.measures import colour
from generalprobe.exporting.runs import Paragraph, Run, clean

_COLOURS = {
    "soft": (Comment, Generic.Prompt, Generic.Output),
    "communication": (Keyword, Operator.Word, Name.Tag, Generic.Heading, Generic.Subheading),
    "rubric": (Keyword.Constant, Number, Literal, Error, Generic.Error, Generic.Deleted),
    "good": (String, Generic.Inserted),
    "technology": (
        *(Name.Attribute, Name.Builtin, Name.Class, Name.Constant, Name.Decorator, Name.Entity, Name.Exception),
        *(Name.Function, Name.Label, Name.Namespace, Name.Property, Name.Variable),
    ),
}
_NAMED = {kind: name for name, kinds in _COLOURS.items() for kind in kinds}
_TAB = 4


def code_lines(code: str, language: str) -> list[Paragraph]:
    """The lines of code, what has one colour in one run; those of an unknown language have no colours."""
    lines: list[list[Run]] = [[]]
    for kind, text in _tokens(clean(code).expandtabs(_TAB).rstrip(), language):
        for number, part in enumerate(text.split("\n")):
            if number:
                lines.append([])
            if part:
                _add(lines[-1], Run(part, ink=_ink(kind)))
    return [Paragraph(tuple(line)) for line in (lines if lines[-1] else lines[:-1])]


def _add(line: list[Run], run: Run) -> None:
    """Spaces have no colour: they belong to the word before them."""
    if line and (run.ink == line[-1].ink or run.text.isspace()):
        before = line.pop()
        run = replace(before, text=before.text + run.text)
    line.append(run)


def _tokens(code: str, language: str) -> Sequence[tuple[_TokenType, str]]:
    plain = [(Token, code)]
    try:
        tokens = list(get_lexer_by_name(language, stripnl=False).get_tokens(code))
    except ClassNotFound:
        return plain
    # A lexer may lose a text that is not in its language.
    return tokens if "".join(text for _, text in tokens).removesuffix("\n") == code else plain


def _ink(kind: _TokenType) -> str:
    """The colour of a kind of token, else that of the nearest kind above it that has one."""
    named = next((_NAMED[each] for each in reversed(kind.split()) if each in _NAMED), "")
    return colour(named) if named else ""
