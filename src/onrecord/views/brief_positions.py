"""Sections of the brief that tell what each yes hangs on, what shifted, and which reports to read for all that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from onrecord.model.change import ChangeRow
from onrecord.model.jsonform import JsonObject
from onrecord.model.position import Passage, Quote, Standing
from onrecord.model.proposal import ProposalRow
from onrecord.views.agreement import YES
from onrecord.views.brief import Section
from onrecord.views.changes import after_words, before_words, change_shape, hung_on
from onrecord.views.formats import Column, View
from onrecord.views.positions import mark, position_shape, quote_place, topic
from onrecord.views.proposals import printed_answers, printed_terms, proposal_shape
from onrecord.views.shapes import BETWEEN, Flat, file_name
from onrecord.views.tables import DAY_WIDTH, DOT, NOT_KNOWN, SOME, day, in_few_words

if TYPE_CHECKING:
    from onrecord.record import ReportRow

MOST_CONDITIONAL, MOST_SHIFTS, MOST_PROPOSALS, MOST_TO_READ = 8, 8, 5, 6

Cited = tuple["ReportRow", int]


def conditional_section(rows: Iterable[Standing]) -> Section[Standing]:
    """Positions that hang on something, those that most reports show.

    Of what is told thinly only a yes with its condition is told, last, and marked: it is as right as what is not thin.
    """
    limited = [row for row in rows if row.conditions and (not row.position.thin or row.position.stance in YES)]
    weight = [(row.position.thin, -len(_reports(row.evidence)), row.position.id, row) for row in limited]
    first = [row for *_, row in sorted(weight, key=lambda one: one[:3])][:MOST_CONDITIONAL]
    shown = sorted(first, key=lambda row: (topic(row), row.position.party, row.position.as_of or ""))
    return Section("positions", "Under which conditions", CONDITIONAL, tuple(shown))


def shifts_section(rows: Sequence[ChangeRow]) -> Section[ChangeRow]:
    """The latest shifts, in order of date."""
    return Section("changes", "What shifted", SHIFTS, tuple(rows[-MOST_SHIFTS:]))


def proposals_section(rows: Sequence[ProposalRow]) -> Section[ProposalRow]:
    """The proposals that most was answered to, then those that most reports name, in order of date."""
    first = sorted(rows, key=lambda row: (-len(row.answers), -row.reports, row.id))[:MOST_PROPOSALS]
    shown = sorted(first, key=lambda row: (row.first_day or "", row.id))
    return Section("proposals", "What is on the table", PROPOSED, tuple(shown))


def reading_section(reports: Sequence[Cited]) -> Section[Cited]:
    """The reports from which most of the brief comes."""
    return Section("reading", "What to read", TO_READ, tuple(reports[:MOST_TO_READ]))


def _reports(quotes: Iterable[Quote]) -> set[str]:
    return {one.passage.report for one in quotes}


def _telling(row: Standing) -> Quote:
    """The words in which a condition stands, or else the longest."""
    limits = [(one.passage.report, one.passage.spans[0]) for one in row.conditions]
    held = (
        one
        for one in row.evidence
        for report, limit in limits
        if one.passage.report == report and any(span.overlaps(limit) for span in one.passage.spans)
    )
    return next(held, max(row.evidence, key=lambda one: len(one.text)))


def _evidence(row: Standing) -> tuple[Passage, ...]:
    first = _telling(row).passage
    return (first, *(one.passage for one in row.evidence if one.passage != first))


def _marked(row: Standing) -> str:
    return in_few_words(row.position.stance) + mark(row.position)


def _limits(row: Standing) -> str:
    return BETWEEN.join(dict.fromkeys(one.text for one in row.conditions))


def _conditional_flat(row: Standing) -> Flat:
    return {
        "name": f"{topic(row)}: {row.position.stance}",
        "party": row.position.party,
        "said_on": row.position.as_of,
        "text": _limits(row),
        "outlet": BETWEEN.join(dict.fromkeys(one.outlet or "" for one in row.conditions)) or None,
        "place": BETWEEN.join(quote_place(one) for one in row.conditions),
        "reports": len(_reports(row.evidence)),
    }


def _shift_flat(row: ChangeRow) -> Flat:
    return {
        "name": f"{topic(row.after)}: {before_words(row)} to {after_words(row)}",
        "party": row.party,
        "said_on": row.day,
        "text": row.first.text,
        "outlet": row.first.outlet,
        "place": quote_place(row.first),
        "reports": len(_reports(row.after.evidence)),
    }


def _proposal_flat(row: ProposalRow) -> Flat:
    return {
        "name": row.name,
        "party": row.party or row.maker,
        "said_on": row.made_on,
        "text": printed_answers(row),
        "outlet": BETWEEN.join(dict.fromkeys(one.outlet or "" for one in row.places)) or None,
        "place": BETWEEN.join(quote_place(one) for one in row.places[:SOME]),
        "reports": row.reports,
    }


def _placed(quotes: Iterable[Quote]) -> list[Passage]:
    return [one.passage for one in quotes if one.passage.spans]


def _stood(row: ChangeRow) -> str:
    return in_few_words(before_words(row, SOME))


def _stands(row: ChangeRow) -> str:
    return in_few_words(after_words(row, SOME))


def _from(row: ChangeRow) -> tuple[Passage, ...]:
    return tuple(one.passage for one in (*hung_on(row), *row.before.evidence))


def _to(row: ChangeRow) -> tuple[Passage, ...]:
    return tuple(dict.fromkeys(one.passage for one in (row.first, *row.added, *row.after.evidence)))


def _cited_shape(cited: Cited) -> JsonObject:
    report, count = cited
    return {
        "report": report.id,
        "path": report.path,
        "line": report.line,
        "outlet": report.outlet,
        "title": report.title,
        "published": report.published,
        "url": report.url,
        "cited": count,
    }


def _cited_flat(cited: Cited) -> Flat:
    report, count = cited
    return {
        "name": report.title,
        "said_on": None,
        "text": str(count),
        "outlet": report.outlet,
        "place": file_name(report),
    }


def _whose(cited: Cited) -> str:
    report, _ = cited
    return DOT.join(one for one in (report.outlet, file_name(report) if report.title else None) if one)


CONDITIONAL: View[Standing] = View(
    "positions",
    position_shape,
    _conditional_flat,
    (
        Column("As of", lambda row: day(row.position.as_of) or NOT_KNOWN, width=DAY_WIDTH),
        Column("Party", lambda row: row.position.party, topic, ratio=3),
        Column("Stance", _marked, ratio=3),
        Column("On what words", lambda row: _telling(row).text, ratio=7, cites=_evidence),
        Column("Condition", _limits, ratio=6, cites=lambda row: [one.passage for one in row.conditions]),
    ),
)

SHIFTS: View[ChangeRow] = View(
    "changes",
    change_shape,
    _shift_flat,
    (
        Column("Day", lambda row: day(row.day) or NOT_KNOWN, width=DAY_WIDTH),
        Column("Party", lambda row: row.party, lambda row: topic(row.after), ratio=3),
        Column("From", _stood, lambda row: day(row.before.position.as_of), ratio=4, cites=_from),
        Column("To", _stands, lambda row: row.speaker or "", ratio=4, cites=_to),
        Column("On what words", lambda row: row.first.text, ratio=7, cites=lambda row: [row.first.passage]),
    ),
)

PROPOSED: View[ProposalRow] = View(
    "proposals",
    proposal_shape,
    _proposal_flat,
    (
        Column("First told", lambda row: day(row.first_day) or NOT_KNOWN, width=DAY_WIDTH),
        Column("Proposal", lambda row: row.name, printed_terms, ratio=6, cites=lambda row: _placed(row.places)),
        Column("Whose", lambda row: row.maker or NOT_KNOWN, ratio=3, cites=lambda row: _placed(row.maker_evidence)),
        Column(
            "Answers",
            printed_answers,
            ratio=6,
            cites=lambda row: _placed(each for one in row.answers for each in one.evidence[:1]),
        ),
    ),
)

TO_READ: View[Cited] = View(
    "reports",
    _cited_shape,
    _cited_flat,
    (
        Column("Published", lambda cited: day(cited[0].published) or NOT_KNOWN, width=DAY_WIDTH),
        Column("Report", lambda cited: cited[0].title or file_name(cited[0]), _whose),
        Column("Cited", lambda cited: f"{cited[1]:,}", width=7, right=True),
    ),
)
