"""A filter as SQL: which reports, which statements, in which order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import sqlalchemy as sa

from onrecord.model.edtf import bounds
from onrecord.record.folding import folded
from onrecord.record.rows import EVERYTHING, Filter
from onrecord.record.schema import (
    actor,
    actor_form,
    actor_member,
    reading,
    report,
    report_actor,
    report_text,
    sighting,
    statement,
    statement_issue,
    statement_speaker,
)
from onrecord.record.schema_across import party_held
from onrecord.record.schema_kept import JOINT
from onrecord.record.seams import Seam
from onrecord.record.trees import reports_of_story

Condition = sa.ColumnElement[bool]
Told = sa.ColumnElement[str] | sa.ColumnElement[str | None]

STATEMENTS = (
    statement.join(report, report.c.id == statement.c.report_id)
    .outerjoin(actor_member, actor_member.c.form_id == statement.c.speaker_id)
    .outerjoin(actor, actor.c.id == actor_member.c.actor_id)
)

# The day by which the speaker's party is told: when it was said, or else when it was printed.
DAY = sa.func.coalesce(statement.c.said_first, report.c.published_first)

# What a person judged overrides what the statement says; what other reports say of the speaker fills a gap, and
# overrules what the report only makes likely. Of who changed sides, by what was so that day. Nobody's party (null, as
# judged) is written as nothing meanwhile.
NOBODY = sa.literal_column("''", sa.Text)


def _whose(told: Told, form: sa.ColumnElement[str]) -> tuple[sa.Case[str], sa.Case[str]]:
    """The party of whoever goes by a form, where a report tells one (or null): for all days, and by the day."""
    only_likely = (
        sa.exists()
        .where(
            report_actor.c.form_id == form,
            report_actor.c.report_id == statement.c.report_id,
            report_actor.c.party_likely,
        )
        .correlate(statement, statement_speaker)
    )
    for_all_days = sa.case(
        (actor.c.party_judged, actor.c.party),
        (sa.and_(told != actor.c.party, only_likely), actor.c.party),
        else_=sa.func.coalesce(told, actor.c.party),
    )
    that_day = (
        sa.select(
            sa.case(
                (party_held.c.judged, sa.func.coalesce(party_held.c.party, NOBODY)),
                else_=sa.func.coalesce(told, party_held.c.party),
            )
        )
        .where(party_held.c.actor_id == actor.c.id, DAY.between(party_held.c.first_day, party_held.c.last_day))
        .correlate(actor, actor_form, statement, report)
        .scalar_subquery()
    )
    by_day = sa.func.nullif(sa.func.coalesce(that_day, for_all_days), NOBODY)
    return for_all_days, sa.case((actor.c.sides > 0, by_day), else_=for_all_days)


FOR_ALL_DAYS, PARTY = _whose(statement.c.party, statement.c.speaker_id)

# Those who speak together for no one party, each by itself: the words of "Velmora and Torland agreed" are of both.
TOGETHER = (
    statement_speaker.join(statement, statement.c.id == statement_speaker.c.statement_id)
    .join(report, report.c.id == statement.c.report_id)
    .join(actor_form, actor_form.c.id == statement_speaker.c.form_id)
    .outerjoin(actor_member, actor_member.c.form_id == actor_form.c.id)
    .outerjoin(actor, actor.c.id == actor_member.c.actor_id)
)
_, PARTY_OF_ONE = _whose(actor_form.c.party, statement_speaker.c.form_id)

BY_REPORT = (report.c.published_first.asc().nulls_first(), report.c.id, statement.c.ordinal)
BY_DAY = (statement.c.said_first, statement.c.said_last, *BY_REPORT)


def day(value: str, *, last: bool) -> str:
    """The first or last day of an EDTF value. Raises ValueError where it is none."""
    found = bounds(value)
    if found is None:
        raise ValueError(f"not a day: {value!r}; write 2025-03-13, 2025-03 or 2025")
    return found[1] if last else found[0]


def statement_conditions(connection: sa.Connection, seam: Seam, wanted: Filter) -> Iterator[Condition]:
    """What a statement must fulfil."""
    yield from report_conditions(connection, wanted)
    spoke = sa.select(statement_speaker.c.statement_id).join(
        actor_member, actor_member.c.form_id == statement_speaker.c.form_id
    )
    if wanted.speaker is not None:
        yield statement.c.id.in_(spoke.where(actor_member.c.actor_id.in_(actors_named(wanted.speaker))))
    if wanted.actor is not None:
        yield statement.c.id.in_(spoke.where(actor_member.c.actor_id == wanted.actor))
    if wanted.party is not None:
        names = parties_named(connection, wanted.party)
        together = statement.c.id.in_(_together_for(names))
        yield _may_be_for(names) | together
        yield PARTY.in_(names) | together
    if wanted.issue is not None:
        about = sa.select(statement_issue.c.statement_id).where(statement_issue.c.issue == wanted.issue)
        yield statement.c.id.in_(about)
    if wanted.since is not None:
        yield statement.c.said_last >= day(wanted.since, last=False)
    if wanted.begins is not None:
        yield statement.c.said_first >= day(wanted.begins, last=False)
    if wanted.until is not None:
        yield statement.c.said_first <= day(wanted.until, last=True)
    for column, value in (
        (statement.c.type, wanted.type),
        (statement.c.kind, wanted.kind),
        (statement.c.stance, wanted.stance),
    ):
        if value is not None:
            yield column == value
    if wanted.min_confidence is not None:
        yield statement.c.confidence >= wanted.min_confidence
    if wanted.min_speaker_confidence is not None:
        yield statement.c.speaker_confidence >= wanted.min_speaker_confidence
    if wanted.text is not None:
        yield seam.statement_words(wanted.text)


def _may_be_for(parties: list[str]) -> Condition:
    """Whether a statement can be for one of them at all: as indexes tell it, so that not all need be looked at."""
    believed = sa.select(actor_member.c.form_id).join(actor, actor.c.id == actor_member.c.actor_id)
    once = sa.select(actor_member.c.form_id).join(party_held, party_held.c.actor_id == actor_member.c.actor_id)
    return sa.or_(
        statement.c.party.in_(parties),
        statement.c.speaker_id.in_(believed.where(actor.c.party.in_(parties))),
        statement.c.speaker_id.in_(once.where(party_held.c.party.in_(parties))),
    )


def _together_for(parties: list[str]) -> sa.Select[tuple[str]]:
    """Statements of several together, one of whom speaks for one of these parties."""
    joint = sa.select(statement_speaker.c.statement_id).where(JOINT)
    query = sa.select(statement_speaker.c.statement_id).select_from(TOGETHER).correlate(None)
    return query.where(statement.c.id.in_(joint), statement.c.party.is_(None), PARTY_OF_ONE.in_(parties))


def report_conditions(connection: sa.Connection, wanted: Filter) -> Iterator[Condition]:
    """What a report must fulfil, whether for itself or for its statements."""
    if wanted.report is not None:
        yield report.c.id.in_(find(connection, wanted.report))
    if wanted.outlet is not None:
        yield _of_outlet(connection, wanted.outlet)
    if wanted.story is not None:
        yield report.c.id.in_(reports_of_story(wanted.story))


def among_the_first(wanted: Filter) -> Iterator[Condition]:
    """Of all statements, the first stand in as many reports at most: so that not all of them need be put in order."""
    if wanted.limit is None or replace(wanted, limit=None, offset=0) != EVERYTHING:
        return
    told = sa.select(report.c.id).join(reading, reading.c.report_id == report.c.id).where(reading.c.statements > 0)
    yield statement.c.report_id.in_(told.order_by(*BY_REPORT[:2]).limit(wanted.offset + wanted.limit))


def own_conditions(connection: sa.Connection, seam: Seam, wanted: Filter) -> Iterator[Condition]:
    """What a report must fulfil when reports are asked for: its day is when it was published, and what asks for
    statements asks for reports that have one."""
    yield from report_conditions(connection, wanted)
    if wanted.since is not None:
        yield report.c.published_last >= day(wanted.since, last=False)
    if wanted.until is not None:
        yield report.c.published_first <= day(wanted.until, last=True)
    if wanted.text is not None:
        with_words = sa.select(report_text.c.report_id).where(seam.report_words(wanted.text))
        yield report.c.id.in_(with_words)
    if asks_for_statements(wanted):
        fits = _only_statements(connection, seam, wanted)
        yield report.c.id.in_(sa.select(statement.c.report_id).select_from(STATEMENTS).where(*fits))


def asks_for_statements(wanted: Filter) -> bool:
    """Whether the filter names anything that only statements have."""
    told = (wanted.speaker, wanted.party, wanted.issue, wanted.type, wanted.kind, wanted.stance, wanted.min_confidence)
    return any(value is not None for value in (*told, wanted.min_speaker_confidence))


def _only_statements(connection: sa.Connection, seam: Seam, wanted: Filter) -> list[Condition]:
    plain = Filter(
        speaker=wanted.speaker,
        party=wanted.party,
        issue=wanted.issue,
        type=wanted.type,
        kind=wanted.kind,
        stance=wanted.stance,
        min_confidence=wanted.min_confidence,
        min_speaker_confidence=wanted.min_speaker_confidence,
    )
    return list(statement_conditions(connection, seam, plain))


def actors_named(name: str) -> sa.Select[tuple[str]]:
    """Ids of the actors of whose names, in any form, one has these words in a row."""
    words = folded(name)
    by_form = sa.select(actor_member.c.actor_id).join(actor_form, actor_form.c.id == actor_member.c.form_id)
    by_form = by_form.where(actor_form.c.folded.contains(words, autoescape=True))
    by_name = sa.select(actor.c.id).where(actor.c.folded.contains(words, autoescape=True))
    return sa.select(sa.union(by_form, by_name).subquery().c[0])


def forms_called(connection: sa.Connection, reference: str) -> dict[str, str]:
    """Forms of exactly this name or id, or of the actor that goes by it, each with its actor's id."""
    words = folded(reference)
    query = sa.select(actor_form.c.id, actor_member.c.actor_id)
    query = query.join(actor_member, actor_member.c.form_id == actor_form.c.id)
    printed = sa.or_(actor_form.c.id == reference, actor_form.c.folded == words)
    if found := connection.execute(query.where(printed)).all():
        return {row.id: row.actor_id for row in found}
    return {id: id for id in connection.scalars(sa.select(actor.c.id).where(actor.c.folded == words))}


def parties_named(connection: sa.Connection, name: str) -> list[str]:
    """Parties of exactly this name, or of an actor that some report calls so ("US" for "United States")."""
    words = folded(name)
    called = sa.select(actor.c.name).join(actor_member, actor_member.c.actor_id == actor.c.id)
    called = called.join(actor_form, actor_form.c.id == actor_member.c.form_id).where(actor_form.c.folded == words)
    found = set(connection.scalars(called))
    columns = (statement.c.party, actor.c.party, party_held.c.party)
    every = sa.union(*(sa.select(column).distinct() for column in columns))
    return sorted(found | {party for party in connection.scalars(every) if party and folded(party) == words})


def _of_outlet(connection: sa.Connection, name: str) -> Condition:
    """Outlets whose name has these words; a report whose outlet nobody names goes by its file's name."""
    words = folded(name)
    every = connection.scalars(sa.select(report.c.outlet).where(report.c.outlet.is_not(None)).distinct())
    named = report.c.outlet.in_([outlet for outlet in every if words in folded(outlet)])
    filed = sa.select(sighting.c.report_id).where(_is_file(name))
    return named | (report.c.outlet.is_(None) & report.c.id.in_(filed))


def _is_file(name: str) -> Condition:
    return (sighting.c.path == name) | sighting.c.path.endswith(f"/{name}", autoescape=True)


def find(connection: sa.Connection, reference: str) -> tuple[str, ...]:
    """Ids of the reports that an id, the start of one, or a path (or the end of one) names."""
    if not reference:
        return ()
    by_id = sa.select(report.c.id).where(report.c.id.startswith(reference, autoescape=True))
    found = list(connection.scalars(by_id.order_by(report.c.id))) if reference.startswith("report-") else []
    if not found:
        by_path = sa.select(sighting.c.report_id).distinct().where(_is_file(reference.removeprefix("./")))
        found = list(connection.scalars(by_path.order_by(sighting.c.report_id)))
    return tuple(found)
