"""The templates of the pages and how they are filled: autoescaped, strict, each block on one line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, MutableMapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import markupsafe
from jinja2 import Environment, StrictUndefined, Template
from jinja2.environment import TemplateModule
from jinja2.ext import Extension
from jinja2.runtime import Context
from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import TextLexer, get_lexer_by_name
from pygments.util import ClassNotFound

from generalprobe import addresses
from generalprobe.cards import DIFFICULTY_LABELS, KIND_LABELS
from generalprobe.drawing import Drawing, draw
from generalprobe.format.case_study import Artifact
from generalprobe.format.html import filled_in, inline, plain, prose
from generalprobe.pages.compiling import Loader
from generalprobe.pages.directions import notes
from generalprobe.pages.text import raw_block
from generalprobe.problems import SEVERITY_NAMES
from generalprobe.speech import Estimate

FOCUS_LABELS = {"technology": "Technik", "communication": "Kommunikation", "mixed": "Gemischt"}
ARTIFACT_LABELS = {
    "placeholder": "Platzhalter",
    "image": "Bild",
    "diagram": "Diagramm",
    "code": "Ausschnitt",
    "table": "Tabelle",
    "quote": "Zitat",
}
PART_LABELS = {
    "syllables": ("Silbe", "Silben"),
    "sentence_ends": ("Satzende", "Satzenden"),
    "pauses": ("Pause", "Pausen"),
}
"""Of one, and of several."""

_FORMATTER: HtmlFormatter[str] = HtmlFormatter(nowrap=True)


class OneLine(Extension):
    """Joins a template's lines, so that the only line breaks left are those of the data."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Drop the line breaks before tags, turn those between words into spaces."""
        return re.sub(r"\s*\n\s*", " ", re.sub(r"\s*\n\s*(?=[<{]|$)", "", source)).strip()


_escape_text: Callable[[str], str] = getattr(markupsafe, "_escape_inner", markupsafe.escape)
"""What `markupsafe.escape` calls for a text."""


def written(value: Any) -> str:
    """Escape a value in a template, without marking it as escaped: it is joined at once, and marks take most time."""
    if type(value) is str:
        return _escape_text(value)
    if type(value) is Markup:
        return value
    return str(value.__html__()) if hasattr(value, "__html__") else _escape_text(str(value))


class _Shared(Template):
    """A template whose imports know the same globals as it does, so that a module of macros is made once."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return super()._get_default_module()

    @classmethod
    def _from_namespace(
        cls, environment: Environment, namespace: MutableMapping[str, Any], globals: MutableMapping[str, Any]
    ) -> Template:
        """Let what was compiled escape values by `written`."""
        namespace["escape"] = written
        return super()._from_namespace(environment, namespace, globals)


class _Context(Context):
    """What a template knows while it is filled."""

    def call(
        self, called: Callable[..., Any], *values: Any, _loop_vars: Any = None, _block_vars: Any = None, **named: Any
    ) -> Any:
        """Call a macro or a method, none of which asks for the context."""
        return called(*values, **named)


class _Environment(Environment):
    """Templates that are filled tens of thousands of times in a build: looking them up must cost next to nothing."""

    template_class, context_class = _Shared, _Context

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Give all templates the same globals."""
        return self.globals

    def keep(self) -> None:
        """Take the templates as they are from now on; else each use of one asks the disk whether it has changed."""
        self.auto_reload = False
        self.get_template = cache(self.get_template)  # type: ignore[method-assign]


def block(template: str, **values: Any) -> str:
    """Fill a template as a raw HTML block of a Markdown page."""
    return raw_block(_ENVIRONMENT.get_template(f"{template}.html.jinja").render(values))


def keep_templates() -> None:
    """Take the templates as they are from now on."""
    _ENVIRONMENT.keep()


def said_of(kind: str) -> tuple[str, bool]:
    """What shows the answer of a kind of card is called, and whether more than its wording stands above it."""
    module: Any = _ENVIRONMENT.get_template(f"kinds/{kind}.html.jinja").module
    return str(module.reveal), bool(module.asks_more)


def about(artifact: Artifact) -> str:
    """Say in plain words what an artifact shows."""
    said = artifact.caption or getattr(artifact, "description", "") or getattr(artifact, "alt", "")
    return plain(said or getattr(artifact, "text", ""))


def addends(spoken: Estimate) -> str:
    """Say what an estimate is made of."""
    said = [(part.count, PART_LABELS[part.kind], decimal(part.each_s)) for part in spoken.parts if part.count]
    return " + ".join(f"{count} {labels[count != 1]} × {each} s" for count, labels, each in said)


def ahead(days: int) -> str:
    """Say how long before the exam something is, in weeks where they are whole."""
    if days == 0:
        return "am Prüfungstag"
    count, one, many = (days // 7, "Woche", "Wochen") if days % 7 == 0 else (days, "Tag", "Tage")
    return f"{count} {one if count == 1 else many} vorher"


def alphabetical(texts: Iterable[str]) -> list[tuple[int, str]]:
    """Put texts into an order that does not give away their own, each with its place from 0."""
    return sorted(enumerate(texts), key=lambda item: plain(item[1]).casefold())


@lru_cache(maxsize=1024)
def decimal(number: float, places: int = 3) -> str:
    """Write a number as in German text, without zeros at its end."""
    digits = f"{number:.{places}f}"
    return (digits.rstrip("0").rstrip(".") if "." in digits else digits).replace(".", ",")


def drawn(source: str) -> Drawing | None:
    """Draw a diagram; one that cannot be drawn stays its source."""
    drawing = draw(source)
    return drawing if isinstance(drawing, Drawing) else None


def highlighted(code: str, language: str) -> Markup:
    """Mark up code with Pygments' classes; an unknown language stays plain."""
    return Markup(highlight(code.rstrip(), _lexer(language), _FORMATTER).rstrip("\n"))


@lru_cache(maxsize=64)
def _lexer(language: str) -> Any:
    try:
        return get_lexer_by_name(language)
    except ClassNotFound:
        return TextLexer()


def _environment() -> _Environment:
    environment = _Environment(
        loader=Loader(Path(__file__).parent / "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        extensions=[OneLine],
    )
    environment.filters.update(
        inline=inline, filled_in=filled_in, prose=prose, notes=notes, plain=plain, highlighted=highlighted, about=about
    )
    environment.filters.update(addends=addends, ahead=ahead, decimal=decimal, alphabetical=alphabetical, drawn=drawn)
    environment.globals.update(
        addresses=addresses,
        focus_labels=FOCUS_LABELS,
        artifact_labels=ARTIFACT_LABELS,
        kind_labels=KIND_LABELS,
        difficulty_labels=DIFFICULTY_LABELS,
        severity_names=SEVERITY_NAMES,
    )
    return environment


_ENVIRONMENT = _environment()
