"""A statement as collating takes it: whose it is, and the day it counts for."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Condition, Spans, Statement


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with what the record believes of it: its party, and the day it counts for (EDTF, or null).

    `conditions` are those of the statement, and those that stand inside it. `own` is whether the party speaks for
    itself: what another party tells of its view is no position of its own. `told` is whether the report tells the day,
    or it is only the day of the report. `parts` are its sentences, each with the utterance that it is a reading of.
    `strength` is as `collating.firmness` tells it. `text` is the whole
    report's, or empty where nobody gave it;
    `side` the speaker's party as the reports together tell it. `corrected` is whether a person mended the statement.
    """

    report: str
    statement: Statement
    party: str | None
    as_of: str | None
    conditions: tuple[Condition, ...] = ()
    own: bool = True
    told: bool = True
    parts: tuple[tuple[str, Spans], ...] = ()
    strength: int = 0
    text: str = ""
    side: str | None = None
    corrected: bool = False
