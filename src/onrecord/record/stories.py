"""Stories: each report beside the earlier one that it goes on with, kept in step with what is added and withdrawn."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa

from onrecord.model import Reading
from onrecord.model.edtf import bounds
from onrecord.model.story import Features, Follows, Placed
from onrecord.record.chunks import among, chunks, keep_keys, rows_among
from onrecord.record.driving import ask_first, ask_singles, put, write
from onrecord.record.rebuilding import reading_of_report
from onrecord.record.schema import reading, report, report_text
from onrecord.record.schema_across import story_key as keyed
from onrecord.record.schema_across import story_place as places
from onrecord.record.showing import DbRow

VAGUE = timedelta(days=3)
_PLACE = sa.select(places).where(places.c.report_id == sa.bindparam("report"))
_PLACED = (
    sa.select(places, report.c.outlet).join(report, report.c.id == places.c.report_id).where(among(places.c.report_id))
)
_PUBLISHED = sa.select(report.c.published).where(report.c.id == sa.bindparam("report"))
_SHARING = (
    sa.select(keyed.c.report_id)
    .where(keyed.c.key.in_(sa.bindparam("keys", expanding=True)), keyed.c.report_id != sa.bindparam("report"))
    .where(keyed.c.day >= sa.bindparam("first"), keyed.c.day <= sa.bindparam("last"))
    .group_by(keyed.c.report_id)
    .having(sa.func.count() >= sa.bindparam("shared"))
)
_MOVED = (
    sa.update(places)
    .where(places.c.report_id == sa.bindparam("of"))
    .values(parent=sa.bindparam("parent"), score=sa.bindparam("score"), why=sa.bindparam("why"))
)


@dataclass(frozen=True, slots=True)
class Grouping:
    """How reports are grouped into stories, as `collating.stories` does it.

    Reports more than `window` days apart, or with fewer than `shared` keys in common, never follow one another.
    """

    features: Callable[[Reading, str, str | None], Features]
    keys: Callable[[Features], Sequence[int]]
    follows: Callable[[Placed, Iterable[Placed]], Follows | None]
    window: int
    shared: int


def forget(connection: sa.Connection, report_id: str, grouping: Grouping) -> set[str]:
    """Takes the report out of its story; returns those that followed it, which are to be placed anew."""
    row = ask_first(connection, _PLACE, {"report": report_id})
    if row is None:
        return set()
    _drop_keys(connection, row, grouping)
    connection.execute(sa.delete(places).where(places.c.report_id == report_id))
    return set(connection.scalars(sa.select(places.c.report_id).where(places.c.parent == report_id)))


def place(
    connection: sa.Connection, reports: Mapping[str, Features | None], grouping: Grouping, *, anew: Iterable[str] = ()
) -> None:
    """Places these reports, each by its day as it is believed now, and whoever goes on with them.

    With each stands what it is about; null where that is as before. `anew` lost the report that they followed, and look
    for another.
    """
    again = set(anew)
    for id in sorted(reports):
        again |= _set_down(connection, id, reports[id], grouping)
    for own in _placed(connection, sorted(reports)).values():
        again |= _draw_on(connection, own, grouping)
    for own in _placed(connection, sorted(again | set(reports))).values():
        _follow(connection, own, grouping)


def _about(connection: sa.Connection, report_id: str, grouping: Grouping) -> Features:
    """What a report is about, by its stored reading."""
    query = sa.select(report.c.title, report_text.c.text).join(report_text, report_text.c.report_id == report.c.id)
    row = connection.execute(query.where(report.c.id == report_id)).one()
    read = reading_of_report(connection, report_id)
    return grouping.features(read, row.text, row.title) if read else ()


def _set_down(connection: sa.Connection, report_id: str, about: Features | None, grouping: Grouping) -> set[str]:
    """Writes what the report is about, and its day; returns those that followed it before."""
    if about is None:
        held = connection.scalar(sa.select(places.c.features).where(places.c.report_id == report_id))
        about = _features(held) if held is not None else _about(connection, report_id, grouping)
    left = forget(connection, report_id, grouping)
    day = _day(next(iter(ask_singles(connection, _PUBLISHED, {"report": report_id})), None))
    packed = json.dumps(about, separators=(",", ":"))
    write(connection, places, [{"report_id": report_id, "day": day, "features": packed}])
    keep_keys(connection, keyed, [(key, day, report_id) for key in grouping.keys(about)] if day else [])
    return left


def _day(published: str | None) -> str | None:
    """The first day on which the report may have appeared; null where that is vague."""
    known = bounds(published)
    if known is None or date.fromisoformat(known[1]) - date.fromisoformat(known[0]) > VAGUE:
        return None
    return known[0]


def _drop_keys(connection: sa.Connection, row: DbRow, grouping: Grouping) -> None:
    for key in grouping.keys(_features(row.features)) if row.day is not None else ():
        gone = (keyed.c.key == key) & (keyed.c.day == row.day) & (keyed.c.report_id == row.report_id)
        connection.execute(sa.delete(keyed).where(gone))


def _features(packed: str) -> Features:
    found: list[tuple[str, float]] = json.loads(packed)
    return tuple([(name, weight) for name, weight in found])


def _placed(connection: sa.Connection, ids: Iterable[str]) -> dict[str, Placed]:
    return {row.report_id: _place_of(row) for row in rows_among(connection, _PLACED, sorted(ids))}


def _place_of(row: DbRow) -> Placed:
    return Placed(row.report_id, row.day, row.outlet, _features(row.features))


def _near(
    connection: sa.Connection, one: Placed, grouping: Grouping, *, back: bool
) -> Iterator[tuple[Placed, float | None]]:
    """Reports that share enough keys with it, within the window before it (or behind it), itself left out; and how like
    each is to the one it follows, if any."""
    if one.day is None:
        return
    edge = _shifted(one.day, -grouping.window if back else grouping.window)
    first, last = (edge, one.day) if back else (one.day, edge)
    asked: dict[str, object] = {"keys": grouping.keys(one.features), "shared": grouping.shared}
    asked |= {"first": first, "last": last, "report": one.report}
    for row in rows_among(connection, _PLACED, sorted(ask_singles(connection, _SHARING, asked))):
        yield _place_of(row), row.score


def _shifted(day: str, days: int) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except OverflowError:
        return day


def _draw_on(connection: sa.Connection, own: Placed, grouping: Grouping) -> set[str]:
    """Lets later reports go on with this one that are more like it than the one they follow; returns those as like."""
    as_like: set[str] = set()
    for one, score in list(_near(connection, own, grouping, back=False)):
        step, held = grouping.follows(one, [own]), score or 0.0
        if step is not None and step.score == held:
            as_like.add(one.report)
        elif step is not None and step.score > held:
            _write(connection, one.report, step)
    return as_like


def _follow(connection: sa.Connection, own: Placed, grouping: Grouping) -> None:
    """Looks for the earlier report that this one goes on with."""
    before = [one for one, _ in _near(connection, own, grouping, back=True)]
    _write(connection, own.report, grouping.follows(own, before))


def _write(connection: sa.Connection, report_id: str, step: Follows | None) -> None:
    told = {"parent": step and step.report, "score": step and step.score, "why": step and step.why}
    put(connection, _MOVED, {"of": report_id, **told})


def rebuild(connection: sa.Connection, grouping: Grouping) -> None:
    """Forgets all stories and makes them anew."""
    for table in (keyed, places):
        connection.execute(sa.delete(table))
    ids = list(connection.scalars(sa.select(reading.c.report_id).order_by(reading.c.report_id)))
    for id in ids:
        _set_down(connection, id, None, grouping)
    for some in chunks(ids):
        for own in _placed(connection, some).values():
            _follow(connection, own, grouping)
