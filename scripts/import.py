"""Take over presentations and texts as drafts; never overwrite a file, and say what was lost."""

from __future__ import annotations

from generalprobe.command import run
from generalprobe.commands.import_files import main

if __name__ == "__main__":
    run(main)
