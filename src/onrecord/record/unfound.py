"""Quotations held against the transcripts at hand: what is to be judged anew with an utterance, and what is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set

import sqlalchemy as sa

from onrecord.model import Spans
from onrecord.model.disagreement import Beside, Disagreement
from onrecord.model.utterance import Wording
from onrecord.record.chunks import AMONG, among, chunks, rows_among, singles
from onrecord.record.columns import unpacked_spans
from onrecord.record.schema import reading, report, report_text, utterance_member, wording
from onrecord.record.schema_across import disagreement, disagreement_reading
from onrecord.record.wordings import wording_of

Unfound = Callable[[str, Iterable[Wording], Iterable[Beside], str, Spans], Iterable[tuple[str, Disagreement]]]
_SAID = (
    sa.select(wording, utterance_member.c.utterance_id)
    .join(utterance_member, utterance_member.c.wording_id == wording.c.id)
    .where(among(wording.c.report_id))
)
_SHARING = (
    sa.select(wording.c.report_id)
    .distinct()
    .join(utterance_member, utterance_member.c.wording_id == wording.c.id)
    .where(among(utterance_member.c.utterance_id))
)
_quoting, _spoken = disagreement_reading.alias(), disagreement_reading.alias()
# In this order an omission has its two readings.
_TOLD = (
    sa.select(disagreement.c.id, _quoting.c.report_id.label("quoting"))
    .join(_quoting, (_quoting.c.disagreement_id == disagreement.c.id) & (_quoting.c.position == 0))
    .join(_spoken, (_spoken.c.disagreement_id == disagreement.c.id) & (_spoken.c.position == 1))
    .where(disagreement.c.kind == "omission", among(_spoken.c.report_id))
)
_DROPPED = sa.delete(disagreement).where(among(disagreement.c.id))
_PRIMARY = sa.select(report.c.id).where(among(report.c.id), report.c.is_primary)
_TEXTS = sa.select(report_text.c.report_id, report_text.c.text).where(among(report_text.c.report_id))
_PARAGRAPHS = sa.select(reading.c.report_id, reading.c.paragraphs).where(among(reading.c.report_id))


def transcripts(connection: sa.Connection, reports: Iterable[str]) -> set[str]:
    """The ids of those reports that are transcripts."""
    return set(singles(connection, _PRIMARY, sorted(reports)))


def forget_unfound(connection: sa.Connection, held: Iterable[str], near: Set[str]) -> None:
    """Drops what was told of these reports against these transcripts."""
    told = [row.id for row in rows_among(connection, _TOLD, sorted(held)) if row.quoting in near]
    for chunk in chunks(sorted(told)):
        connection.execute(_DROPPED, {AMONG: chunk})


def unfound(
    connection: sa.Connection, held: Set[str], near: Set[str], how: Unfound
) -> Iterator[tuple[str, list[Disagreement]]]:
    """By utterance, the quotations of these reports that the transcripts do not have, of which they have others.

    What is told of a report hangs on those of its own wordings alone that it has in common with the transcript, so that
    no others than those of which a wording was clustered anew need be held against it.
    """
    said = _said(connection, held)
    shared = {id for each in said.values() for id, _ in each}
    quoting = set(singles(connection, _SHARING, sorted(shared))) & near
    quoting -= transcripts(connection, quoting)
    said |= _said(connection, quoting)
    texts = {row.report_id: row.text for row in rows_among(connection, _TEXTS, sorted(held | quoting))}
    laid_out = {
        row.report_id: unpacked_spans(row.paragraphs) for row in rows_among(connection, _PARAGRAPHS, sorted(held))
    }
    found: dict[str, list[Disagreement]] = {}
    for transcript in sorted(held):
        spoken = dict(sorted(said[transcript], reverse=True))
        for one in sorted(quoting):
            beside = [Beside(id, words, spoken[id]) for id, words in said[one] if id in spoken]
            apart = [words for id, words in said[one] if id not in spoken]
            if beside:
                for id, each in how(texts[one], apart, beside, texts[transcript], laid_out[transcript]):
                    found.setdefault(id, []).append(each)
    yield from sorted(found.items())


def _said(connection: sa.Connection, reports: Set[str]) -> dict[str, list[tuple[str, Wording]]]:
    """The wordings of each of these reports, each with its utterance."""
    said: dict[str, list[tuple[str, Wording]]] = {id: [] for id in reports}
    for row in rows_among(connection, _SAID, sorted(reports)):
        said[row.report_id].append((row.utterance_id, wording_of(row)))
    return said
