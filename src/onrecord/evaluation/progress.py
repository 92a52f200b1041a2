"""How far a long scoring is, told on standard error: some read hundreds of reports."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TextIO, TypeVar

TIMES = 10  # lines that are printed where no terminal shows one that changes
One = TypeVar("One")


def told(every: Sequence[One], what: str, to: TextIO | None = None) -> Iterator[One]:
    """Goes through them all; `what` they are stands behind the count ("120 of 410 reports")."""
    out = sys.stderr if to is None else to
    count, before, end = len(every), -1, "\r" if out.isatty() else "\n"
    for at, one in enumerate(every):
        tenths = TIMES * at // count
        if out.isatty() or tenths > before:
            print(f"{at} of {count} {what}", end=end, file=out, flush=True)
        before = tenths
        yield one
    if out.isatty():
        print(" " * len(f"{count} of {count} {what}"), end=end, file=out, flush=True)
