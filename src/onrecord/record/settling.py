"""What is settled last, when it is known who is who and which words are the same: days from siblings, acts, stories."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import sqlalchemy as sa

from onrecord.model import Reading
from onrecord.model.story import Features
from onrecord.record import days, differing, stories
from onrecord.record.acts import keep_acts, keep_all_acts
from onrecord.record.chunks import rows_where
from onrecord.record.counting import count_actors, count_all
from onrecord.record.neighbours import Judging, collate
from onrecord.record.parties import settle_parties_of
from onrecord.record.schema import actor_form, collated, reading, report
from onrecord.record.versions import number_versions

PART = "stories"


def leave(connection: sa.Connection, report_id: str, judging: Judging) -> set[str]:
    """Takes a report out of what was settled, before its reading goes; returns those to be placed anew."""
    return stories.forget(connection, report_id, judging.grouping) if judging.grouping else set()


def settle(
    connection: sa.Connection,
    touched: Iterable[str],
    judging: Judging,
    *,
    fresh: Mapping[str, Features] | None = None,
    left: Iterable[str] = (),
) -> None:
    """Judges anew what hangs on these reports, whose words were matched anew.

    `fresh` ones were read, and come with what they are `about`; `left` followed one that went, in its story.
    """
    changed: set[str] = set()
    read = fresh or {}
    if judging.dating is not None:
        changed = days.redate(connection, {*touched, *read}, judging.dating)
        for url in set(rows_where(connection, sa.select(report.c.url), report.c.id, changed)):
            number_versions(connection, url)
        settle_parties_of(connection, changed, judging.sides)
    keep_acts(connection, {*read, *changed})
    if judging.grouping is not None:
        told: dict[str, Features | None] = {**dict.fromkeys(changed), **read}
        stories.place(connection, told, judging.grouping, anew=left)


def about(read: Reading, text: str, title: str | None, judging: Judging) -> dict[str, Features]:
    """What a report that was read is about, by its id."""
    return {read.report: judging.grouping.features(read, text, title) if judging.grouping else ()}


def settle_all(connection: sa.Connection, judging: Judging) -> None:
    """Judges everything anew."""
    if judging.dating is not None:
        every = list(connection.scalars(sa.select(reading.c.report_id)))
        days.redate(connection, every, judging.dating)
        for url in set(connection.scalars(sa.select(report.c.url))):
            number_versions(connection, url)
    settle_parties_of(connection, connection.scalars(sa.select(reading.c.report_id)).all(), judging.sides)
    keep_all_acts(connection)
    count_all(connection)
    if judging.grouping is not None:
        stories.rebuild(connection, judging.grouping)
    connection.execute(sa.delete(collated).where(collated.c.part == PART))
    connection.execute(sa.insert(collated), {"part": PART, "key": judging.key})


def who_is_who(connection: sa.Connection, judging: Judging, *ids: str | None) -> None:
    """Judges anew who is who around these forms."""
    known = sa.select(actor_form.c.id).where(actor_form.c.id.in_([id for id in ids if id]))
    forms = collate(connection, judging, fresh=set(connection.scalars(known)), left=set())
    count_actors(connection, forms)
    differing.compare_persons(connection, forms, judging.comparing)


def is_current(connection: sa.Connection, judging: Judging) -> bool:
    """Whether what is settled was settled in this way."""
    return connection.scalar(sa.select(collated.c.key).where(collated.c.part == PART)) == judging.key
