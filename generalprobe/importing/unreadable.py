"""Why a file cannot be read: the one thing that importers raise, a German sentence for whoever chose it."""

from __future__ import annotations


class Unreadable(Exception):
    """Its text is the sentence."""
