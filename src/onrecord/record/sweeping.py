"""When Python looks for garbage: once for a report, not while it is being saved."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
