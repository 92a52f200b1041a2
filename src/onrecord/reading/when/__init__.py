"""When: the dates that a report names, the day it was published, the days things were said, and on what occasions."""

from onrecord.reading.when.editions import counted_from
from onrecord.reading.when.finding import find_dates
from onrecord.reading.when.occasions import find_occasions
from onrecord.reading.when.published import infer_published
from onrecord.reading.when.said import when_said

__all__ = ["counted_from", "find_dates", "find_occasions", "infer_published", "when_said"]
