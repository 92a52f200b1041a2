"""Stances: which issues a statement touches, and what it does on each."""

from onrecord.reading.stances.judged import Judged
from onrecord.reading.stances.judging import judge
from onrecord.reading.stances.signals import find_signals

__all__ = ["Judged", "find_signals", "judge"]
