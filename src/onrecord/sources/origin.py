"""Where a report's bytes come from, how many may come, and what a format does with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from onrecord.model import Fault, Report
from onrecord.sources.details import Details

Found = Report | Fault
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read of one report, in bytes. A file of many reports may be of any size."""

    text_bytes: int = 20 * MEGABYTE

    def __str__(self) -> str:
        return f"{self.text_bytes / MEGABYTE:g} MB"


class NoReportError(Exception):
    """Nothing can be made of these bytes: `cause` says why, `remedy` what would mend it."""

    def __init__(self, cause: str, remedy: str | None = None) -> None:
        super().__init__(cause)
        self.cause = cause
        self.remedy = remedy


@dataclass(frozen=True)
class Origin:
    """One file, or standard input: its name as it is printed, its bytes, and what `reports.csv` says about it.

    `outright` tells whether somebody named the file, and not only a folder above it.
    """

    place: str
    stream: BinaryIO
    limits: Limits = Limits()
    outright: bool = True
    given: Details = field(default_factory=Details)

    def whole(self) -> bytes:
        """All the bytes. Raises NoReportError, without reading on, where there are more than the limit."""
        data = self.stream.read(self.limits.text_bytes + 1)
        if len(data) > self.limits.text_bytes:
            raise NoReportError(
                f"over the limit of {self.limits} for one report", "split it, or raise the limit: --max-size"
            )
        return data


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file. `read` raises NoReportError where nothing can be made of the whole of it.

    `begins_so` recognises it on standard input by its first characters, without white space before them.
    """

    suffixes: tuple[str, ...]
    read: Callable[[Origin], Iterator[Found]]
    begins_so: Callable[[bytes], bool] = lambda head: False
