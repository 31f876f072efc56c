"""What pages and scripts share: the names that templates give to elements, in `data-…`, for scripts to find.

`docs/javascripts/base/names.mjs` says the same for the scripts, and the table of parts stands in `generalprobe.mjs`;
a test holds them equal. Looks are classes, which no script reads.
"""

from __future__ import annotations

_PARTS = """
case-read catalogue checklists dialogue erasing examining marking-sheet matrix-drill menu mock-exam my-plan my-topic
offline-kept overview printing quiz read-mark recordings rehearsed scheme screen search short-test speaking-rate stage
standing start taking tiles toc today topic-ideas workshop
"""
PARTS = frozenset(_PARTS.split())
"""What may stand in `data-part`, several with a space between: what a script brings to life."""

_NAMES = """
accepted advice ahead anew answer ask calendar cancel card cards case certainty chart clear clock close close-all
contents core count current damaged damaged-said date difficulty disclosure drawing erase exam exam-form example exams
expects export feedback file filter finder fit-from focus fold follow forget-damaged forget-reset formerly found
glossary head how-far import install keeping kept kind label last lift longest next no-terms none notice offline
open-all outcome outlook persistence place plain plans points practise predicted print query rate read rehearsed
reminder reset reset-said rest results right root round rows said sample save-damaged search-open segment settings
several shortest silent solution some speaker speech-model spoken stage-said status step steps sum table tags tells
text ticks toggle topic topics total trouble typed undated undo undo-reset unsaid value watch way weak weak-actions
weak-list weak-said week weeks what-when where why with without words worse
"""
NAMES = frozenset(_NAMES.split())
"""Every other `data-…`: places that scripts fill or listen to, and what an element says of itself."""
