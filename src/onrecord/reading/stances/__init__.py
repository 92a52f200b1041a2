"""Stances: which issues a statement touches, and what it does on each."""

from onrecord.reading.stances.judged import Judged
from onrecord.reading.stances.judging import by_rules, judge, settle
from onrecord.reading.stances.network import Ear, Hear, Network, shipped_network
from onrecord.reading.stances.signals import find_signals
from onrecord.reading.stances.weights import Weights, shipped

__all__ = [
    "Ear",
    "Hear",
    "Judged",
    "Network",
    "Weights",
    "by_rules",
    "find_signals",
    "judge",
    "settle",
    "shipped",
    "shipped_network",
]
