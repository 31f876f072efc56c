"""Write the template of exported presentations, generalprobe/exporting/templates/vorlage.pptx, anew."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # Run as a file, it would not find its neighbours.

from generalprobe.command import Parser, run
from generalprobe.exporting.template.package import template

ROOT = Path(__file__).resolve().parent.parent
TEMPLATE = ROOT / "generalprobe" / "exporting" / "templates" / "vorlage.pptx"


def main(arguments: list[str] | None = None) -> int:
    """Write the template to its place."""
    Parser(prog="pptx_template.py", description="Schreibt die Vorlage der Präsentationen neu.").parse_args(arguments)
    TEMPLATE.write_bytes(template())
    print(f"Geschrieben: {TEMPLATE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    run(main)
