"""Durations as trainers write them: ``"1:30"`` is a minute and a half."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

PATTERN = "^[0-9]{1,2}:[0-5][0-9]$"
_MATCH = re.compile(r"([0-9]{1,2}):([0-5][0-9])")


class Duration(int):
    """A whole number of seconds, written ``m:ss``; negative when two are subtracted and the second is longer."""

    @classmethod
    def parse(cls, text: str) -> Duration:
        """Read ``m:ss`` or ``mm:ss`` (0:00 to 99:59); raise ValueError on anything else."""
        return _parsed(text)

    @classmethod
    def total(cls, durations: Iterable[int]) -> Duration:
        """Add up durations; none make 0:00."""
        return cls(sum(durations))

    def __add__(self, other: int) -> Duration:
        return Duration(int(self) + other)

    def __sub__(self, other: int) -> Duration:
        return Duration(int(self) - other)

    def __str__(self) -> str:
        minutes, seconds = divmod(abs(self), 60)
        sign = "−" if self < 0 else ""
        return f"{sign}{minutes}:{seconds:02}"

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __repr__(self) -> str:
        return f"Duration({str(self)!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _validate, serialization=core_schema.plain_serializer_function_ser_schema(str)
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "pattern": PATTERN}


@lru_cache(maxsize=1024)
def _parsed(text: str) -> Duration:
    match = _MATCH.fullmatch(text)
    if match is None:
        raise ValueError(f"not a duration (m:ss): {text!r}")
    return Duration(int(match[1]) * 60 + int(match[2]))


def _validate(value: object) -> Duration:
    if isinstance(value, Duration):
        return value
    if isinstance(value, str):
        with suppress(ValueError):
            return _parsed(value)
    raise PydanticCustomError("duration", "not a duration (m:ss)")
