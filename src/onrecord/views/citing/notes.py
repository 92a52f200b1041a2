"""Notes: each passage that is cited has one number, wherever it is cited, in the order of first citation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from onrecord.model import Spans
from onrecord.model.position import Passage
from onrecord.views.harmless import markdown_cell, one_line
from onrecord.views.shapes import file_name

if TYPE_CHECKING:
    from onrecord.record import ReportRow

MOST_AT_ONCE = 4
WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Note:
    """A passage under its number."""

    number: int
    report: ReportRow
    spans: Spans

    @property
    def place(self) -> str:
        """`002_name.txt:1531-1571`."""
        name = file_name(self.report)
        return f"{name}:{self.spans[0].start}-{self.spans[-1].end}" if self.spans else name

    @property
    def parts(self) -> tuple[str, ...]:
        """Outlet, title, day and place, those that are known."""
        report = self.report
        told = (report.source, report.title, report.published, self.place)
        return tuple(one for one in told if one)

    @property
    def url(self) -> str | None:
        """The report's address, if it is one on the web: what else stands there may be a script."""
        return web_address(self.report.url)


@dataclass(frozen=True, slots=True)
class Notes:
    """All passages cited, by number. `at_once` is how many one cell cites at most."""

    notes: tuple[Note, ...]
    numbers: Mapping[tuple[str, Spans], int]

    @classmethod
    def of(cls, passages: Iterable[Passage], reports: Mapping[str, ReportRow]) -> Notes:
        """Numbers them in their order; passages of reports that are not given are not cited."""
        numbers: dict[tuple[str, Spans], int] = {}
        for one in passages:
            if one.report in reports:
                numbers.setdefault((one.report, one.spans), len(numbers) + 1)
        notes = (Note(number, reports[report], spans) for (report, spans), number in numbers.items())
        return cls(tuple(notes), numbers)

    def of_cell(self, passages: Sequence[Passage]) -> tuple[int, ...]:
        """The numbers that stand in one cell, in order."""
        found = {self.numbers.get((one.report, one.spans)) for one in passages[:MOST_AT_ONCE]}
        return tuple(sorted(number for number in found if number is not None))

    def reports(self) -> list[tuple[ReportRow, int]]:
        """The reports that are cited, each with how many of its passages are; the most cited first."""
        counted = Counter(note.report.id for note in self.notes)
        by_id = {note.report.id: note.report for note in self.notes}
        order = sorted(by_id.values(), key=lambda one: (-counted[one.id], one.published or "", one.id))
        return [(one, counted[one.id]) for one in order]

    def markdown(self) -> Iterable[str]:
        """Footnotes as most readers of Markdown know them."""
        for note in self.notes:
            told = ", ".join(markdown_cell(one) for one in note.parts)
            yield f"[^{note.number}]: {told}" + (f", <{note.url}>" if note.url else "")

    def html(self) -> str:
        return f'<ol class="notes">{"".join(map(_html, self.notes))}</ol>'

    def text(self) -> Iterable[str]:
        """One line a note, for a terminal."""
        for note in self.notes:
            yield one_line(f"[{note.number}] {', '.join(note.parts)}")


def web_address(url: str | None) -> str | None:
    """The address if a reader may follow it, with what could end a link or a line written as URLs write it."""
    if url is None or not url.lower().startswith(WEB):
        return None
    return "".join(one if one.isprintable() and one not in ' "<>\\^`{|}' else _quoted(one) for one in url)


def _quoted(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))


def _html(note: Note) -> str:
    told = (f'<bdi dir="auto">{escape(one_line(one))}</bdi>' for one in note.parts[:-1])
    place = f'<span class="place">{escape(one_line(note.place))}</span>'
    web = f'<a class="web" href="{escape(note.url)}" rel="noreferrer">{escape(note.url)}</a>' if note.url else ""
    return f'<li id="note-{note.number}">{", ".join(one for one in (*told, place, web) if one)}</li>'
