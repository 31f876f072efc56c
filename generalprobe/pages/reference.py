"""The handbook's pages on the format and on the rules, written from the models and the table of rules."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from generalprobe.format.kinds import KINDS
from generalprobe.format.wording import slugify
from generalprobe.pages.templating import block
from generalprobe.pages.text import heading
from generalprobe.rules import RULES

_TYPES = {
    "AnyArtifact": "Artefakt",
    "AnyQuestion": "Frage",
    "CardName": "Kennung",
    "Count": "Anzahl",
    "Duration": "Zeit `m:ss`",
    "Inline": "Text mit Hervorhebungen",
    "OptionalInline": "Text mit Hervorhebungen",
    "OptionalProse": "Absätze und Listen",
    "OptionalSlug": "Kennung",
    "OptionalSlugPath": "Pfad einer Seite",
    "Prose": "Absätze und Listen",
    "Slug": "Kennung",
    "StrictBool": "`true` oder `false`",
    "Text": "Text",
    "Verbatim": "Text",
    "str": "Text",
}
"""What trainers call the types of fields."""


@dataclass(frozen=True)
class Row:
    """A key of the format: its name, kind of value, whether it must be there, default as written, and meaning."""

    key: str
    kind: str
    required: bool
    default: str
    meaning: str


def format_reference() -> str:
    """Write the reference of all keys, as sections of a page, from the models."""
    return "\n\n".join(part for kind in KINDS for part in _file_reference(kind.model, kind.title))


def rules_reference() -> str:
    """Write the reference of all rules, one section each, its id the rule's code in lower case."""
    parts: list[str] = []
    for code, rule in sorted(RULES.items()):
        parts += [heading(3, f"{code}: {rule.title}", code.lower()), block("rule", rule=rule)]
    return "\n\n".join(parts)


def rows(model: type[BaseModel], section: str) -> list[Row]:
    """The keys of a model, its own before those it shares with others; `section` is the id of its section."""
    own = inspect.get_annotations(model)
    names = sorted(model.model_fields, key=lambda name: name not in own)
    return [_row(model, name, section) for name in names]


def _file_reference(model: type[BaseModel], title: str) -> Iterator[str]:
    for path, part in _parts(model):
        section = slugify(f"{title} {path}")
        yield heading(4, path, section) if path else heading(3, title, section)
        yield block("model", about=inspect.getdoc(part), rows=rows(part, section))


def _parts(model: type[BaseModel], path: str = "") -> Iterator[tuple[str, type[BaseModel]]]:
    """A model and all models in its fields, each with the keys that lead to it."""
    yield path, model
    for name, field in model.model_fields.items():
        for inner in _models_in(field.annotation):
            yield from _parts(inner, f"{path}.{_key(name, inner)}".removeprefix("."))


def _key(name: str, model: type[BaseModel]) -> str:
    kind = model.model_fields.get("kind")
    return f"{name} ({get_args(kind.annotation)[0]})" if kind else name


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if inspect.isclass(annotation) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _row(model: type[BaseModel], name: str, section: str) -> Row:
    field = model.model_fields[name]
    owner = next(base for base in model.__mro__ if name in inspect.get_annotations(base))
    kind = _kind(_annotation(owner, name), vars(sys.modules[owner.__module__]))
    inner = next(_models_in(field.annotation), None)
    return Row(
        key=name,
        kind=f"[{kind}](#{slugify(f'{section} {_key(name, inner)}')})" if inner else kind,
        required=field.is_required(),
        default="" if field.is_required() else _as_written(field.default),
        meaning=field.description or "Die Art, genau so geschrieben.",
    )


def _as_written(default: object) -> str:
    if isinstance(default, bool):
        return str(default).lower()
    return "" if default in ("", (), None) or isinstance(default, BaseModel) else str(default)


def _annotation(owner: type[BaseModel], name: str) -> ast.expr:
    """A field's annotation as it stands in the source: aliases such as `Prose` leave no trace in the type."""
    tree: ast.Expression = ast.parse(inspect.get_annotations(owner)[name], mode="eval")
    return tree.body


def _kind(annotation: ast.expr, known: Mapping[str, Any]) -> str:
    """What trainers call a type; `known` are the names of the module that it is written in."""
    match annotation:
        case ast.BinOp(left=left):
            return _kind(left, known)
        case ast.Subscript(value=ast.Name("Literal")):
            return _choices(ast.literal_eval(annotation.slice))
        case ast.Subscript(value=ast.Name("Annotated"), slice=ast.Tuple(elts=[inner, *_])):
            return _kind(inner, known)
        case ast.Subscript(value=ast.Name("tuple"), slice=ast.Tuple(elts=[inner, *_])):
            return f"Liste: {_kind(inner, known)}"
        case ast.Name(name):
            return _named_kind(name, known.get(name))
    raise TypeError(f"no name for {ast.unparse(annotation)}")


def _named_kind(name: str, alias: Any) -> str:
    if get_origin(alias) is Literal:
        return _choices(get_args(alias))
    if inspect.isclass(alias) and issubclass(alias, BaseModel):
        return "Gruppe"
    return _TYPES[name]


def _choices(values: Any) -> str:
    values = values if isinstance(values, tuple) else (values,)
    return " oder ".join(f"`{value}`" for value in values)
