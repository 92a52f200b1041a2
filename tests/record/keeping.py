"""Putting reports into a record as the pipeline does, without its workers."""

from __future__ import annotations

from onrecord.collating import actors
from onrecord.collating.utterances import clustering, judging, splitting
from onrecord.model import Report
from onrecord.pipeline import reading_key
from onrecord.record import Record
from onrecord.record.neighbours import Judging
from onrecord.record.saving import Read, Saved
from onrecord.record.wordings import Matching
from tests.record.fake import load

MATCHING = Matching("fake", splitting.wordings, judging.keys, judging.ties, clustering.cluster, judging.SLACK)
JUDGING = Judging("fake", actors.keys, actors.linked, actors.cluster, MATCHING)


def keep(record: Record, *reports: Report) -> list[Saved]:
    """Reads and saves each, again where it must be read again; says what became of it."""
    return [_keep(record, one) for one in reports]


def _keep(record: Record, given: Report) -> Saved:
    reader = load()
    known = record.known(given)
    if known.withdrawn is not None:
        return "withdrawn"
    key = reading_key(known.believed, reader.key)
    if known.key == key:
        return record.save(given, None, JUDGING)
    return record.save(given, Read(known.believed, reader(known.believed), key, reader.key), JUDGING)
