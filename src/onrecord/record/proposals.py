"""Proposals as the record hands them out: each as its report names it, with its makers as known across reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import sqlalchemy as sa

from onrecord.model.proposal import Maker, Proposal
from onrecord.record.chunks import chunks
from onrecord.record.columns import proposal_of
from onrecord.record.schema import actor, actor_member, report
from onrecord.record.schema_standing import proposal

BY_REPORT = (proposal.c.report_id, proposal.c.ordinal)


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A proposal as one report names it; `day` is when that was published, as EDTF, or null."""

    report: str
    day: str | None
    proposal: Proposal


def named_proposals(connection: sa.Connection, conditions: Sequence[sa.ColumnElement[bool]] = ()) -> list[NamedRow]:
    """By report and place. `conditions` are on the reports."""
    query = sa.select(proposal, report.c.published).join(report, report.c.id == proposal.c.report_id)
    rows = connection.execute(query.where(*conditions).order_by(*BY_REPORT)).all()
    found = [NamedRow(row.report_id, row.published, proposal_of(row)) for row in rows]
    known = dict(_actors(connection, {one.actor for row in found for one in row.proposal.makers if one.actor}))
    return [replace(row, proposal=_believed(row.proposal, known)) for row in found]


def _actors(connection: sa.Connection, forms: set[str]) -> Iterator[tuple[str, Maker]]:
    query = sa.select(actor_member.c.form_id, actor).join(actor, actor.c.id == actor_member.c.actor_id)
    for chunk in chunks(sorted(forms)):
        for row in connection.execute(query.where(actor_member.c.form_id.in_(chunk))):
            yield row.form_id, Maker(row.name, row.party, row.id)


def _believed(one: Proposal, known: dict[str, Maker]) -> Proposal:
    """With the makers' names and parties as known across reports; a party that only this report tells stays."""
    makers = tuple(_maker(maker, known.get(maker.actor or "")) for maker in one.makers)
    return replace(one, makers=makers)


def _maker(read: Maker, known: Maker | None) -> Maker:
    return read if known is None else Maker(known.name, known.party or read.party, known.actor)
