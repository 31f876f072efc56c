"""A talk's own file, as „Mein Vortrag“ saves it, as the outline of a talk.

`vortrag.generalprobe.zip` holds `vortrag.json` and the pictures below `bilder/`; `workshop/talk-file.mjs` writes it.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from generalprobe.format.case_study import AnyArtifact, Bullet, Focus, Image
from generalprobe.format.duration import Duration
from generalprobe.importing.archive import Archive
from generalprobe.importing.losses import losses_of
from generalprobe.importing.outline import Asked, Outline, OutlineSlide
from generalprobe.importing.plain_text import printable
from generalprobe.importing.unreadable import Unreadable

TALK = "vortrag.json"
_PICTURES = "bilder/"
_MOST_SLIDES, _LONGEST, _LONGEST_S = 300, 100_000, 5_999
_BROKEN = "Der Vortrag in der Datei ist beschädigt. Lass sie dir noch einmal geben."
_ARTIFACT: TypeAdapter[AnyArtifact] = TypeAdapter(AnyArtifact)
_LISTS = ("success_criteria", "risks")
_TEXTS = ("topic", "audience", "situation", "goal", "scope")


def import_talk_file(archive: Archive) -> Outline:
    """Read a talk's own file: what fits the shape of a talk is taken, and nothing else. Raises Unreadable."""
    talk = _talk(archive)
    said = talk.get("metadata")
    about = said if isinstance(said, dict) else {}
    metadata = {key: _text(about.get(key)) for key in _TEXTS} | {key: _texts(about.get(key)) for key in _LISTS}
    slides = _records(talk.get("slides"))[:_MOST_SLIDES]
    focus = talk.get("focus")
    names = [name for name in archive.names if name.startswith(_PICTURES)]
    return Outline(
        title=" ".join(_text(talk.get("title")).split()),
        summary=_text(talk.get("summary")),
        focus=focus if focus in get_args(Focus) else None,
        metadata={key: value for key, value in metadata.items() if value},
        slides=tuple(_slide(slide, number) for number, slide in enumerate(slides, start=1)),
        questions=tuple(map(_asked, _records(talk.get("questions")))),
        losses=tuple(losses_of("", ["hidden" for _ in _records(talk.get("hidden"))])),
        pictures={name.removeprefix(_PICTURES): data for name in names if (data := archive.read(name)) is not None},
    )


def _talk(archive: Archive) -> dict[str, Any]:
    with suppress(ValueError, RecursionError):
        said = json.loads(archive.read(TALK) or b"")
        if isinstance(said, dict) and isinstance(said.get("talk"), dict):
            talk: dict[str, Any] = said["talk"]
            return talk
    raise Unreadable(_BROKEN)


def _slide(slide: dict[str, Any], number: int) -> OutlineSlide:
    time_s, demo_s = (_seconds(slide.get(name)) for name in ("time_s", "demo_s"))
    return OutlineSlide(
        title=" ".join(_text(slide.get("title")).split()),
        headline=" ".join(_text(slide.get("headline")).split()),
        bullets=tuple(
            Bullet(text=text, bullets=_texts(each.get("bullets")))
            for each in _records(slide.get("bullets"))
            if (text := _text(each.get("text")).strip())
        ),
        artifact=_artifact(slide.get("artifact")),
        notes=_text(slide.get("notes")).strip(),
        time=Duration(time_s) if time_s else None,
        demo=Duration(demo_s),
        number=number,
    )


def _artifact(said: Any) -> AnyArtifact | None:
    """One that fits its shape, without what the browser draws of it."""
    if not isinstance(said, dict):
        return None
    fields = {key: value for key, value in said.items() if key != "drawing"}
    if fields.get("kind") == "image":
        return Image.model_construct(kind="image", src=_text(fields.get("src")), alt=_text(fields.get("alt")))
    try:
        return _ARTIFACT.validate_python(fields)
    except ValidationError:
        return None


def _asked(said: dict[str, Any]) -> Asked:
    return Asked(
        question=_text(said.get("question")).strip() or "[Was würden die Prüfer zu diesem Fall fragen?]",
        answer=_text(said.get("answer")).strip(),
        expects=_text(said.get("expects")).strip(),
        points=_texts(said.get("points")),
        about=_text(said.get("topic")),
    )


def _records(said: Any) -> list[dict[str, Any]]:
    return [each for each in said if isinstance(each, dict)] if isinstance(said, list) else []


def _text(said: Any) -> str:
    return printable(said[:_LONGEST]) if isinstance(said, str) else ""


def _texts(said: Any) -> tuple[str, ...]:
    texts = (_text(each).strip() for each in (said if isinstance(said, list) else ()))
    return tuple(filter(None, texts))


def _seconds(said: Any) -> int:
    is_number = isinstance(said, int | float) and not isinstance(said, bool) and 0 <= said <= _LONGEST_S
    return round(said) if is_number else 0
