"""Sentences that a person moved to another utterance, or out of all: no tie of ours holds them where they were.

Kept by the place of the sentence and of one that it belongs to, so that both are found again after a reading anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from onrecord.model import Judgement
from onrecord.model.utterance import JUDGED, Tie
from onrecord.record.columns import unpacked_spans
from onrecord.record.corrections import MOVE, meant
from onrecord.record.judging import judgements
from onrecord.record.schema import statement
from onrecord.record.schema import wording as wordings


@dataclass(frozen=True)
class Moves:
    """Each wording that was moved, with the tie to where it was moved; null where it stands apart from all."""

    to: Mapping[str, Tie | None]

    @classmethod
    def of(cls, connection: sa.Connection, reports: Collection[str]) -> Moves:
        """Those of reports out of which, or into which of these, something was moved; of wordings that are there.

        Of two words on one wording the later stands, wherever it leads to.
        """
        found: dict[str, Tie | None] = {}
        told = judgements(connection, (MOVE,))
        near = {one.subject for one in told if (one.value or "").partition(":")[0] in reports} | set(reports)
        for one in (each for each in told if each.subject in near):
            here = wording_at(connection, one.subject, one.object or "")
            if here is not None:
                found[here] = _tie(connection, here, one)
        return cls(found)

    def applied(self, ties: Sequence[Tie], fresh: Iterable[str]) -> Sequence[Tie]:
        """The ties without those of wordings that were moved, and with what people said of the fresh ones."""
        if not self.to:
            return ties
        new = set(fresh)
        told = {(tie.a, tie.b): tie for tie in sorted(filter(None, self.to.values()), reverse=True)}
        kept = [tie for tie in ties if tie.a not in self.to and tie.b not in self.to]
        return [*kept, *(tie for pair, tie in sorted(told.items()) if new & set(pair))]


def _tie(connection: sa.Connection, here: str, one: Judgement) -> Tie | None:
    report, _, place = (one.value or "").partition(":")
    there = wording_at(connection, report, place) if place else None
    if there is None or there == here:
        return None
    return Tie(1.0, min(here, there), max(here, there), f"{JUDGED}{one.judge}: {one.why}")


def wording_at(connection: sa.Connection, report: str, place: str) -> str | None:
    """The id of the wording at `content/sentence` of a report: of the statement there, the sentence there."""
    content, _, sentence = place.partition("/")
    query = sa.select(statement.c.id, statement.c.content).where(statement.c.report_id == report)
    id = meant(content, [(row.id, unpacked_spans(row.content)) for row in connection.execute(query)])
    if id is None:
        return None
    said = sa.select(wordings.c.id, wordings.c.spans).where(wordings.c.statement_id == id)
    return meant(sentence or content, [(row.id, unpacked_spans(row.spans)) for row in connection.execute(said)])
