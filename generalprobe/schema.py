"""JSON Schema, generated from the models.

Of what trainers write, for the editors that complete, explain and mark it; and of what the browser gets.
"""

from __future__ import annotations

import json
from typing import Any

from generalprobe.format.duration import PATTERN
from generalprobe.format.fields import SLUG, Model
from generalprobe.format.kinds import KINDS
from generalprobe.published import PUBLISHED
from generalprobe.rules import RULES


def schema_files() -> dict[str, str]:
    """The text of every schema by its file, seen from the root of the project."""
    written = {kind.schema_file: schema_text(kind.model) for kind in KINDS}
    published = {f"schema/published/{name}.schema.json": _published(model) for name, model in PUBLISHED.items()}
    return written | published


def schema_text(model: type[Model]) -> str:
    """The JSON Schema of a model as text."""
    return _text(_tidy(model.model_json_schema()))


def _published(model: type[Model]) -> str:
    """The same of what the browser gets: nothing is left out there, and durations are seconds."""
    return _text(_in_seconds(_tidy(model.model_json_schema(mode="serialization"))))


def _in_seconds(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_in_seconds(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("pattern") != PATTERN:
        return {
            key: _in_seconds(value) for key, value in schema.items() if key not in ("default", "patternErrorMessage")
        }
    return {"type": "integer", "minimum": 0, "description": schema.get("description", "")}


def _text(schema: dict[str, Any]) -> str:
    schema = {"$schema": "http://json-schema.org/draft-07/schema#", **schema}
    text = json.dumps(schema, ensure_ascii=False, indent=2).replace("#/$defs/", "#/definitions/")
    return text.replace('"$defs"', '"definitions"', 1) + "\n"


def _tidy(schema: Any) -> Any:
    """Leave out what would disturb in an editor, add what only editors read."""
    if isinstance(schema, list):
        return [_tidy(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: _tidy(value) for key, value in schema.items() if not _disturbs(key, value)} | _for_editors(schema)


def _disturbs(key: str, value: Any) -> bool:
    """Whether it repeats the key (title), tags a union, or would be typed in the author's place (empty default)."""
    return key == "discriminator" or (key == "title" and isinstance(value, str)) or (key == "default" and not value)


def _for_editors(schema: dict[str, Any]) -> dict[str, str]:
    """What only the YAML extension reads: Markdown descriptions, and German words instead of a regular expression."""
    extra = {}
    if isinstance(description := schema.get("description"), str) and "`" in description:
        extra["markdownDescription"] = description
    if isinstance(pattern := schema.get("pattern"), str):
        extra["patternErrorMessage"] = _explained(pattern)
    return extra


def _explained(pattern: str) -> str:
    if SLUG in pattern:
        return "Das ist keine Kennung: nur Kleinbuchstaben, Ziffern und einzelne Bindestriche."
    rule = RULES["FORM06" if pattern == PATTERN else "FORM07"]
    return f"{rule.title}. {rule.cure}"
