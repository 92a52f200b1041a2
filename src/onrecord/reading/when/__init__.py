"""When: the dates that a report names, the day it was published, the days things were said, and on what occasions."""

from onrecord.reading.when.finding import find_dates

__all__ = ["find_dates"]
