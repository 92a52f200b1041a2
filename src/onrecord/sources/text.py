"""Plain text: the report's text is the whole file, unchanged."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.sources.decoding import utf8
from onrecord.sources.origin import Format, Found, Origin


def read(origin: Origin) -> Iterator[Found]:
    yield origin.given.report(utf8(origin.whole()), origin.place, text_is_file=True)


FORMAT = Format(suffixes=(".txt",), read=read)
