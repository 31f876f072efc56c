"""The handbook's references: nothing is missing, every link leads somewhere."""

from __future__ import annotations

import re
from importlib import import_module

from pydantic import BaseModel
from reading import Reader, convert

from generalprobe.format.html import plain
from generalprobe.format.kinds import KINDS
from generalprobe.pages import format_reference, rules_reference
from generalprobe.rules import RULES


def test_format_reference_names_every_key_with_its_description() -> None:
    text = Reader(convert(format_reference())).text
    for model in set().union(*map(every_model, (kind.model for kind in KINDS))):
        assert plain((model.__doc__ or "").strip()) in text
        for name, field in model.model_fields.items():
            assert name in text
            assert plain(field.description or "") in text


def test_format_reference_leads_from_each_group_to_its_section() -> None:
    shown = Reader(convert(format_reference()))
    links = {attributes["href"] for tag, attributes in shown.elements if tag == "a"}
    sections = {f"#{attributes['id']}" for tag, attributes in shown.elements if "id" in attributes}
    assert "#fallstudie-slides-artifact-placeholder" in links
    assert links <= sections


def every_model(model: type[BaseModel]) -> set[type[BaseModel]]:
    found = {model}
    for field in model.model_fields.values():
        for module, inner in re.findall(r"(generalprobe\.[\w.]+)\.(\w+)", repr(field.annotation)):
            inner_model = getattr(import_module(module), inner)
            found |= every_model(inner_model) if issubclass(inner_model, BaseModel) else set()
    return found


def test_rules_reference_explains_every_code_under_its_address() -> None:
    shown = Reader(convert(rules_reference()))
    ids = {attributes.get("id") for tag, attributes in shown.elements if tag == "h3"}
    assert ids == {code.lower() for code in RULES}
    for rule in RULES.values():
        assert plain(rule.cure) in shown.text
