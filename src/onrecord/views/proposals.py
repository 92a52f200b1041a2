"""Proposals as data and for people: whose they are, their terms, who answered what."""

from __future__ import annotations

from onrecord.model.jsonform import Json, JsonObject
from onrecord.model.position import Standing
from onrecord.model.proposal import ProposalRow, TermQuote
from onrecord.views.formats import Column, View
from onrecord.views.positions import mark, quote_place, quote_shape, shown_shape
from onrecord.views.shapes import BETWEEN, Flat
from onrecord.views.tables import DAY_WIDTH, DOT, NOT_KNOWN, SOME, day


def proposal_shape(row: ProposalRow) -> JsonObject:
    return {
        "id": row.id,
        "name": row.name,
        "names": list(row.names),
        "maker": row.maker,
        "party": row.party,
        "made_on": row.made_on,
        "first_day": row.first_day,
        "reports": row.reports,
        "terms": [_term(one) for one in row.terms],
        "answers": [_answer(one) for one in row.answers],
        "maker_evidence": [quote_shape(one) for one in row.maker_evidence],
        "places": [quote_shape(one) for one in row.places],
    }


def _term(one: TermQuote) -> Json:
    return {"kind": one.kind, **quote_shape(one.quote)}


def _answer(one: Standing) -> Json:
    return {"party": one.position.party, **shown_shape(one)}


def proposal_flat(row: ProposalRow) -> Flat:
    return {
        "name": row.name,
        "maker": row.maker,
        "party": row.party,
        "made_on": row.made_on,
        "first_day": row.first_day,
        "reports": row.reports,
        "terms": printed_terms(row) or None,
        "answers": printed_answers(row) or None,
        "names": BETWEEN.join(row.names),
        "places": BETWEEN.join(map(quote_place, row.places)),
        "id": row.id,
    }


def printed_terms(row: ProposalRow) -> str:
    return BETWEEN.join(dict.fromkeys(one.quote.text for one in row.terms))


def printed_answers(row: ProposalRow) -> str:
    """Each party's answer once, with its day."""
    told = (
        f"{one.position.party} {one.position.stance}{mark(one.position)}"
        + (f" ({one.position.as_of})" if one.position.as_of else "")
        for one in row.answers
    )
    return BETWEEN.join(dict.fromkeys(told))


def _places(row: ProposalRow) -> str:
    places = [quote_place(one) for one in row.places]
    more = [f"and {len(places) - SOME} more"] if len(places) > SOME else []
    return DOT.join([*places[:SOME], *more])


def _maker(row: ProposalRow) -> str:
    return row.maker or NOT_KNOWN


def _made(row: ProposalRow) -> str:
    return f"made {day(row.made_on)}" if row.made_on else ""


PROPOSALS: View[ProposalRow] = View(
    "proposals",
    proposal_shape,
    proposal_flat,
    (
        Column("First told", lambda row: day(row.first_day) or NOT_KNOWN, _made, width=DAY_WIDTH),
        Column("Proposal", lambda row: row.name, _places, ratio=4),
        Column("Whose", _maker, lambda row: row.party if row.party and row.party != row.maker else "", ratio=2),
        Column("Terms", printed_terms, ratio=3),
        Column("Answers", printed_answers, ratio=4),
    ),
    airy=True,
)
