"""Quotations held against the transcripts at hand: what is to be judged anew with an utterance, and what is found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import sqlalchemy as sa

from onrecord.model import Spans
from onrecord.model.disagreement import Beside, Disagreement, Voiced
from onrecord.model.utterance import Wording
from onrecord.record.chunks import among, rows_among, singles
from onrecord.record.columns import unpacked_spans
from onrecord.record.schema import reading, report, report_text, utterance, utterance_member, wording
from onrecord.record.wordings import wording_of

Unfound = Callable[[str, Iterable[Wording], Iterable[Beside], str, Spans], Iterable[tuple[str, Disagreement]]]
_WITH = (
    sa.select(utterance_member.c.utterance_id)
    .distinct()
    .join(wording, wording.c.id == utterance_member.c.wording_id)
    .join(utterance, utterance.c.id == utterance_member.c.utterance_id)
    .where(among(wording.c.report_id), utterance.c.reports > 1)
)
_SAID = (
    sa.select(wording, utterance_member.c.utterance_id)
    .join(utterance_member, utterance_member.c.wording_id == wording.c.id)
    .where(among(wording.c.report_id))
)
_PRIMARY = sa.select(report.c.id).where(among(report.c.id), report.c.is_primary)
_TEXTS = sa.select(report_text.c.report_id, report_text.c.text).where(among(report_text.c.report_id))
_PARAGRAPHS = sa.select(reading.c.report_id, reading.c.paragraphs).where(among(reading.c.report_id))


def transcripts(connection: sa.Connection, reports: Iterable[str]) -> set[str]:
    """The ids of those reports that are transcripts."""
    return set(singles(connection, _PRIMARY, sorted(reports)))


def with_transcripts(connection: sa.Connection, ids: set[str]) -> set[str]:
    """All utterances that these transcripts have with another report.

    Next to which of them a quotation stands depends on all of them, so that all are judged anew together.
    """
    return set(singles(connection, _WITH, sorted(ids))) if ids else set()


def unfound(
    connection: sa.Connection, voiced: Iterable[Sequence[Voiced]], how: Unfound
) -> dict[str, list[Disagreement]]:
    """By utterance, the quotations of its reports that its transcript does not have."""
    pairs = {
        (one.words.report, other.words.report)
        for each in voiced
        for one in each
        for other in each
        if other.primary and not one.primary
    }
    reports = sorted({id for pair in pairs for id in pair})
    if not reports:
        return {}
    said: dict[str, list[tuple[str, Wording]]] = {id: [] for id in reports}
    for row in rows_among(connection, _SAID, reports):
        said[row.report_id].append((row.utterance_id, wording_of(row)))
    texts = {row.report_id: row.text for row in rows_among(connection, _TEXTS, reports)}
    laid_out = {row.report_id: unpacked_spans(row.paragraphs) for row in rows_among(connection, _PARAGRAPHS, reports)}
    found: dict[str, list[Disagreement]] = {}
    for quoting, transcript in sorted(pairs):
        spoken = dict(sorted(said[transcript], reverse=True))
        beside = [Beside(id, words, spoken[id]) for id, words in said[quoting] if id in spoken]
        apart = [words for id, words in said[quoting] if id not in spoken]
        for id, one in how(texts[quoting], apart, beside, texts[transcript], laid_out[transcript]):
            found.setdefault(id, []).append(one)
    return found
