"""From the values of a source to a model, or to German problems at their places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generalprobe.format.duration import Duration
from generalprobe.format.fields import SLUG, Shorthand
from generalprobe.format.wording import meant, shorten, slugify
from generalprobe.problems import Finding, Path
from generalprobe.reading.source import MAX_PROBLEMS, Node, Source

ModelT = TypeVar("ModelT", bound=BaseModel)
Explain = Callable[[Path, ErrorDetails, type[BaseModel]], Finding]
"""Makes a finding of a data path, one of pydantic's errors, and the model that was asked for."""


def validate(source: Source, model: type[ModelT]) -> ModelT | None:
    """Make a model of a source's values; where they do not fit, report it to the source and return None."""
    assert source.root is not None
    try:
        return model.model_validate(source.root.value)
    except ValidationError as error:
        findings = _findings(error, source.root, model)
        for finding in islice(findings, MAX_PROBLEMS):
            locate(source, finding)
        source.unreported += max(0, error.error_count() - MAX_PROBLEMS)
        return None


def locate(source: Source, finding: Finding) -> None:
    """Report a finding at the place that its path leads to; a value that is reported already is left out."""
    node, steps = source.node(finding.path)
    if node.broken:
        return
    parent, _ = source.node(finding.path[: steps - 1]) if steps else (node, 0)
    last = finding.path[steps - 1] if steps else None
    key = parent.keys.get(last) if isinstance(last, str) else None
    mark = key if key is not None and (finding.at_key or node.children or steps < len(finding.path)) else node
    source.report(
        finding.code, mark.line, mark.column, finding.message, finding.hint, width=mark.width, path=finding.path
    )


def _findings(error: ValidationError, root: Node, model: type[BaseModel]) -> Iterator[Finding]:
    for details in error.errors(include_url=False):
        path = _data_path(details["loc"], root)
        explain = _EXPLANATIONS.get(details["type"], _unexpected)
        if details["type"] == "too_short" and len(details["input"]) >= details["ctx"]["min_length"]:
            continue  # what is wrong with the items has been said
        yield explain(path, details, model)


def _data_path(loc: tuple[int | str, ...], root: Node) -> Path:
    """The way through the data: pydantic's, without the tags of unions that it puts in between."""
    path: list[int | str] = []
    node: Node | None = root
    tag_read = False
    for step in loc:
        is_tag = node is not None and not tag_read and _is_tag(step, node.value)
        tag_read = is_tag
        if not is_tag:
            path.append(step)
            node = node.children.get(step) if node is not None else None
    return tuple(path)


def _is_tag(step: int | str, value: object) -> bool:
    """Whether pydantic put a step in to say which kind of a union it means; questions are open unless they say so."""
    if not isinstance(value, dict):
        return False
    return step == value["kind"] if "kind" in value else step == "open" and step not in value


def model_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> type[BaseModel] | None:
    """The model that describes the mapping at one of pydantic's places; None where there is no single one."""
    found: Any = model
    for step in loc:
        if isinstance(step, int):
            found = next(iter(get_args(found)), None)
        elif _is_model(found):
            field = found.model_fields.get(step)
            found = field.annotation if field else None
        else:
            found = next((variant for variant in _models_in(found) if step in _tags(variant)), None)
        found = _bare(found)
    return found if _is_model(found) else None


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    """The models that an annotation names."""
    if _is_model(annotation):
        return [annotation]
    return [model for argument in get_args(annotation) for model in _models_in(argument)]


def _tags(variant: type[BaseModel]) -> tuple[Any, ...]:
    kind = variant.model_fields.get("kind")
    return get_args(kind.annotation) if kind else ()


def _bare(annotation: Any) -> Any:
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        models = [arg for arg in get_args(annotation) if arg is not type(None)]
        return _bare(models[0]) if len(models) == 1 else annotation
    return annotation


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _missing(path: Path, details: ErrorDetails, model: type[BaseModel]) -> Finding:
    owner = model_at(model, details["loc"][:-1])
    field = owner.model_fields.get(str(path[-1])) if owner else None
    about = f": {field.description}" if field and field.description else "."
    return Finding("FORM02", path, f"Schlüssel `{path[-1]}` fehlt", f"`{path[-1]}:` ergänzen{about}")


def _unknown_key(path: Path, details: ErrorDetails, model: type[BaseModel]) -> Finding:
    key = str(path[-1])
    known = [str(word) for word in _known_keys(details["loc"][:-1], model)]
    hint = (
        meant(key, known)
        or _home(key, model)
        or (f"Möglich sind hier: {', '.join(f'`{word}`' for word in known)}." if known else "")
    )
    return Finding("FORM01", path, f"Unbekannter Schlüssel `{shorten(key)}`", hint, at_key=True)


def _home(key: str, model: type[BaseModel]) -> str:
    """Where a key belongs that stands in the wrong group, most often because of its indentation."""
    for name, field in model.model_fields.items():
        if any(key in inner.model_fields for inner in _models_in(field.annotation)):
            return f"`{key}` gehört unter `{name}:`. Stimmt die Einrückung?"
    return ""


def _known_keys(loc: tuple[int | str, ...], model: type[BaseModel]) -> list[str]:
    owner = model_at(model, loc)
    return list(owner.model_fields) if owner else []


def _wrong_kind(expected: str, hint: str = "") -> Explain:
    """The explanation of a value that is of another kind than expected ("Text", "Liste", …)."""

    def explain(path: Path, details: ErrorDetails, model: type[BaseModel]) -> Finding:
        value = details["input"]
        if value is None:
            return Finding("FORM07", path, f"Die Angabe ist leer, hier gehört etwas hin ({expected})")
        if expected == "Text" and isinstance(value, dict) and len(value) == 1:
            return _colon(path, details, model)
        if expected == "Text" and isinstance(value, int | float):
            return Finding(
                "FORM04", path, f"{_kind(value)} statt Text", f'In Anführungszeichen setzen: `"{_yaml(value)}"`.'
            )
        return Finding("FORM03", path, f"{_kind(value)} statt {expected}", hint)

    return explain


def _no_model(path: Path, details: ErrorDetails, model: type[BaseModel]) -> Finding:
    shorthands = {kind.__name__ for kind in Shorthand.__subclasses__()}
    return (_NO_TEXT if details.get("ctx", {}).get("class_name") in shorthands else _NO_GROUP)(path, details, model)


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "Wahrheitswert"
    if isinstance(value, int | float):
        return "Zahl"
    if isinstance(value, str):
        return "Text"
    return "Liste" if isinstance(value, list | tuple) else "Gruppe von Schlüsseln"


def _yaml(value: object) -> str:
    return shorten(str(value).lower() if isinstance(value, bool) else str(value))


def _colon(path: Path, details: ErrorDetails, model: type[BaseModel]) -> Finding:
    key, value = next(iter(details["input"].items()))
    text = shorten(f"{key}: {'' if value is None else value}".strip())
    hint = f'Den ganzen Text in Anführungszeichen setzen: `"{text}"`.'
    return Finding("FORM03", path, "Der Doppelpunkt macht aus dem Text eine Gruppe von Schlüsseln", hint)


def _pattern(path: Path, details: ErrorDetails, model: type[BaseModel]) -> Finding:
    if SLUG not in details["ctx"]["pattern"]:
        return Finding("FORM07", path, "Der Text ist leer")
    slug = slugify(details["input"][:80])
    hint = f"Zum Beispiel `{slug}`." if slug else ""
    message = f"„{shorten(details['input'])}“ ist keine Kennung"
    return Finding("FORM05", path, message, f"Nur Kleinbuchstaben, Ziffern und einzelne Bindestriche. {hint}".strip())


def _too_long(path: Path, details: ErrorDetails, model: type[BaseModel]) -> Finding:
    most = f"{details['ctx']['max_length']:,}".replace(",", ".")
    message = f"Der Text hat mehr als {most} Zeichen"
    return Finding("FORM05", path, message, "Kürzen: Ein ganzer Vortrag hat etwa 9.000 Zeichen.", at_key=True)


def _not_allowed(path: Path, details: ErrorDetails, model: type[BaseModel]) -> Finding:
    is_tag = details["type"] == "union_tag_invalid"
    expected = details["ctx"]["expected_tags" if is_tag else "expected"]
    words = re.findall(r"'([^']*)'", expected)
    value = details["ctx"]["tag"] if is_tag else details["input"]
    allowed = f"Möglich sind: {', '.join(f'`{word}`' for word in words)}."
    hint = f"{meant(str(value), words)} {allowed}".strip()
    return Finding(
        "FORM05", (*path, "kind") if is_tag else path, f"Der Wert „{shorten(str(value))}“ ist nicht erlaubt", hint
    )


def _no_tag(path: Path, details: ErrorDetails, model: type[BaseModel]) -> Finding:
    return Finding("FORM02", (*path, "kind"), "Schlüssel `kind` fehlt", "`kind:` ergänzen, zum Beispiel `kind: table`.")


def _no_boolean(path: Path, details: ErrorDetails, model: type[BaseModel]) -> Finding:
    return Finding("FORM03", path, "Hier gehört `true` oder `false` hin")


def _no_number(path: Path, details: ErrorDetails, model: type[BaseModel]) -> Finding:
    return Finding(
        "FORM03",
        path,
        "Hier gehört eine ganze Zahl ab 0 hin",
        "Als Zahl ohne Anführungszeichen schreiben, zum Beispiel `7`.",
    )


def _no_duration(path: Path, details: ErrorDetails, model: type[BaseModel]) -> Finding:
    value = details["input"]
    if value is None:
        return Finding("FORM06", path, "Die Zeitangabe ist leer")
    hint = _duration_hint(value)
    return Finding("FORM06", path, f"„{_yaml(value)}“ ist keine Zeitangabe", hint)


def _duration_hint(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 3600:
        return f'Meintest du {value} Sekunden? Dann schreibe `"{Duration(value)}"`.'
    match = re.fullmatch(r"([0-9]{1,2}):([6-9][0-9])", value) if isinstance(value, str) else None
    if match:
        return f'Eine Minute hat 60 Sekunden. Meintest du `"{Duration(int(match[1]) * 60 + int(match[2]))}"`?'
    return ""


def _too_few(path: Path, details: ErrorDetails, model: type[BaseModel]) -> Finding:
    least = details["ctx"]["min_length"]
    return Finding(
        "FORM07", path, "Die Liste ist leer" if least == 1 else f"Hier werden mindestens {least} Einträge gebraucht"
    )


def _unexpected(path: Path, details: ErrorDetails, model: type[BaseModel]) -> Finding:
    return Finding("FORM03", path, "Dieser Wert passt hier nicht")


_NO_TEXT = _wrong_kind("Text")
_NO_GROUP = _wrong_kind("Gruppe von Schlüsseln", "Die Schlüssel eingerückt darunter schreiben.")

_EXPLANATIONS: dict[str, Explain] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "string_type": _NO_TEXT,
    "tuple_type": _wrong_kind("Liste", "Jeden Eintrag in eine eigene Zeile schreiben, davor `- `."),
    "model_type": _no_model,
    "model_attributes_type": _NO_GROUP,
    "colon": _colon,
    "string_pattern_mismatch": _pattern,
    "string_too_long": _too_long,
    "literal_error": _not_allowed,
    "union_tag_invalid": _not_allowed,
    "union_tag_not_found": _no_tag,
    "bool_type": _no_boolean,
    "int_type": _no_number,
    "greater_than_equal": _no_number,
    "duration": _no_duration,
    "too_short": _too_few,
}
