"""Who said the same thing: the wordings near a report's own, tied by what is passed in, and the utterances of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import sqlalchemy as sa

from onrecord.model import Reading, Span, Spans, envelope
from onrecord.model.jsonread import ACTOR_TYPES, KINDS, one_of
from onrecord.model.utterance import Tie, Utterance, Wording
from onrecord.record.chunks import AMONG, among, chunks, keep_keys, rows_among, singles
from onrecord.record.columns import packed_spans, unpacked_spans
from onrecord.record.driving import put, write
from onrecord.record.moving import Moves
from onrecord.record.nearness import Days, Index, both_known, days_between, days_indexed, indexed_days
from onrecord.record.rebuilding import reading_of_report
from onrecord.record.rows import ELLIPSIS
from onrecord.record.schema import collated, report, report_text, utterance, utterance_member
from onrecord.record.schema import reading as readings
from onrecord.record.schema import wording as wordings
from onrecord.record.schema import wording_key as keyed
from onrecord.record.schema import wording_tie as ties
from onrecord.record.showing import DbRow

PART = "utterances"
LINES = "\n"
KEYED = Index(keyed.c.key, keyed.c.last_day, keyed.c.wording_id)
_WORDINGS = sa.select(wordings).where(among(wordings.c.id)).order_by(wordings.c.id)
_KNOWN = sa.select(utterance.c.id).where(among(utterance.c.id))
_TIED_A, _TIED_B = sa.select(ties.c.b).where(among(ties.c.a)), sa.select(ties.c.a).where(among(ties.c.b))
_TIES = sa.select(ties).where(among(ties.c.a))
_EMPTIED = sa.delete(utterance_member).where(among(utterance_member.c.utterance_id))
_GONE = sa.delete(utterance).where(among(utterance.c.id))
_LEFT = sa.delete(utterance_member).where(among(utterance_member.c.wording_id))
_MEMBERS = sa.select(utterance_member).where(among(utterance_member.c.wording_id))


@dataclass(frozen=True, slots=True)
class Matching:
    """How wordings are matched, as `collating.utterances` does it. `key` changes when its verdicts may.

    Wordings more than `slack` days apart are never tied, nor such as have no key in common. `ties` takes new wordings
    and others; and by the ids of these the keys that each shares with a new one.
    """

    key: str
    split: Callable[[Reading, str, str | None], Sequence[Wording]]
    keys: Callable[[Wording], Sequence[int]]
    ties: Callable[[Iterable[Wording], Iterable[Wording], Mapping[str, Iterable[int]]], Sequence[Tie]]
    cluster: Callable[[Iterable[Wording], Iterable[Tie]], Sequence[Utterance]]
    slack: int


def forget(connection: sa.Connection, report_id: str, matching: Matching) -> set[str]:
    """Deletes the report's wordings; returns the others that were tied to them, to be clustered anew."""
    own = {one.id: one for one in _wordings(connection, wordings.c.report_id == report_id)}
    beside = _neighbours(connection, set(own)) - set(own)
    for one in own.values():
        for chunk in chunks(matching.keys(one)):
            gone = keyed.c.key.in_(chunk) & (keyed.c.last_day == _indexed_day(one)) & (keyed.c.wording_id == one.id)
            connection.execute(sa.delete(keyed).where(gone))
    _drop_members(connection, set(own))
    connection.execute(sa.delete(wordings).where(wordings.c.report_id == report_id))
    return beside


def gather(
    connection: sa.Connection,
    reading: Reading | None,
    text: str,
    published: str | None,
    matching: Matching,
    beside: set[str],
) -> set[str]:
    """Adds the reading's wordings, ties them to their neighbours, and clusters all that ties lead to.

    `beside` are wordings that lost a neighbour, and are clustered anew as well. Returns the ids of all reports of which
    a wording was clustered anew.
    """
    split = matching.split(reading, text, published) if reading else ()
    fresh = {one.id: one for one in split}
    found: Sequence[Tie] = ()
    near: list[Wording] = []
    if fresh:
        write(connection, wordings, [_columns(one) for one in fresh.values()])
        _insert_keys(connection, fresh.values(), matching)
        near, shared = _near(connection, list(fresh.values()), matching)
        alike = matching.ties(fresh.values(), near, shared)
        ends = {id for tie in alike for id in (tie.a, tie.b)} | set(fresh)
        moves = Moves.of(connection, {one.report for one in (*fresh.values(), *near) if one.id in ends})
        found = moves.applied(alike, fresh)
        if found:
            rows = [{"a": tie.a, "b": tie.b, "score": tie.score, "why": tie.why} for tie in found]
            write(connection, ties, rows)
    tied = {id for tie in found for id in (tie.a, tie.b)}
    _insert_alone(connection, [one for one in fresh.values() if one.id not in tied], matching)
    at_hand = fresh | {one.id: one for one in near if one.id in tied}
    return _cluster(connection, tied | beside, matching, at_hand) | {one.report for one in fresh.values()}


def _insert_keys(connection: sa.Connection, fresh: Iterable[Wording], matching: Matching) -> None:
    keep_keys(
        connection,
        keyed,
        [(key, day, one.id) for one in fresh for day in (_indexed_day(one),) for key in matching.keys(one)],
    )


def _insert_alone(connection: sa.Connection, fresh: Sequence[Wording], matching: Matching) -> None:
    """New wordings that nothing ties to others: most of them, and nothing need be asked for them."""
    if not fresh:
        return
    by_id = {one.id: one for one in fresh}
    clusters = matching.cluster(fresh, ())
    write(connection, utterance, [_utterance_columns(one, by_id) for one in clusters])
    write(connection, utterance_member, [row for one in clusters for row in _member_columns(one)])


def _member_columns(one: Utterance) -> Iterator[dict[str, object]]:
    for each in one.members:
        yield {"wording_id": each.wording, "utterance_id": one.id, "score": each.score, "why": each.why}


def _near(
    connection: sa.Connection, fresh: Sequence[Wording], matching: Matching
) -> tuple[list[Wording], dict[str, set[int]]]:
    """Wordings of other reports that share a key with one of these and may be of its days; and those keys, by id."""
    asked: dict[str, set[Days]] = {}
    shared: dict[str, set[int]] = {}
    for days, group in groupby(sorted(fresh, key=_days), key=_days):
        keys = sorted({key for one in group for key in matching.keys(one)})
        for key, id, told in KEYED.sharing(connection, keys, days, matching.slack):
            if days_between(_told(told), days) <= matching.slack:
                asked.setdefault(id, set()).add(days)
                shared.setdefault(id, set()).add(key)
    others = rows_among(connection, _WORDINGS, sorted(asked.keys() - {one.id for one in fresh}))
    return [wording_of(row) for row in others if _is_near(row, asked[row.id], matching.slack)], shared


def _is_near(row: DbRow, asked: Iterable[Days], slack: int) -> bool:
    """Whether a wording may be of any of these days; of one that took long the index does not tell."""
    return any(days_between((row.first_day, row.last_day), days) <= slack for days in asked)


_told = lru_cache(maxsize=4096)(days_indexed)


def _days(one: Wording) -> tuple[str, str]:
    """Between which days it was said, if both are told; pairs are judged one by one later."""
    return both_known((one.first, one.last))


def _indexed_day(one: Wording) -> str:
    return indexed_days((one.first, one.last))


def _cluster(
    connection: sa.Connection, touched: set[str], matching: Matching, at_hand: Mapping[str, Wording]
) -> set[str]:
    """Clusters all wordings that ties lead to from these, and writes only what changed; returns their reports' ids.

    Those `at_hand` need not be read again.
    """
    if not touched:
        return set()
    reached = _closure(connection, touched)
    whole = [at_hand[id] for id in reached if id in at_hand]
    whole += map(wording_of, rows_among(connection, _WORDINGS, sorted(reached - at_hand.keys())))
    clusters = matching.cluster(whole, _ties(connection, reached))
    old = {row.wording_id: row for row in _members(connection, reached)}
    days = {one.id: one for one in whole}
    known = set(singles(connection, _KNOWN, {one.id for one in clusters}))
    new = [_utterance_columns(one, days) for one in clusters if one.id not in known]
    if new:
        write(connection, utterance, new)
    rows = [row for one in clusters for row in _member_columns(one)]
    moved = [row for row in rows if (was := old.get(str(row["wording_id"]))) is None or dict(was._mapping) != row]
    _drop_members(connection, {str(row["wording_id"]) for row in moved}, but={one.id for one in clusters})
    if moved:
        write(connection, utterance_member, moved)
    return {one.report for one in whole}


def _closure(connection: sa.Connection, touched: set[str]) -> set[str]:
    reached, edge = set(touched), set(touched)
    while edge:
        edge = _neighbours(connection, edge) - reached
        reached |= edge
    return reached


def _neighbours(connection: sa.Connection, ids: set[str]) -> set[str]:
    return {*singles(connection, _TIED_A, ids), *singles(connection, _TIED_B, ids)}


def _ties(connection: sa.Connection, ids: set[str]) -> list[Tie]:
    """All ties among wordings of whole neighbourhoods."""
    return [Tie(row.score, row.a, row.b, row.why) for row in rows_among(connection, _TIES, sorted(ids))]


def _members(connection: sa.Connection, ids: set[str]) -> Iterator[DbRow]:
    return rows_among(connection, _MEMBERS, sorted(ids))


def _drop_members(connection: sa.Connection, ids: set[str], but: Iterable[str] = ()) -> None:
    """Takes wordings out of their utterances, and drops the utterances, except for those that are made anew.

    An utterance's id hashes its members, so one that loses a wording is no more.
    """
    stale = {row.utterance_id for row in _members(connection, ids)} - set(but)
    for chunk in chunks(sorted(stale)):
        put(connection, _EMPTIED, {AMONG: chunk})
        put(connection, _GONE, {AMONG: chunk})
    for chunk in chunks(sorted(ids)):
        put(connection, _LEFT, {AMONG: chunk})


def rebuild(connection: sa.Connection, matching: Matching) -> None:
    """Forgets all utterances and makes them anew, report by report."""
    for table in (utterance_member, utterance, ties, keyed, wordings):
        connection.execute(sa.delete(table))
    # What a report believes of its day by its siblings must not tie its words to theirs.
    own = sa.case((report.c.published_from == "siblings", readings.c.published), else_=report.c.published)
    query = sa.select(report.c.id, own.label("published"), report_text.c.text)
    query = query.join(readings, readings.c.report_id == report.c.id)
    query = query.join(report_text, report_text.c.report_id == report.c.id)
    for id in list(connection.scalars(sa.select(readings.c.report_id).order_by(readings.c.report_id))):
        row = connection.execute(query.where(report.c.id == id)).one()
        gather(connection, reading_of_report(connection, id), row.text, row.published, matching, set())
    connection.execute(sa.delete(collated).where(collated.c.part == PART))
    connection.execute(sa.insert(collated), {"part": PART, "key": matching.key})


def is_current(connection: sa.Connection, matching: Matching) -> bool:
    """Whether the utterances were matched in this way."""
    return connection.scalar(sa.select(collated.c.key).where(collated.c.part == PART)) == matching.key


def _wordings(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> Iterator[Wording]:
    return map(wording_of, connection.execute(sa.select(wordings).where(condition).order_by(wordings.c.id)))


def _columns(one: Wording) -> dict[str, object]:
    around = envelope(one.spans)
    return {
        "id": one.id,
        "statement_id": one.statement,
        "report_id": one.report,
        "starts": around.start,
        "ends": around.end,
        "text": ELLIPSIS.join(one.slices),
        "spans": packed_spans(one.spans),
        "kind": one.kind,
        "speaker": one.speaker,
        "speaker_type": one.speaker_type,
        "party": one.party,
        "first_day": one.first,
        "last_day": one.last,
        "dated": one.dated,
        "sure": one.sure,
        "does": LINES.join(sorted(one.does)),
        "seldom": " ".join(sorted(one.seldom)),
        "beside": " ".join(sorted(one.beside)),
    }


def _printed(row: DbRow) -> tuple[Spans, tuple[str, ...]]:
    """Where a wording stands, and its characters there; most are of one piece."""
    if row.spans.count("[") == len("[["):
        return (Span(row.starts, row.ends),), (row.text,)
    spans, slices, at = unpacked_spans(row.spans), list[str](), 0
    for span in spans:
        slices.append(row.text[at : at + span.end - span.start])
        at += span.end - span.start + len(ELLIPSIS)
    return spans, tuple(slices)


def wording_of(row: DbRow) -> Wording:
    spans, slices = _printed(row)
    return Wording(
        id=row.id,
        statement=row.statement_id,
        report=row.report_id,
        spans=spans,
        slices=slices,
        kind=one_of(row.kind, KINDS),
        speaker=row.speaker,
        speaker_type=None if row.speaker_type is None else one_of(row.speaker_type, ACTOR_TYPES),
        party=row.party,
        first=row.first_day,
        last=row.last_day,
        dated=row.dated,
        sure=row.sure,
        does=frozenset(row.does.split(LINES)) if row.does else frozenset(),
        seldom=frozenset(row.seldom.split()),
        beside=frozenset(row.beside.split()),
    )


def _utterance_columns(one: Utterance, wordings: dict[str, Wording]) -> dict[str, object]:
    said = [wordings[each.wording] for each in one.members]
    reports = len({each.report for each in said})
    told = [each for each in said if each.dated] or said
    return {
        "id": one.id,
        "base": one.base,
        "why": one.why,
        "wordings": len(said),
        "reports": reports,
        # What one report alone has needs no comparing.
        "compared": reports == 1,
        "first_day": max((each.first for each in told if each.first), default=None),
        "last_day": min((each.last for each in told if each.last), default=None),
    }
