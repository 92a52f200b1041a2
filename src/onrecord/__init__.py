"""Who is on record saying what, under which conditions, according to whom."""

from onrecord.front import BriefResult, OpenRecord, ReadReport, Work, read, read_all
from onrecord.front import open_record as open
from onrecord.meant import UnreadableError
from onrecord.model import Fault, Reading, Report, Span, Statement

__all__ = [
    "BriefResult",
    "Fault",
    "OpenRecord",
    "ReadReport",
    "Reading",
    "Report",
    "Span",
    "Statement",
    "UnreadableError",
    "Work",
    "open",
    "read",
    "read_all",
]
