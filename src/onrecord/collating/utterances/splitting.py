"""Statements into wordings, one for each sentence: a statement of two sentences may report two acts of speaking."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.collating.utterances.surroundings import Surroundings
from onrecord.model import Reading, Span, Spans, Statement, envelope, identity_within
from onrecord.model.edtf import bounds
from onrecord.model.utterance import Wording

# What was said is mostly printed within the week.
DAYS_BEFORE_PRINT = 6
# "Around that day", in EDTF: of 79 pairs that are read a day or more apart, one of them so, 18 were of one act; of 103
# others 10.
ABOUT = "~"
ABOUT_DAYS = 1
END = re.compile(r"(?<=[.!?…])[\"”'’)\]]*\s+(?=[\"“‘(]*[^\W\d_a-z])")
ENDS = re.compile(r"[.!?…][\"”'’)\]]*\s*$")
# "So be it," she said. "But ..." begins anew; "It will," he said, "take time" goes on.
BEGINS = re.compile(r"[\"“‘'(]*[A-Z](?![’'.]?[A-Z])")
GOES_ON = re.compile(r"[\"“‘'(]*I(?:[’'][a-z]+)?\b")
TITLES = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|St|No|[A-Z])\.[\"”]?\s*$")


def wordings(reading: Reading, text: str, published: str | None) -> list[Wording]:
    """Every sentence of every statement; `published` is the day on which the report is believed to have appeared."""
    if not reading.statements:
        return []
    around = Surroundings.of(text)
    return [
        one for statement in reading.statements for one in _wordings(statement, reading.report, text, published, around)
    ]


def _wordings(
    statement: Statement, report: str, text: str, published: str | None, around: Surroundings
) -> Iterator[Wording]:
    first, last, dated = _days(statement, published)
    said = envelope((*statement.source, *statement.cue, *statement.content))
    does = frozenset([f"{one.issue} {one.stance}" for one in statement.stances])
    for spans in sentences(statement, text):
        slices = tuple([span.text(text) for span in spans])
        seldom, beside = around.of_wording(slices, said)
        yield Wording(
            id=identity_within("wording", statement.id, spans),
            statement=statement.id,
            report=report,
            spans=spans,
            slices=slices,
            kind=statement.kind,
            speaker=_name(statement),
            speaker_type=statement.speaker.type if statement.speaker else None,
            party=statement.party,
            first=first,
            last=last,
            dated=dated,
            sure=statement.confidence,
            does=does,
            seldom=seldom,
            beside=beside,
        )


def sentences(statement: Statement, text: str) -> list[Spans]:
    """The content cut at the ends of its sentences; a sentence that a "she said" cuts in two has two spans."""
    found: list[list[Span]] = []
    for span in statement.content:
        for piece in _pieces(span, text):
            if found and _goes_on(found[-1][-1], piece, text, quoted=statement.kind == "direct"):
                found[-1].append(piece)
            else:
                found.append([piece])
    return [tuple(spans) for spans in found]


def _pieces(span: Span, text: str) -> Iterator[Span]:
    start = span.start
    for end in END.finditer(text, span.start, span.end):
        if not TITLES.search(text, max(start, end.start() - 6), end.start()):
            yield Span(start, end.start() + len(end[0].rstrip()))
            start = end.end()
    if start < span.end:
        yield Span(start, span.end)


def _goes_on(before: Span, after: Span, text: str, *, quoted: bool) -> bool:
    if before.end > after.start or ENDS.search(text, before.start, before.end):
        return False
    if not quoted:
        return True
    return not BEGINS.match(text, after.start, after.end) or bool(GOES_ON.match(text, after.start, after.end))


def _days(statement: Statement, published: str | None) -> tuple[str | None, str | None, bool]:
    if said := bounds(statement.said_on):
        first, last = said
        if statement.said_on and ABOUT in statement.said_on:
            return _shifted(first, -ABOUT_DAYS), _shifted(last, ABOUT_DAYS), True
        return first, last, True
    if printed := bounds(published):
        return _shifted(printed[0], -DAYS_BEFORE_PRINT), printed[1], False
    return None, None, False


def _shifted(day: str, days: int) -> str:
    """The day so many days off; the day itself where there is none such, or it has no year."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except (OverflowError, ValueError):
        return day


def _name(statement: Statement) -> str | None:
    if statement.speakers:
        return " and ".join(one.name for one in statement.speakers)
    return statement.speaker.name if statement.speaker else None
