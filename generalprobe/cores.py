"""Work on many things at once, on all cores, where that is safe and pays."""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any, BinaryIO, TypeVar

T = TypeVar("T")
R = TypeVar("R")

MANY = 200
"""Things from which on it pays to start processes: each learns anew what the others know already."""


def on_all_cores(work: Callable[[T], R], things: Sequence[T]) -> list[R]:
    """What `work` makes of each thing, in their order; results are pickled, work and things need not be.

    This process does its share; the others are forks, which inherit work and things. Where there is no safe fork, all
    is done here: on other systems than Linux, beside other threads.
    """
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    if cores == 1 or len(things) < MANY or threading.active_count() > 1:
        return [work(thing) for thing in things]
    own, *others = (things[first::cores] for first in range(cores))
    with ExitStack() as beside:
        answers = [beside.enter_context(_working(work, share)) for share in others]
        done = [[work(thing) for thing in own], *map(_answered, answers)]
    return [done[place % cores][place // cores] for place in range(len(things))]


@contextmanager
def _working(work: Callable[[T], R], things: Sequence[T]) -> Iterator[BinaryIO]:
    """A fork that works and writes its results, or what went wrong, into what is returned."""
    reading, writing = os.pipe()
    fork = os.fork()
    if not fork:
        try:
            os.close(reading)
            with os.fdopen(writing, "wb") as answer:
                pickle.dump(_tried(work, things), answer, pickle.HIGHEST_PROTOCOL)
        finally:
            os._exit(0)  # nothing of what this process was about to do is for its fork
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as answer:
            yield answer
    finally:
        os.waitpid(fork, 0)


def _tried(work: Callable[[T], R], things: Sequence[T]) -> list[R] | BaseException:
    try:
        return [work(thing) for thing in things]
    except BaseException as error:
        return error


def _answered(answer: BinaryIO) -> list[Any]:
    """The results of a fork. Raises what it raised; EOFError where it was ended."""
    found: list[Any] | BaseException = pickle.load(answer)
    if isinstance(found, BaseException):
        raise found
    return found
