"""The engine that lays diagrams out: Pele, which mermaid-render brings along, run in an isolated JavaScript.

It gets no function of the machine: it cannot read, write or ask anything. Text is measured by the widest of the usual
typefaces, so that no label is wider than its box whatever typeface a reader has.
"""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import quickjs

MEMORY_BYTES = 64 * 1024 * 1024
MOST_LINKS = 100
"""How many arrows a diagram may have: laying them out takes ever longer, and no machine is to decide what is drawn."""
SECONDS = 1
"""How long one diagram may take at most; those of a slide take some milliseconds."""

_TABLE = Path(__file__).parent / "tables" / "widths.json"
_USUAL = 0.65
"""How wide a character is, in parts of the size of the type, that the table does not have."""
_WIDE = 1.0
"""The same for characters of East Asia and pictures."""

_SPACING = 28
"""How far boxes stand apart, in pixels: closer than usual, for then their letters are larger on a slide."""

_LAYOUT = """
function layOut(source) {
  const width = (text, size, style) => {
    const table = widths[style & 1];
    let sum = 0;
    const guess = (sign) => /\\p{Mark}/u.test(sign) ? 0 : sign.codePointAt(0) < 0x2e80 ? USUAL : WIDE;
    for (const sign of text) sum += table[sign] ?? guess(sign);
    return sum * size;
  };
  try {
    const config = { flowchart: { nodeSpacing: SPACING, rankSpacing: SPACING } };
    const model = pele.parse(source, { config });
    if ((model.edges ?? model.relations ?? []).length > MOST_LINKS) return JSON.stringify({ code: "too-large" });
    const options = { responsive: false, autoDirection: false, images: false, links: false, measurer: { width } };
    return JSON.stringify({ kind: model.type, ...pele.render(model, options) });
  } catch ({ code, line, message }) {
    return JSON.stringify({ code: String(code), line: Number(line) || 0, message: String(message) });
  }
}
"""

_of_thread = threading.local()


class NotLaidOut(Exception):
    """Why a source is no diagram: `code` is Pele's, `line` counts from 1 and is 0 where it is not known."""

    def __init__(self, code: str, line: int = 0, message: str = "") -> None:
        super().__init__(message)
        self.code, self.line, self.message = code, line, message


@dataclass(frozen=True, slots=True)
class Layout:
    """A diagram as Pele draws it, in pixels; its SVG is to be cleaned before it is shown."""

    kind: str
    svg: str
    width: float
    height: float


def lay_out(source: str) -> Layout:
    """Lay a diagram out. Raises NotLaidOut."""
    try:
        reply = json.loads(_context().eval(f"layOut({json.dumps(source)})"))
    except _library().JSException as error:
        _of_thread.context = None  # Out of time or memory: it may be left in the middle of something.
        raise NotLaidOut("too-large") from error
    if "svg" not in reply:
        raise NotLaidOut(**reply)
    return Layout(reply["kind"], reply["svg"], reply["width"], reply["height"])


def _library() -> ModuleType:
    """QuickJS, which starts a thread when it is imported; beside one no process forks (`cores.py`)."""
    return import_module("quickjs")


def _context() -> quickjs.Context:
    context: quickjs.Context | None = getattr(_of_thread, "context", None)
    if context is None:
        context = _of_thread.context = _fresh_context()
    return context


def _fresh_context() -> quickjs.Context:
    context = _library().Context()
    context.set_memory_limit(MEMORY_BYTES)
    context.eval(_program())
    context.set_time_limit(SECONDS)
    return context


@cache
def _program() -> str:
    constants = f"const widths = {json.dumps(_widths())}, USUAL = {_USUAL}, WIDE = {_WIDE}, MOST_LINKS = {MOST_LINKS}, "
    constants += f"SPACING = {_SPACING};"
    spec = find_spec("mermaid_render")
    folder = Path(spec.origin).parent if spec and spec.origin else Path()
    return "\n".join([(folder / "pele" / "pele.global.js").read_text(encoding="utf-8"), constants, _LAYOUT])


def _widths() -> list[dict[str, float]]:
    """The widths of characters in a regular and in a bold typeface."""
    table = json.loads(_TABLE.read_text(encoding="utf-8"))
    return [
        {character: int(width) / 1000 for width, characters in table[weight].items() for character in characters}
        for weight in ("regular", "bold")
    ]
