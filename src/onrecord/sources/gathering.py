"""Gathers the reports at the given paths, one at a time, with a fault for each thing that can't be read."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from onrecord.model import Fault, Report
from onrecord.sources.details import Details
from onrecord.sources.formats import BY_SUFFIX, format_by_beginning, format_of
from onrecord.sources.origin import Format, Limits, NoReportError, Origin
from onrecord.sources.paths import File, files, printed
from onrecord.sources.sheet import NAME, Sheet, read_sheet

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CHUNK = 65536


def reports(
    paths: Iterable[str | Path], *, limits: Limits | None = None, stdin: BinaryIO | None = None
) -> Iterator[Report | Fault]:
    """The reports at these paths, in the order of the paths, and by name within a folder; `-` is standard input.

    Each thing that can't be read gives a fault, and the rest is read. Where only a date or another detail is wrong,
    its fault comes before the report, which goes without it. No more than one file is held in memory.
    """
    gathering = _Gathering(limits or Limits())
    for path in paths:
        if str(path) == "-":
            yield from gathering.standard_input(stdin or sys.stdin.buffer)
            continue
        for found in files(Path(path)):
            yield from (found,) if isinstance(found, Fault) else gathering.file(found)


class _Gathering:
    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.sheets: dict[Path, Sheet] = {}

    def file(self, file: File) -> Iterator[Report | Fault]:
        found = format_of(file.path.suffix)
        if found is None:
            if file.outright:
                yield Fault(file.place, "of a kind that is not read", _kinds(file))
            return
        sheet, news = self._sheet(file.path.parent)
        yield from news
        if not file.outright:
            yield from sheet.astray
            sheet.astray = []
        yield from sheet.row_faults.pop(file.path.name, ())
        given = sheet.details.get(file.path.name, Details())
        try:
            with file.path.open("rb") as stream:
                yield from _read(found, Origin(file.place, stream, self.limits, file.outright, given))
        except OSError as error:
            yield Fault(file.place, f"can't be read: {(error.strerror or str(error)).lower()}")

    def standard_input(self, stream: BinaryIO) -> Iterator[Report | Fault]:
        try:
            head = _beginning(stream, self.limits.text_bytes)
            found = format_by_beginning(head.lstrip(b"\xef\xbb\xbf \t\r\n"))
            joined = io.BufferedReader(_Joined(head, stream))
            yield from _read(found, Origin("-", joined, self.limits))
        except OSError as error:
            yield Fault("-", f"can't be read: {(error.strerror or str(error)).lower()}")

    def _sheet(self, folder: Path) -> tuple[Sheet, list[Fault]]:
        """The folder's table, and the faults of the table itself the first time."""
        if folder in self.sheets:
            return self.sheets[folder], []
        self.sheets[folder] = sheet = read_sheet(folder, printed(folder / NAME), self.limits)
        return sheet, sheet.faults


def _read(one: Format, origin: Origin) -> Iterator[Report | Fault]:
    try:
        yield from one.read(origin)
    except NoReportError as error:
        yield Fault(origin.place, error.cause, error.remedy)


def _kinds(file: File) -> str:
    if file.path.name == NAME:
        return "it is read with the texts beside it"
    return f"give {', '.join(sorted(BY_SUFFIX))}"


def _beginning(stream: BinaryIO, limit: int) -> bytes:
    """As much as shows what the input is: up to the first characters that are no white space."""
    head = b""
    while len(head) <= limit and len(head.lstrip(b"\xef\xbb\xbf \t\r\n")) < 32:
        chunk = stream.read(CHUNK)
        if not chunk:
            break
        head += chunk
    return head


class _Joined(io.RawIOBase):
    """What was read already, and then the rest of a stream."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self.head = head
        self.rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        room = memoryview(buffer).cast("B")
        data = self.head[: len(room)] or self.rest.read(len(room))
        self.head = self.head[len(room) :]
        room[: len(data)] = data
        return len(data)
