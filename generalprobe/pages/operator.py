"""What the law wants said and done: who runs the site, whose server it is, and how its reader deletes what it keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from generalprobe.pages.templating import block

REQUIRED = {
    "name": "Name",
    "street": "Straße und Hausnummer",
    "city": "Postleitzahl und Ort",
    "email": "E-Mail-Adresse",
}
"""What § 5 DDG wants of everybody, with its German name."""


@dataclass(frozen=True)
class Operator:
    """Who is responsible for the site; what is not set is empty."""

    name: str = ""
    represented_by: str = ""
    street: str = ""
    city: str = ""
    email: str = ""
    phone: str = ""
    register: str = ""
    vat_id: str = ""
    host: str = ""
    server_log: str = ""

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> Operator:
        """Take the details out of mkdocs.yml, whatever YAML has made of them."""
        names = [field.name for field in fields(cls)]
        return cls(**{name: _text(settings.get(name)) for name in names})

    @property
    def missing(self) -> list[str]:
        """The German names of what must be said and is not set."""
        return [label for name, label in REQUIRED.items() if not getattr(self, name)]


def unlike_text(settings: Mapping[str, Any]) -> list[str]:
    """The names of details that YAML took for something else than text, such as a telephone number for a number."""
    return [name for name, value in settings.items() if value is not None and not isinstance(value, str)]


def operator_part(operator: Operator, part: str) -> str:
    """Render a part of what must be said: `imprint`, `controller` or `hosting`."""
    return block(part, operator=operator)


def erasing() -> str:
    """Render the button that deletes what the site has stored on the device."""
    return block("erasing")


def offline_kept() -> str:
    """Render what of the site lies on the device, which the browser fills in."""
    return block("offline-kept")


def recordings() -> str:
    """Render the list of recordings on the device, which the browser fills in."""
    return block("recordings")


def _text(value: Any) -> str:
    return "" if value is None else str(value).strip()
