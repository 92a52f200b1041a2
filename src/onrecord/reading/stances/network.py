"""The small network that hears what a statement does: layers of a sentence encoder, trained on labelled statements.

It sees no name, only that there is one, and of what kind. Its opinion is mixed with that of the weights; neither alone
is as good. `python -m training.stances.network` makes it; docs/models/stances.md is its card.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, cached_property
from pathlib import Path
from typing import Protocol

from onrecord.model import Statement
from onrecord.reading.attribution.tagger import Tagged
from onrecord.reading.models import key_of, opened
from onrecord.reading.stances.views import View, Viewer
from onrecord.reading.stances.weights import Floats

FILE = Path(__file__).parent / "model" / "stances.onnx"
Hear = Callable[[Statement], Floats | None]


class Ear(Protocol):
    """Hears what the statements of a page do."""

    @property
    def key(self) -> str: ...

    def on(self, tagged: Tagged) -> Hear: ...


class Network:
    """Judges one view at a time, on one thread: deterministic, whatever else was judged before."""

    def __init__(self, file: Path = FILE) -> None:
        self._file = file
        self._session = opened(file)

    @cached_property
    def key(self) -> str:
        """A hash of the weights, which a reading's key takes in."""
        return key_of(self._file)

    def __call__(self, view: View) -> Floats:
        """The log-chance of each of `CHOICES`: [9]."""
        told: Floats = self._session.run(None, {"ids": view.ids[None], "parts": view.parts[None]})[0][0]
        return told

    def on(self, tagged: Tagged) -> Hear:
        """What it hears in the statements of one page; null where none of a statement's words was tagged."""
        viewer = cache(lambda: Viewer(tagged))

        def hear(statement: Statement) -> Floats | None:
            view = viewer()(statement)
            return None if view is None else self(view)

        return hear


@cache
def shipped_network() -> Network:
    """The network that ships in the package."""
    return Network()
