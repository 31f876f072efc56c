"""Check case studies: the format, the limits of the exam, the time budget."""

from __future__ import annotations

from generalprobe.command import run
from generalprobe.commands.check import main

if __name__ == "__main__":
    run(main)
