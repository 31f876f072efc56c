"""The kinds of values that all formats share, and what every model of them has in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    SerializerFunctionWrapHandler,
    StrictInt,
    StringConstraints,
    model_serializer,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

SLUG = "[a-z0-9]+(-[a-z0-9]+)*"
"""A regular expression, without anchors."""


def _whole(value: Any) -> Any:
    """Take `7.0` for 7, as JSON Schema and with it every editor does."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


LONGEST_PROSE = 20_000
"""Characters; twice as many as a whole talk has. Longer texts are mistakes, and slow to estimate."""

_SAYS_SOMETHING = StringConstraints(pattern=r"[^ \t\r\n]")


@dataclass(frozen=True)
class Written:
    """How a text is written: `plain`, in `inline` Markdown, or as `prose`."""

    how: str


Text = Annotated[str, _SAYS_SOMETHING, Written("plain")]
"""Plain text, shown as written."""
Verbatim = Annotated[str, _SAYS_SOMETHING]
"""Text in another language: code, the source of a diagram, a path."""
Inline = Annotated[str, _SAYS_SOMETHING, Written("inline")]
"""Inline Markdown: emphasis, code, links."""
OptionalInline = Annotated[str, Written("inline")]
"""The same, or nothing."""
Prose = Annotated[str, StringConstraints(pattern=r"[^ \t\r\n]", max_length=LONGEST_PROSE), Written("prose")]
"""Markdown paragraphs and lists."""
OptionalProse = Annotated[str, StringConstraints(max_length=LONGEST_PROSE), Written("prose")]
"""The same, or nothing."""
Slug = Annotated[str, StringConstraints(pattern=f"^{SLUG}$")]
"""Lower-case letters, digits and single hyphens: part of an address."""
OptionalSlug = Annotated[str, StringConstraints(pattern=f"^$|^{SLUG}$")]
CardName = Annotated[str, StringConstraints(pattern=f"^({SLUG}/)?{SLUG}$")]
"""The id of a question in the same file, or `file/id`."""
OptionalSlugPath = Annotated[str, StringConstraints(pattern=f"^$|^{SLUG}(/{SLUG})*$")]
"""The path of a page, or nothing."""
Count = Annotated[StrictInt, Field(ge=0), BeforeValidator(_whole)]
"""A number from 0."""


class Model(BaseModel):
    """Frozen, knows no keys but its own, and converts nothing silently."""

    # Most models are a part of others: what validates them is built for those that are asked to.
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, defer_build=True)


class Shorthand(Model):
    """A group that is written as its `text` alone where it says nothing else."""

    text: Inline

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        if isinstance(value, dict) and len(value) == 1 and not value.keys() & cls.model_fields.keys():
            raise PydanticCustomError("colon", "a colon made a mapping of a text")
        return {"text": value} if isinstance(value, str) else value

    @model_serializer(mode="wrap")
    def _to_text(self, handler: SerializerFunctionWrapHandler) -> Any:
        says_more = any(getattr(self, name) for name in type(self).model_fields if name != "text")
        return handler(self) if says_more else self.text

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        as_group = handler.resolve_ref_schema(handler(schema))
        text = as_group["properties"]["text"]
        return {"description": cls.__doc__, "anyOf": [{"type": "string", "pattern": text["pattern"]}, as_group]}
