"""Templates compiled once: what Jinja makes of them is kept where Python keeps what it has made of modules."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import Environment, FileSystemLoader, Template

from generalprobe.memory import Memory


class Loader(FileSystemLoader):
    """Finds templates on the disk."""

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Template:
        """Load a template."""
        source, path, is_current = self.get_source(environment, name)
        code = _Compiled(environment, name, str(path), source.encode()).get_code(name)
        assert code
        return environment.template_class.from_code(environment, code, globals or {}, is_current)


class _Compiled(SourceFileLoader):
    """A template as Python loads a module: what was compiled is kept, if it can be, until something has changed.

    For Python it is a file beside this one, for a preview would take what is kept beside templates for a change.
    """

    def __init__(self, environment: Environment, name: str, file: str, source: bytes) -> None:
        super().__init__(name, str(Path(__file__).with_name(name.replace("/", "-"))))
        self._environment, self._file, self._source = environment, file, source

    def path_stats(self, path: str) -> Mapping[str, Any]:
        """In the place of a time a number that changes with the template, all code and all packages."""
        return {"mtime": int(Memory().key(self._source)[:8], 16), "size": len(self._source)}

    def get_data(self, path: str) -> bytes:
        """The template, or what was compiled."""
        return self._source if path == self.path else super().get_data(path)

    def source_to_code(self, data: Any, path: Any, **_: Any) -> CodeType:  # type: ignore[override]
        """Compile it."""
        return self._environment.compile(self._source.decode(), self.name, self._file)
