"""JSON Schema of what trainers write, generated from the models, for the editors that complete and mark it."""

from __future__ import annotations

import json
from typing import Any

from generalprobe.models import CaseStudy, Exam, Model

SCHEMAS: dict[str, type[Model]] = {"case-study.schema.json": CaseStudy, "exam.schema.json": Exam}
"""File names below schema/ and the models they describe."""


def schema_files() -> dict[str, str]:
    """The text of every schema file by its name."""
    return {name: schema_text(model) for name, model in SCHEMAS.items()}


def schema_text(model: type[Model]) -> str:
    """The JSON Schema of a model as text."""
    schema = {"$schema": "http://json-schema.org/draft-07/schema#", **_tidy(model.model_json_schema())}
    text = json.dumps(schema, ensure_ascii=False, indent=2).replace("#/$defs/", "#/definitions/")
    return text.replace('"$defs"', '"definitions"', 1) + "\n"


def _tidy(schema: Any) -> Any:
    """Leave out what editors show but nobody needs: the titles that repeat the keys, the tags of unions."""
    if isinstance(schema, list):
        return [_tidy(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    left_out = {"discriminator"} | ({"title"} if isinstance(schema.get("title"), str) else set())
    return {key: _tidy(value) for key, value in schema.items() if key not in left_out}
