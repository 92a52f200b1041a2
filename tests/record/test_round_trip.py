"""Any reading into the record and out of it again, over both stores."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from onrecord.model import Reading, Report
from onrecord.record import Record
from onrecord.record.saving import Read
from tests.model.readings import TEXT, UNHURRIED, readings
from tests.record.keeping import JUDGING

REPORT = Report(TEXT, path="in/a.txt")


@settings(UNHURRIED, max_examples=20, suppress_health_check=[*HealthCheck])
@given(reading=readings())
def test_a_reading_comes_back_from_the_record_unchanged(record: Record, reading: Reading) -> None:
    if record.load(REPORT.id) is None:
        record.save(REPORT, Read(REPORT, reading, "key", "reader"), JUDGING)
    else:
        record.keep(Read(REPORT, reading, "key", "reader"), JUDGING, anyway=True)
    assert record.reading(REPORT.id) == reading
    assert list(record.check()) == []
