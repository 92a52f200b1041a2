"""Who: the actors of one report, and whose words each passage gives."""

from onrecord.reading.who.passages import Resolved, SourceReading
from onrecord.reading.who.resolving import resolve

__all__ = ["Resolved", "SourceReading", "resolve"]
