"""Which statements are needed to tell where parties stand: kept by issue and day, and asked for by party."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

import sqlalchemy as sa

from onrecord.model.sides import HeldParty
from onrecord.record.chunks import AMONG, among, chunks, rows_among, rows_where
from onrecord.record.columns import Columns, stances_of
from onrecord.record.driving import ask, put, write
from onrecord.record.parties import held_by_day, party_on
from onrecord.record.schema import (
    actor,
    actor_form,
    actor_member,
    collated,
    report,
    statement,
    statement_speaker,
    utterance,
    utterance_member,
    wording,
)
from onrecord.record.schema_standing import act
from onrecord.record.showing import DbRow

PART = "acts"
# Days before and after the latest words of a kind that may bear on what is in force. An answer may be contradicted
# within a week, and by what another report tells a few days off; an offer and a demand may be told for each other.
ANSWERS = frozenset({"accepts", "accepts-conditionally", "rejects", "undecided"})
WANTS = frozenset({"proposes", "demands"})
OTHERS = frozenset({"threatens", "accuses"})
AROUND_ANSWERS, AROUND_WANTS, AROUND_OTHERS = (18, 11), (18, 4), (4, 4)
AROUND_PROPOSALS = 8
RANGES = 100  # in one question
_GROUP = (act.c.issue, act.c.stance)


def keep_acts(connection: sa.Connection, reports: Iterable[str]) -> None:
    """Writes anew what the statements of these reports do."""
    for chunk in chunks(sorted(set(reports))):
        put(connection, _DROPPED, {AMONG: chunk})
        rows = ask(connection, _STATED_THERE, {AMONG: chunk})
        several = _together(connection, [row.id for row in rows if row.party is None])
        write(connection, act, [columns for row in rows for columns in _acts(row, several.get(row.id))])


def keep_all_acts(connection: sa.Connection) -> None:
    """Writes all of them anew, and marks that they are there."""
    keep_acts(connection, connection.scalars(sa.select(statement.c.report_id).distinct()).all())
    connection.execute(sa.delete(collated).where(collated.c.part == PART))
    connection.execute(sa.insert(collated), {"part": PART, "key": PART})


def are_kept(connection: sa.Connection) -> bool:
    """Whether they are there; an upgraded record has them from the next time that anybody writes to it."""
    return connection.scalar(sa.select(collated.c.key).where(collated.c.part == PART)) is not None


_STATED: sa.Select[tuple[object, ...]] = (
    sa.select(
        statement.c.id,
        statement.c.report_id,
        statement.c.party,
        statement.c.speaker_id,
        statement.c.stance,
        statement.c.issues,
        statement.c.stances,
        statement.c.confidence,
        sa.func.coalesce(statement.c.said_first, report.c.published_first, "").label("first_day"),
    )
    .join(report, report.c.id == statement.c.report_id)
    .where(statement.c.stance.is_not(None))
)


_STATED_THERE = _STATED.where(among(statement.c.report_id))
_DROPPED = sa.delete(act).where(among(act.c.report_id))
_SPEAKERS = (
    sa.select(statement_speaker.c.statement_id, statement_speaker.c.form_id, actor_form.c.party)
    .join(actor_form, actor_form.c.id == statement_speaker.c.form_id)
    .where(among(statement_speaker.c.statement_id))
    .order_by(statement_speaker.c.statement_id, statement_speaker.c.position)
)
Whose = tuple[str | None, str | None]


def _together(connection: sa.Connection, statements: Sequence[str]) -> dict[str, list[Whose]]:
    """Of these statements for no one party those of several speakers: each of them, with its party."""
    found: dict[str, list[Whose]] = defaultdict(list)
    for row in rows_among(connection, _SPEAKERS, statements):
        found[row.statement_id].append((row.party, row.form_id))
    return {id: several for id, several in found.items() if len(several) > 1}


def _acts(row: DbRow, several: Sequence[Whose] | None) -> Iterator[Columns]:
    alone: Sequence[Whose] = [(row.party, row.speaker_id)]
    held_by = ((held, whose) for held in stances_of(row) for whose in several or alone)
    for ordinal, (held, (party, speaker)) in enumerate(held_by):
        if held.issue is not None:
            yield {
                "statement_id": row.id,
                "ordinal": ordinal,
                "report_id": row.report_id,
                "party": party,
                "speaker_id": speaker,
                "issue": held.issue,
                "stance": held.stance,
                "proposal": held.proposal,
                "first_day": row.first_day,
            }


@dataclass(frozen=True)
class Sides:
    """Whose acts are whose: what a person judged of a speaker's party overrides what the statement says, and what other
    reports say of the speaker fills a gap. `by_day` are speakers who changed sides, each with the days of each."""

    parties: dict[str, str]
    judged: frozenset[str]
    by_day: dict[str, tuple[HeldParty, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, connection: sa.Connection) -> Sides:
        """Speakers of whom the record believes a party that some statement of theirs does not tell."""
        unsaid = sa.select(act.c.speaker_id).distinct().where(act.c.party.is_(None), act.c.speaker_id.is_not(None))
        whose = sa.select(actor_member.c.form_id, actor.c.party, actor.c.party_judged)
        whose = whose.join(actor, actor.c.id == actor_member.c.actor_id).where(actor.c.party.is_not(None))
        rows = list(connection.execute(whose.where(actor.c.party_judged)))
        for chunk in chunks(connection.scalars(unsaid).all()):
            rows += connection.execute(whose.where(actor_member.c.form_id.in_(chunk)))
        judged = frozenset(row.form_id for row in rows if row.party_judged)
        return cls({row.form_id: row.party for row in rows}, judged, _by_day(connection))

    def speakers(self, party: str) -> list[str]:
        return sorted(form for form, other in self.parties.items() if other == party and form not in self.by_day)

    def unsaid(self, speaker: str, day: str) -> str | None:
        """The party of what a speaker did on a day, where the statement tells none."""
        held = party_on(self.by_day.get(speaker, ()), day)
        return held.party if held is not None else self.parties.get(speaker)

    @property
    def overridden(self) -> list[str]:
        """Speakers of whom a person judged, so that what their statements tell does not always stand."""
        return sorted(self.judged | {form for form, held in self.by_day.items() if any(one.judged for one in held)})


def _by_day(connection: sa.Connection) -> dict[str, tuple[HeldParty, ...]]:
    """Forms of actors who changed sides, with the days of each."""
    changed = connection.execute(
        sa.select(actor_member.c.form_id, actor.c.id)
        .join(actor, actor.c.id == actor_member.c.actor_id)
        .where(actor.c.sides > 0)
    ).all()
    held: dict[str, list[HeldParty]] = defaultdict(list)
    for chunk in chunks(sorted({row.id for row in changed})):
        for id, one in held_by_day(connection, chunk):
            held[id].append(one)
    return {row.form_id: tuple(held[row.id]) for row in changed}


def most_heard(connection: sa.Connection, sides: Sides, last: str, most: int) -> list[str]:
    """The parties with most acts up to a day."""
    count = Counter[str]()
    up_to = act.c.first_day <= last
    query = sa.select(act.c.party, sa.func.count().label("acts")).where(act.c.party.is_not(None), up_to)
    for row in connection.execute(query.group_by(act.c.party)):
        count[row.party] += row.acts
    query = sa.select(act.c.speaker_id, sa.func.count().label("acts")).where(act.c.party.is_(None), up_to)
    for row in connection.execute(query.where(act.c.speaker_id.is_not(None)).group_by(act.c.speaker_id)):
        if row.speaker_id in sides.by_day:
            days = sa.select(act.c.first_day).where(act.c.party.is_(None), up_to, act.c.speaker_id == row.speaker_id)
            count.update(filter(None, (sides.unsaid(row.speaker_id, day) for day in connection.scalars(days))))
        elif row.speaker_id in sides.parties:
            count[sides.parties[row.speaker_id]] += row.acts
    return sorted(count, key=lambda party: (-count[party], party))[:most]


def acting_for(
    connection: sa.Connection, sides: Sides, parties: Sequence[str] | None, issue: str | None, last: str | None
) -> set[str]:
    """Ids of the statements that tell where these parties (or all) stand on this issue (or any).

    `last` is a day: then only those that may bear on what is in force that day.
    """
    if parties is None and last is None:
        return _of_any_party(connection, sides, issue)
    if parties is None:
        parties = _every_party(connection, sides)
    found: set[str] = set()
    for party in parties:
        whose = _whose(sides, party)
        asked = [*([act.c.issue == issue] if issue is not None else [])]
        if last is None:
            for side in whose:
                found |= set(connection.scalars(sa.select(act.c.statement_id).where(side, *asked)))
        else:
            found |= _bearing(connection, whose, asked, last)
    return found


def begins_lately(
    connection: sa.Connection, sides: Sides, parties: Sequence[str] | None, issue: str | None, until: str, most: int
) -> str | None:
    """The day from which on these parties (or all) did about so much on this issue (or any); null where it is all."""
    days = Counter[str]()
    for asked in _asked(sides, parties, issue):
        query = sa.select(act.c.first_day, sa.func.count().label("acts")).where(*asked, act.c.first_day <= until)
        for row in connection.execute(query.group_by(act.c.first_day)):
            days[row.first_day] += row.acts
    count = 0
    for day in sorted(days, reverse=True):
        count += days[day]
        if count > most:
            return day or None
    return None


def acting_between(
    connection: sa.Connection, sides: Sides, parties: Sequence[str] | None, issue: str | None, since: str, until: str
) -> set[str]:
    """Ids of the statements by which these parties (or all) did something on this issue (or any) in these days."""
    then = (act.c.first_day >= since, act.c.first_day <= until)
    return {
        id
        for asked in _asked(sides, parties, issue)
        for id in connection.scalars(sa.select(act.c.statement_id).where(*asked, *then))
    }


def acting_on_proposals(connection: sa.Connection, sides: Sides) -> set[str]:
    """Ids of the statements that answer a proposal, and of those that may bear on how: of the same side on the same
    issue within days, and readings of the same words."""
    query = sa.select(act.c.statement_id, act.c.party, act.c.speaker_id, act.c.issue, act.c.first_day)
    on_one = connection.execute(query.where(act.c.proposal.is_not(None))).all()
    days: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in on_one:
        for party in filter(None, (row.party, sides.parties.get(row.speaker_id))):
            days[party, row.issue].add(row.first_day)
    found = {row.statement_id for row in on_one}
    near = sa.select(act.c.statement_id, act.c.first_day).where(act.c.stance.in_(ANSWERS))
    for (party, issue), then in sorted(days.items()):
        for side in _whose(sides, party):
            for id, day in connection.execute(near.where(side, act.c.issue == issue)):
                if id not in found and any(_near(day, one) for one in then):
                    found.add(id)
    return found | _said_alike(connection, found)


def _near(day: str, other: str) -> bool:
    if not day or not other:
        return day == other
    return abs((date.fromisoformat(day) - date.fromisoformat(other)).days) <= AROUND_PROPOSALS


def _said_alike(connection: sa.Connection, statements: set[str]) -> set[str]:
    """Statements with which these share an utterance."""
    beside, other = utterance_member.alias(), wording.alias()
    query = (
        sa.select(other.c.statement_id)
        .join(beside, beside.c.wording_id == other.c.id)
        .join(utterance_member, utterance_member.c.utterance_id == beside.c.utterance_id)
        .join(utterance, (utterance.c.id == beside.c.utterance_id) & (utterance.c.reports > 1))
        .join(wording, wording.c.id == utterance_member.c.wording_id)
    )
    return set(rows_where(connection, query, wording.c.statement_id, sorted(statements)))


def _asked(sides: Sides, parties: Sequence[str] | None, issue: str | None) -> list[tuple[sa.ColumnElement[bool], ...]]:
    about = (act.c.issue == issue,) if issue is not None else ()
    if parties is None:
        return [about]
    return [(side, *about) for party in parties for side in _whose(sides, party)]


def _of_any_party(connection: sa.Connection, sides: Sides, issue: str | None) -> set[str]:
    """Statements of which it is known on whose behalf they were made."""
    asked = [act.c.issue == issue] if issue is not None else []
    known = {*sides.parties, *sides.by_day}
    rows = connection.execute(sa.select(act.c.statement_id, act.c.party, act.c.speaker_id).where(*asked))
    return {row.statement_id for row in rows if row.party is not None or row.speaker_id in known}


def _every_party(connection: sa.Connection, sides: Sides) -> list[str]:
    told = connection.scalars(sa.select(act.c.party).where(act.c.party.is_not(None)).distinct())
    by_day = {one.party for held in sides.by_day.values() for one in held if one.party is not None}
    return sorted({*told, *sides.parties.values(), *by_day})


def _whose(sides: Sides, party: str) -> list[sa.ColumnElement[bool]]:
    """Conditions under which an act is the party's, each answered by an index."""
    speakers, overridden = sides.speakers(party), sides.overridden
    judged = [one for one in speakers if one in sides.judged]
    told = sa.and_(act.c.party == party, sa.or_(act.c.speaker_id.is_(None), act.c.speaker_id.not_in(overridden)))
    whose = [told if overridden else act.c.party == party]
    whose += [act.c.speaker_id.in_(chunk) & act.c.party.is_(None) for chunk in chunks(speakers)]
    whose += [act.c.speaker_id.in_(chunk) for chunk in chunks(judged)]
    changed = [one for form in sorted(sides.by_day) for one in _on_their_days(sides, form, party)]
    return whose + [sa.or_(*some) for some in chunks(changed, RANGES)]


def _on_their_days(sides: Sides, form: str, party: str) -> Iterator[sa.ColumnElement[bool]]:
    """Which acts of one who changed sides are the party's."""
    mine, held = act.c.speaker_id == form, sides.by_day[form]
    spans = [(_within(one.first, one.last), one.party, one.judged) for one in held]
    other_days = sa.and_(*(~days for days, _, _ in spans))
    for days, of, judged in (*spans, (other_days, sides.parties.get(form), form in sides.judged)):
        if of == party:
            yield mine & days if judged else mine & days & act.c.party.is_(None)
        if not judged and form in sides.overridden:
            yield mine & days & (act.c.party == party)


def _bearing(
    connection: sa.Connection,
    whose: Sequence[sa.ColumnElement[bool]],
    asked: Sequence[sa.ColumnElement[bool]],
    last: str,
) -> set[str]:
    """Statements near the latest of each kind on each issue, and near all on a proposal; all where one has no day."""
    near: dict[tuple[str, tuple[int, int]], set[str]] = defaultdict(set)
    undated: set[str] = set()
    for side in whose:
        up_to = sa.select(*_GROUP).where(side, *asked, act.c.first_day <= last)
        first, latest = sa.func.min(act.c.first_day).label("first"), sa.func.max(act.c.first_day).label("latest")
        query = up_to.add_columns(first, latest).where(act.c.proposal.is_(None)).group_by(*_GROUP)
        # By what name a proposal goes, its reports do not tell; so every answer to one may be the latest.
        named = up_to.add_columns(act.c.first_day.label("first"), act.c.first_day.label("latest"))
        for row in [
            *connection.execute(query),
            *connection.execute(named.where(act.c.proposal.is_not(None)).distinct()),
        ]:
            undated |= {row.issue} if row.first == "" else set()
            near[row.issue, _around(row.stance)].add(row.latest)
    ranges: list[sa.ColumnElement[bool]] = [
        (act.c.issue == issue) & act.c.stance.in_(_kind(around)) & _within(*span)
        for (issue, around), days in near.items()
        if issue not in undated
        for span in _spans(days, *around)
    ]
    ranges += [act.c.issue == issue for issue in sorted(undated)]
    found: set[str] = set()
    for some in chunks(ranges, RANGES):
        for side in whose:
            query = sa.select(act.c.statement_id).where(side, sa.or_(*some))
            found |= set(connection.scalars(query))
    return found


def _within(first: str, last: str) -> sa.ColumnElement[bool]:
    """On these days. (PostgreSQL takes no collated value after BETWEEN.)"""
    return sa.and_(act.c.first_day >= first, act.c.first_day <= last)


def _around(stance: str) -> tuple[int, int]:
    return AROUND_ANSWERS if stance in ANSWERS else AROUND_WANTS if stance in WANTS else AROUND_OTHERS


def _kind(around: tuple[int, int]) -> list[str]:
    return sorted({AROUND_ANSWERS: ANSWERS, AROUND_WANTS: WANTS}.get(around, OTHERS))


def _spans(days: Iterable[str], before: int, after: int) -> Iterator[tuple[str, str]]:
    """The days around each of these, run together where they meet."""
    start = end = ""
    for day in sorted(days):
        first, last = _days_off(day, -before), _days_off(day, after)
        if start and first <= end:
            end = last
            continue
        if start:
            yield start, end
        start, end = first, last
    yield start, end


def _days_off(day: str, days: int) -> str:
    """The day so many days off; as far as days go."""
    ordinal = date.fromisoformat(day).toordinal() + days
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal())).isoformat()
