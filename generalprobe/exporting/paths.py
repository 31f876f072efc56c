"""XPath and names of elements, made once: python-pptx makes each anew, thousands of times for a presentation.

A good part of the time of an export is saved by it; what is found is the same.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from lxml import etree
from pptx.oxml import ns, xmlchemy
from pptx.oxml.ns import _nsmap

qn = cache(ns.qn)
"""The name of an element as lxml has it, of one such as `a:p`."""


def compile_once() -> None:
    """Let python-pptx find elements by expressions and names that are there already."""
    xmlchemy.qn = qn  # type: ignore[attr-defined]
    xmlchemy.BaseOxmlElement.xpath = lambda self, xpath_str: _compiled(xpath_str)(self)  # type: ignore[method-assign]


@cache
def _compiled(expression: str) -> Any:
    return etree.XPath(expression, namespaces=_nsmap)
