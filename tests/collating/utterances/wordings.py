"""Wordings for the tests, from a sentence and whatever else matters."""

from __future__ import annotations

from onrecord.collating.utterances.likeness import telling, words_of
from onrecord.model import ActorType, Kind, Span, identity
from onrecord.model.utterance import Wording


def wording(
    text: str,
    *,
    speaker: str | None = "Ilmar Voss",
    party: str | None = "Keldavia",
    day: str | None = "2024-09-12",
    last: str | None = None,
    report: str = "a",
    kind: Kind = "direct",
    speaker_type: ActorType = "person",
    dated: bool = True,
    sure: float = 1.0,
    beside: str = "",
) -> Wording:
    """`beside` are words next to it; its own stand nowhere else in its report."""
    statement = identity("statement", report, text, speaker, day, last, kind)
    return Wording(
        id=identity("wording", statement),
        statement=statement,
        report=report,
        spans=(Span(0, len(text)),),
        slices=(text,),
        kind=kind,
        speaker=speaker,
        speaker_type=speaker_type if speaker else None,
        party=party,
        first=day,
        last=last or day,
        dated=dated,
        sure=sure,
        seldom=frozenset(telling(words_of((text,)))),
        beside=frozenset(beside.split()),
    )
