"""Problems as a preview shows them, so that trainers see on the page what to mend."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generalprobe import addresses
from generalprobe.format.fields import SLUG
from generalprobe.format.wording import slugify
from generalprobe.pages.templating import block
from generalprobe.pages.text import page
from generalprobe.problems import Problem, excerpt


def problem_page(address: str, file: str, problems: Sequence[Problem]) -> str:
    """Render the page that stands in for that of a file which cannot be read."""
    return page(f"{file} hat Probleme", f"Was in {file} zu verbessern ist", [problem_notice(address, problems)])


def problem_notice(address: str, problems: Sequence[Problem]) -> str:
    """Render a list of problems for the page at an address."""
    shown = [(problem, _excerpt(problem)) for problem in problems]
    return block("problems", problems=shown, to_root=addresses.to_root(address))


def problem_notices(address: str, problems: Sequence[Problem]) -> list[str]:
    """The same as parts of a page: none where there is nothing to say."""
    return [problem_notice(address, problems)] if problems else []


def page_id(entry_id: str) -> str:
    """The part of the address for a file's page: its id, or something that cannot be another file's id."""
    return entry_id if re.fullmatch(SLUG, entry_id) else f"{slugify(entry_id) or 'datei'}--unbenannt"


def _excerpt(problem: Problem) -> tuple[str, str, str]:
    """The line's text before, in and after the place that is meant."""
    text, start, width = excerpt(problem)
    end = start + width
    return text[:start], text[start:end] or " ", text[end:]
