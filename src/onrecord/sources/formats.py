"""The formats that are read. To add one: a file here with its `FORMAT`, and its line below.

Of several that recognise standard input the first is taken, and plain text where none does.
"""

from __future__ import annotations

from onrecord.sources import lines, markdown, page, text
from onrecord.sources.origin import Format

FORMATS: tuple[Format, ...] = (lines.FORMAT, page.FORMAT, markdown.FORMAT, text.FORMAT)
PLAIN = text.FORMAT
BY_SUFFIX = {suffix: one for one in FORMATS for suffix in one.suffixes}


def format_of(suffix: str) -> Format | None:
    return BY_SUFFIX.get(suffix.lower())


def format_by_beginning(head: bytes) -> Format:
    return next((one for one in FORMATS if one.begins_so(head)), PLAIN)
