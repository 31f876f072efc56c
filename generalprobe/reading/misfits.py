"""What does not fit a model, in German, with a cure that keeps what was written."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generalprobe.format.duration import Duration
from generalprobe.format.fields import LONGEST_PROSE, SLUG, Shorthand
from generalprobe.format.wording import meant, shorten, slugify, without_invisible
from generalprobe.problems import Finding, Path
from generalprobe.reading.quoting import quote_it, quoted
from generalprobe.reading.renaming import meant_key
from generalprobe.reading.source import Node, Source

_YES = ("yes", "ja", "on", "an", "true", "wahr", "1", "y", "j")
_NO = ("no", "nein", "off", "aus", "false", "falsch", "0", "n")
_MARK = re.compile(r"(?:[•·▪‣–—]\s?|-(?=\S))")
_IMAGE = re.compile(r"[\w./-]+\.(?:png|jpe?g|gif|svg|webp|avif)", re.IGNORECASE)
_LONGEST_TALK = 3600


class Misfit(NamedTuple):
    """A value that does not fit: its place, pydantic's error, the model that was asked for, and the file."""

    path: Path
    details: ErrorDetails
    model: type[BaseModel]
    source: Source

    @property
    def node(self) -> Node:
        """The value; where a key is missing, the group that it is missing in."""
        return self.source.node(self.path)[0]

    @property
    def written(self) -> str:
        """What stands in the file at the value, `0123` and not 123."""
        return self.source.written(self.node)

    @property
    def owner(self) -> type[BaseModel] | None:
        """The model that has the key at the end of the path."""
        return model_at(self.model, self.details["loc"][:-1])

    @property
    def field(self) -> FieldInfo | None:
        """The field that the key at the end of the path is."""
        key = self.details["loc"][-1]
        return self.owner.model_fields.get(str(key)) if self.owner else None

    @property
    def is_in_brackets(self) -> bool:
        """Whether the value is a list or a group on its line: `[a, b]`, `{a: b}`."""
        return self.written[:1] in ("[", "{")

    @property
    def takes_paragraphs(self) -> bool:
        """Whether a text of several lines may stand here."""
        return any(
            getattr(rule, "max_length", None) == LONGEST_PROSE for rule in (self.field.metadata if self.field else ())
        )


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
            found = next((variant for variant in models_in(found) if step in _tags(variant)), None)
        found = _bare(found)
    return found if _is_model(found) else None


def models_in(annotation: Any) -> list[type[BaseModel]]:
    """The models that an annotation names."""
    if _is_model(annotation):
        return [annotation]
    return [model for argument in get_args(annotation) for model in models_in(argument)]


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


def explain(misfit: Misfit) -> Finding:
    """Say what does not fit, and how it is written."""
    return _EXPLANATIONS.get(misfit.details["type"], _unexpected)(misfit)


def _missing(misfit: Misfit) -> Finding:
    key = misfit.path[-1]
    about = f": {misfit.field.description}" if misfit.field and misfit.field.description else "."
    return Finding("FORM02", misfit.path, f"Schlüssel `{key}` fehlt", f"`{key}:` ergänzen{about}")


def _unknown_key(misfit: Misfit) -> Finding:
    key = str(misfit.path[-1])
    known = list(misfit.owner.model_fields) if misfit.owner else []
    other = meant_key(key, known)
    if other and other in misfit.source.node(misfit.path[:-1])[0].keys:
        hint = f"`{other}` steht hier schon: eine der beiden Zeilen löschen."
        return Finding("FORM01", misfit.path, f"Unbekannter Schlüssel `{shorten(key)}`", hint, at_key=True)
    hint = (
        (f"Meintest du `{other}`?" if other else meant(key, known))
        or _home(key, misfit.model)
        or (f"Möglich sind hier: {', '.join(f'`{word}`' for word in known)}." if known else "")
    )
    return Finding("FORM01", misfit.path, f"Unbekannter Schlüssel `{shorten(key)}`", hint, at_key=True)


def _home(key: str, model: type[BaseModel]) -> str:
    """Where a key belongs that stands in the wrong group, most often because of its indentation."""
    for name, field in model.model_fields.items():
        if any(key in inner.model_fields for inner in models_in(field.annotation)):
            return f"`{key}` gehört unter `{name}:`. Stimmt die Einrückung?"
    return ""


def _no_text(misfit: Misfit) -> Finding:
    value, written, path = misfit.details["input"], misfit.written, misfit.path
    if value is None and not written:
        return Finding("FORM07", path, "Die Angabe ist leer, hier gehört etwas hin (Text)")
    if value is None:
        return Finding("FORM04", path, f"`{written}` heißt in YAML „nichts“", _in_quotes(written))
    if isinstance(value, int | float):
        return Finding("FORM04", path, f"{_kind(value)} statt Text", _in_quotes(written))
    if isinstance(value, dict) and len(value) == 1:
        return _colon(misfit)
    return Finding("FORM03", path, f"{_kind(value)} statt Text", _as_one_text(misfit))


def _in_quotes(written: str) -> str:
    return f"In Anführungszeichen setzen: `{quoted(written)}`." if len(written) < 100 else ""


def _as_one_text(misfit: Misfit) -> str:
    if misfit.is_in_brackets:
        return quote_it(misfit.written) if "\n" not in misfit.written else ""
    if misfit.takes_paragraphs:
        return f"Hinter `{misfit.path[-1]}:` ein `|` setzen und alles darunter einrücken."
    return ""


def _no_list(misfit: Misfit) -> Finding:
    value = misfit.details["input"]
    if value is None:
        return Finding("FORM07", misfit.path, "Die Angabe ist leer, hier gehört etwas hin (Liste)")
    hint = "Jeden Eintrag in eine eigene Zeile schreiben, davor `- `."
    if misfit.written[:1] in ("|", ">"):
        hint = f"Das `{misfit.written[0]}` hinter `{misfit.path[-1]}:` löschen; jeder Eintrag beginnt mit `- `."
    mark = _MARK.match(value) if isinstance(value, str) else None
    if mark and not re.search(r"\s[•·▪‣–—]\s", value[mark.end() :]):
        hint = f"Vor den Eintrag gehört `-` mit einem Leerzeichen: `- {value[mark.end() :].strip()}`."
    if isinstance(value, dict) and value and not misfit.is_in_brackets:
        line = misfit.source.line(misfit.node.line).strip()
        hint = f"Jeder Eintrag beginnt mit `- `, seine anderen Schlüssel stehen unter dem ersten: `- {line}`."
    return Finding("FORM03", misfit.path, f"{_kind(value)} statt Liste", hint)


def _no_group(misfit: Misfit) -> Finding:
    value = misfit.details["input"]
    if value is None:
        return Finding("FORM07", misfit.path, "Die Angabe ist leer, hier gehört etwas hin (Gruppe von Schlüsseln)")
    hint = "Die Schlüssel eingerückt darunter schreiben."
    if isinstance(value, str) and (image := _IMAGE.fullmatch(value.strip())):
        hint = f"So schreiben: `{{kind: image, src: {image[0]}, alt: Was das Bild zeigt}}`."
        if "/" not in image[0]:
            hint = hint.replace("src: ", "src: images/")
    return Finding("FORM03", misfit.path, f"{_kind(value)} statt Gruppe von Schlüsseln", hint)


def _no_model(misfit: Misfit) -> Finding:
    shorthands = {kind.__name__ for kind in Shorthand.__subclasses__()}
    named = misfit.details.get("ctx", {}).get("class_name")
    return _no_text(misfit) if named in shorthands else _no_group(misfit)


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "Wahrheitswert"
    if isinstance(value, int | float):
        return "Zahl"
    if isinstance(value, str):
        return "Text"
    return "Liste" if isinstance(value, list | tuple) else "Gruppe von Schlüsseln"


def _colon(misfit: Misfit) -> Finding:
    message = "Der Doppelpunkt macht aus dem Text eine Gruppe von Schlüsseln"
    words, hint = _without_group(misfit)
    return Finding("FORM03", misfit.path, message, hint, words=words)


def _without_group(misfit: Misfit) -> tuple[str, str]:
    """What stands in the line of a text with a colon, where all of it is to be replaced, and how it is written."""
    node = misfit.node
    if misfit.source.mended.startswith("? ", node.start):
        text = misfit.source.mended[node.start :].splitlines()[0]
        return text, quote_it(text)
    [(name, key)] = node.keys.items()
    child = node.children[name]
    if isinstance(child.value, list) and not misfit.is_in_brackets:
        shorthand = model_at(misfit.model, misfit.details["loc"])
        if shorthand and "bullets" in shorthand.model_fields:
            return "", (
                f"Den Stichpunkt als `- text: {name}` schreiben, darunter `bullets:` in der Spalte von `text` "
                "und darunter die Unterpunkte."
            )
        return "", "Unterpunkte sind hier nicht möglich: alles in einen Satz schreiben, ohne Doppelpunkt."
    if misfit.is_in_brackets:
        return "", quote_it(misfit.written)
    if isinstance(child.value, dict):
        return "", "Den ganzen Text in Anführungszeichen setzen."
    end = child.end if child.end > child.start else misfit.source.mended.index(":", key.end) + 1
    text = misfit.source.mended[key.start : end]
    return text.partition("\n")[0], quote_it(text)


def _pattern(misfit: Misfit) -> Finding:
    value = misfit.details["input"]
    if SLUG not in misfit.details["ctx"]["pattern"]:
        return Finding("FORM07", misfit.path, "Der Text ist leer")
    slug = slugify(value[:80])
    hint = f"Zum Beispiel `{slug}`." if slug else ""
    message = f"„{shorten(value)}“ ist keine Kennung"
    rule = "Nur Kleinbuchstaben, Ziffern und einzelne Bindestriche."
    return Finding("FORM05", misfit.path, message, f"{rule} {hint}".strip())


def _too_long(misfit: Misfit) -> Finding:
    most = f"{misfit.details['ctx']['max_length']:,}".replace(",", ".")
    message = f"Der Text hat mehr als {most} Zeichen"
    return Finding("FORM05", misfit.path, message, "Kürzen: Ein ganzer Vortrag hat etwa 9.000 Zeichen.", at_key=True)


def _not_allowed(misfit: Misfit) -> Finding:
    details = misfit.details
    is_tag = details["type"] == "union_tag_invalid"
    words = re.findall(r"'([^']*)'", details["ctx"]["expected_tags" if is_tag else "expected"])
    value = str(details["ctx"]["tag"] if is_tag else details["input"])
    allowed = f"Möglich sind: {', '.join(f'`{word}`' for word in words)}."
    hint = f"{_by_german(value, misfit.field) or meant(value, words)} {allowed}".strip()
    path = (*misfit.path, "kind") if is_tag else misfit.path
    return Finding("FORM05", path, f"Der Wert „{shorten(value)}“ ist nicht erlaubt", hint)


def _by_german(value: str, field: FieldInfo | None) -> str:
    """Ask for the word whose German name was written, as the description of the field has it: `hard` (schwer)."""
    names = dict(re.findall(r"`(\w+)` \((\w+)\)", (field.description if field else None) or ""))
    german = {name.casefold(): word for word, name in names.items()}
    word = german.get(value.strip().casefold())
    return f"Meintest du `{word}`?" if word else ""


def _no_tag(misfit: Misfit) -> Finding:
    hint = "`kind:` ergänzen, zum Beispiel `kind: table`."
    return Finding("FORM02", (*misfit.path, "kind"), "Schlüssel `kind` fehlt", hint)


def _no_boolean(misfit: Misfit) -> Finding:
    said = str(misfit.details["input"]).strip().casefold()
    meant_by = "true" if said in _YES else "false" if said in _NO else ""
    hint = f"Ohne Anführungszeichen schreiben: `{meant_by}`." if meant_by else "`true` heißt ja, `false` heißt nein."
    return Finding("FORM03", misfit.path, "Hier gehört `true` oder `false` hin", hint)


def _no_number(misfit: Misfit) -> Finding:
    value = str(misfit.details["input"]).strip()
    number = re.fullmatch(r"([0-9]{1,6})\D{0,20}", value)
    hint = f"Als Zahl ohne Anführungszeichen schreiben, zum Beispiel `{number[1] if number else 7}`."
    return Finding("FORM03", misfit.path, "Hier gehört eine ganze Zahl ab 0 hin", hint)


def _no_duration(misfit: Misfit) -> Finding:
    value, written = misfit.details["input"], misfit.written
    if value is None and not written:
        return Finding("FORM06", misfit.path, "Die Zeitangabe ist leer")
    if isinstance(value, dict | list):
        return Finding("FORM06", misfit.path, f"{_kind(value)} statt einer Zeitangabe")
    text = value if isinstance(value, str) else written
    return Finding("FORM06", misfit.path, f"„{shorten(text)}“ ist keine Zeitangabe", _duration_hint(text))


_AROUND = re.compile(r"\(.*?\)|[„“”\"‚‘~≈]|\b(?:ca|circa|zirka|etwa|rund|je)\b\.?", re.IGNORECASE)
_FRACTIONS = {"½": ",5", "¼": ",25", "¾": ",75", " 1/2": ",5", " 1/4": ",25", " 3/4": ",75"}
_MINUTES_AND_SECONDS = re.compile(
    r"([0-9]{1,2})\s*(?:m|min\w*|['’′])\.?\s*(?:und\s*)?([0-5]?[0-9])\s*(?:s|sec\w*|sek\w*|['’′]{2}|″)?\.?",
    re.IGNORECASE,
)


def _bare_time(text: str) -> str:
    """A time without what stands around it, with decimals for fractions."""
    bare = f" {without_invisible(_AROUND.sub('', text)).strip()}"
    for fraction, decimals in _FRACTIONS.items():
        bare = bare.replace(fraction, decimals)
    return re.sub(r"^\s*,", "0,", bare.replace(" ,", ",")).strip()


def _duration_hint(text: str) -> str:
    """The time that was meant most likely: minutes where a small number stands alone, else seconds."""
    text = _bare_time(text)
    number = re.fullmatch(r"([0-9]{1,4})\s*(min|m|s|sec|sek)?\w*\.?", text, re.IGNORECASE)
    if number and 0 < int(number[1]) < _LONGEST_TALK:
        unit = (number[2] or ("min" if int(number[1]) < 10 else "s")).lower()
        minutes = unit.startswith("m")
        seconds = int(number[1]) * (60 if minutes else 1)
        unit = "Minute" if minutes else "Sekunde"
        several = "" if int(number[1]) == 1 else "n"
        return f'Meintest du {int(number[1])} {unit}{several}? Dann schreibe `"{Duration(seconds)}"`.'
    both = _MINUTES_AND_SECONDS.fullmatch(text)
    if both:
        return f'Meintest du `"{Duration(int(both[1]) * 60 + int(both[2]))}"`?'
    part = re.fullmatch(r"([0-9]{1,2})[.,](?:(5)|([0-9]|25|75)\s*min\w*\.?)(?:\s*min\w*\.?)?", text, re.IGNORECASE)
    if part:
        seconds = round(60 * float(f"{part[1]}.{part[2] or part[3]}"))
        return f'Meintest du `"{Duration(seconds)}"`?'
    clock = re.fullmatch(r"(?:0?0:)?([0-9]{1,2})[:.,;]([0-9]{1,2})\s*(?:min\w*\.?|Uhr|h)?", text, re.IGNORECASE)
    if clock and len(clock[2]) == 2 and int(clock[2]) >= 60:
        meant_by = Duration(int(clock[1]) * 60 + int(clock[2]))
        return f'Eine Minute hat 60 Sekunden. Meintest du `"{meant_by}"`?'
    if clock:
        seconds = int(clock[2]) * (10 if len(clock[2]) == 1 and ":" not in text else 1)
        return f'Meintest du `"{Duration(int(clock[1]) * 60 + seconds)}"`?'
    return ""


def _too_few(misfit: Misfit) -> Finding:
    least = misfit.details["ctx"]["min_length"]
    message = "Die Liste ist leer" if least == 1 else f"Hier werden mindestens {least} Einträge gebraucht"
    return Finding("FORM07", misfit.path, message)


def _unexpected(misfit: Misfit) -> Finding:
    return Finding("FORM03", misfit.path, "Dieser Wert passt hier nicht")


_EXPLANATIONS: dict[str, Callable[[Misfit], Finding]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "string_type": _no_text,
    "tuple_type": _no_list,
    "model_type": _no_model,
    "model_attributes_type": _no_group,
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
