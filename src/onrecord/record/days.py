"""Days that reports take from their siblings: a belief beside the reading, kept in step with what is near."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cache

import sqlalchemy as sa

from onrecord.model import Reading, Spans
from onrecord.model.dating import Shared, SiblingDay
from onrecord.model.edtf import bounds, day_of
from onrecord.record.chunks import AMONG, among, chunks
from onrecord.record.columns import packed_spans
from onrecord.record.driving import ask
from onrecord.record.parties import date_told
from onrecord.record.rebuilding import reading_of_report
from onrecord.record.schema import reading, report, report_text, sibling_day, statement, utterance_member, wording
from onrecord.record.schema import utterance as utterances
from onrecord.record.showing import DbRow

SIBLINGS = "siblings"
Derived = tuple[str, str | None, Spans]


@dataclass(frozen=True, slots=True)
class Dating:
    """How a report without a day is dated, as `collating.days` does it, and what follows for its statements.

    `derive` takes a reading, its text and a day of publication, and gives each statement's id, day and evidence.
    """

    from_siblings: Callable[[Iterable[Shared], str | None], SiblingDay | None]
    derive: Callable[[Reading, str, str], Sequence[Derived]]


def redate(connection: sa.Connection, reports: Iterable[str], dating: Dating) -> set[str]:
    """Judges anew when these were published, as far as nobody says and their own texts do not tell.

    Returns those of which something else is believed now. Only days of a report's own are passed on, never such as were
    taken from others: so no order of reports matters.
    """
    changed: set[str] = set()
    for chunk in chunks(sorted(set(reports))):
        for row in ask(connection, _undated(), {AMONG: chunk}):
            believed = None if day_of(row.own) else dating.from_siblings(_shared(connection, row.id), row.own)
            old = connection.execute(sa.select(sibling_day).where(sibling_day.c.report_id == row.id)).first()
            new = _columns(row.id, believed) if believed else None
            if new != (dict(old._mapping) if old else None):
                _write(connection, row, believed, dating)
                changed.add(row.id)
    return changed


@cache
def _undated() -> sa.Select[tuple[object, ...]]:
    """Reports whose day nobody gave, each with what its own text tells."""
    own, by = reading.c.published.label("own"), reading.c.published_from.label("by")
    query: sa.Select[tuple[object, ...]] = sa.select(report.c.id, own, by)
    query = query.join(reading, reading.c.report_id == report.c.id)
    nobody = report.c.published_from.is_(None) | report.c.published_from.in_(("text", SIBLINGS))
    return query.where(nobody, among(report.c.id)).order_by(report.c.id)


def _shared(connection: sa.Connection, report_id: str) -> Iterator[Shared]:
    """The utterances that the report shares with reports that have a day of their own."""
    mine, theirs, their_words = utterance_member.alias(), utterance_member.alias(), wording.alias()
    query = (
        sa.select(mine.c.utterance_id, report.c.id, report.c.published, mine.c.score, theirs.c.score.label("other"))
        .join(wording, wording.c.id == mine.c.wording_id)
        .join(utterances, (utterances.c.id == mine.c.utterance_id) & (utterances.c.reports > 1))
        .join(theirs, theirs.c.utterance_id == mine.c.utterance_id)
        .join(their_words, their_words.c.id == theirs.c.wording_id)
        .join(report, report.c.id == their_words.c.report_id)
        .where(wording.c.report_id == report_id, report.c.id != report_id)
        .where(report.c.published_first == report.c.published_last, report.c.published_from.is_distinct_from(SIBLINGS))
    )
    for row in connection.execute(query):
        yield Shared(row.utterance_id, row.id, row.published, min(row.score, row.other))


def _columns(report_id: str, believed: SiblingDay) -> dict[str, object]:
    return {
        "report_id": report_id,
        "published": believed.published,
        "rule": believed.rule,
        "score": believed.score,
        "why": believed.why,
        "evidence": json.dumps([asdict(one) for one in believed.evidence], separators=(",", ":")),
    }


def _write(connection: sa.Connection, row: DbRow, believed: SiblingDay | None, dating: Dating) -> None:
    connection.execute(sa.delete(sibling_day).where(sibling_day.c.report_id == row.id))
    _forget_derived(connection, row.id)
    published, by = (believed.published, SIBLINGS) if believed else (row.own, row.by)
    days = bounds(published)
    told = {
        "published": published,
        "published_from": by,
        "published_first": days and days[0],
        "published_last": days and days[1],
    }
    connection.execute(sa.update(report).where(report.c.id == row.id).values(told))
    date_told(connection, row.id, days and days[0])
    if believed is not None:
        connection.execute(sa.insert(sibling_day), _columns(row.id, believed))
        _derive(connection, row.id, believed.published, dating)


def _forget_derived(connection: sa.Connection, report_id: str) -> None:
    """Only statements that had no day as read ever got one."""
    derived = (statement.c.report_id == report_id) & statement.c.derived_on.is_not(None)
    nothing = dict.fromkeys(("derived_on", "derived_evidence", "said_first", "said_last"))
    connection.execute(sa.update(statement).where(derived).values(nothing))


def _derive(connection: sa.Connection, report_id: str, published: str, dating: Dating) -> None:
    read = reading_of_report(connection, report_id)
    text = connection.scalar(sa.select(report_text.c.text).where(report_text.c.report_id == report_id))
    if read is None or text is None:
        return
    undated = {one.id for one in read.statements if one.said_on is None}
    for id, said_on, evidence in dating.derive(read, text, published):
        days = bounds(said_on)
        if id in undated and said_on is not None and days is not None:
            told = {"derived_on": said_on, "derived_evidence": packed_spans(evidence)}
            told |= {"said_first": days[0], "said_last": days[1]}
            connection.execute(sa.update(statement).where(statement.c.id == id).values(told))
