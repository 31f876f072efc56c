"""Diagrams: Mermaid's notation becomes shapes of SVG, in the colours of the site. Pure, and remembered.

::

    flowchart LR
      drucker[Drucker] -->|druckt nicht| rechner[Rechner]
"""

from generalprobe.drawing.cleaning import STRONG
from generalprobe.drawing.drawing import KINDS, Drawing, Fault, draw, know_drawn
from generalprobe.drawing.fences import fenced_diagrams

__all__ = ["KINDS", "STRONG", "Drawing", "Fault", "draw", "fenced_diagrams", "know_drawn"]
