"""The small network that tells whether a stance that was read is one: three layers of a sentence encoder.

It sees no name, only that there is one, and of what kind. `python -m training.positions.network` makes it;
docs/models/positions.md is its card.
"""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.reading.bearing.views import View
from onrecord.reading.models import key_of, opened

FILE = Path(__file__).parent / "model" / "bearing.onnx"
# What a reader may say of a stance: right, arguable, or what is wrong with it.
VERDICTS = ("right", "arguable", "issue", "stance", "party", "none")
WORTH = np.array([1.0, 0.5, 0.0, 0.0, 0.0, 0.0], np.float32)

Floats = npt.NDArray[np.float32]


class Network:
    """Judges one view at a time, on one thread: deterministic, whatever else was judged before."""

    def __init__(self, file: Path = FILE) -> None:
        self._file = file
        self._session = opened(file)

    @cached_property
    def key(self) -> str:
        """A hash of the weights, which a reading's key takes in."""
        return key_of(self._file)

    def __call__(self, view: View) -> float:
        """How likely it is that a reader finds the stance right, 0..1; what is arguable counts half."""
        shown = {"ids": view.ids[None], "parts": view.parts[None], "marks": view.marks[None]}
        chances: Floats = self._session.run(None, shown)[0][0]
        return float(np.exp(chances) @ WORTH)


@cache
def shipped() -> Network:
    """The network that ships in the package."""
    return Network()
