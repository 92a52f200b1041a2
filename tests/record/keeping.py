"""Putting reports into a record as the pipeline does, without its workers."""

from __future__ import annotations

from typing import Protocol

from onrecord.collating import actors, days, sides, stories
from onrecord.collating.utterances import clustering, judging, splitting
from onrecord.model import Reading, Report, Span, Spans
from onrecord.pipeline import reading_key, side_by_side
from onrecord.record import Record
from onrecord.record.bare import Bare
from onrecord.record.days import Dating
from onrecord.record.neighbours import Judging
from onrecord.record.saving import Read, Saved
from onrecord.record.stories import Grouping
from onrecord.record.wordings import Matching
from tests.record.fake import load

MATCHING = Matching("fake", splitting.wordings, judging.keys, judging.ties, clustering.cluster, judging.SLACK)


class Reader(Protocol):
    """What reads, under a key that changes when its readings may."""

    @property
    def key(self) -> str: ...

    def __call__(self, report: Report) -> Reading: ...


def derive(reading: Reading, text: str, published: str) -> list[tuple[str, str | None, Spans]]:
    """All of a report's words were said on its day; the evidence is its first character."""
    return [(one.id, published, (Span(0, 1),)) for one in reading.statements]


DATING = Dating(days.from_siblings, derive)
GROUPING = Grouping(stories.features, stories.keys, stories.follows, stories.WINDOW, stories.SHARED_KEYS)
JUDGING = Judging(
    "fake",
    actors.keys,
    actors.linked,
    actors.cluster,
    MATCHING,
    dating=DATING,
    grouping=GROUPING,
    comparing=side_by_side(),
    sides=sides.sides,
    sought=actors.sought,
    bare=Bare(actors.is_bare, actors.may_mean, actors.enough, actors.decided),
)


def keep(record: Record, *reports: Report, reader: Reader | None = None) -> list[Saved]:
    """Reads and saves each, again where it must be read again; says what became of it."""
    return [_keep(record, one, reader or load()) for one in reports]


def _keep(record: Record, given: Report, reader: Reader) -> Saved:
    known = record.known(given)
    if known.withdrawn is not None:
        return "withdrawn"
    key = reading_key(known.believed, reader.key)
    if known.key == key:
        return record.save(given, None, JUDGING)
    return record.save(given, Read(known.believed, reader(known.believed), key, reader.key), JUDGING)
