"""Who: the actors of one report, and whose words each passage gives."""

from onrecord.reading.who.resolving import Resolved, SourceReading, resolve

__all__ = ["Resolved", "SourceReading", "resolve"]
