"""Positions, conditions and the agreement table, as data and for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.jsonform import Json, JsonObject, spans_json
from onrecord.model.position import Against, Position, Quote, Standing
from onrecord.views.formats import Column, View
from onrecord.views.shapes import BETWEEN, Flat, file_name, named
from onrecord.views.tables import DAY_WIDTH, DOT, NOT_KNOWN, SOME, day

if TYPE_CHECKING:
    from onrecord.record.conditions import ConditionRow

NO_ISSUE = "no issue"
THIN, DOUBTFUL = " (thin)", " (doubtful)"


def position_shape(row: Standing) -> JsonObject:
    one = row.position
    return {
        "id": one.id,
        "party": one.party,
        "issue": one.issue,
        "proposal": one.proposal,
        "stance": one.stance,
        "as_of": one.as_of,
        "contested": one.contested,
        "against": [_against(each) for each in one.against],
        "speakers": list(one.speakers),
        "confidence": one.confidence,
        "thin": one.thin,
        "judged": one.judged,
        "conditions": [quote_shape(each) for each in row.conditions],
        "evidence": [quote_shape(each) for each in row.evidence],
    }


def _against(one: Against) -> Json:
    return {"id": one.id, "stance": one.stance, "as_of": one.as_of, "speakers": list(one.speakers)}


def held_shape(row: Standing) -> JsonObject:
    """A position named within something else: which it is, and how surely it is one."""
    one = row.position
    return {
        "position": one.id,
        "stance": one.stance,
        "as_of": one.as_of,
        "confidence": one.confidence,
        "thin": one.thin,
    }


def shown_shape(row: Standing) -> JsonObject:
    """The same with who says so, on which words and under which conditions."""
    return {
        **held_shape(row),
        "speakers": list(row.position.speakers),
        "conditions": [quote_shape(each) for each in row.conditions],
        "evidence": [quote_shape(each) for each in row.evidence],
    }


def quote_shape(one: Quote) -> JsonObject:
    """A passage with its characters and its place."""
    return {
        "report": one.passage.report,
        "path": one.path,
        "line": one.line,
        "outlet": one.outlet,
        "statement": one.passage.statement,
        "spans": spans_json(one.passage.spans),
        "text": one.text,
    }


def position_flat(row: Standing) -> Flat:
    one = row.position
    return {
        "party": one.party,
        "issue": one.issue,
        "proposal": one.proposal,
        "stance": one.stance,
        "as_of": one.as_of,
        "contested": "yes" if one.contested else "no",
        "speakers": BETWEEN.join(one.speakers) or None,
        "conditions": BETWEEN.join(dict.fromkeys(each.text for each in row.conditions)) or None,
        "evidence": BETWEEN.join(each.text for each in row.evidence),
        "places": BETWEEN.join(map(quote_place, row.evidence)),
        "reports": len({each.passage.report for each in row.evidence}),
        "confidence": one.confidence,
        "thin": "yes" if one.thin else "no",
        "id": one.id,
        "judged": "yes" if one.judged else "no",
    }


def _stance(row: Standing) -> str:
    """The stance, and by whom of the same party it is contested: "accepts (Petra Lind rejects)"."""
    against = [f"{' and '.join(one.speakers) or 'another'} {one.stance}" for one in row.position.against]
    contested = f" (contested: {', '.join(dict.fromkeys(against))})" if against else ""
    by_hand = " (corrected by hand)" if row.position.judged else ""
    return row.position.stance + contested + mark(row.position) + by_hand


def mark(one: Position) -> str:
    """How surely a position is told, where a reader had better look for himself."""
    return THIN if one.thin else DOUBTFUL if one.doubtful else ""


def topic(row: Standing) -> str:
    """The issue, and the proposal if it is about one: "ceasefire: the 30-day truce"."""
    return ": ".join(one for one in (row.position.issue or NO_ISSUE, row.position.proposal) if one)


def _limits(row: Standing) -> str:
    return BETWEEN.join(dict.fromkeys(each.text for each in row.conditions))


def _shown(row: Standing) -> str:
    """The longest passage: it says most."""
    return max((each.text for each in row.evidence), key=len, default="")


def quote_place(one: Quote) -> str:
    """`002_name.txt:1531-1571`, of a file of many reports `feed.jsonl#3:1531-1571`."""
    name = named(one.path, one.line) or one.passage.report
    return f"{name}:{one.passage.spans[0].start}-{one.passage.spans[-1].end}"


def _places(row: Standing) -> str:
    places = [quote_place(one) for one in row.evidence]
    more = [f"and {len(places) - SOME} more"] if len(places) > SOME else []
    return DOT.join([*row.position.speakers[:SOME], *places[:SOME], *more])


POSITIONS: View[Standing] = View(
    "positions",
    position_shape,
    position_flat,
    (
        Column("As of", lambda row: day(row.position.as_of) or NOT_KNOWN, width=DAY_WIDTH),
        Column("Party", lambda row: row.position.party, ratio=2),
        Column("Issue", topic, _stance, ratio=2),
        Column("On what words", _shown, _places, ratio=5),
        Column("Under which conditions", _limits, ratio=3),
    ),
    airy=True,
)


def condition_shape(row: ConditionRow) -> JsonObject:
    found = row.condition
    return {
        "party": row.party,
        "on": list(found.on),
        "text": row.text,
        "trigger": spans_json(found.trigger),
        "spans": spans_json(found.span),
        "statement": found.statement,
        "speaker": row.statement.speaker.name if row.statement and row.statement.speaker else None,
        "said_on": row.statement.statement.said_on if row.statement else None,
        "report": row.report.id,
        "path": row.report.path,
        "line": row.report.line,
        "outlet": row.report.outlet,
        "published": row.report.published,
    }


def condition_flat(row: ConditionRow) -> Flat:
    return {
        "said_on": row.statement.statement.said_on if row.statement else None,
        "party": row.party,
        "speaker": row.statement.speaker.name if row.statement and row.statement.speaker else None,
        "on": BETWEEN.join(row.condition.on) or None,
        "text": row.text,
        "outlet": row.report.outlet,
        "published": row.report.published,
        "path": row.report.path,
        "line": row.report.line,
        "start": row.condition.span[0].start,
        "end": row.condition.span[-1].end,
        "statement": row.condition.statement,
        "report": row.report.id,
    }


def _condition_place(row: ConditionRow) -> str:
    span = row.condition.span
    outlet = row.report.outlet
    return DOT.join(part for part in (outlet, f"{file_name(row.report)}:{span[0].start}-{span[-1].end}") if part)


CONDITIONS: View[ConditionRow] = View(
    "conditions",
    condition_shape,
    condition_flat,
    (
        Column("Said on", lambda row: day(row.statement.statement.said_on) if row.statement else "", width=DAY_WIDTH),
        Column("Party", lambda row: row.party or NOT_KNOWN, ratio=2),
        Column("Condition", lambda row: row.text, _condition_place, ratio=6),
        Column("On", lambda row: ", ".join(row.condition.on), ratio=2),
    ),
    airy=True,
)
