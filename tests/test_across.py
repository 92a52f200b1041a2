"""Unit: across, what is made of the record when it is asked for: which readings are one text."""

from __future__ import annotations

from pathlib import Path

from onrecord import across
from onrecord.record import open_record
from tests.record.fake import report, said
from tests.record.keeping import keep

WORDS = "We agree with these offers to cease dredging along the river."
AROUND = "the envoy left the flooded hall by its back door while two deputies counted what was left of the grain."
OTHERS = "nobody else was asked about it, since a storm had taken the line to the coast down before noon on that day."


def test_a_text_that_two_papers_print_around_a_quotation_counts_once(tmp_path: Path) -> None:
    spoken = said("Ada Voss", WORDS, day="2024-09-12")
    with open_record(tmp_path / "r.db", create=True) as record:
        for outlet, around in (("Courier", AROUND), ("Mirror", AROUND), ("Post", OTHERS)):
            keep(record, report(f"{outlet} of {outlet} " * 20, spoken, around, outlet=outlet, path=f"{outlet}.txt"))
        (row,) = across.utterances(record)
        assert (len(row.readings), row.independent) == (3, 2)
        first = min(one.report.id for one in row.readings if one.report.outlet != "Post")
        assert {one.repeats for one in row.readings} == {None, first}
        (covered,) = across.coverage(record)
        assert covered.independent == 2
