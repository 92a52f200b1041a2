"""Shifts as data and for people: from what to what, on which words, first told by whom."""

from __future__ import annotations

from onrecord.model.change import ChangeRow
from onrecord.model.jsonform import JsonObject
from onrecord.model.position import Quote, Standing
from onrecord.views.formats import Column, View
from onrecord.views.positions import mark, quote_place, quote_shape, shown_shape, topic
from onrecord.views.shapes import BETWEEN, Flat
from onrecord.views.tables import DAY_WIDTH, DOT, NOT_KNOWN, SOME, day

STANCE_WIDTH = len("accepts-conditionally:")


def change_shape(row: ChangeRow) -> JsonObject:
    return {
        "id": row.id,
        "kind": row.kind,
        "party": row.party,
        "issue": row.issue,
        "proposal": row.proposal,
        "day": row.day,
        "speaker": row.speaker,
        "firmer": row.change.firmer,
        "before": shown_shape(row.before),
        "after": shown_shape(row.after),
        "added": [quote_shape(one) for one in row.added],
        "dropped": [quote_shape(one) for one in row.dropped],
        "first": quote_shape(row.first),
    }


def change_flat(row: ChangeRow) -> Flat:
    return {
        "day": row.day,
        "party": row.party,
        "issue": row.issue,
        "proposal": row.proposal,
        "kind": row.kind,
        "from": before_words(row),
        "to": after_words(row),
        "speaker": row.speaker,
        "text": row.first.text,
        "outlet": row.first.outlet,
        "path": row.first.path,
        "line": row.first.line,
        "start": row.first.passage.spans[0].start,
        "end": row.first.passage.spans[-1].end,
        "id": row.id,
    }


def before_words(row: ChangeRow, most: int | None = None) -> str:
    """What stood before: the stance, with what it `hung_on` (the first so many)."""
    return _in_words(row.before, [one.text for one in hung_on(row)], most)


def hung_on(row: ChangeRow) -> tuple[Quote, ...]:
    """The conditions from before that the shift is about: those dropped, or all where another one is new."""
    return row.before.conditions if row.kind == "condition" else row.dropped


def after_words(row: ChangeRow, most: int | None = None) -> str:
    """What stands now: the stance, with what conditions are new (the first so many), or how much firmer it is put."""
    firmness = {None: "", True: " more firmly", False: " less firmly"}[row.change.firmer]
    return _in_words(row.after, [one.text for one in row.added], most) + firmness


def _in_words(one: Standing, conditions: list[str], most: int | None = None) -> str:
    every = list(dict.fromkeys(conditions))
    more = [f"and {len(every) - most} more"] if most is not None and len(every) > most else []
    limits = BETWEEN.join([*every[:most], *more])
    stance = one.position.stance + mark(one.position)
    return f"{stance}: {limits}" if limits else stance


def _since(row: ChangeRow) -> str:
    return day(row.before.position.as_of)


def _first_told(row: ChangeRow) -> str:
    return DOT.join(one for one in (row.speaker, row.first.outlet, quote_place(row.first)) if one)


CHANGES: View[ChangeRow] = View(
    "changes",
    change_shape,
    change_flat,
    (
        Column("Day", lambda row: day(row.day) or NOT_KNOWN, width=DAY_WIDTH),
        Column("Party", lambda row: row.party, lambda row: topic(row.after), ratio=2),
        Column("From", lambda row: before_words(row, SOME), _since, width=STANCE_WIDTH),
        Column("To", lambda row: after_words(row, SOME), width=STANCE_WIDTH),
        Column("On what words", lambda row: row.first.text, _first_told, ratio=5),
    ),
    airy=True,
)
