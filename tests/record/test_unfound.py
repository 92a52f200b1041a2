"""Unit: record.unfound, which holds quotations against the transcripts at hand."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from onrecord.model import Report, Spans
from onrecord.pipeline import side_by_side
from onrecord.record import Record, open_record
from onrecord.record.dump import dump
from onrecord.record.saving import Read
from tests.record.conftest import Copies
from tests.record.fake import load, report, said
from tests.record.keeping import JUDGING

OPENED = "We will open the canal to grain ships before the winter."
CEASED = "The dredging along the northern river has to cease this month."
GUARDED = "A joint patrol will guard the old lighthouse from Monday on."
INVENTED = "The bankers of Torland emptied every purse in our valley."
MARK = "Transcript"


def is_transcript(text: str, paragraphs: Spans) -> bool:
    return text.startswith(MARK)


HOW = replace(JUDGING, comparing=replace(side_by_side(), is_transcript=is_transcript))


def quoting(outlet: str, *sentences: str, first: str = "News") -> Report:
    lines = (said("Danylo Korvensky", one, day="2024-09-12") for one in sentences)
    return report(first, *lines, outlet=outlet, path=f"{outlet.lower()}.txt", published="2024-09-12")


SPOKEN = quoting("Presidency", OPENED, CEASED, GUARDED, first=MARK)
COURIER = quoting("Courier", OPENED, CEASED, INVENTED)
MIRROR = quoting("Mirror", CEASED, INVENTED, GUARDED)
FAITHFUL = quoting("Post", GUARDED, OPENED)


def keep(record: Record, *reports: Report) -> None:
    for one in reports:
        record.save(one, Read(one, load()(one), "fake", "fake reader 1"), HOW)


def told(record: Record) -> list[tuple[str | None, str]]:
    rows = [row for row in record.disagreements() if row.kind == "omission"]
    return sorted((row.readings[0].report.outlet, row.readings[0].text.strip('"')) for row in rows)


def test_what_the_transcript_does_not_have_is_told_of_each_report(record: Record) -> None:
    keep(record, COURIER, SPOKEN, MIRROR, FAITHFUL)
    assert told(record) == [("Courier", INVENTED), ("Mirror", INVENTED)]
    assert list(record.check()) == []


def test_without_a_transcript_nothing_is(record: Record) -> None:
    keep(record, COURIER, MIRROR)
    assert told(record) == []


def test_a_withdrawn_transcript_takes_it_along(record: Record) -> None:
    keep(record, COURIER, SPOKEN, MIRROR)
    record.withdraw(SPOKEN.id, "a hoax", HOW)
    assert told(record) == []


def test_a_withdrawn_report_takes_its_own_along(record: Record) -> None:
    keep(record, COURIER, SPOKEN, MIRROR)
    record.withdraw(COURIER.id, "a hoax", HOW)
    assert told(record) == [("Mirror", INVENTED)]


def test_the_order_of_reports_does_not_matter_nor_a_rebuild(copies: Copies) -> None:
    found = set()
    for order in list(permutations((SPOKEN, COURIER, MIRROR, FAITHFUL)))[::3]:
        with open_record(copies("sqlite")) as record:
            keep(record, *order)
            found.add("\n".join(dump(record)))
    with open_record(copies("sqlite")) as record:
        keep(record, COURIER, MIRROR, SPOKEN, FAITHFUL)
        record.recollate(HOW)
        found.add("\n".join(dump(record)))
    assert len(found) == 1
