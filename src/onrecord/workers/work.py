"""What all workers have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

Tag = TypeVar("Tag")
T = TypeVar("T")
R = TypeVar("R")
T_contra = TypeVar("T_contra", contravariant=True)
R_co = TypeVar("R_co", covariant=True)

Make = Callable[[], Callable[[T], R]]


@dataclass(frozen=True, slots=True)
class Crash:
    """The function failed on one item, or the worker died of it; the others go on."""

    cause: str


class Workers(Protocol[T_contra, R_co]):
    """Several hands, or one."""

    def each(self, items: Iterable[tuple[Tag, T_contra | None]]) -> Iterator[tuple[Tag, R_co | Crash | None]]:
        """Takes no more items ahead than the hands can use, so that memory does not grow with their number."""

    def close(self) -> None:
        """Sends the hands home. Who is at work is stopped."""


def attempt(function: Callable[[T], R], item: T) -> R | Crash:
    """The one place where any fault at all is caught: a report that breaks the reader must not stop the others."""
    try:
        return function(item)
    except Exception as error:
        return Crash(f"{type(error).__name__}: {error}")
