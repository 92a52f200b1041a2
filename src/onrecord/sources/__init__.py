"""Sources turn what the world has into reports: files, pages, lines and standard input. Nothing after them knows which.

One format is one file here, listed in `formats.py`; a new one needs no other change.
"""

from onrecord.sources.gathering import reports
from onrecord.sources.origin import Limits

__all__ = ["Limits", "reports"]
