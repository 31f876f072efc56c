"""Write the generated pages to a folder, for a site generator that does not run MkDocs' hooks."""

from __future__ import annotations

import os
from pathlib import Path

from generalprobe.checking.project import check_project
from generalprobe.command import Parser, project_root, refuse, run
from generalprobe.pages import data_files, render_site
from generalprobe.reading.loading import load_project
from generalprobe.reports import errors_in


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return its exit code."""
    options = _parser().parse_args(arguments)
    project = load_project(project_root())
    problems = check_project(project)
    if not options.drafts and (hindered := errors_in(problems)):
        return refuse(hindered, code=1)
    edit_url = os.environ.get("GENERALPROBE_EDIT_URL", "")
    shown, told = (project, problems) if options.drafts else (project.published(), [])
    pages = render_site(shown, problems=told, edit_url=edit_url)
    files = {path: file.render() for path, file in data_files(shown).items()}
    for path, text in {**pages, **files}.items():
        target = options.out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    print(f"{len(pages)} Seiten in {options.out} geschrieben.")
    return 0


def _parser() -> Parser:
    parser = Parser(prog="pages.py", description="Schreibt die erzeugten Seiten als Markdown in einen Ordner.")
    parser.add_argument(
        "--out",
        type=Path,
        metavar="ORDNER",
        default=project_root() / "build" / "docs",
        help="Ordner (Vorgabe: build/docs)",
    )
    parser.add_argument("--drafts", action="store_true", help="auch Entwürfe und Seiten für unlesbare Dateien")
    return parser


if __name__ == "__main__":
    run(main)
