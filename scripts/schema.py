"""Write the JSON Schemas of data/ to schema/, or say whether they are current."""

from __future__ import annotations

from pathlib import Path

from generalprobe.command import Parser, project_root, run
from generalprobe.schema import schema_files


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = Parser(prog="schema.py", description="Erzeugt die JSON-Schemas in schema/ aus den Modellen.")
    parser.add_argument("--check", action="store_true", help="nur prüfen, ob sie aktuell sind (sonst Ende mit 1)")
    options = parser.parse_args(arguments)
    root = project_root()
    stale = [name for name, text in schema_files().items() if _current(root / name) != text]
    if options.check:
        print(f"Veraltet: {', '.join(stale)}. `make schema` erzeugt sie neu." if stale else "Die Schemas sind aktuell.")
        return int(bool(stale))
    for name in stale:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(schema_files()[name], encoding="utf-8", newline="\n")
    print(f"Geschrieben: {', '.join(stale)}." if stale else "Die Schemas waren schon aktuell.")
    return 0


def _current(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


if __name__ == "__main__":
    run(main)
