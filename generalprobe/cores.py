"""Work on many things at once, on all cores, where that is safe and pays."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

MANY = 200
"""Things from which on it pays to start processes: each learns anew what the others know already."""

_work: Callable[[Any], Any]
_things: Sequence[Any]


def on_all_cores(work: Callable[[T], R], things: Sequence[T]) -> list[R]:
    """What `work` makes of each thing, in their order; results are pickled, work and things need not be.

    The processes are forks, which inherit both. Where there is no safe fork, all is done here: on other systems than
    Linux, beside other threads.
    """
    global _work, _things
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    if cores == 1 or len(things) < MANY or threading.active_count() > 1:
        return [work(thing) for thing in things]
    from concurrent.futures import ProcessPoolExecutor  # takes long to load, and is rarely needed
    from multiprocessing import get_context

    _work, _things = work, things
    chunk = -(-len(things) // (4 * cores))
    with ProcessPoolExecutor(cores, get_context("fork")) as pool:
        return list(pool.map(_on_one, range(len(things)), chunksize=chunk))


def _on_one(index: int) -> Any:
    return _work(_things[index])
