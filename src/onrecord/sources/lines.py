"""JSON lines: one report a line, with `text` and any of `id`, `title`, `outlet`, `published`, `url`, `language`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from onrecord.model import Fault
from onrecord.sources.decoding import refuse_binary, utf8
from onrecord.sources.details import Fields
from onrecord.sources.origin import Format, Found, NoReportError, Origin

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# Without these a report would be another one: its id is made of them.
ESSENTIAL = ("text:", "outlet:", "url:")


def read(origin: Origin) -> Iterator[Found]:
    """The reports, line by line, so that a file of any size takes little memory. A faulty line does not end it."""
    anything = False
    for number, line in _lines(origin.stream, origin.limits.text_bytes):
        if number == 1 and line is not None:
            refuse_binary(line)
            line = line.removeprefix(BYTE_ORDER_MARK)
        if line is None or line.strip():
            anything = True
            yield from _report(origin, number, line)
    if not anything:
        raise NoReportError("empty")


def _lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; null for one that is over the limit, which is skipped without keeping it."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit + 1)
        yield number, None


def _report(origin: Origin, number: int, line: bytes | None) -> Iterator[Found]:
    place = f"{origin.place}:{number}"
    if line is None:
        yield Fault(
            place, f"over the limit of {origin.limits} for one report", "split it, or raise the limit: --max-size"
        )
        return
    try:
        values = _object(line)
    except NoReportError as error:
        yield Fault(place, error.cause, error.remedy)
        return
    fields = Fields(values, place)
    text = fields.text("text")
    details = fields.details()
    if text is None and not fields.faults:
        yield Fault(place, "text: missing" if values.get("text") is None else "text: empty")
    yield from fields.faults
    if text is not None and any(fault.cause.startswith(ESSENTIAL) for fault in fields.faults):
        return
    if text is not None and not text.strip():
        yield Fault(place, "text: empty")
    elif text is not None:
        yield replace(details.over(origin.given).report(text, origin.place), line=number)


def _object(line: bytes) -> dict[str, object]:
    try:
        loaded = json.loads(utf8(line))
    except json.JSONDecodeError as error:
        raise NoReportError(f"broken JSON: {error.msg[:1].lower()}{error.msg[1:]}, character {error.pos + 1}") from None
    except (ValueError, RecursionError):
        raise NoReportError("broken JSON: a number too long, or nested too deeply") from None
    if not isinstance(loaded, dict):
        raise NoReportError("a line must be a JSON object, with a field text")
    return loaded


FORMAT = Format(suffixes=(".jsonl",), read=read, begins_so=lambda head: head.startswith(b"{"))
