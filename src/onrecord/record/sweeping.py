"""When Python looks for garbage: not while a report is being saved, and seldom where many are added."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

LYING = 100_000  # objects that were made and not dropped since the last search


@contextmanager
def swept_afterwards() -> Iterator[None]:
    """Lets garbage lie for so long: one report makes little, and each search goes through all that is kept of others.

    Not for what goes through the whole record.
    """
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


@contextmanager
def swept_seldom() -> Iterator[None]:
    """Lets more garbage lie between two searches, while reports are added one after the other.

    What is kept of other reports grows with them, and so does each search: with Python's own thresholds it is a tenth
    of the work.
    """
    before = gc.get_threshold()
    gc.set_threshold(max(before[0], LYING), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
