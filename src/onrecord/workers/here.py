"""One worker: this process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Generic

from onrecord.workers.work import Crash, Make, R, T, Tag, attempt


class Here(Generic[T, R]):
    """Does the work where it is asked for, one item after the other."""

    def __init__(self, make: Make[T, R]) -> None:
        self._make = make

    @cached_property
    def _function(self) -> Callable[[T], R]:
        return self._make()

    def each(self, items: Iterable[tuple[Tag, T | None]]) -> Iterator[tuple[Tag, R | Crash | None]]:
        for tag, item in items:
            yield tag, None if item is None else attempt(self._function, item)

    def close(self) -> None:
        """There is nobody to send home."""
