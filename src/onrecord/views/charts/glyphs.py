"""A shape for each stance and for each way of reporting, told apart without colour."""

from __future__ import annotations

from typing import get_args

from onrecord.model import Stance
from onrecord.model.coverage import How
from onrecord.views.charts.svg import element

R = 5.5
# Where no stylesheet gives better ones: each stands out (3:1) on white and on near-black.
COLOURS = {
    "accepts": "#12905a",
    "accepts-conditionally": "#158896",
    "proposes": "#3d7fe0",
    "demands": "#9a63d0",
    "rejects": "#d94a4a",
    "threatens": "#c2601f",
    "accuses": "#a07414",
    "undecided": "#7b848f",
}
OTHER = "#7b848f"
STANCES: tuple[Stance, ...] = get_args(Stance)
HOWS: tuple[How, ...] = ("direct", "mixed", "indirect", "not at all")

_ROUND = f"M{-R} 0a{R} {R} 0 1 1 {2 * R} 0a{R} {R} 0 1 1 {-2 * R} 0z"
_HALF = f"M0 {-R}a{R} {R} 0 0 0 0 {2 * R}z"
_SQUARE = "M-5 -5H5V5H-5z"
_HALF_SQUARE = "M-5 -5H0V5H-5z"
_STANCES: dict[str, tuple[str, str]] = {
    # What is filled, and what is drawn as a line.
    "accepts": (_ROUND, ""),
    "accepts-conditionally": (_HALF, _ROUND),
    "proposes": ("", "M0 -6L6 5H-6z"),
    "demands": ("M0 -7L6.5 0L0 7L-6.5 0z", ""),
    "rejects": ("", "M-5 -5L5 5M5 -5L-5 5"),
    "threatens": ("M0 6L6 -5H-6z", ""),
    "accuses": ("M-1.6 3.4h3.2v3.2h-3.2z", "M0 -6.5V1.5"),
    "undecided": ("", _ROUND),
}
_HOWS: dict[str, tuple[str, str]] = {
    "direct": (_SQUARE, ""),
    "mixed": (_HALF_SQUARE, _SQUARE),
    "indirect": ("", _SQUARE),
    "not at all": ("", "M-4 0H4"),
}


def stance_glyph(stance: str | None, x: float, y: float) -> str:
    """The stance's shape around a place; a dot where there is none."""
    if stance is None:
        return element("circle", cx=x, cy=y, r=3, fill="currentColor", color=OTHER, class_="undecided")
    return _shape(_STANCES[stance], x, y, stance, COLOURS[stance], heavy=stance in ("rejects", "accuses"))


def event_glyph(x: float, y: float) -> str:
    """Something that happened: a bar, as on a calendar."""
    return _shape(("M-5 -3H5V3H-5z", "M-5 -6V6M5 -6V6"), x, y, "event", None, heavy=False)


def how_glyph(how: How, x: float, y: float) -> str:
    """How an outlet has an utterance: a full square in the speaker's words, an empty one in its own, a dash not."""
    return _shape(_HOWS[how], x, y, how.replace(" ", "-"), None, heavy=False)


def _shape(shape: tuple[str, str], x: float, y: float, name: str, colour: str | None, *, heavy: bool) -> str:
    filled, drawn = shape
    parts = [element("path", d=filled, fill="currentColor")] if filled else []
    if drawn:
        width = 2.4 if heavy else 1.6
        parts.append(element("path", d=drawn, fill="none", stroke="currentColor", stroke_width=width))
    return element("g", *parts, transform=f"translate({x:.1f} {y:.1f})", class_=name, color=colour)
