"""What took long to tell, kept in the record itself, so that whoever opens the pages next need not wait for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from onrecord import standing
from onrecord.model.identity import digest
from onrecord.model.packing import packed, shape, unpacked
from onrecord.record import RecordError
from onrecord.record.shelved import KeptText, keep_text, kept_text

if TYPE_CHECKING:
    from onrecord.record import Record

Value = TypeVar("Value")
Writable = Callable[[], AbstractContextManager["Record"]]

PACKAGE = Path(standing.__file__).parent
ROOMS = ("collating", "record")
RULES = frozenset({".py", ".tsv", ".txt"})


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """A value that was kept, and how often the record had been written to when it was told."""

    value: Value
    times: int


@dataclass(frozen=True)
class Shelf(Generic[Value]):
    """Where one value of this type is kept, under its name. `writable` opens the record for that.

    What other rules told than today's is not shown, nor what has another shape.
    """

    record: Record
    name: str
    kind: type[Value]
    writable: Writable | None = None

    def found(self) -> Found[Value] | None:
        held = kept_text(self.record, self.name)
        if held is None:
            return None
        try:
            told = json.loads(held.value)
            if not isinstance(told, dict) or told.get("by") != self._by():
                return None
            return Found(unpacked(self.kind, told.get("value")), held.times)
        except (ValueError, RecursionError):  # JSON that is nested too deeply, of a record that came from elsewhere
            return None

    def keep(self, value: Value, times: int) -> None:
        """Where nobody may write, nothing is kept."""
        if self.writable is None:
            return
        told = json.dumps({"by": self._by(), "value": packed(value)}, ensure_ascii=False, separators=(",", ":"))
        with suppress(RecordError), self.writable() as record:
            keep_text(record, self.name, KeptText(told, times))

    def _by(self) -> str:
        return digest("\n".join((version("onrecord"), rules(PACKAGE), shape(self.kind))))


@cache
def rules(package: Path) -> str:
    """What it is told by, weights and word lists too, hashed: a version under work changes it and keeps its number."""
    rooms = (path for room in ROOMS for path in (package / room).rglob("*") if path.suffix in RULES)
    told_by = sorted((package / "standing.py", *rooms))
    return digest("\n".join(digest(one.read_text(encoding="utf-8")) for one in told_by))
