"""The record: the store of reports, readings and what was collated from them."""

from onrecord.record.comparing import CopyRow, CoverageRow, DisagreementRow, PlaceRow
from onrecord.record.errors import RecordError, ReportRefusedError
from onrecord.record.rows import (
    EVERYTHING,
    ActorRow,
    Counts,
    EventRow,
    Filter,
    ListedActor,
    Loaded,
    Printed,
    ReportRow,
    SpeakerCount,
    StatementRow,
    TellingRow,
    TimelineRow,
)
from onrecord.record.store import Record, open_record
from onrecord.record.told_stories import StoryRow
from onrecord.record.utterances import ReadingRow, UtteranceRow

__all__ = [
    "EVERYTHING",
    "ActorRow",
    "CopyRow",
    "Counts",
    "CoverageRow",
    "DisagreementRow",
    "EventRow",
    "Filter",
    "ListedActor",
    "Loaded",
    "PlaceRow",
    "Printed",
    "ReadingRow",
    "Record",
    "RecordError",
    "ReportRefusedError",
    "ReportRow",
    "SpeakerCount",
    "StatementRow",
    "StoryRow",
    "TellingRow",
    "TimelineRow",
    "UtteranceRow",
    "open_record",
]
