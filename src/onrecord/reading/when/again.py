"""The days of statements read again, when the day of the report has become known otherwise than by its text."""

from __future__ import annotations

from datetime import timedelta

from onrecord.model import Reading, Spans, edtf
from onrecord.reading.layout import lay_out
from onrecord.reading.when.editions import counted_from
from onrecord.reading.when.finding import find_dates
from onrecord.reading.when.occasions import find_occasions
from onrecord.reading.when.said import when_said
from onrecord.reading.when.telling import UNKNOWN, SaidOn

FAR_BACK = timedelta(days=4)


def days_again(reading: Reading, text: str, published: str) -> list[tuple[str, str | None, Spans]]:
    """Each statement's id, with the EDTF day on which it was said and the spans that show it, if the report is of the
    day `published` ("on Thursday" then means a day). The reading itself stays as it is; `text` is its report's."""
    page = lay_out(text, title=reading.title)
    dates = find_dates(page, counted_from(reading.title, published))
    found = when_said(
        page,
        reading.statements,
        dates,
        published,
        speakers=[one.speaker.name if one.speaker else None for one in reading.statements],
        parties=[one.party for one in reading.statements],
        events=find_occasions(page, dates, published),
    )
    sure = (said if _is_sure(said, text, published) else UNKNOWN for said in found)
    return [(one.id, day, evidence) for one, (day, evidence) in zip(reading.statements, sure, strict=True)]


def _is_sure(said: SaidOn, text: str, published: str) -> bool:
    """Would the day be the same if the report came a day or two later? "On Friday" in one that is of about a Thursday
    is the next day rather than the one six days before."""
    day, known = edtf.day_of(said[0]), edtf.parse(published)
    if day is None or known.latest is None or not known.approximate:
        return True
    named = any(each.isdigit() for span in said[1] for each in span.text(text))
    return named or known.latest - day < FAR_BACK
